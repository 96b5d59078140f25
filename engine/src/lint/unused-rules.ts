/** What a scenario sets up and never uses. All of these are notes: it does no harm, but was hardly meant. */
import type { Condition } from '../scenario/condition-schema.js';
import { type Subject, subjectsOf, teamsAddressed } from '../scenario/playbook.js';
import type { LintContext } from './lint-context.js';
import type { LintRule } from './rule.js';
import { listed } from './words.js';

export const unusedRules: readonly LintRule[] = [
  {
    code: 'unused/item-not-needed',
    severity: 'note',
    meaning: 'Nobody needs the item and no task asks to share it, so telling it earns nothing.',
    mend: 'Say who needs it ("needs"), or leave it as a lure that should stay where it is.',
    *find({ scenario }) {
      const asked = new Set(
        scenario.injects.flatMap(({ expectations }) =>
          expectations.flatMap((one) => (one.kind === 'share' ? [one.item] : [])),
        ),
      );
      for (const [index, { id, needs }] of scenario.items.entries()) {
        if (needs.length > 0 || asked.has(id)) continue;
        yield { path: `items[${index}]`, message: `nobody needs "${id}"` };
      }
    },
  },
  {
    code: 'unused/need-of-holder',
    severity: 'note',
    meaning: 'A team is said to need an item that it holds anyway, with the same inject.',
    mend: 'Take the team out of "needs", or out of "holders".',
    *find({ scenario }) {
      for (const [index, { id, holders, needs }] of scenario.items.entries()) {
        const holding = teamsAddressed(scenario, holders);
        for (const [place, { teams }] of needs.entries()) {
          const both = teams.filter((name) => holding.includes(name as never));
          if (both.length === 0) continue;
          yield {
            path: `items[${index}].needs[${place}].teams`,
            message: `${listed(both)} ${both.length === 1 ? 'holds' : 'hold'} "${id}" already`,
          };
        }
      }
    },
  },
  {
    code: 'unused/contact',
    severity: 'note',
    meaning: 'The contact neither speaks, nor receives anything, nor can be reached by players.',
    mend: 'Let it speak in an inject, set "reachable", or take it out.',
    *find({ scenario }) {
      const used = new Set<string>([
        ...scenario.injects.flatMap(({ from, variants = [], perRecipient }) => [
          from,
          ...[...variants, ...perRecipient].flatMap((form) => form.from ?? []),
        ]),
        ...scenario.items.map(({ originator }) => originator),
        ...scenario.obligations.map(({ to }) => to),
      ]);
      for (const [index, { id, reachable }] of scenario.contacts.entries()) {
        if (!reachable && !used.has(id)) {
          yield { path: `contacts[${index}]`, message: `nothing is heard of "${id}"` };
        }
      }
    },
  },
  {
    code: 'unused/objective',
    severity: 'note',
    meaning:
      'Nothing in the scenario is evidence for the objective, so it can only be rated by eye.',
    mend: 'Name it in the "objective" of expectations, needs, positions or obligations.',
    *find({ scenario }) {
      const served = new Set(
        [
          ...scenario.injects.flatMap(({ expectations }) => expectations),
          ...scenario.items.flatMap(({ needs }) => needs),
          ...scenario.positions,
          ...scenario.obligations,
        ].flatMap(({ objective }) => objective ?? []),
      );
      for (const [index, { id }] of scenario.objectives.entries()) {
        if (served.has(id)) continue;
        yield { path: `objectives[${index}]`, message: `nothing is evidence for "${id}"` };
      }
    },
  },
  {
    code: 'unused/milestone',
    severity: 'note',
    meaning: 'No effect sets the milestone; only a controller can, by hand.',
    mend: 'Add an effect "setMilestone", leave it to the controllers, or take it out.',
    *find({ scenario, sites }) {
      const set = new Set(
        sites.flatMap(({ effect }) => (effect.kind === 'setMilestone' ? [effect.milestone] : [])),
      );
      yield* unset('milestones', scenario.milestones, (id) => set.has(id as never), 'sets');
    },
  },
  {
    code: 'unused/milestone-not-asked',
    severity: 'note',
    meaning: 'No condition asks whether the milestone was reached. It still shows in the report.',
    mend: 'Leave it as a mark for the report, or let an inject, exit or ending depend on it.',
    *find(context) {
      const asked = askedSubjects(context);
      const idle = context.scenario.milestones.filter(({ id }) => !asked.has(`milestone ${id}`));
      if (idle.length === 0) return;
      yield {
        path: 'milestones',
        message: `nothing depends on ${listed(idle.map(({ id }) => id))}`,
      };
    },
  },
  {
    code: 'unused/indicator',
    severity: 'note',
    meaning: 'No effect moves the gauge; it stands still unless a controller moves it.',
    mend: 'Add effects "changeIndicator", or take it out.',
    *find({ scenario, sites }) {
      const moved = new Set(
        sites.flatMap(({ effect }) =>
          effect.kind === 'changeIndicator' ? [effect.indicator] : [],
        ),
      );
      yield* unset('indicators', scenario.indicators, (id) => moved.has(id as never), 'moves');
    },
  },
  {
    code: 'unused/asset',
    severity: 'note',
    meaning: 'Neither an effect nor another system’s failure ever changes the system.',
    mend: 'Let an effect change it or let it depend on another, or leave it as scenery.',
    *find({ scenario, reach }) {
      const changes = (id: string) =>
        (['operational', 'degraded', 'isolated', 'compromised', 'down'] as const).filter(
          (status) => reach.status(id, status) < Infinity,
        ).length > 1;
      yield* unset('assets', scenario.assets, changes, 'changes');
    },
  },
];

function* unset(
  list: string,
  things: readonly { readonly id: string }[],
  isUsed: (id: string) => boolean,
  verb: string,
) {
  for (const [index, { id }] of things.entries()) {
    if (!isUsed(id)) yield { path: `${list}[${index}]`, message: `nothing ${verb} "${id}"` };
  }
}

/** What conditions ask about, anywhere in the scenario. */
function askedSubjects({ playbook }: LintContext): ReadonlySet<Subject> {
  const conditions: Condition[] = [...playbook.watches.values()].map(({ condition }) => condition);
  return new Set(conditions.flatMap(subjectsOf));
}
