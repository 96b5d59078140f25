/** Folding frames into a view, and telling when one was lost on the way. */
import type { Cursor, Frame } from '@trilogue/engine/protocol/socket';
import type { View } from '@trilogue/engine/views/project';
import { evolveView } from '@trilogue/engine/views/view-model';

export interface Folded {
  readonly view: View | null;
  readonly cursor: Cursor | null;
}

export type FoldResult =
  | { readonly kind: 'folded'; readonly folded: Folded }
  /** Nothing new in it: it was seen before. */
  | { readonly kind: 'seen' }
  /** Something before it is missing: only a whole view helps. */
  | { readonly kind: 'gap' };

/**
 * Steps only ever put new values in place of old ones, so a frame that overlaps what was seen may be
 * folded again; and whatever came before a whole view doesn't matter.
 */
export function foldFrame({ view, cursor }: Folded, frame: Frame): FoldResult {
  const { fromSeq, steps } = frame;
  const wholeAt = steps.findLastIndex((step) => step.kind === 'reset');
  if (view === null || cursor === null || wholeAt >= 0) {
    if (cursor !== null && frame.cursor.seq < cursor.seq) return { kind: 'seen' };
    if (wholeAt < 0) return { kind: 'gap' };
  } else {
    if (fromSeq > cursor.seq) return { kind: 'gap' };
    if (frame.cursor.seq <= cursor.seq) return { kind: 'seen' };
  }
  let next = view;
  for (const step of steps.slice(Math.max(0, wholeAt))) {
    if (step.kind === 'reset') next = step.view;
    else if (next !== null) next = evolveView(next, step);
  }
  return { kind: 'folded', folded: { view: next, cursor: frame.cursor } };
}
