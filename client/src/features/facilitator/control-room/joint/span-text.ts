/** A span of scenario time in the language's own units, the two that matter: `2 days 5 hr`, `5 hr 20 min`. */

const minuteMs = 60_000;

export function spanText(ms: number, language: string): string {
  const minutes = Math.floor(ms / minuteMs);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const parts: readonly (readonly [number, string])[] =
    days > 0
      ? [
          [days, 'day'],
          [hours % 24, 'hour'],
        ]
      : [
          [hours, 'hour'],
          [minutes % 60, 'minute'],
        ];
  const said = parts.filter(([count]) => count > 0);
  return (said.length === 0 ? [[0, 'minute'] as const] : said)
    .map(([count, unit]) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ');
}
