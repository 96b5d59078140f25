/** Who told whom and how fast, in tables. */
import {
  type Block,
  type Cell,
  type Column,
  paragraph,
  type Section,
  table,
} from '../handout/blocks.js';
import type { Reader } from './reader.js';

/** With more tables than these a matrix is too wide for a page. */
const widestMatrix = 12;
const widestNamed = 5;

export function toldSection(reader: Reader): Section {
  const { words, takeaway } = reader;
  const { sharing, parties, audience } = takeaway;
  const isStaff = audience.kind === 'staff';
  const nations: Block[] =
    sharing.parties.length === 0
      ? [paragraph(words.empty.told)]
      : [
          paragraph(isStaff ? words.told.matrixStaff : words.told.matrixAbout),
          matrix(
            words,
            parties.map(({ id }) => ({ id, label: reader.party(id) })),
            sharing.parties.map((flow) => ({ ...flow, note: reader.play(flow.firstPlayMs) })),
          ),
        ];
  return {
    title: words.sections.told,
    blocks: [],
    sections: [
      { title: words.told.matrix, isWhole: true, blocks: nations },
      ...tablesOf(reader),
      ...itemsOf(reader),
      ...needsOf(reader),
      ...faultsOf(reader),
    ],
  };
}

function matrix(
  { told: { corner } }: Reader['words'],
  nodes: readonly { readonly id: string; readonly label: string }[],
  flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly note: string;
  }[],
): Block {
  const cellOf = (from: string, to: string): Cell => {
    if (from === to) return '–';
    const found = flows.find((flow) => flow.from === from && flow.to === to);
    return found === undefined
      ? '0'
      : `${found.count}${found.note === '' ? '' : ` (${found.note})`}`;
  };
  // Many names over narrow columns would be torn to pieces: there a number stands for each.
  const isNumbered = nodes.length > widestNamed;
  const columns: Column[] = [
    { title: corner, percent: isNumbered ? 28 : 22 },
    ...nodes.map(({ label }, index) => ({ title: isNumbered ? `${index + 1}` : label })),
  ];
  return table(
    columns,
    nodes.map(({ id, label }, index) => [
      isNumbered ? `${index + 1}. ${label}` : label,
      ...nodes.map((node) => cellOf(id, node.id)),
    ]),
  );
}

function tablesOf(reader: Reader): Section[] {
  const { words, takeaway } = reader;
  const { sharing, tables, audience } = takeaway;
  if (sharing.tables.length === 0) return [];
  const named = tables.filter(({ tableId }) =>
    sharing.tables.some(({ from, to }) => from === tableId || to === tableId),
  );
  const flows = sharing.tables.map((flow) => ({ ...flow, note: reader.play(flow.firstPlayMs) }));
  const { columns } = words;
  const isNarrow = audience.kind === 'staff' && named.length <= widestMatrix;
  return [
    {
      title: audience.kind === 'table' ? words.told.tablesOwn : words.told.tables,
      blocks: [
        isNarrow
          ? matrix(
              words,
              named.map(({ tableId }) => ({ id: tableId, label: reader.table(tableId) })),
              flows,
            )
          : table(
              [
                { title: columns.from },
                { title: columns.to },
                { title: columns.count, percent: 12, isNumber: true },
                { title: columns.first, percent: 14, isNumber: true },
              ],
              flows.map(({ from, to, count, note }) => [
                reader.table(from),
                reader.table(to),
                String(count),
                note,
              ]),
            ),
      ],
    },
  ];
}

function itemsOf(reader: Reader): Section[] {
  const { words, takeaway } = reader;
  const { columns } = words;
  const { items } = takeaway.sharing;
  if (items.length === 0) return [];
  const isOwn = takeaway.audience.kind === 'table';
  return [
    {
      title: words.told.items,
      blocks: [
        table(
          [
            { title: columns.item, percent: 18 },
            ...(isOwn ? [] : [{ title: columns.table, percent: 16 }]),
            { title: columns.held, percent: 9, isNumber: true },
            { title: columns.firstShared, percent: 10, isNumber: true },
            { title: columns.firstAbroad, percent: 11, isNumber: true },
            { title: columns.heldFor, percent: 11 },
            { title: columns.reached },
          ],
          items.map((item) => [
            reader.text(item.title),
            ...(isOwn ? [] : [reader.table(item.tableId)]),
            reader.play(item.heldSincePlayMs),
            item.firstSharedPlayMs === null ? words.told.kept : reader.play(item.firstSharedPlayMs),
            reader.play(item.firstAbroadPlayMs),
            item.firstSharedPlayMs === null
              ? ''
              : reader.duration(Math.max(0, item.firstSharedPlayMs - item.heldSincePlayMs)),
            reader.teams(item.toTeamIds),
          ]),
        ),
      ],
    },
  ];
}

function needsOf(reader: Reader): Section[] {
  const { words, takeaway } = reader;
  const { columns } = words;
  const { needs } = takeaway.sharing;
  if (needs === null || needs.length === 0) return [];
  return [
    {
      title: words.told.needs,
      blocks: [
        table(
          [
            { title: columns.item },
            { title: columns.team, percent: 26 },
            { title: columns.within, percent: 15 },
            { title: columns.got, percent: 15 },
            { title: columns.status, percent: 14 },
          ],
          needs.map((need) => [
            reader.text(need.title),
            reader.team(need.teamId),
            reader.duration(need.withinMs),
            need.metPlayMs === null
              ? words.told.never
              : reader.duration(Math.max(0, need.metPlayMs - (need.heldSincePlayMs ?? 0))),
            words.status[need.metPlayMs === null ? 'missed' : need.isLate ? 'late' : 'met'],
          ]),
        ),
      ],
    },
  ];
}

function faultsOf(reader: Reader): Section[] {
  const { words, takeaway } = reader;
  const { columns } = words;
  const { broken, needless } = takeaway.sharing;
  if (takeaway.audience.kind === 'everybody') return [];
  if (broken === null || needless === null) {
    return [{ title: words.told.broken, blocks: [paragraph(words.told.hidden)] }];
  }
  const isBreach = (code: string): code is keyof typeof words.breach =>
    Object.hasOwn(words.breach, code);
  const sections: Section[] = [];
  const heads = [
    { title: columns.play, percent: 10, isNumber: true },
    { title: columns.table, percent: 22 },
    { title: columns.item },
    { title: columns.to, percent: 22 },
  ];
  sections.push({
    title: words.told.broken,
    blocks: [
      broken.length === 0
        ? paragraph(words.empty.none)
        : table(
            [...heads, { title: columns.breach, percent: 22 }],
            broken.map(({ playMs, tableId, title, to, breach }) => [
              reader.play(playMs),
              reader.table(tableId),
              reader.text(title),
              reader.text(to),
              breach !== null && isBreach(breach) ? words.breach[breach] : '',
            ]),
          ),
    ],
  });
  sections.push({
    title: words.told.needless,
    blocks: [
      needless.length === 0
        ? paragraph(words.empty.none)
        : table(
            heads,
            needless.map(({ playMs, tableId, title, to }) => [
              reader.play(playMs),
              reader.table(tableId),
              reader.text(title),
              reader.text(to),
            ]),
          ),
    ],
  });
  return sections;
}
