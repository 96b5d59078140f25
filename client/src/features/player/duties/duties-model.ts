/** Reports that the table owes: in which order, how much time is left, and what a report lacks. */
import type { ObligationView } from '@trilogue/engine/views/exchange-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';

/** What has to be reported yet first, the nearest end leading; then what was filed or waived. */
export function dutiesInOrder({ obligations }: PlayerView): ObligationView[] {
  return Object.values(obligations).sort(
    (a, b) => Number(!isOwed(a)) - Number(!isOwed(b)) || a.dueScenarioMs - b.dueScenarioMs,
  );
}

/** Nothing was filed, in time or late, and it was not waived. */
export function isOwed({ report, status }: ObligationView): boolean {
  return report === null && (status === 'open' || status === 'missed');
}

export type FieldTexts = Readonly<Record<string, string>>;

/** Ids of the required fields that are empty, in the report's order. */
export function emptyFields({ fields }: ObligationView, texts: FieldTexts): string[] {
  return fields
    .filter(({ id, isRequired }) => isRequired && (texts[id] ?? '').trim() === '')
    .map(({ id }): string => id);
}

/** What is filed: the fields that hold something. */
export function filledFields({ fields }: ObligationView, texts: FieldTexts) {
  return fields.flatMap(({ id }) => {
    const text = (texts[id] ?? '').trim();
    return text === '' ? [] : [{ fieldId: id, text }];
  });
}

export interface Span {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** A time of any length in days, hours and minutes; what is begun of a minute does not count. */
export function spanOf(ms: number): Span {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  return {
    days: Math.floor(minutes / 1_440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
  };
}

/** `2 days 5 hr` or `5 hr 20 min`, in the language's own units: the two that matter. */
export function spanText(ms: number, language: string): string {
  const { days, hours, minutes } = spanOf(ms);
  const parts: [number, string][] =
    days > 0
      ? [
          [days, 'day'],
          [hours, 'hour'],
        ]
      : [
          [hours, 'hour'],
          [minutes, 'minute'],
        ];
  const [, [, smaller = 'minute'] = []] = parts;
  const said = parts.filter(([count]) => count > 0);
  return (said.length === 0 ? [[0, smaller] as const] : said)
    .map(([count, unit]) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ');
}

/** Scenario time below which the end of a reporting clock is near. */
export const nearScenarioMs = 2 * 3_600_000;

export function urgencyOfDuty(leftMs: number): 'calm' | 'near' | 'overdue' {
  if (leftMs <= 0) return 'overdue';
  return leftMs <= nearScenarioMs ? 'near' : 'calm';
}
