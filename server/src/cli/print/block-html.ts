/** Blocks of a document as HTML. A new kind of block does not compile until it has its form. */
import type { Block, Cell, Inline, Point } from '@trilogue/engine/handout/blocks';
import type { HandoutLanguage } from '@trilogue/engine/handout/words/words';
import type { Localized } from '@trilogue/engine/scenario/localize';
import type { TlpLabel } from '@trilogue/engine/scenario/sharing-schema';
import { escapeHtml } from '../rehearse/html.js';
import { markdown } from './markdown.js';

type BlockHtml<Kind extends Block['kind']> = (
  block: Extract<Block, { kind: Kind }>,
  language: HandoutLanguage,
) => string;

const htmlByKind: { readonly [Kind in Block['kind']]: BlockHtml<Kind> } = {
  paragraph: ({ text }) => `<p>${inline(text)}</p>`,
  markdown: ({ text }) => proseHtml(text),
  list: ({ points }) => `<ul>${points.map(pointHtml).join('')}</ul>`,
  steps: ({ points }) => `<ol>${points.map(pointHtml).join('')}</ol>`,
  ticks: ({ items }) =>
    `<ul class="ticks">${items.map((item) => `<li>${tick}<span>${inline(item)}</span></li>`).join('')}</ul>`,
  facts: ({ rows }, language) =>
    rows.length === 0
      ? ''
      : `<dl>${rows
          .map(
            ({ label, value }) =>
              `<dt>${escapeHtml(label)}</dt><dd${isBlank(value) ? ' class="blank"' : ''}>${cell(value, language)}</dd>`,
          )
          .join('')}</dl>`,
  table: tableHtml,
  box: ({ title, text }) =>
    `<div class="boxed"><b>${escapeHtml(title)}</b><p>${inline(text)}</p></div>`,
  lines: ({ title, count }) =>
    `<div class="lines"><b>${escapeHtml(title)}</b>${'<i></i>'.repeat(count)}</div>`,
  scale: ({ marks }) =>
    `<div class="scale">${marks
      .map(({ mark, meaning }) => `<b>${escapeHtml(mark)}</b><span>${escapeHtml(meaning)}</span>`)
      .join('')}</div>`,
};

export function blockHtml(block: Block, language: HandoutLanguage): string {
  // The table's entry for a kind takes blocks of that kind, which the compiler can't follow.
  const html = htmlByKind[block.kind] as BlockHtml<Block['kind']>;
  return html(block, language);
}

export const tick = '<span class="tick"></span>';

/** As many lines to write on as there is room for. */
export function answerLines(title: string): string {
  return `<div class="answer"><div><b>${escapeHtml(title)}</b>${'<i></i>'.repeat(34)}</div></div>`;
}

export function tlpBadge(tlp: TlpLabel): string {
  const name = tlp.toLowerCase().replace('+', '-');
  return `<span class="tlp tlp-${name}">TLP:${escapeHtml(tlp)}</span>`;
}

/** A text in another language than the document's says so. */
export function inline(text: Inline): string {
  if (typeof text === 'string') return escapeHtml(text);
  const words = escapeHtml(text.text);
  return text.isFallback
    ? `<span class="other" lang="${escapeHtml(text.language)}">${words}</span>`
    : words;
}

export function proseHtml(text: Localized): string {
  const attributes = text.isFallback
    ? ` class="prose other" lang="${escapeHtml(text.language)}"`
    : ' class="prose"';
  return `<div${attributes}>${markdown(text.text)}</div>`;
}

function pointHtml({ text, points = [] }: Point): string {
  const inner = points.length === 0 ? '' : `<ul>${points.map(pointHtml).join('')}</ul>`;
  return `<li>${inline(text)}${inner}</li>`;
}

function tableHtml(
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  language: HandoutLanguage,
): string {
  const widths = columns.map(({ percent }) =>
    percent === undefined ? '<col>' : `<col style="width:${percent}%">`,
  );
  const isTicked = (index: number) => rows.some((row) => isKind(row[index], 'tick'));
  const heads = columns.map(({ title, isNumber }, index) => {
    const style = isNumber ? ' class="number"' : isTicked(index) ? ' class="box"' : '';
    return `<th scope="col"${style}>${escapeHtml(title)}</th>`;
  });
  const body = rows.map((row) => {
    const cells = row.map((value, index) => {
      const style = isBlank(value)
        ? ' class="blank"'
        : isKind(value, 'tick')
          ? ' class="box"'
          : columns[index]?.isNumber
            ? ' class="number"'
            : '';
      return `<td${style}>${cell(value, language)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const whole = rows.length <= 6 ? ' class="whole"' : '';
  return `<table${whole}><colgroup>${widths.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function cell(value: Cell, language: HandoutLanguage): string {
  if (Array.isArray(value)) {
    return (value as readonly Block[]).map((block) => blockHtml(block, language)).join('');
  }
  const one = value as Exclude<Cell, readonly Block[]>;
  if (typeof one === 'string' || !('kind' in one)) return inline(one);
  if (one.kind === 'tlp') return tlpBadge(one.tlp);
  return one.kind === 'tick' ? tick : '';
}

function isBlank(value: Cell): boolean {
  return isKind(value, 'blank');
}

function isKind(value: Cell | undefined, kind: 'tick' | 'blank'): boolean {
  return typeof value === 'object' && 'kind' in value && value.kind === kind;
}
