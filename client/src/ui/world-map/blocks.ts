/** Systems of one nation that lie close together, as a block of rows beside their place. */
import type { AssetId, PartyId } from '@trilogue/engine/protocol/ids';
import { labelSize } from './label-size';
import type { Labelling, Look, MarkInput, Nation, Point, Side } from './layout';

export interface Cluster {
  readonly partyId: PartyId;
  readonly centre: Point;
  readonly marks: readonly MarkInput[];
  /** Whether it is its nation's largest: there the nation's name stands. */
  readonly isMain: boolean;
}

/** A box with its marks; their places are counted from its upper left corner. */
export interface Block extends Point {
  readonly width: number;
  readonly height: number;
  readonly partyId: PartyId;
  readonly side: Side;
  readonly marks: readonly {
    readonly id: AssetId;
    readonly at: Point;
    readonly x: number;
    readonly y: number;
    readonly label: { readonly width: number; readonly lines: number } | null;
  }[];
  readonly caption: Point | null;
}

/** Marks nearer than `reach` to one of a group belong to it. Nations are never mixed. */
export function clustersOf(
  marks: readonly MarkInput[],
  reach: number,
  nations: ReadonlyMap<PartyId, Nation>,
): Cluster[] {
  const clusters = groupsOf(marks, reach).map((group): Cluster => {
    const mean = (at: 'x' | 'y') =>
      group.reduce((sum, mark) => sum + mark.at[at], 0) / group.length;
    const partyId = group[0]?.partyId;
    if (partyId === undefined) throw new Error('a group has at least one mark');
    return { partyId, centre: { x: mean('x'), y: mean('y') }, marks: group, isMain: false };
  });
  return clusters.map((cluster) => {
    const home = nations.get(cluster.partyId)?.home ?? cluster.centre;
    const isBefore = (a: Cluster, b: Cluster) =>
      a.marks.length - b.marks.length || distance(b.centre, home) - distance(a.centre, home);
    const own = clusters.filter(({ partyId }) => partyId === cluster.partyId);
    return { ...cluster, isMain: own.every((other) => isBefore(cluster, other) >= 0) };
  });
}

/** In the scenario's order: its author named causes before what they cause. */
function groupsOf(marks: readonly MarkInput[], reach: number): MarkInput[][] {
  const groups: MarkInput[][] = [];
  for (const mark of marks) {
    const isNear = (other: MarkInput) =>
      other.partyId === mark.partyId && distance(other.at, mark.at) < reach;
    const near = groups.filter((group) => group.some(isNear));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), mark]);
  }
  const order = new Map(marks.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: MarkInput) => order.get(id) ?? 0;
  return groups.map((group) => group.sort((a, b) => placeOf(a) - placeOf(b)));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function blockOf(
  { partyId, centre, marks, isMain }: Cluster,
  how: {
    readonly side: Side;
    readonly labelling: Labelling;
    readonly look: Look;
    readonly nations: ReadonlyMap<PartyId, Nation>;
  },
): Block {
  const { side, labelling, look } = how;
  const { letter, mark: markSize } = look;
  const gap = letter * 0.35;
  const bears = ({ isImpaired }: MarkInput) =>
    labelling === 'all' || (labelling === 'impaired' && isImpaired);
  const named = marks.filter(bears).map((mark) => {
    const { width, lines } = labelSize(mark.label, look.widest, look.lines);
    return { mark, label: { width: width * letter + letter * 0.5, lines } };
  });
  const bare = marks.filter((mark) => !bears(mark));
  const columns = Math.min(
    bare.length,
    bare.length <= 3 ? bare.length : Math.ceil(Math.sqrt(bare.length)),
  );
  const name = isMain ? how.nations.get(partyId)?.name : undefined;
  const captionHeight = name === undefined ? 0 : letter * 1.5;
  const captionWidth = name === undefined ? 0 : labelSize(name, 40, 1).width * letter * 1.1;
  const width = Math.max(
    captionWidth,
    columns * (markSize + 2),
    ...named.map(({ label }) => markSize + gap + label.width),
    markSize,
  );
  const fromSide = (x: number) => (side === 'right' ? x : width - x);
  let y = captionHeight;
  const placed: Block['marks'][number][] = [];
  for (const { mark, label } of named) {
    const height = Math.max(markSize, label.lines * letter * 1.2) + letter * 0.5;
    placed.push({ id: mark.id, at: mark.at, label, x: fromSide(markSize / 2), y: y + height / 2 });
    y += height;
  }
  bare.forEach((mark, index) => {
    const column = index % columns;
    placed.push({
      id: mark.id,
      at: mark.at,
      label: null,
      x: fromSide(markSize / 2 + column * (markSize + 2)),
      y: y + markSize / 2,
    });
    if (column === columns - 1 || index === bare.length - 1) y += markSize + 2;
  });
  // A mark that stands alone stands on its place; several stand beside theirs.
  const beside = marks.length > 1 ? markSize * 0.8 : 0;
  const middle = captionHeight + (y - captionHeight) / 2;
  const x =
    side === 'right' ? centre.x - markSize / 2 + beside : centre.x + markSize / 2 - beside - width;
  return {
    x: named.length === 0 ? centre.x - width / 2 : x,
    y: centre.y - middle,
    width,
    height: y,
    partyId,
    side,
    marks: placed,
    caption: name === undefined ? null : { x: fromSide(0), y: captionHeight * 0.5 },
  };
}
