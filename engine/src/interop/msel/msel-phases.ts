/** The modules of a draft, and where in them each event of a list comes. */
import { z } from 'zod';
import type { Draft } from '../draft.js';
import { quote } from '../finding.js';
import { NameIds } from '../name-ids.js';
import { least, maxPhases, momentAfter, planPlay, roundMinutes } from '../play-times.js';
import type { Tally } from '../tally.js';
import { KeyBook } from './key-book.js';
import type { MselEntry } from './msel-entries.js';
import {
  fillGaps,
  rateOf,
  readSchedule,
  type Schedule,
  type WrittenTime,
} from './msel-schedule.js';
import { readTime } from './msel-times.js';
import { isStartEx } from './msel-words.js';
import { cellText } from './table.js';

export interface EventPlace {
  readonly phase: string;
  /** Minutes of play after the phase began. */
  readonly minutes: number;
}

/** Left at the end of a module whose length nothing tells. */
const tailMinutes = 30;

/**
 * Adds the phases and places every event. Findings: `msel/no-times`, `msel/times-compressed`,
 * `msel/before-startex`, `msel/too-many-phases`, `msel/phases-by-gaps`, `msel/phase-unreadable`, and those of `readSchedule`.
 */
export function placeEvents(
  draft: Draft,
  entries: readonly MselEntry[],
  tally: Tally,
): EventPlace[] {
  const isOwn = entries.some(({ texts }) => texts.phaseKey !== undefined);
  return isOwn ? placeByKeys(draft, entries) : placeByTimes(draft, entries, tally);
}

