/** A take-away as a document to print: what failed and crossed, who told whom, what was decided and missed. */
import { type Block, type Cell, facts, paragraph, type Section, table } from '../handout/blocks.js';
import { cascadeSection } from './document-cascade.js';
import { feedbackSection } from './document-feedback.js';
import { toldSection } from './document-told.js';
import type { Reader } from './reader.js';
import { fill } from './words/words.js';

/** In the order in which they stand; the chart of the cascade is put in by whoever prints it. */
export function documentOf(reader: Reader): readonly Section[] {
  const { words, takeaway } = reader;
  const isStaff = takeaway.audience.kind === 'staff';
  const sections: (Section | null)[] = [
    { title: words.sections.glance, blocks: [glance(reader)] },
    keyMoments(reader),
    cascadeSection(reader),
    toldSection(reader),
    togetherSection(reader),
    takeaway.audience.kind === 'everybody' ? null : decisionsSection(reader),
    takeaway.audience.kind === 'everybody' ? null : clocksSection(reader),
    notesSection(reader),
    ratingsSection(reader),
    isStaff ? feedbackSection(reader) : null,
  ];
  return sections.filter((section) => section !== null);
}

/** For whom it is, as a line under the title. */
export function audienceLine(reader: Reader): string {
  const { words, takeaway } = reader;
  const { audience } = takeaway;
  if (audience.kind === 'staff') return words.frame.forStaff;
  if (audience.kind === 'everybody') return words.frame.forEverybody;
  return fill(words.frame.forTable, { teams: reader.table(audience.tableId) });
}

export function aboutLine({ words, takeaway }: Reader): string {
  const { aboutStaff, aboutEverybody, aboutTable } = words.frame;
  return { staff: aboutStaff, everybody: aboutEverybody, table: aboutTable }[
    takeaway.audience.kind
  ];
}

/** Figures that follow from another are left out where that one is nought. */
function glance(reader: Reader): Block {
  const { words, takeaway } = reader;
  const { summary } = takeaway;
  const isWall = takeaway.audience.kind === 'everybody';
  const times: readonly string[] = ['playMs', 'medianHeldForMs', 'medianAgreementMs'];
  const told = ([head, ...rest]: readonly (keyof typeof summary & keyof typeof words.glance)[]) =>
    [head, ...(head !== undefined && summary[head] === 0 ? [] : rest)].flatMap((key) => {
      const value = key === undefined ? null : summary[key];
      if (key === undefined || value === null) return [];
      const label = isWall && key === 'sharesAbroad' ? 'crossings' : key;
      return [[words.glance[label], times.includes(key) ? reader.duration(value) : `${value}`]];
    });
  const rows = [
    ...told(['playMs', 'injects']),
    ...told(['assetsTroubled', 'assetsRecovered', 'bordersCrossed', 'sectorsCrossed']),
    ...told(isWall ? ['sharesAbroad'] : ['shares', 'sharesAbroad', 'medianHeldForMs']),
    ...told(['positionsAgreed', 'medianAgreementMs']),
    ...told(['positionsFailed']),
    ...(isWall ? [] : told(['reports', 'reportsLate', 'reportsMissed'])),
    ...(isWall ? [] : told(['tasks', 'tasksMissed'])),
  ];
  return facts(rows.map(([label = '', value = '']) => [label, value] as const));
}

function keyMoments(reader: Reader): Section {
  const { words, takeaway } = reader;
  const { columns } = words;
  return {
    title: words.sections.key,
    blocks: [
      table(
        [
          { title: columns.play, percent: 10, isNumber: true },
          { title: columns.scenario, percent: 18 },
          { title: columns.who, percent: 24 },
          { title: columns.what },
        ],
        takeaway.moments
          .filter(({ isKey }) => isKey)
          .map((moment) => [
            reader.play(moment.playMs),
            reader.story(moment.scenarioMs),
            reader.who(moment),
            reader.moment(moment),
          ]),
      ),
    ],
  };
}

function togetherSection(reader: Reader): Section {
  const { words, takeaway, common } = reader;
  const { columns } = words;
  const rows = takeaway.positions.map((one): Cell[] => {
    const agreed =
      one.agreedText === null ? reader.text(one.agreedOn) : reader.written(one.agreedText);
    const stances = one.stances.map(({ teamId, stance, reason }) => {
      const why = reader.written(reason);
      const said = `${reader.team(teamId)}: ${common.cards.stances[stance]}`;
      return { text: why === '' ? said : `${said} – ${why}` };
    });
    return [
      reader.text(one.title) || words.untitled.other,
      reader.parties(one.partyIds),
      agreed === '' ? words.outcome[one.status] : `${words.outcome[one.status]}: ${agreed}`,
      reader.play(one.openedPlayMs),
      reader.duration(one.tookMs),
      stances.length === 0 ? '' : [{ kind: 'list', points: stances }],
    ];
  });
  return {
    title: words.sections.together,
    blocks: [
      rows.length === 0
        ? paragraph(words.empty.together)
        : table(
            [
              { title: columns.position, percent: 17 },
              { title: columns.nation, percent: 14 },
              { title: columns.outcome, percent: 22 },
              { title: columns.opened, percent: 10, isNumber: true },
              { title: columns.took, percent: 12 },
              { title: columns.stances },
            ],
            rows,
          ),
    ],
  };
}

