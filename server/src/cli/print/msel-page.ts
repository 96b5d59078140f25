/** The MSEL across the page, a table for each phase with its name repeated on every sheet. */
import type { Edition } from '@trilogue/engine/handout/edition';
import { type MselGroup, type MselRow, mselOf } from '@trilogue/engine/handout/msel';
import { escapeHtml } from '../rehearse/html.js';
import { inline } from './block-html.js';
import { missingNote, type Paper, printed } from './frame.js';

/** Shares of the width, in percent. */
const widths = [3, 9.4, 7.6, 4.4, 6.8, 7.2, 4.3, 13.6, 25.6, 0, 5.9, 3.9];

export function mselPage(edition: Edition, paper: Paper): string {
  const { words } = edition;
  const groups = mselOf(edition).groups.map((group) => groupHtml(edition, group));
  const body = `<h1>${escapeHtml(words.titles.msel)}</h1>${missingNote(edition)}<p>${escapeHtml(words.msel.about)}</p>${groups.join('')}`;
  return printed(
    edition,
    { title: words.titles.msel, handling: 'staff', paper, orientation: 'landscape', style },
    body,
  );
}

function groupHtml({ words }: Edition, { title, begins, rows }: MselGroup): string {
  const { labels } = words;
  const heads = [
    labels.number,
    labels.scenarioTime,
    labels.playTime,
    labels.actual,
    labels.from,
    labels.to,
    labels.method,
    labels.message,
    labels.expectedAction,
    words.pair(labels.objective, labels.capability),
    labels.controller,
    labels.status,
  ];
  const columns = widths.map((width) => (width === 0 ? '<col>' : `<col style="width:${width}%">`));
  return `<table class="msel"><colgroup>${columns.join('')}</colgroup><thead>
<tr class="phase"><th colspan="${heads.length}"><b>${escapeHtml(title)}</b> ${begins.map(escapeHtml).join(' · ')}</th></tr>
<tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(rowHtml).join('')}</tbody></table>`;
}

function rowHtml(row: MselRow): string {
  const mark = row.mark === null ? '' : `<span class="mark">${escapeHtml(row.mark)}</span> `;
  const kind = row.mark === row.kind ? '' : escapeHtml(row.kind);
  const play = row.playTime === null ? '' : `<p class="time">${escapeHtml(row.playTime)}</p>`;
  const expected = row.expected.map(
    ({ teams, task, within, action }) =>
      `<li><b>${escapeHtml(teams)}</b> · ${escapeHtml(task)} · ${escapeHtml(within)}${action === null ? '' : `<br>${inline(action)}`}</li>`,
  );
  const cells = [
    `<b class="number">${escapeHtml(row.number)}</b>`,
    lines(row.scenarioTimes),
    `${play}${lines(row.when)}`,
    '',
    escapeHtml(row.from),
    escapeHtml(row.to),
    escapeHtml(row.method),
    `<p class="small">${mark}${kind}</p><p><b>${inline(row.title)}</b></p><p>${inline(row.message)}</p>`,
    expected.length === 0 ? '' : `<ul>${expected.join('')}</ul>`,
    lines(row.objectives),
    '',
    '',
  ];
  return `<tr class="${row.route}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function lines(list: readonly string[]): string {
  return list.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
}

const style = `
@page { margin: 15mm 9mm 14mm; }
@media screen { body { max-width: 297mm; } }
html { font-size: 8.6pt; }
.msel { width: calc(100% - .5mm); font-size: 6.6pt; line-height: 1.32; margin-bottom: 6mm; }
.msel th, .msel td { padding: .8mm 1mm; }
.msel .phase th { background: #fff; border: 0; padding: 0 0 1.2mm; font-weight: 400; font-size: 8pt; } .msel .phase b { font-size: 10.5pt; margin-right: 2mm; }
.msel p { margin: 0 0 .4mm; orphans: 2; widows: 2; } .msel ul { padding-left: 2.6mm; } .msel li { margin: 0 0 .5mm; }
.msel .number { font-size: 9pt; } .msel .time { font-weight: 700; font-size: 8pt; font-variant-numeric: tabular-nums; }
.msel thead th { font-size: 6.3pt; }
.msel .small { color: #333; } .msel .mark { border: .6pt solid #111; padding: 0 .8mm; font-weight: 700; color: #111; }
.msel tr.branch td:first-child, .msel tr.contingency td:first-child, .msel tr.byHand td:first-child, .msel tr.deck td:first-child { border-left: 2.4pt solid #111; }
.msel tr.contingency .mark, .msel tr.deck .mark, .msel tr.byHand .mark { border-style: dashed; }
`;
