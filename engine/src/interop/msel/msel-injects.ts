/** Each row of a list as an inject. */
import { cleanTitle } from '../clean-text.js';
import { banner, type Draft, type DraftInject } from '../draft.js';
import { quote } from '../finding.js';
import { attackOf, channelFor, choicesOf, kindFor, markingFor } from './msel-cells.js';
import type { MselEntry } from './msel-entries.js';
import { expectationsOf } from './msel-expectations.js';
import type { Making } from './msel-making.js';
import type { EventPlace } from './msel-phases.js';

/**
 * Everything but the trigger, which may name events further down. Findings: `msel/number-changed`,
 * `msel/title-from-message`, `import/no-banner`, and those of cells and expectations.
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
