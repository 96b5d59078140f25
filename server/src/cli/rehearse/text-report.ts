/** The report of many rehearsals for a terminal. */
import type { RehearsalReport, Spread } from '@trilogue/engine/rehearsal/report';
import { type LocalizedText, localize } from '@trilogue/engine/scenario/localize';
import type { Playbook } from '@trilogue/engine/scenario/playbook';

export function textReport(
  report: RehearsalReport,
  { scenario }: Playbook,
  language: string,
): string {
  const words = (text: LocalizedText) =>
    localize(text, language, scenario.defaultLanguage).text.replace(/\s+/g, ' ');
  const sections: [string, string[][]][] = [
    [
      'Endings',
      report.endings.map(({ title, reached, minute }) => [
        percent(reached),
        minuteWords(minute),
        words(title),
      ]),
    ],
    [
      'Injects',
      report.injects.map(({ number, title, reached, minute }) => [
        percent(reached),
        minuteWords(minute),
        `${number} ${words(title)}`,
      ]),
    ],
    [
      'Choices',
      report.choices.map(({ inject, label, reached }) => [
        percent(reached),
        '',
        `${numberOf(report, inject)}: ${words(label)}`,
      ]),
    ],
    [
      'Joint positions',
      report.positions.flatMap(({ title, opened, failed, agreed }) => [
        [percent(opened), '', `${words(title)}: opened`],
        ...agreed.map(({ option, label, reached }) => [
          percent(reached),
          '',
          `  agreed${option === null ? '' : `: ${words(label)}`}`,
        ]),
        [percent(failed), '', '  no agreement'],
      ]),
    ],
    [
      'Obligations (of the clocks that ran)',
      report.obligations.map(({ title, started, met, late, missed }) => [
        percent(started),
        '',
        `${words(title)}: in time ${percent(met)}, late ${percent(late)}, not at all ${percent(missed)}`,
      ]),
    ],
    [
      'Information items',
      report.items.map(({ title, shared, broken, needless }) => [
        percent(shared),
        '',
        `${words(title)}: markings broken ${broken.toFixed(2)} and told needlessly ${needless.toFixed(2)} times a rehearsal`,
      ]),
    ],
    [
      'Systems',
      report.assets.map(({ name, reached }) => [
        '',
        '',
        `${words(name)}: ${
          Object.entries(reached)
            .map(([status, share]) => `${status} ${percent(share)}`)
            .join(', ') || 'unharmed'
        }`,
      ]),
    ],
    [
      'How failures spread (times a rehearsal)',
      report.spread.map(({ from, to, times }) => [
        times.toFixed(2),
        '',
        `${assetName(report, from, words)} → ${assetName(report, to, words)}`,
      ]),
    ],
    [
      'Tables (points: least, a tenth, median, nine tenths, most)',
      report.tables.map((table) => [
        '',
        '',
        `${table.teams.map(words).join(' + ')}: ${spreadWords(table.points)} of ${table.maximum}; ${table.perTenMinutes.toFixed(1)} injects in ten minutes, at most ${table.busiest}; longest silence ${table.silence.median} min; ${table.missed.toFixed(1)} deadlines missed`,
      ]),
    ],
    [
      'Teams by how they behave (share of the points)',
      report.temperaments.map(({ name, share, tables }) => [
        percent(share.median),
        '',
        `${name} (${tables} tables): ${[share.least, share.low, share.high, share.most].map(percent).join(' / ')}`,
      ]),
    ],
  ];
  const head = [
    `${words(report.title)}: ${report.runs} rehearsals, teams ${report.teams}, seed ${report.seed}`,
    `Length ${spreadWords(report.minutes)} min; ${report.actions.median} actions, ${report.facts.median} facts (median); ${percent(report.refused)} of the actions refused`,
  ];
  const missing =
    report.unreached.length === 0
      ? ['Everything was reached.']
      : ['Never reached:', ...report.unreached.map((what) => `  ${what}`)];
  return `${[
    ...head,
    ...sections
      .filter(([, rows]) => rows.length > 0)
      .flatMap(([title, rows]) => ['', title, ...rows.map(line)]),
    '',
    ...missing,
  ].join('\n')}\n`;
}

function line([share = '', minute = '', what = '']: string[]): string {
  return `${share.padStart(7)} ${minute.padStart(8)}  ${what}`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function minuteWords(minute: number | null): string {
  return minute === null ? '' : `min ${Math.round(minute)}`;
}

function spreadWords({ least, low, median, high, most }: Spread): string {
  return [least, low, median, high, most].map((value) => Math.round(value)).join(' / ');
}

function numberOf({ injects }: RehearsalReport, id: string): string {
  return injects.find((inject) => inject.id === id)?.number ?? id;
}

function assetName(
  { assets }: RehearsalReport,
  id: string,
  words: (text: LocalizedText) => string,
): string {
  const asset = assets.find((one) => one.id === id);
  return asset === undefined ? id : words(asset.name);
}
