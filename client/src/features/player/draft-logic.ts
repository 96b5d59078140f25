/**
 * A table's shared answer in one person's box: what they typed, what it was typed on top of, and a
 * team-mate's text that came in between. Nobody's text is ever dropped without them saying so.
 */
import type { SeatId } from '@trilogue/engine/protocol/ids';
import type { Draft } from '@trilogue/engine/protocol/socket';

export interface DraftBox {
  readonly text: string;
  /** What the server has, as far as `text` builds on it. */
  readonly base: { readonly revision: number; readonly text: string };
  /** A team-mate's newer text that this box has not taken in. */
  readonly theirs: Draft | null;
}

/** Unsaved text as this device keeps it over a reload. */
export interface KeptText {
  readonly text: string;
  readonly baseRevision: number;
}

/** How long after a stroke somebody counts as writing. */
export const writingMs = 5_000;

export function openBox(remote: Draft | undefined, kept: KeptText | null): DraftBox {
  const base = { revision: remote?.revision ?? 0, text: remote?.text ?? '' };
  if (kept === null || kept.text === base.text) return { text: base.text, base, theirs: null };
  if (remote === undefined || kept.baseRevision >= base.revision || base.text === '') {
    return { text: kept.text, base, theirs: null };
  }
  return {
    text: kept.text,
    base: { revision: kept.baseRevision, text: '' },
    theirs: remote,
  };
}

export function isDirty({ text, base }: DraftBox): boolean {
  return text !== base.text;
}

export function typed(box: DraftBox, text: string): DraftBox {
  return { ...box, text };
}

/**
 * A draft came from the server: somebody else's, or the echo of what this box sent. The same seat in
 * another tab is somebody else.
 * @param inFlight the text this box last sent to be saved; null before the first.
 */
export function arrived(box: DraftBox, draft: Draft, inFlight: string | null): DraftBox {
  if (draft.revision <= box.base.revision) return box;
  const base = { revision: draft.revision, text: draft.text };
  if (draft.text === box.text) return { text: box.text, base, theirs: null };
  if (!isDirty(box)) return { text: draft.text, base, theirs: null };
  if (draft.text === inFlight) return { ...box, base };
  return box.theirs !== null && box.theirs.revision >= draft.revision
    ? box
    : { ...box, theirs: draft };
}

/** The server took `text` as `revision`; more may have been typed since. */
export function saved(box: DraftBox, revision: number, text: string): DraftBox {
  return revision <= box.base.revision ? box : { ...box, base: { revision, text } };
}

/** The server knows no such revision (it was rewound): what stands here starts anew. */
export function rebased(box: DraftBox, remote: Draft | undefined): DraftBox {
  const isGone = remote === undefined || remote.revision === box.base.revision;
  const base = isGone
    ? { revision: 0, text: '' }
    : { revision: remote.revision, text: remote.text };
  return { ...box, base, theirs: null };
}

/**
 * What this person wrote into the shared draft beyond the answer that was sent, as when a team-mate's
 * older text arrived first. It stays in their box, to be sent as a note.
 * @param notes texts of the notes that were sent already
 */
export function beyondAnswer(
  draft: Draft | undefined,
  sent: string | null,
  notes: readonly string[],
  ownSeatId: string | null,
): string | null {
  if (sent === null || draft === undefined || draft.seatId !== ownSeatId) return null;
  const text = draft.text.trim();
  const isTold = [sent, ...notes].some((told) => told.trim() === text);
  return text === '' || isTold ? null : draft.text;
}

/** The table's answer was sent: a text merely shown here goes, own words stay for a note. */
export function answerSent(box: DraftBox, sent: string, beyond: string | null): DraftBox {
  const own = isDirty(box) ? box.text : (beyond ?? '');
  const base = { revision: box.base.revision, text: '' };
  return { text: own.trim() === sent.trim() ? '' : own, base, theirs: null };
}

export function keepMine(box: DraftBox): DraftBox {
  const { theirs } = box;
  if (theirs === null) return box;
  return { ...box, base: { revision: theirs.revision, text: theirs.text }, theirs: null };
}

export function takeTheirs(box: DraftBox): DraftBox {
  const { theirs } = box;
  if (theirs === null) return box;
  const base = { revision: theirs.revision, text: theirs.text };
  return { text: theirs.text, base, theirs: null };
}

export function keepBoth(box: DraftBox): DraftBox {
  const { theirs } = box;
  return theirs === null ? box : typed(keepMine(box), `${theirs.text}\n\n${box.text}`);
}

/** Who else is writing at this moment, if anyone. */
export function writerOf(
  draft: Draft | undefined,
  ownSeatId: string | null,
  nowMs: number,
): SeatId | null {
  if (draft === undefined || draft.seatId === ownSeatId) return null;
  return nowMs - draft.atMs < writingMs ? draft.seatId : null;
}
