/** Plain charts as inline SVG: each says in words what it shows. */
import type { Spread } from '@trilogue/engine/rehearsal/report';
import { escapeHtml } from './html.js';
import { percent } from './text-report.js';

export interface Bar {
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly note?: string;
}

export function bars(list: readonly Bar[]): string {
  return list
    .map(({ label, share, note }) => {
      const shown = percent(share);
      const chart = svg(
        `${label}: ${shown}`,
        `${track}<rect x="0" y="2" width="${round(share * 100)}" height="10" rx="1" fill="var(--fill)"/>`,
      );
      const side = note === undefined ? '' : ` <span class="note">${escapeHtml(note)}</span>`;
      const never = share === 0 ? ' never' : '';
      return row(`${escapeHtml(label)}${side}`, chart, shown, never);
    })
    .join('');
}

/** Least, a tenth, median, nine tenths and most on a line. */
export function boxes(
  list: readonly { readonly label: string; readonly spread: Spread; readonly maximum: number }[],
  words: (value: number) => string = (value) => String(Math.round(value)),
): string {
  const floor = Math.min(0, ...list.map(({ spread }) => spread.least));
  const top = Math.max(1e-9, ...list.map(({ maximum, spread }) => Math.max(maximum, spread.most)));
  const at = (value: number) => round(((value - floor) / (top - floor)) * 100);
  return list
    .map(({ label, spread }) => {
      const { least, low, median, high, most } = spread;
      const told = [least, low, median, high, most].map(words).join(' / ');
      const chart = svg(
        `${label}: ${told}`,
        `<line x1="${at(least)}" x2="${at(most)}" y1="7" y2="7" stroke="var(--soft)" stroke-width="1"/>
<rect x="${at(low)}" y="2" width="${round(Math.max(0.4, at(high) - at(low)))}" height="10" fill="var(--fill)" opacity="0.45"/>
<rect x="${at(median)}" y="1" width="0.8" height="12" fill="var(--fill)"/>`,
      );
      return row(
        `${escapeHtml(label)} <span class="note">${escapeHtml(told)}</span>`,
        chart,
        words(median),
      );
    })
    .join('');
}

/** Ways from one thing to another, the busiest first. */
export function flow(
  ways: readonly { readonly from: string; readonly to: string; readonly times: number }[],
): string {
  const most = Math.max(1e-9, ...ways.map(({ times }) => times));
  return ways
    .map(({ from, to, times }) => {
      const label = `${from} → ${to}`;
      const chart = svg(
        `${label}: ${times}`,
        `${track}<rect x="0" y="2" width="${round((times / most) * 100)}" height="10" rx="1" fill="var(--fill)"/>`,
      );
      return row(escapeHtml(label), chart, times.toFixed(2));
    })
    .join('');
}

const track = '<rect x="0" y="2" width="100" height="10" rx="1" fill="var(--line)"/>';

function svg(label: string, content: string): string {
  return `<svg viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(label)}">${content}</svg>`;
}

function row(label: string, chart: string, value: string, extra = ''): string {
  return `<div class="row"><div class="label${extra}">${label}</div>${chart}<div class="value">${escapeHtml(value)}</div></div>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
