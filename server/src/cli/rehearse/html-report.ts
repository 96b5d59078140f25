/** The report of many rehearsals as one page that needs nothing else: no script, no network. */
import type { RehearsalReport, Spread } from '@trilogue/engine/rehearsal/report';
import { type LocalizedText, localize } from '@trilogue/engine/scenario/localize';
import type { Playbook } from '@trilogue/engine/scenario/playbook';
import { bars, boxes, flow } from './charts.js';
import { escapeHtml, page } from './html.js';
import { percent } from './text-report.js';

export function htmlReport(
  report: RehearsalReport,
  { scenario }: Playbook,
  language: string,
): string {
  const words = (text: LocalizedText) =>
    localize(text, language, scenario.defaultLanguage).text.replace(/\s+/g, ' ');
  const nameOf = (id: string) => {
    const asset = report.assets.find((one) => one.id === id);
    return asset === undefined ? id : words(asset.name);
  };
  const title = `${words(report.title)}: ${report.runs} rehearsals`;
  const summary = [
    ['Teams', report.teams],
    ['Seed', String(report.seed)],
    ['Length', `${range(report.minutes)} min`],
    ['Actions', range(report.actions)],
    ['Facts', range(report.facts)],
    ['Actions refused', percent(report.refused)],
  ] as const;
  const sections = [
    section(
      'What was never reached',
      report.unreached.length === 0
        ? '<p>Everything was reached in some rehearsal.</p>'
        : `<ul>${report.unreached.map((what) => `<li>${escapeHtml(what)}</li>`).join('')}</ul>`,
    ),
    section(
      'Endings',
      bars(report.endings.map(({ title, reached }) => ({ label: words(title), share: reached }))),
    ),
    section(
      'Injects',
      bars(
        report.injects.map(({ number, title, reached, minute }) => ({
          label: `${number} ${words(title)}`,
          share: reached,
          note: minute === null ? 'never' : `minute ${Math.round(minute)}`,
        })),
      ),
    ),
    section(
      'Choices',
      bars(
        report.choices.map(({ inject, label, reached }) => ({
          label: `${report.injects.find(({ id }) => id === inject)?.number ?? ''} ${words(label)}`,
          share: reached,
        })),
      ),
    ),
    section(
      'Joint positions',
      bars(
        report.positions.flatMap(({ title, opened, failed, agreed }) => [
          { label: `${words(title)}: opened`, share: opened },
          ...agreed.map(({ option, label, reached }) => ({
            label: option === null ? 'agreed' : `agreed: ${words(label)}`,
            share: reached,
          })),
          { label: 'no agreement', share: failed },
        ]),
      ),
    ),
    section(
      'Obligations, of the clocks that ran',
      bars(
        report.obligations.flatMap(({ title, met, late, missed }) => [
          { label: `${words(title)}: in time`, share: met },
          { label: 'late', share: late },
          { label: 'not at all', share: missed },
        ]),
      ),
    ),
    section(
      'Information items',
      bars(
        report.items.map(({ title, shared, broken, needless }) => ({
          label: words(title),
          share: shared,
          note: `${broken} markings broken, ${needless} needless`,
        })),
      ),
    ),
    section(
      'How failures spread',
      flow(
        report.spread.map(({ from, to, times }) => ({ from: nameOf(from), to: nameOf(to), times })),
      ),
    ),
    section(
      'Points by table',
      boxes(
        report.tables.map(({ teams, points, maximum }) => ({
          label: teams.map(words).join(' + '),
          spread: points,
          maximum,
        })),
      ),
    ),
    section(
      'Share of the points, by how teams behave',
      boxes(
        report.temperaments.map(({ name, share }) => ({ label: name, spread: share, maximum: 1 })),
        percent,
      ),
    ),
    section('Load of each table', loadTable(report, words)),
  ];
  const facts = summary
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('');
  return page(
    title,
    language,
    `<h1>${escapeHtml(title)}</h1><dl>${facts}</dl>${sections.join('')}`,
  );
}

function loadTable(report: RehearsalReport, words: (text: LocalizedText) => string): string {
  const rows = report.tables.map(
    ({ teams, perTenMinutes, busiest, silence, missed }) =>
      `<tr><th scope="row">${escapeHtml(teams.map(words).join(' + '))}</th><td>${perTenMinutes}</td><td>${busiest}</td><td>${silence.median}</td><td>${silence.most}</td><td>${missed}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Table</th><th scope="col">Injects in ten minutes</th><th scope="col">Busiest ten minutes</th><th scope="col">Longest silence (median, min)</th><th scope="col">Longest silence (most, min)</th><th scope="col">Deadlines missed</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function section(title: string, content: string): string {
  return content === '' ? '' : `<section><h2>${escapeHtml(title)}</h2>${content}</section>`;
}

function range({ least, median, most }: Spread): string {
  return `${Math.round(median)} (${Math.round(least)}–${Math.round(most)})`;
}