function decisionsSection(reader: Reader): Section {
  const { words, takeaway } = reader;
  const { columns } = words;
  const isOwn = takeaway.audience.kind === 'table';
  const rows = takeaway.decisions.map((one) => [
    reader.play(one.playMs),
    ...(isOwn ? [] : [reader.table(one.tableId)]),
    reader.text(one.inject) || words.untitled.inject,
    reader.text(one.choice) || words.untitled.other,
    reader.duration(one.afterMs),
  ]);
  return {
    title: words.sections.decisions,
    blocks: [
      rows.length === 0
        ? paragraph(words.empty.decisions)
        : table(
            [
              { title: columns.play, percent: 10, isNumber: true },
              ...(isOwn ? [] : [{ title: columns.table, percent: 20 }]),
              { title: columns.inject, percent: isOwn ? 36 : 26 },
              { title: columns.choice },
              { title: columns.took, percent: 12 },
            ],
            rows,
          ),
    ],
  };
}

function clocksSection(reader: Reader): Section {
  const { words, takeaway, common } = reader;
  const { columns } = words;
  const isOwn = takeaway.audience.kind === 'table';
  const reports = takeaway.reports.map((one) => [
    reader.text(one.title),
    ...(isOwn ? [] : [reader.table(one.tableId)]),
    reader.text(one.to),
    reader.story(one.dueScenarioMs),
    reader.story(one.filedScenarioMs),
    one.overMs === null
      ? words.status[one.status]
      : `${words.status[one.status]} (+${reader.duration(one.overMs)})`,
  ]);
  const tasks = takeaway.tasks
    .filter(({ status }) => status === 'missed' || status === 'late')
    .map((one) => [
      reader.play(one.duePlayMs),
      ...(isOwn ? [] : [reader.table(one.tableId)]),
      `${common.labels.task[one.kind]}: ${reader.text(one.about) || reader.text(one.inject) || words.untitled.inject}`,
      words.status[one.status],
      one.settledPlayMs === null || one.status === 'missed'
        ? ''
        : reader.duration(Math.max(0, one.settledPlayMs - one.duePlayMs)),
    ]);
  const blocks: Block[] =
    reports.length === 0 && tasks.length === 0 ? [paragraph(words.empty.clocks)] : [];
  const sections: Section[] = [];
  if (reports.length > 0) {
    const heads = [
      { title: columns.report },
      ...(isOwn ? [] : [{ title: columns.table, percent: 17 }]),
      { title: columns.authority, percent: 17 },
      { title: columns.due, percent: 16 },
      { title: columns.filed, percent: 16 },
      { title: columns.status, percent: 15 },
    ];
    sections.push({ title: words.clocks.reports, blocks: [table(heads, reports)] });
  }
  if (tasks.length > 0) {
    const heads = [
      { title: columns.due, percent: 10, isNumber: true },
      ...(isOwn ? [] : [{ title: columns.table, percent: 22 }]),
      { title: columns.task },
      { title: columns.status, percent: 13 },
      { title: columns.over, percent: 12 },
    ];
    sections.push({ title: words.clocks.tasks, blocks: [table(heads, tasks)] });
  }
  return { title: words.sections.clocks, blocks, sections };
}

function notesSection(reader: Reader): Section {
  const { words, takeaway } = reader;
  const of = (kind: 'strength' | 'improvement' | 'observation', title: string): Section[] => {
    const notes = takeaway.observations.filter((note) => note.kind === kind);
    if (notes.length === 0) return [];
    const points = notes.map((note) => {
      const where = [
        note.tableId === null ? words.notes.whole : reader.table(note.tableId),
        reader.play(note.playMs),
        reader.text(note.objective),
        note.isReleased ? '' : words.notes.kept,
      ].filter((part) => part !== '');
      return { text: `${reader.written(note)} (${where.join(' · ')})` };
    });
    return [{ title, blocks: [{ kind: 'list', points }] }];
  };
  const sections = [
    ...of('strength', words.notes.strengths),
    ...of('improvement', words.notes.improvements),
    ...of('observation', words.notes.others),
  ];
  return {
    title: words.sections.notes,
    blocks: sections.length === 0 ? [paragraph(words.empty.notes)] : [],
    sections,
  };
}

function ratingsSection(reader: Reader): Section {
  const { words, takeaway } = reader;
  const { columns } = words;
  const { ratings, scores } = takeaway;
  const blocks: Block[] = [];
  if (ratings === null && scores === null) blocks.push(paragraph(words.empty.scores));
  if (ratings !== null && ratings.length > 0) {
    blocks.push(
      table(
        [
          { title: columns.objective },
          { title: columns.table, percent: 26 },
          { title: columns.rating, percent: 32 },
        ],
        ratings.map(({ objective, capability, tableId, rating }) => [
          capability ?? reader.text(objective),
          tableId === null ? words.ratingWords.all : reader.table(tableId),
          words.ratingWords[rating],
        ]),
      ),
    );
  }
  if (scores !== null) {
    blocks.push(
      table(
        [
          { title: columns.table },
          { title: columns.points, percent: 16, isNumber: true },
          { title: columns.maximum, percent: 16, isNumber: true },
        ],
        scores.map(({ tableId, points, maximum }) => [
          reader.table(tableId),
          String(points),
          String(maximum),
        ]),
      ),
    );
  }
  return { title: `${words.sections.ratings} · ${words.sections.scores}`, blocks };
}
