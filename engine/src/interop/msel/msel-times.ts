/** Times as people write them into a list of events. */
import type { CellValue } from './table.js';

export type ReadTime =
  /** Minutes since midnight of no particular day. */
  | { readonly kind: 'clock'; readonly minutes: number }
  /** A day and hour; `minutes` since 1970 by the clock on the wall, or in UTC where a zone is given. */
  | {
      readonly kind: 'date';
      readonly minutes: number;
      readonly isZoned: boolean;
      readonly isAmbiguous: boolean;
    }
  /** Minutes since the beginning, negative before it. */
  | { readonly kind: 'relative'; readonly minutes: number }
  /** Monday is 0. */
  | { readonly kind: 'weekday'; readonly day: number; readonly minutes: number };

const dayMinutes = 1_440;
/** Days from the first day of a spreadsheet's calendar to 1970. */
const excelEpochDays = 25_569;
/** Years of a time nobody means. */
const farthestMinutes = 60 * 24 * 366 * 400;

/** Null for what is no time. A number below 1 is a part of a day, a large one a spreadsheet's day. */
export function readTime(cell: CellValue | undefined): ReadTime | null {
  if (cell instanceof Date) return fromDate(cell);
  if (typeof cell === 'number') return fromNumber(cell);
  if (typeof cell !== 'string') return null;
  const text = cell
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > 60) return null;
  // A text file has its numbers as text; four digits are an hour and its minutes.
  if (/^-?\d+(\.\d+)?$/.test(text) && !/^([01]\d|2[0-3])[0-5]\d$/.test(text)) {
    return fromNumber(Number(text));
  }
  for (const reader of readers) {
    const time = reader(text);
    if (time !== null) return Math.abs(time.minutes) <= farthestMinutes ? time : null;
  }
  return null;
}

function fromDate(date: Date): ReadTime | null {
  const minutes = date.getTime() / 60_000;
  if (!Number.isFinite(minutes)) return null;
  if (date.getUTCFullYear() >= 1901)
    return { kind: 'date', minutes, isZoned: false, isAmbiguous: false };
  const sinceZero = minutes + excelEpochDays * dayMinutes;
  return fromNumber(sinceZero / dayMinutes);
}

function fromNumber(value: number): ReadTime | null {
  if (!Number.isFinite(value)) return null;
  if (value >= 0 && value < 1) return { kind: 'clock', minutes: Math.round(value * dayMinutes) };
  if (value >= 20_000 && value < 80_000) {
    const minutes = Math.round((value - excelEpochDays) * dayMinutes);
    return { kind: 'date', minutes, isZoned: false, isAmbiguous: false };
  }
  return Math.abs(value) < 20_000 ? { kind: 'relative', minutes: value } : null;
}

/** "19:29", "07:29 PM", "09h05", "7.30pm", "0930hrs", "9 AM", "午後7時29分", "19:29:30". */
const clock = String.raw`(?:(午前|午後) ?)?(\d{1,2})(?: ?(?::|h|H|\.|時) ?(\d{2})?(?: ?(?::|分) ?(\d{2})?)?(?:分|秒)?)? ?(am|pm|a\.m\.?|p\.m\.?)?(?: ?(?:hrs?|hours|local|utc|z))?`;
const clockAlone = new RegExp(`^${clock}$`, 'i');

function readClock(text: string): number | null {
  const compact = /^(\d{2})(\d{2}) ?(?:hrs?|h|z|l|hours)?$/i.exec(text);
  if (compact) return minutesOfDay(Number(compact[1]), Number(compact[2]));
  const match = clockAlone.exec(text);
  if (match === null) return null;
  const [, half, hour = '', minute, , suffix] = match;
  // A bare number is no time of day.
  if (half === undefined && minute === undefined && suffix === undefined && !/[h時:]/i.test(text)) {
    return null;
  }
  const isAfternoon = half === '午後' || /^p/i.test(suffix ?? '');
  const isMorning = half === '午前' || /^a/i.test(suffix ?? '');
  const hours = Number(hour) % (isAfternoon || isMorning ? 12 : 100);
  return minutesOfDay(hours + (isAfternoon ? 12 : 0), Number(minute ?? 0));
}

function minutesOfDay(hours: number, minutes: number): number | null {
  return hours <= 24 && minutes < 60 && hours * 60 + minutes <= dayMinutes
    ? hours * 60 + minutes
    : null;
}

type Reader = (text: string) => ReadTime | null;

const readers: readonly Reader[] = [
  readIso,
  readNumericDate,
  readNamedDate,
  readDayAndHour,
  readOffset,
  readNumberedDay,
  readWeekday,
  readHour,
];

/** A time of day; of "10:00 - 10:30" the first. */
function readHour(text: string): ReadTime | null {
  const [first = '', second, ...more] = text.split(/ ?(?:-|~|〜|\bto\b) ?/);
  const minutes = readClock(first);
  const isRange = second !== undefined && more.length === 0 && readClock(second) !== null;
  return minutes === null || (second !== undefined && !isRange) ? null : { kind: 'clock', minutes };
}

/** "2026-12-01T08:00:00+08:00", "2026/12/1 8:00", "2026年12月1日 午後3時". */
function readIso(text: string): ReadTime | null {
  const match =
    /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?(?:\([^)]{1,3}\))?(?:[T ,]+(.+))?$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, rest = ''] = match;
  const zone = /(?:\.\d+)? ?(Z|[+-]\d{2}:?\d{2})$/i.exec(rest);
  const hour = rest
    .slice(0, zone?.index ?? rest.length)
    .replace(/\.\d+$/, '')
    .replace(/ ?\(.*$/, '');
  const minutes = hour === '' ? 0 : readClock(hour);
  if (minutes === null) return null;
  const time = dated(Number(year), Number(month), Number(day), minutes - offsetOf(zone?.[1]));
  return time === null ? null : { ...time, isZoned: zone !== null };
}

