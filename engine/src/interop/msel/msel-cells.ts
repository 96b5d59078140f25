/** Cells of a row for what a scenario has a fixed set of. What is no such word goes to the notes. */
import { scenarioLimits } from '../../scenario/limits.js';
import { techniqueIds } from '../attack-ids.js';
import type { DraftInject, ExpectationFile } from '../draft.js';
import { quote } from '../finding.js';
import { NameIds } from '../name-ids.js';
import { splitJoined, splitList } from './lists.js';
import type { MselEntry } from './msel-entries.js';
import type { Choices, Making } from './msel-making.js';
import { channelOf, kindOf, tlpOf } from './msel-words.js';

/** Findings: `msel/kind-unknown`, `msel/decision-without-options`. */
export function kindFor(
  { texts, where }: MselEntry,
  choices: Choices | null,
  expectations: readonly ExpectationFile[],
  { draft, tally }: Making,
  notes: string[],
): DraftInject['kind'] {
  const guess =
    choices !== null ? 'decision' : expectations.length > 0 ? 'expectedAction' : 'contextual';
  if (texts.kind === undefined) return guess;
  const kind = kindOf(texts.kind);
  if (kind === null) {
    tally.add(
      'msel/kind-unknown',
      where,
      `the kind ${quote(texts.kind)} and the like`,
      'the kind was told by what the event asks for',
    );
    notes.push(`Kind: ${texts.kind}`);
    return guess;
  }
  if (kind !== 'decision' || choices !== null) return kind;
  draft.findings.warn(
    'msel/decision-without-options',
    where,
    'a decision without two options',
    'it asks for a response instead',
  );
  return 'expectedAction';
}

/** Finding: `msel/channel-guessed`. */
export function channelFor(
  { texts, where }: MselEntry,
  { tally }: Making,
  notes: string[],
): DraftInject['channel'] {
  if (texts.channel === undefined) return 'email';
  const found = channelOf(texts.channel);
  if (found?.isExact) return found.channel;
  notes.push(`Delivery method: ${texts.channel}`);
  const channel = found?.channel ?? 'email';
  tally.add(
    'msel/channel-guessed',
    where,
    `the delivery method ${quote(texts.channel)} and the like`,
    `the nearest was taken, such as “${channel}”`,
  );
  return channel;
}

/** Findings: `import/default-marking`, `msel/marking-unknown`. */
export function markingFor(
  { texts, where }: MselEntry,
  { draft, tally }: Making,
  notes: string[],
): DraftInject['tlp'] {
  if (texts.tlp === undefined) {
    tally.add('import/default-marking', where, 'no marking', 'it goes out under TLP:AMBER');
    return 'AMBER';
  }
  const found = tlpOf(texts.tlp);
  if (found !== null && !found.isOld) return found.tlp;
  notes.push(`Marking: ${texts.tlp}`);
  const tlp = found?.tlp ?? 'AMBER';
  draft.findings.warn(
    'msel/marking-unknown',
    where,
    `${quote(texts.tlp)} is no label of TLP 2.0`,
    `it goes out under TLP:${tlp}`,
  );
  return tlp;
}

/** Finding: `msel/no-technique`. */
export function attackOf(
  { texts, where }: MselEntry,
  { draft }: Making,
  notes: string[],
): string[] {
  if (texts.attack === undefined) return [];
  const { ids, rest } = techniqueIds(texts.attack);
  if (rest !== '') {
    notes.push(`ATT&CK: ${texts.attack}`);
    draft.findings.note(
      'msel/no-technique',
      where,
      `${quote(rest)} is no technique id`,
      'it stands in the notes for controllers',
    );
  }
  return [...ids];
}

/** Null for fewer than two. Findings: `msel/one-option`, `msel/too-many-options`. */
export function choicesOf(
  { texts, where }: MselEntry,
  { draft, isOwn }: Making,
  notes: string[],
): Choices | null {
  if (texts.choices === undefined) return null;
  const labels = isOwn ? splitJoined(texts.choices, '|') : splitList(texts.choices, '|\n');
  const keys = texts.choiceKeys === undefined ? [] : splitList(texts.choiceKeys, '|');
  if (labels.length < 2) {
    notes.push(`Options: ${texts.choices}`);
    draft.findings.warn(
      'msel/one-option',
      where,
      `one option only: ${quote(texts.choices)}`,
      'it stands in the notes for controllers; options stand between “|”',
    );
    return null;
  }
  if (labels.length > scenarioLimits.choices) {
    notes.push(`Options: ${texts.choices}`);
    draft.findings.warn(
      'msel/too-many-options',
      where,
      `${labels.length} options`,
      `the first ${scenarioLimits.choices} were taken; all stand in the notes`,
    );
  }
  const ids = new NameIds();
  return labels.slice(0, scenarioLimits.choices).map((label, index) => {
    const wish = keys.length === labels.length ? (keys[index] ?? '') : '';
    const text = label.trim() === '' ? `Option ${index + 1}` : label;
    return { id: ids.claim(wish) ? wish : ids.take(text, `option-${index + 1}`), label: text };
  });
}
