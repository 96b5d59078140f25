/** Each row of a list as an inject. */
import { scenarioLimits } from '../../scenario/limits.js';
import { techniqueIds } from '../attack-ids.js';
import { cleanTitle } from '../clean-text.js';
import { banner, type Draft, type DraftInject, type ExpectationFile } from '../draft.js';
import { quote } from '../finding.js';
import { NameIds } from '../name-ids.js';
import type { Tally } from '../tally.js';
import { splitJoined, splitList } from './lists.js';
import type { MselEntry } from './msel-entries.js';
import type { MselPeople } from './msel-people.js';
import type { EventPlace } from './msel-phases.js';
import { channelOf, kindOf, tlpOf } from './msel-words.js';

type Choices = NonNullable<DraftInject['choices']>;

/** Minutes to answer in, and points for it, where the list does not say. */
const usualWithin = 15;
const usualPoints = 10;

interface Making {
  readonly draft: Draft;
  readonly people: MselPeople;
  readonly tally: Tally;
  /** Whether this product wrote the list. */
  readonly isOwn: boolean;
}

/**
 * Everything but the trigger, which may name events further down. Findings: `msel/number-changed`,
 * `msel/title-from-message`, `msel/channel-guessed`, `msel/kind-unknown`, `msel/marking-unknown`,
 * `msel/no-technique`, `msel/one-option`, `msel/too-many-options`, `msel/decision-without-options`,
 * `msel/response-unknown`, `import/default-marking`, `import/deadline-assumed`, `import/no-banner`.
 */
export function makeInjects(
  entries: readonly MselEntry[],
  places: readonly EventPlace[],
  making: Making,
): DraftInject[] {
  const numbers = numberEntries(entries, making.draft);
  return entries.map((entry, index) => {
    const place = places[index] ?? { phase: 'play', minutes: 0 };
    return makeInject(entry, place, numbers[index] ?? String(index + 1), making);
  });
}

function makeInject(
  entry: MselEntry,
  place: EventPlace,
  number: string,
  making: Making,
): DraftInject {
  const { texts, where } = entry;
  const { draft, people, tally } = making;
  const notes = [...entry.notes];
  const { title, body } = wordsOf(entry, making);
  const id =
    texts.injectKey !== undefined && draft.injectIds.claim(texts.injectKey.trim())
      ? texts.injectKey.trim()
      : draft.injectIds.take(texts.title ?? title, 'event');
  const choices = choicesOf(entry, making, notes);
  const expectations = expectationsOf(entry, choices, making, notes);
  if (!body.includes(banner)) {
    tally.add(
      'import/no-banner',
      where,
      `the text lacks “${banner}”`,
      'add it: every inject of an exercise carries it',
    );
  }
  return {
    id,
    number,
    title,
    kind: kindFor(entry, choices, expectations, making, notes),
    phase: place.phase,
    channel: channelFor(entry, making, notes),
    from: people.from(entry),
    to: people.to(entry),
    tlp: markingFor(entry, making, notes),
    body,
    attack: attackOf(entry, making, notes),
    release: { kind: 'at', minutes: place.minutes },
    ...(choices === null ? {} : { choices }),
    expectations,
    source: where,
    notes: notesWithTimes(entry, notes, making.isOwn),
  };
}