/** Minutes east of UTC. */
function offsetOf(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** "23.3.2026 04:00" and "12/1/2026": the day stands first where it can't be a month. */
function readNumericDate(text: string): ReadTime | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,]+(.+))?$/.exec(text);
  if (match === null) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const minutes = match[4] === undefined ? 0 : readClock(match[4]);
  if (minutes === null) return null;
  const isDayFirst = first > 12;
  const time = dated(year, isDayFirst ? second : first, isDayFirst ? first : second, minutes);
  const isAmbiguous = first <= 12 && second <= 12 && first !== second;
  return time === null ? null : { ...time, isAmbiguous };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "1 Dec 2026 08:00", "December 1, 2026 8 AM". */
function readNamedDate(text: string): ReadTime | null {
  const match =
    /^(?:[A-Za-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})(?:[ ,]+(?:at )?(.+))?$/.exec(
      text,
    ) ??
    /^(?:[A-Za-z]+, )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,]+(?:at )?(.+))?$/.exec(
      text,
    );
  if (match === null) return null;
  const [, a = '', b = '', year, hour] = match;
  const [day, name] = /^\d/.test(a) ? [a, b] : [b, a];
  const month = months.indexOf(name.slice(0, 3).toLowerCase());
  const minutes = hour === undefined ? 0 : readClock(hour);
  return month < 0 || minutes === null
    ? null
    : dated(Number(year), month + 1, Number(day), minutes);
}

function dated(
  year: number,
  month: number,
  day: number,
  minutes: number,
): Extract<ReadTime, { kind: 'date' }> | null {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal
    ? { kind: 'date', minutes: ms / 60_000 + minutes, isZoned: false, isAmbiguous: false }
    : null;
}

/** French and English planners' "J+3 09h05", "J-60", "D+1 H+2 M-5", "H+2"; a chronogram's form. */
function readDayAndHour(text: string): ReadTime | null {
  const match =
    /^(?:([JD]) ?([+-] ?\d{1,5})?)?(?: ?H ?([+-] ?\d{1,5}))?(?: ?M ?([+-] ?\d{1,6}))?(?: (.+))?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, letter, days, hours, minutes, hour] = match;
  if (letter === undefined && hours === undefined && minutes === undefined) return null;
  const ofDay = hour === undefined ? 0 : readClock(hour);
  if (ofDay === null || (hour !== undefined && letter === undefined)) return null;
  const [d, h, m] = [days, hours, minutes].map((part) => Number((part ?? '0').replace(/ /g, '')));
  return { kind: 'relative', minutes: (d ?? 0) * dayMinutes + (h ?? 0) * 60 + (m ?? 0) + ofDay };
}

/** "T+15", "T+1:30", "StartEx + 20 min", "+0:15", "15 min", "2 hours", "30分後". */
function readOffset(text: string): ReadTime | null {
  const match =
    /^(T|start ?ex|start|h-hour)? ?([+-])? ?(\d{1,5})(?::(\d{2}))?(?::\d{2})? ?(min(?:ute)?s?\.?|m|h(?:ou)?rs?|hours?|h|minutos?|oras|分|時間)?(?:後| in| from startex| after startex)?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, anchor, sign, amount = '', minutes, unit] = match;
  if (anchor === undefined && sign === undefined && unit === undefined) return null;
  // "09h" and "0930hrs" are times of day.
  const isBare = anchor === undefined && sign === undefined;
  if (isBare && (/^h$/i.test(unit ?? '') || /^\d{4} ?h/i.test(text))) return null;
  if (isBare && minutes !== undefined) return null;
  const isHours = /^(h|oras|時間)/i.test(unit ?? '');
  const total =
    minutes === undefined
      ? Number(amount) * (isHours ? 60 : 1)
      : Number(amount) * 60 + Number(minutes);
  return { kind: 'relative', minutes: sign === '-' ? -total : total };
}

/** "Day 3, 14:00", "3日目 14:00", "Araw 2 9:00". The first day is day 1. */
function readNumberedDay(text: string): ReadTime | null {
  const match = /^(?:(?:day|jour|araw) ?(\d{1,4})|(\d{1,4}) ?日目)[ ,:-]*(.*)$/i.exec(text);
  if (match === null) return null;
  const hour = (match[3] ?? '').trim();
  const minutes = hour === '' ? 0 : readClock(hour);
  const day = Number(match[1] ?? match[2]);
  return minutes === null ? null : { kind: 'relative', minutes: (day - 1) * dayMinutes + minutes };
}

const weekdays: readonly RegExp[] = [
  /^(mon(day)?|lunes|月曜日?)/i,
  /^(tue(s|sday)?|martes|火曜日?)/i,
  /^(wed(nesday)?|miy[eé]rkules|水曜日?)/i,
  /^(thu(r|rs|rsday)?|huwebes|木曜日?)/i,
  /^(fri(day)?|biyernes|金曜日?)/i,
  /^(sat(urday)?|sabado|土曜日?)/i,
  /^(sun(day)?|linggo|日曜日?)/i,
];

/** "Monday 9:30 AM". */
function readWeekday(text: string): ReadTime | null {
  const day = weekdays.findIndex((pattern) => pattern.test(text));
  const name = weekdays[day]?.exec(text)?.[0];
  if (name === undefined) return null;
  const hour = text.slice(name.length).replace(/^[ ,:-]+/, '');
  const minutes = hour === '' ? 0 : readClock(hour);
  return minutes === null ? null : { kind: 'weekday', day, minutes };
}
