/** From the times of a source to minutes of play. */

const dayMinutes = 1_440;

/** Minutes of play, rounded to what a designer would write. */
export function roundMinutes(minutes: number): number {
  return Math.min(10_080, Math.max(0, Math.round(minutes * 10) / 10));
}

/** A moment so many minutes after `startsAt`, with the same offset. */
export function momentAfter(startsAt: string, minutes: number): string {
  const offset = /(Z|[+-]\d{2}:\d{2})$/.exec(startsAt)?.[1] ?? 'Z';
  const sign = offset.startsWith('-') ? -1 : 1;
  const [hours = 0, rest = 0] = offset === 'Z' ? [0, 0] : offset.slice(1).split(':').map(Number);
  const offsetMs = sign * (hours * 60 + rest) * 60_000;
  const wanted = Date.parse(startsAt) + minutes * 60_000 + offsetMs;
  // Beyond these a date has no four-digit year.
  const local = new Date(Math.min(lastMs, Math.max(firstMs, wanted)));
  return `${local.toISOString().slice(0, 19)}${offset}`;
}

const firstMs = Date.UTC(1000, 0, 1);
const lastMs = Date.UTC(9998, 0, 1);

export interface Timed {
  /** Minutes since some beginning, negative before it. */
  readonly minutes: number;
  /** The module it belongs to, where the source names one. */
  readonly phase: string | null;
}

export interface PlannedPhase {
  /** As the source names it; null for one made of times that lie close together. */
  readonly name: string | null;
  /** Minutes of the source at which it begins. */
  readonly fromMinutes: number;
  /** Minutes of play until it hands over to the next. */
  readonly lengthMinutes: number;
  /** Minutes of the source in a minute of play. */
  readonly rate: number;
}

export interface PlayPlan {
  readonly phases: readonly PlannedPhase[];
  /** For each event: which phase, and how many minutes of play after its beginning. */
  readonly places: readonly { readonly phase: number; readonly minutes: number }[];
  /** Minutes of play from StartEx to the end. */
  readonly lengthMinutes: number;
  /** Whether play is shorter than the source's own time. */
  readonly isCompressed: boolean;
}

/** Modules of one draft; more named ones than these must not be given. */
export const maxPhases = 60;
/** A gap in minutes after which a new module begins, where the source names none. */
const gapMinutes = 240;
/** Left at the end of each module for what is still being answered. */
const tailMinutes = 15;
/** Longest play that follows the source's own times without being asked to. */
const longestOwnMinutes = 480;

/**
 * Lays events out in play. The source's own times are kept where all of it fits into eight hours of
 * play without its gaps; otherwise its modules are compressed to `playMinutes` together.
 */
export function planPlay(events: readonly Timed[], playMinutes: number): PlayPlan {
  let gap = gapMinutes;
  let groups = groupEvents(events, gap);
  // A year of single days makes no hundred modules.
  while (groups.length > maxPhases && gap < 1e12) {
    gap *= 4;
    groups = groupEvents(events, gap);
  }
  const spans = groups.map(({ members }) => {
    const minutes = members.map((index) => events[index]?.minutes ?? 0);
    return { from: least(minutes), to: greatest(minutes) };
  });
  const total = spans.reduce((sum, { from, to }) => sum + (to - from), 0);
  const tails = tailMinutes * groups.length;
  const isCompressed = total + tails > longestOwnMinutes;
  const room = Math.max(playMinutes * 0.5, playMinutes - tails);
  const rate = isCompressed ? Math.max(1, total / room) : 1;
  const tail = isCompressed
    ? Math.max(1, Math.min(tailMinutes, playMinutes / groups.length / 2))
    : tailMinutes;
  const places = events.map(() => ({ phase: 0, minutes: 0 }));
  const phases = groups.map(({ name, members }, phase): PlannedPhase => {
    const { from, to } = spans[phase] ?? { from: 0, to: 0 };
    for (const index of members) {
      const minutes = roundMinutes(((events[index]?.minutes ?? 0) - from) / rate);
      places[index] = { phase, minutes };
    }
    // A scenario's clock runs at most a day in a minute; beyond it the date jumps with the phase.
    const shown = Math.min(dayMinutes, Math.round(rate * 100) / 100);
    const lengthMinutes = Math.max(0.5, roundMinutes((to - from) / rate + tail));
    return { name, fromMinutes: from, lengthMinutes, rate: shown };
  });
  const lengthMinutes = phases.reduce((sum, phase) => sum + phase.lengthMinutes, 0);
  return { phases, places, lengthMinutes, isCompressed };
}

/**
 * Events of one module: those the source puts together, else those with no gap longer than
 * `gap` minutes between them.
 */
function groupEvents(
  events: readonly Timed[],
  gap: number,
): { name: string | null; members: number[] }[] {
  const order = events
    .map((event, index) => ({ ...event, index }))
    .sort((a, b) => a.minutes - b.minutes || a.index - b.index);
  const groups: { name: string | null; members: number[] }[] = [];
  const named = new Map<string, number[]>();
  let last: number | null = null;
  let open: number[] | null = null;
  for (const { minutes, phase, index } of order) {
    if (phase !== null) {
      const members = named.get(phase);
      if (members !== undefined) members.push(index);
      else {
        const fresh = [index];
        named.set(phase, fresh);
        groups.push({ name: phase, members: fresh });
      }
      open = named.get(phase) ?? null;
    } else if (open === null || (last !== null && minutes - last > gap)) {
      open = [index];
      groups.push({ name: null, members: open });
    } else {
      open.push(index);
    }
    last = minutes;
  }
  return groups;
}

export function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
}

export function greatest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);
}