/** Numbers as they are where a scenario can have them, each once. */
function numberEntries(entries: readonly MselEntry[], { findings }: Draft): string[] {
  const wanted = entries.map(
    ({ texts }) => texts.number?.trim().replace(/^#/, '').toUpperCase() ?? '',
  );
  const used = new Set<string>();
  const kept = wanted.map((number) => {
    if (!/^[0-9]{1,4}[A-Z]?$/.test(number) || used.has(number)) return null;
    used.add(number);
    return number;
  });
  let next = 1;
  return kept.map((number, index) => {
    if (number !== null) return number;
    while (used.has(String(next))) next++;
    used.add(String(next));
    const was = entries[index]?.texts.number;
    if (was !== undefined) {
      findings.warn(
        'msel/number-changed',
        entries[index]?.where ?? '',
        `the number ${quote(was)} is used twice or is none such as 7 or 7B`,
        `it has the number ${next}`,
      );
    }
    return String(next);
  });
}

function wordsOf(
  { texts, where }: MselEntry,
  { draft, tally, isOwn }: Making,
): { title: string; body: string } {
  const body = `${texts.body ?? ''}${texts.bodyMore ?? ''}`;
  if (isOwn && texts.title !== undefined) return { title: texts.title, body: body || texts.title };
  const first = body.split('\n').find((line) => line.trim() !== '') ?? '';
  if (texts.title === undefined) {
    tally.add('msel/title-from-message', where, 'no title', 'its first line became the title');
  }
  const { title, rest } = cleanTitle(
    texts.title ?? (first || texts.expectedAction || 'Untitled'),
    where,
    draft.findings,
  );
  const whole = [rest ?? '', body].filter((part) => part.trim() !== '').join('\n\n');
  return { title, body: whole || title };
}

function kindFor(
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

function channelFor(
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

function markingFor(
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

function attackOf({ texts, where }: MselEntry, { draft }: Making, notes: string[]): string[] {
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

function choicesOf(
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

const responses = new Set(['acknowledge', 'respond', 'choose']);

/** One expectation for each thing that is asked for; a list of another's making asks for one. */
function expectationsOf(
  { texts, where }: MselEntry,
  choices: Choices | null,
  { draft, tally, isOwn }: Making,
  notes: string[],
): ExpectationFile[] {
  const kinds = isOwn && texts.response !== undefined ? splitJoined(texts.response, '|') : [];
  const hasAny = kinds.length > 0 || texts.expectedAction !== undefined || choices !== null;
  if (!hasAny || (isOwn && kinds.length === 0 && texts.expectedAction === undefined)) {
    if (texts.objective !== undefined) notes.push(`Objective: ${texts.objective}`);
    if (texts.points !== undefined) notes.push(`Points: ${texts.points}`);
    return [];
  }
  const count = Math.min(scenarioLimits.expectations, Math.max(1, kinds.length));
  const parts = (text: string | undefined) =>
    text === undefined ? [] : count > 1 ? splitJoined(text, '|') : [text];
  const [actions, withins, points, objectives] = [
    texts.expectedAction,
    texts.within,
    texts.points,
    texts.objective,
  ].map(parts);
  let hasChoose = false;
  return Array.from({ length: count }, (_, index): ExpectationFile => {
    const wanted = kinds[index]?.trim() ?? (choices !== null ? 'choose' : 'respond');
    let kind = responses.has(wanted) ? (wanted as 'acknowledge' | 'respond' | 'choose') : 'respond';
    if (kind !== wanted) {
      draft.findings.warn(
        'msel/response-unknown',
        where,
        `the response ${quote(wanted)} needs more than a list holds`,
        'it asks for a response',
      );
    }
    if (kind === 'choose' && (choices === null || hasChoose)) kind = 'respond';
    hasChoose ||= kind === 'choose';
    const action = actions?.[index];
    const objective = objectiveFor(objectives?.[index], draft);
    return {
      id: count === 1 ? kind : `${kind}-${index + 1}`,
      kind,
      withinMinutes: withinOf(withins?.[index], where, tally, notes),
      points: pointsOf(points?.[index], where, tally, notes),
      ...(action === undefined || action.trim() === '' ? {} : { action }),
      ...(objective === null ? {} : { objective }),
    };
  });
}

function withinOf(text: string | undefined, where: string, tally: Tally, notes: string[]): number {
  const minutes = Number(
    /^\s*(\d+(?:\.\d+)?)\s*(?:m|min|minutes|分)?\.?\s*$/i.exec(text ?? '')?.[1] ?? Number.NaN,
  );
  if (minutes >= 0.5 && minutes <= 1_440) return minutes;
  if (text !== undefined && text.trim() !== '') notes.push(`Within: ${text}`);
  tally.add(
    'import/deadline-assumed',
    where,
    'no deadline in minutes',
    `${usualWithin} minutes to answer`,
  );
  return usualWithin;
}

function pointsOf(text: string | undefined, where: string, tally: Tally, notes: string[]): number {
  const points = Math.round(Number(text?.trim() || Number.NaN));
  if (points >= 0 && points <= 1_000) return points;
  if (text !== undefined && text.trim() !== '') notes.push(`Points: ${text}`);
  tally.add('import/points-assumed', where, 'no points', `${usualPoints} for doing it in time`);
  return usualPoints;
}

function objectiveFor(text: string | undefined, draft: Draft): string | null {
  const title = text?.trim() ?? '';
  if (title === '') return null;
  const known = draft.parts.objectives.find((objective) => objective.title === title);
  if (known !== undefined) return known.id;
  if (draft.parts.objectives.length >= scenarioLimits.objectives) return null;
  const id = draft.objectiveIds.take(title, 'objective');
  draft.parts.objectives.push({ id, title, capability: title });
  return id;
}

/** Times that play does not follow stay readable for controllers. */
function notesWithTimes({ texts }: MselEntry, notes: readonly string[], isOwn: boolean): string[] {
  if (isOwn) return [...notes];
  return [
    ...(texts.time === undefined ? [] : [`Scheduled time: ${texts.time}`]),
    ...(texts.scenarioTime === undefined || texts.scenarioTime === texts.time
      ? []
      : [`Scenario time: ${texts.scenarioTime}`]),
    ...(texts.phase === undefined ? [] : [`Phase: ${texts.phase}`]),
    ...notes,
  ];
}
