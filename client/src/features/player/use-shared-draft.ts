/** The table's shared answer box: saved while typing, live from team-mates, kept over a reload. */
import type { InjectId, SeatId } from '@trilogue/engine/protocol/ids';
import type { Draft } from '@trilogue/engine/protocol/socket';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { isPassing } from '../../connection/connection-machine';
import { useNow } from '../../connection/exercise-context';
import { keepAnswer, keptAnswer } from './device-memory';
import {
  answerSent,
  arrived,
  beyondAnswer,
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

/** Own words that the table's answer left out; null where there are none. */
export function useBeyondAnswer(injectId: InjectId): string | null {
  const { connection, seatId, view } = usePlayer();
  const notes = Object.values(view.notes)
    .filter((note) => note.injectId === injectId)
    .map(({ text }) => text);
  const sent = view.deliveries[injectId]?.response?.text ?? null;
  return beyondAnswer(connection.drafts[injectId], sent, notes, seatId);
}

/** @param isShared false once the answer was sent: what is written then stays on this device. */
export function useSharedDraft(injectId: InjectId, isShared: boolean): SharedDraft {
  const { connection, seatId, canAct, view } = usePlayer();
  const { drafts, status, writeDraft } = connection;
  const remote = isShared ? drafts[injectId] : undefined;
  const seat = seatId ?? '';
  const beyond = useBeyondAnswer(injectId);
  const [box, setBox] = useState<DraftBox>(() => {
    const own = beyond === null ? null : { text: beyond, baseRevision: 0 };
    return openBox(remote, keptAnswer(seat, injectId) ?? own);
  });
  const [tookOver, setTookOver] = useState(false);
  const [attempt, tryAgain] = useReducer((count: number) => count + 1, 0);
  const isSaving = useRef(false);
  const inFlight = useRef<string | null>(null);
  const sent = view.deliveries[injectId]?.response?.text ?? null;
  const wasSent = useRef(sent !== null);
  const writer = writerOf(remote, seatId, useNow());

  useEffect(() => {
    if (remote === undefined) return;
    setBox((current) => arrived(current, remote, inFlight.current));
  }, [remote]);

  useEffect(() => {
    if (sent === null || wasSent.current) return;
    wasSent.current = true;
    setBox((current) => answerSent(current, sent, beyond));
  }, [sent, beyond]);

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
      inFlight.current = text;
      const answer = await writeDraft(injectId, text, base.revision);
      isSaving.current = false;
      if (answer.ok) setBox((current) => saved(current, answer.revision, text));
      else if ('draft' in answer) setBox((current) => arrived(current, answer.draft, null));
      else if (answer.code === 'command/invalid') setBox((current) => rebased(current, remote));
      else if (isPassing(answer.code)) setTimeout(tryAgain, retryAfterMs);
    }, saveAfterMs);
    return () => clearTimeout(timer);
  }, [box, status, canAct, isShared, attempt, injectId, seat, writeDraft]);

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
