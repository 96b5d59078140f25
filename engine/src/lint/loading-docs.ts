/** What the codes mean that loading a file can report: such a file can't be used until it is mended. */
import type { RuleDoc } from './rule.js';

const docs: Readonly<Record<string, readonly [meaning: string, mend: string]>> = {
  'too-large': [
    'The file is larger than the engine reads.',
    'Shorten it, or split the scenario in two.',
  ],
  'too-deep': ['Objects and lists stand too deep inside each other.', 'Flatten what is nested.'],
  'not-json': [
    'The file is not JSON.',
    'Look near the place for a missing comma, quote or bracket.',
  ],
  'duplicate-key': [
    'A field is given twice in one object. Only the last counts, the others are lost without a word.',
    'Merge the two, or take one out.',
  ],
  'unsupported-version': [
    'The file is written in a version of the language that this engine does not read.',
    'Use an engine of that version, or rewrite the file.',
  ],
  'unknown-field': ['There is no such field here.', 'Look for a slip in the name, or take it out.'],
  'missing-field': ['A field that must be there is not.', 'Add it.'],
  'invalid-value': [
    'The value is not of the kind that belongs here.',
    'Look the field up in the schema.',
  ],
  'duplicate-id': [
    'Two things have the same id. Parties, teams and contacts share one list of names.',
    'Give each its own.',
  ],
  'duplicate-number': ['Two injects have the same number in the MSEL.', 'Number them apart.'],
  'unknown-party': ['No party has this id.', 'Look for a slip, or add the party.'],
  'unknown-team': ['No team or party has this id.', 'Look for a slip, or add the team.'],
  'unknown-contact': ['No contact has this id.', 'Look for a slip, or add the contact.'],
  'unknown-objective': ['No objective has this id.', 'Look for a slip, or add the objective.'],
  'unknown-phase': ['No phase has this id.', 'Look for a slip, or add the phase.'],
  'unknown-inject': ['No inject has this id.', 'Look for a slip, or add the inject.'],
  'unknown-choice': [
    'The inject offers no choice of this id.',
    'Look for a slip, or add the choice.',
  ],
  'unknown-asset': ['No asset has this id.', 'Look for a slip, or add the asset.'],
  'unknown-indicator': ['No indicator has this id.', 'Look for a slip, or add the indicator.'],
  'unknown-milestone': ['No milestone has this id.', 'Look for a slip, or add the milestone.'],
  'unknown-item': ['No information item has this id.', 'Look for a slip, or add the item.'],
  'unknown-position': ['No joint position has this id.', 'Look for a slip, or add the position.'],
  'unknown-option': ['The joint position has no option of this id.', 'Look for a slip, or add it.'],
  'unknown-obligation': ['No obligation has this id.', 'Look for a slip, or add the obligation.'],
  'unknown-time-zone': ['No such time zone.', 'Use an IANA name such as "Asia/Manila".'],
  'language-not-listed': [
    'A text or "defaultLanguage" is in a language that "languages" does not name.',
    'Add it to "languages", or mend the tag.',
  ],
  'text-without-default': [
    'A text is not there in the default language, which everybody falls back to.',
    'Add it in the default language.',
  ],
  'phase-without-time': [
    'The first phase does not say at which date and hour the story begins.',
    'Add "startsAt" with its offset.',
  ],
  'exit-leaves-region': [
    'An exit leads to a phase that does not stand beside its own.',
    'Let the outer phase have the exit.',
  ],
  'exit-in-parallel': [
    'A phase that runs beside others has an exit to one of them.',
    'Let the outer phase have the exit.',
  ],
  'exit-to-itself': ['An exit leads to its own phase.', 'Name another phase.'],
  'phase-cycle': [
    'Phases hand over to each other in a circle without any time passing.',
    'Let one of the exits take some minutes.',
  ],
  'nobody-addressed': ['No team belongs to what the inject is addressed to.', 'Name a team.'],
  'nothing-to-choose': ['A choice is asked for, but none is offered.', 'Add "choices".'],
  'duplicate-choose': ['An inject expects a choice twice.', 'Keep one of the expectations.'],
  'team-not-addressed': [
    'A team is named that does not receive the inject.',
    'Add it to "to", or take it out.',
  ],
  'late-beats-timely': ['Being late would earn more than being in time.', 'Lower "latePoints".'],
  'curve-after-deadline': [
    'Full points would be given beyond the deadline.',
    'Lower "fullUntilMinutes".',
  ],
  'already-announced': [
    'What is announced from the start can’t be revealed later.',
    'Set "announced" to false, or take "revealAfterMinutes" out.',
  ],
  'never-overdue': [
    'A trigger waits for an inject to be overdue about which nothing is expected.',
    'Add an expectation to that inject.',
  ],
  'trigger-cycle': [
    'Injects wait for each other in a circle.',
    'Let one start at a time or by hand.',
  ],
  'dependency-cycle': [
    'Systems depend on each other in a circle: once down they would never recover.',
    'Take one of the dependencies out.',
  ],
  'indicator-bounds': [
    'A gauge does not start between its lowest and highest value.',
    'Mend "minimum", "maximum" or "start".',
  ],
  'holder-not-addressed': [
    'A team would get an item with an inject that it does not receive.',
    'Add it to the inject’s "to", or take it out of "holders".',
  ],
  'sanitised-narrower': [
    'The sanitised form has a narrower marking than the whole one.',
    'Widen it: it may go at least as far.',
  ],
  'duplicate-voice': ['A team would speak twice in a joint position.', 'Name it once.'],
  'not-a-voice': [
    'A team is named that has no voice in the joint position.',
    'Add it to "voices".',
  ],
  'too-few-voices': ['More voices must concur than there are.', 'Lower "count".'],
  'not-obliged': [
    'A team should file a report that it does not have to file.',
    'Name in "teams" those that have to.',
  ],
};

export const loadingDocs: readonly RuleDoc[] = Object.entries(docs).map(
  ([name, [meaning, mend]]) => ({
    code: `scenario/${name}`,
    severity: 'error',
    meaning,
    mend,
  }),
);
