/**
 * Where marks and their labels stand: systems that lie close together fan out into a block beside their
 * place, blocks keep apart, and where not all labels fit, the impaired systems keep theirs.
 */
import type { AssetId, PartyId } from '@trilogue/engine/protocol/ids';
import { type Block, blockOf, clustersOf } from './blocks';
import type { Size } from './geography';
import { keepApart } from './keep-apart';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface MarkInput {
  readonly id: AssetId;
  readonly partyId: PartyId;
  readonly label: string;
  readonly isImpaired: boolean;
  /** Its place on the map. */
  readonly at: Point;
}

/** Sizes in px. */
export interface Look {
  readonly letter: number;
  readonly mark: number;
  /** A label's widest line, in letters' sizes. */
  readonly widest: number;
  readonly lines: number;
}

/** Which marks bear their names. */
export type Labelling = 'all' | 'impaired' | 'none';

export type Side = 'left' | 'right';

export interface PlacedMark extends Point {
  readonly id: AssetId;
  readonly at: Point;
  readonly side: Side;
  /** Where its label begins, and how wide it is; null where it bears none. */
  readonly label: { readonly width: number; readonly lines: number } | null;
}

export interface Caption extends Point {
  readonly partyId: PartyId;
  readonly side: Side;
}

export interface Layout {
  readonly look: Look;
  readonly labelling: Labelling;
  readonly marks: ReadonlyMap<AssetId, PlacedMark>;
  /** Nations' names, above where most of their systems stand. */
  readonly captions: readonly Caption[];
}

export interface LayoutInput {
  readonly marks: readonly MarkInput[];
  readonly nations: ReadonlyMap<PartyId, Nation>;
  readonly size: Size;
  /** From the one liked best to the most modest, which serves whether it fits or not. */
  readonly attempts: readonly Attempt[];
}

export interface Nation {
  readonly name: string;
  /** Where it sits, on the map. */
  readonly home: Point | null;
}

export interface Attempt {
  readonly labelling: Labelling;
  readonly look: Look;
}

/** With more blocks than this, each takes the side that looks to the middle. */
const mostTried = 7;

export function layoutOf(input: LayoutInput): Layout {
  let last: Layout | null = null;
  for (const attempt of input.attempts) {
    const found = bestSides(input, attempt);
    last = found.layout;
    if (found.isClear) return last;
  }
  if (last === null) throw new Error('a map needs at least one attempt');
  return last;
}

function bestSides(
  { marks, nations, size }: LayoutInput,
  { labelling, look }: Attempt,
): { layout: Layout; isClear: boolean } {
  const clusters = clustersOf(marks, look.mark * 1.15, nations);
  const inward = clusters.map(({ centre }): Side => (centre.x < size.width / 2 ? 'right' : 'left'));
  const tries =
    clusters.length <= mostTried
      ? Array.from({ length: 2 ** clusters.length }, (_, bits) =>
          inward.map(
            (side, index): Side =>
              (bits >> index) & 1 ? (side === 'left' ? 'right' : 'left') : side,
          ),
        )
      : [inward];
  let best: { blocks: readonly Block[]; cost: number; isClear: boolean } | null = null;
  for (const sides of tries) {
    const wanted = clusters.map((cluster, index) =>
      blockOf(cluster, { side: sides[index] ?? 'right', labelling, look, nations }),
    );
    const { blocks, overlap } = keepApart(wanted, size, look.letter * 0.4);
    const moved = blocks.reduce((sum, block, index) => {
      const from = wanted[index] ?? block;
      return sum + Math.abs(block.x - from.x) + Math.abs(block.y - from.y);
    }, 0);
    const outward = sides.filter((side, index) => side !== inward[index]).length;
    const cost = overlap * 100 + moved + outward * look.letter * 3;
    if (best === null || cost < best.cost) best = { blocks, cost, isClear: overlap < 1 };
  }
  const blocks = best?.blocks ?? [];
  return {
    isClear: best?.isClear ?? true,
    layout: {
      look,
      labelling,
      marks: new Map(
        blocks.flatMap((block) => block.marks.map((mark) => [mark.id, placed(block, mark)])),
      ),
      captions: blocks.flatMap(({ caption, x, y, partyId, side }) =>
        caption === null ? [] : [{ partyId, side, x: x + caption.x, y: y + caption.y }],
      ),
    },
  };
}

function placed(block: Block, mark: Block['marks'][number]): PlacedMark {
  const { id, at, label } = mark;
  return { id, at, label, side: block.side, x: block.x + mark.x, y: block.y + mark.y };
}
