/** The table's shared answer box: saved while typing, live from team-mates, kept over a reload. */
import type { InjectId, SeatId } from '@trilogue/engine/protocol/ids';
import type { Draft } from '@trilogue/engine/protocol/socket';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { isPassing } from '../../connection/connection-machine';
import { useNow } from '../../connection/exercise-context';
import { keepAnswer, keptAnswer } from './device-memory';
import {
  arrived,
  type DraftBox,
  isDirty,
  keepBoth,
  keepMine,
  openBox,
  rebased,
  saved,
  takeTheirs,
  typed,
  writerOf,
} from './draft-logic';
import { usePlayer } from './use-player';

const saveAfterMs = 400;
const retryAfterMs = 3_000;

export interface SharedDraft {
  readonly text: string;
  readonly theirs: Draft | null;
  /** Seat of the team-mate who is writing now. */
  readonly writer: SeatId | null;
  /** A team-mate writes and this person hasn't taken over. */
  readonly isLocked: boolean;
  /** Typed, and not on the server yet. */
  readonly isUnsaved: boolean;
  type(text: string): void;
  takeOver(): void;
  resolve(how: 'mine' | 'theirs' | 'both'): void;
  /** The answer was sent: nothing to keep here any more. */
  clear(): void;
}

const resolutions = { mine: keepMine, theirs: takeTheirs, both: keepBoth };

/** @param isShared false once the answer was sent: what is written then stays on this device. */
export function useSharedDraft(injectId: InjectId, isShared: boolean): SharedDraft {
  const { connection, seatId, canAct } = usePlayer();
  const { drafts, status, writeDraft } = connection;
  const remote = isShared ? drafts[injectId] : undefined;
  const seat = seatId ?? '';
  const [box, setBox] = useState<DraftBox>(() => openBox(remote, keptAnswer(seat, injectId)));
  const [tookOver, setTookOver] = useState(false);
  const [attempt, tryAgain] = useReducer((count: number) => count + 1, 0);
  const isSaving = useRef(false);
  const writer = writerOf(remote, seatId, useNow());

  useEffect(() => {
    if (remote !== undefined) setBox((current) => arrived(current, remote, seatId));
  }, [remote, seatId]);

  useEffect(() => {
    if (writer === null) setTookOver(false);
  }, [writer]);

  useEffect(() => {
    const kept = isDirty(box) ? { text: box.text, baseRevision: box.base.revision } : null;
    keepAnswer(seat, injectId, kept);
  }, [box, seat, injectId]);

  // `attempt` grows to try again after a failure.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!isDirty(box) || box.theirs !== null || status !== 'live' || !canAct || !isShared) return;
    const timer = setTimeout(async () => {
      if (isSaving.current) return;
      isSaving.current = true;
      const { text, base } = box;
      const answer = await writeDraft(injectId, text, base.revision);
      isSaving.current = false;
      if (answer.ok) setBox((current) => saved(current, answer.revision, text));
      else if ('draft' in answer) setBox((current) => arrived(current, answer.draft, seatId));
      else if (answer.code === 'command/invalid') setBox((current) => rebased(current, remote));
      else if (isPassing(answer.code)) setTimeout(tryAgain, retryAfterMs);
    }, saveAfterMs);
    return () => clearTimeout(timer);
  }, [box, status, canAct, isShared, attempt, injectId, seatId, writeDraft]);

  return {
    text: box.text,
    theirs: box.theirs,
    writer,
    isLocked: isShared && writer !== null && !tookOver && !isDirty(box) && box.theirs === null,
    isUnsaved: isDirty(box),
    type: useCallback((text) => setBox((current) => typed(current, text)), []),
    takeOver: useCallback(() => setTookOver(true), []),
    resolve: useCallback((how) => setBox((current) => resolutions[how](current)), []),
    clear: useCallback(
      () => setBox((current) => ({ ...current, text: current.base.text, theirs: null })),
      [],
    ),
  };
}
