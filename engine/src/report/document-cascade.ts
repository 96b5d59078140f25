/** How failures crossed sectors and borders, in tables. */
import { paragraph, type Section, table } from '../handout/blocks.js';
import type { Takeaway } from '../protocol/takeaway.js';
import type { Reader } from './reader.js';
import { fill } from './words/words.js';

type Change = Takeaway['world']['changes'][number];

export function cascadeSection(reader: Reader): Section {
  const { words, takeaway, common } = reader;
  const { columns } = words;
  const { world } = takeaway;
  const status = common.labels.assetStatus;
  if (world.changes.length === 0) {
    return { title: words.sections.cascade, blocks: [paragraph(words.empty.cascade)] };
  }
  const nameOf = (assetId: string) => {
    const asset = world.assets.find(({ id }) => id === assetId);
    return asset === undefined
      ? ''
      : fill(words.cascade.named, {
          name: reader.text(asset.name),
          nation: reader.party(asset.partyId),
          sector: reader.text(asset.sector),
        });
  };
  const troubled = world.assets.filter(({ worst }) => worst !== 'operational');
  return {
    title: words.sections.cascade,
    blocks: [],
    sections: [
      {
        title: words.cascade.story,
        blocks: [
          table(
            [
              { title: columns.play, percent: 9, isNumber: true },
              { title: columns.system, percent: 28 },
              { title: columns.became, percent: 14 },
              { title: columns.cause },
              { title: columns.after, percent: 12 },
              { title: columns.crossed, percent: 12 },
            ],
            world.changes.map((change) => [
              reader.play(change.playMs),
              nameOf(change.assetId),
              `${status[change.from]} → ${status[change.to]}`,
              change.cause === null ? causeless(reader) : nameOf(change.cause.assetId),
              reader.duration(change.cause?.afterMs ?? null),
              crossedBy(reader, change),
            ]),
          ),
        ],
      },
      {
        title: words.cascade.outcome,
        blocks: [
          table(
            [
              { title: columns.system },
              { title: columns.became, percent: 16 },
              { title: columns.atEnd, percent: 16 },
              { title: columns.troubled, percent: 18 },
            ],
            troubled.map(({ id, worst, atEnd, troubledMs }) => [
              nameOf(id),
              status[worst],
              status[atEnd],
              reader.duration(troubledMs),
            ]),
          ),
        ],
      },
      ...indicatorsOf(reader),
    ],
  };
}

/** Staff know that it was no other system; others do not know which one it may have been. */
export function causeless({ takeaway, words }: Reader): string {
  return takeaway.audience.kind === 'staff' ? words.cascade.itself : '–';
}

export function crossedBy({ words }: Reader, { cause }: Change): string {
  if (cause === null) return '';
  if (cause.crossesBorder) return cause.crossesSector ? words.crossed.both : words.crossed.border;
  return cause.crossesSector ? words.crossed.sector : '';
}

function indicatorsOf(reader: Reader): Section[] {
  const { words, takeaway } = reader;
  const moved = takeaway.world.indicators.filter(({ atStart, atEnd }) => atStart !== atEnd);
  if (moved.length === 0) return [];
  const valued = (value: number, unit: string) => (unit === '' ? `${value}` : `${value} ${unit}`);
  return [
    {
      title: words.cascade.indicators,
      isWhole: true,
      blocks: [
        table(
          [
            { title: reader.common.labels.gauge },
            { title: words.cascade.atStart, percent: 18, isNumber: true },
            { title: words.columns.atEnd, percent: 18, isNumber: true },
          ],
          moved.map(({ name, unit, atStart, atEnd }) => [
            reader.text(name),
            valued(atStart, reader.text(unit)),
            valued(atEnd, reader.text(unit)),
          ]),
        ),
      ],
    },
  ];
}