/** Whether a day of its own begins the line of times: at midnight, or at StartEx. */
function baseOf(draft: Draft, written: readonly WrittenTime[], schedule: Schedule): string {
  const { startsAt } = draft.settings;
  const offset = /(Z|[+-]\d{2}:\d{2})$/.exec(startsAt)?.[1] ?? 'Z';
  if (schedule.from === 'date') return `1970-01-01T00:00:00${schedule.isZoned ? 'Z' : offset}`;
  const hasHour = written.some(
    ({ text, time }) =>
      time?.kind === 'clock' ||
      time?.kind === 'weekday' ||
      (time?.kind === 'relative' && /\d ?[h:時]\d/i.test(text)),
  );
  if (!hasHour)
    return momentAfter(startsAt, -least(schedule.minutes.flatMap((value) => value ?? [])));
  const midnight = `${startsAt.slice(0, 10)}T00:00:00${offset}`;
  const first = written.find(({ time }) => time?.kind === 'weekday')?.time;
  if (first?.kind !== 'weekday') return midnight;
  const monday = (new Date(`${startsAt.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7;
  return momentAfter(midnight, ((first.day - monday + 7) % 7) * 1_440);
}

function placeByTimes(draft: Draft, entries: readonly MselEntry[], tally: Tally): EventPlace[] {
  const { findings, settings } = draft;
  const play = written(entries, 'time');
  const story = written(entries, 'scenarioTime');
  const hasPlay = play.some(({ time }) => time !== null);
  const hasStory = story.some(({ time }) => time !== null);
  const leading = hasPlay || !hasStory ? play : story;
  const schedule = readSchedule(leading, findings);
  const minutes =
    hasPlay || hasStory ? fillGaps(schedule.minutes) : evenly(entries.length, settings.playMinutes);
  if (!hasPlay && !hasStory) {
    findings.warn(
      'msel/no-times',
      '',
      'no event has a time',
      'they are spread over play in their order',
    );
  }
  clampToStart(entries, minutes, tally);
  const names = phaseNames(entries, draft);
  const plan = planPlay(
    minutes.map((value, index) => ({ minutes: value, phase: names[index] ?? null })),
    settings.playMinutes,
  );
  if (plan.isCompressed) {
    findings.note(
      'msel/times-compressed',
      '',
      'the list’s own times are longer than play',
      `its modules take ${Math.round(plan.lengthMinutes)} minutes together; their rates keep scenario time right`,
    );
  }
  const storySchedule = hasPlay && hasStory ? readSchedule(story, findings) : null;
  const base = baseOf(draft, leading, schedule);
  const storyBase = storySchedule === null ? base : baseOf(draft, story, storySchedule);
  const ids = new NameIds();
  const phases = plan.phases.map((phase, index) => {
    const title = phase.name ?? (plan.phases.length === 1 ? 'Play' : `Part ${index + 1}`);
    const members = plan.places.flatMap((place, event) =>
      place.phase === index ? [{ event, minutes: place.minutes }] : [],
    );
    const told = members.flatMap(({ event, minutes: at }) => {
      const moment = storySchedule?.minutes[event] ?? null;
      return moment === null ? [] : [[at, moment] as const];
    });
    const rate = told.length > 0 ? (rateOf(told) ?? phase.rate) : phase.rate;
    const begins = told.length > 0 ? firstMoment(told, rate) : phase.fromMinutes;
    const startsAt = momentAfter(told.length > 0 ? storyBase : base, begins);
    return {
      id: ids.take(title, `part-${index + 1}`),
      title,
      startsAt,
      rate,
      length: phase.lengthMinutes,
    };
  });
  if (phases.length > 1 && names.every((name) => name === null)) {
    findings.note(
      'msel/phases-by-gaps',
      '',
      'the list names no modules',
      `gaps of more than four hours make ${phases.length}`,
    );
  }
  addPhases(draft, phases);
  return plan.places.map(({ phase, minutes: at }) => ({
    phase: phases[phase]?.id ?? 'play',
    minutes: at,
  }));
}

/** Scenario time at which a phase begins, from its first event's. */
function firstMoment(
  pairs: readonly (readonly [play: number, story: number])[],
  rate: number,
): number {
  const [at, moment] = [...pairs].sort(([a], [b]) => a - b)[0] ?? [0, 0];
  return moment - at * rate;
}

function written(entries: readonly MselEntry[], field: 'time' | 'scenarioTime'): WrittenTime[] {
  return entries.map((entry) => {
    const { cell, where } = entry[field];
    return { where, text: cellText(cell), time: readTime(cell) };
  });
}

function evenly(count: number, playMinutes: number): number[] {
  const step = (playMinutes * 0.8) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => index * step);
}

/** What comes before StartEx comes at StartEx. */
function clampToStart(entries: readonly MselEntry[], minutes: number[], tally: Tally): void {
  const start = entries.findIndex(({ texts }) => isStartEx(texts.title ?? ''));
  const zero = minutes[start];
  if (zero === undefined) return;
  minutes.forEach((value, index) => {
    if (value >= zero) return;
    minutes[index] = zero;
    tally.add(
      'msel/before-startex',
      entries[index]?.where ?? '',
      'its time is before that of StartEx',
      'it comes at StartEx',
      'warning',
    );
  });
}

function phaseNames(entries: readonly MselEntry[], { findings }: Draft): (string | null)[] {
  const names = entries.map(({ texts }) => texts.phase?.trim() ?? null);
  const distinct = new Set(names.filter((name) => name !== null));
  if (distinct.size <= maxPhases - 20) return names;
  findings.warn(
    'msel/too-many-phases',
    '',
    `${distinct.size} different modules`,
    'they were left out; gaps in time make modules',
  );
  return names.map(() => null);
}

/** A list that this product wrote: phases by their keys, events at their minute of the phase. */
function placeByKeys(draft: Draft, entries: readonly MselEntry[]): EventPlace[] {
  const book = new KeyBook();
  for (const { texts } of entries) {
    if (texts.phaseKey !== undefined)
      book.learn([(texts.phase ?? '').trim()], [texts.phaseKey.trim()]);
  }
  const ids = new NameIds();
  const phases = new Map<
    string,
    { id: string; title: string; startsAt?: string; rate?: number; length: number }
  >();
  const places = entries.map(({ texts, time, where }) => {
    const name = (texts.phase ?? '').trim();
    const key = book.keyFor(name, texts.phaseKey?.trim()) ?? `name ${name}`;
    let phase = phases.get(key);
    if (phase === undefined) {
      const id = ids.claim(key) ? key : ids.take(name, 'phase');
      phase = { id, title: name || id, ...beginning(texts.phaseBegins, where, draft), length: 0 };
      phases.set(key, phase);
    }
    const read = readTime(time.cell);
    if (read === null && time.cell !== null) {
      draft.findings.warn(
        'msel/time-unreadable',
        where,
        quote(cellText(time.cell)),
        'it comes at the beginning of its phase',
      );
    }
    const minutes = read?.kind === 'relative' ? roundMinutes(read.minutes) : 0;
    phase.length = Math.max(phase.length, minutes);
    return { phase: phase.id, minutes };
  });
  addPhases(
    draft,
    [...phases.values()].map((phase) => ({ ...phase, length: phase.length + tailMinutes })),
  );
  return places;
}

/** "2026-12-01T06:30:00+09:00 x10": scenario date and rate, either of which may be missing. */
function beginning(
  text: string | undefined,
  where: string,
  { findings }: Draft,
): { startsAt?: string; rate?: number } {
  const match = /^(\d{4}-\S+)?\s*(?:x(\d+(?:\.\d+)?))?$/.exec(text?.trim() ?? '');
  const [, startsAt, rate] = match ?? [];
  const isSound =
    match !== null &&
    (startsAt === undefined || z.iso.datetime({ offset: true }).safeParse(startsAt).success) &&
    Number(rate ?? 0) <= 1_440;
  if (!isSound) {
    findings.warn(
      'msel/phase-unreadable',
      where,
      quote(text ?? ''),
      'its phase goes on from the one before',
    );
    return {};
  }
  return {
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(rate === undefined ? {} : { rate: Number(rate) }),
  };
}

interface NewPhase {
  readonly id: string;
  readonly title: string;
  readonly startsAt?: string;
  readonly rate?: number;
  /** Minutes of play until it hands over. */
  readonly length: number;
}

function addPhases(draft: Draft, phases: readonly NewPhase[]): void {
  phases.forEach(({ id, title, startsAt, rate, length }, index) => {
    const next = phases[index + 1];
    const begins = startsAt ?? (index === 0 ? draft.settings.startsAt : undefined);
    draft.parts.phases.push({
      id,
      title,
      ...(begins === undefined ? {} : { startsAt: begins }),
      ...(rate === undefined ? {} : { rate }),
      exits:
        next === undefined
          ? []
          : [{ to: next.id, when: { kind: 'at', minutes: roundMinutes(length) } }],
    });
  });
  draft.lengthMinutes = roundMinutes(phases.reduce((sum, { length }) => sum + length, 0));
}
