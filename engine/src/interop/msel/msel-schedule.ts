/** The times of a whole list, brought onto one line. */
import { type Findings, quote } from '../finding.js';
import { greatest, least } from '../play-times.js';
import type { ReadTime } from './msel-times.js';

/** One event's time as it was written, and where. */
export interface WrittenTime {
  readonly where: string;
  readonly text: string;
  /** Null where the cell is blank or holds no time. */
  readonly time: ReadTime | null;
}

export interface Schedule {
  /** Minutes of one line for each event; null where nothing of its own is known. */
  readonly minutes: readonly (number | null)[];
  /** What the line counts from: 1970 by the clock on the wall, or nothing in particular. */
  readonly from: 'date' | 'nothing';
  /** Whether dates name their zone, and so count in UTC. */
  readonly isZoned: boolean;
}

const dayMinutes = 1_440;

/**
 * Dates rule where there are any; a time of day then belongs to the day of the event before it, and
 * to the next day where it is more than half a day earlier.
 * Findings: `msel/time-unreadable`, `msel/time-ambiguous`, `msel/past-midnight`.
 */
export function readSchedule(written: readonly WrittenTime[], findings: Findings): Schedule {
  for (const { where, text, time } of written) {
    if (time === null && text.trim() !== '') {
      findings.warn('msel/time-unreadable', where, quote(text), 'it goes with the event before it');
    }
    if (time?.kind === 'date' && time.isAmbiguous) {
      findings.warn(
        'msel/time-ambiguous',
        where,
        `${quote(text)}: day or month first?`,
        'the month was taken to stand first',
      );
    }
  }
  const hasDates = written.some(({ time }) => time?.kind === 'date');
  return {
    minutes: hasDates ? byDates(written) : byDays(written, findings),
    from: hasDates ? 'date' : 'nothing',
    isZoned: written.some(({ time }) => time?.kind === 'date' && time.isZoned),
  };
}

function byDates(written: readonly WrittenTime[]): (number | null)[] {
  const dates = written.flatMap(({ time }) => (time?.kind === 'date' ? [time.minutes] : []));
  const first = least(dates);
  let day = Math.floor(first / dayMinutes);
  return written.map(({ time }) => {
    switch (time?.kind) {
      case 'date':
        day = Math.floor(time.minutes / dayMinutes);
        return time.minutes;
      case 'clock':
        return day * dayMinutes + time.minutes;
      case 'relative':
        return first + time.minutes;
      case 'weekday':
        // The first of January 1970 was a Thursday.
        day += (((time.day + 4 - day) % 7) + 7) % 7;
        return day * dayMinutes + time.minutes;
      default:
        return null;
    }
  });
}

function byDays(written: readonly WrittenTime[], findings: Findings): (number | null)[] {
  const hasRelative = written.some(({ time }) => time?.kind === 'relative');
  const firstDay = written.find(({ time }) => time?.kind === 'weekday')?.time;
  const monday = firstDay?.kind === 'weekday' ? firstDay.day : 0;
  let day = 0;
  let last: number | null = null;
  return written.map(({ time, where }) => {
    if (time === null) return null;
    if (time.kind === 'relative' || time.kind === 'date') return time.minutes;
    if (time.kind === 'weekday') {
      const offset = (time.day - monday + 7) % 7;
      while (day < offset || day % 7 !== offset) day++;
    } else if (!hasRelative && last !== null && day * dayMinutes + time.minutes < last - 720) {
      day++;
      findings.note(
        'msel/past-midnight',
        where,
        'it is more than half a day before the event above it',
        'it was taken to be on the next day',
      );
    }
    last = day * dayMinutes + time.minutes;
    return last;
  });
}

/** Gives events without a time that of the one before them, else of the first after. */
export function fillGaps(minutes: readonly (number | null)[]): number[] {
  let last = minutes.find((value) => value !== null) ?? 0;
  return minutes.map((value) => {
    last = value ?? last;
    return last;
  });
}

/** Scenario minutes in a minute of play, from pairs of both; null where they don't tell. */
export function rateOf(pairs: readonly (readonly [play: number, story: number])[]): number | null {
  const play = pairs.map(([minutes]) => minutes);
  const story = pairs.map(([, minutes]) => minutes);
  const playSpan = greatest(play) - least(play);
  const storySpan = greatest(story) - least(story);
  if (playSpan <= 0 || storySpan < 0) return null;
  return Math.min(dayMinutes, Math.round((storySpan / playSpan) * 100) / 100);
}
