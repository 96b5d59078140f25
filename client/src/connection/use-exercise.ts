/** An exercise as a screen uses it: the view, the people, and what can be asked. */
import type { SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type {
  Answer,
  Draft,
  DraftAnswer,
  PersonName,
  RosterEntry,
} from '@trilogue/engine/protocol/socket';
import type { Audience } from '@trilogue/engine/views/audience';
import type { EvaluationReading } from '@trilogue/engine/views/evaluation-reading';
import type { PlayerInjectBody, PlayerView } from '@trilogue/engine/views/player-view';
import type { InjectBody, View } from '@trilogue/engine/views/project';
import type { RewindMoments, Undoing } from '@trilogue/engine/views/rewind-reading';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createExerciseSession, type LateRefusal, type SessionState } from './exercise-session';
import type { CommandInput } from './outbox';

export type ConnectionStatus = 'connecting' | 'live' | 'reconnecting' | 'refused' | 'gone';

export interface ExerciseConnection<V extends View> {
  readonly status: ConnectionStatus;
  readonly refusal: { readonly code: string } | null;
  readonly seatId: SeatId | null;
  readonly audience: Audience | null;
  readonly view: V | null;
  readonly roster: readonly RosterEntry[];
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Commands sent or waiting to be sent that have no answer yet. */
  readonly pending: number;
  /** What they are, in the order in which they were sent; also those from before a reload. */
  readonly outgoing: readonly CommandInput[];
  /** False while the server can't keep what is asked for: what is sent waits. */
  readonly isKept: boolean;
  /** Since when the server is not heard, by this device's clock; null while it is, or never was. */
  readonly lostAtMs: number | null;
  /** Commands from before a reload that were refused after it, in the order their answers came. */
  readonly lateRefusals: readonly LateRefusal[];
  /** Server time in ms since 1970 UTC. */
  nowMs(): number;
  /** Answers always, if only after the next reconnect. Never rejects. */
  submit(command: CommandInput): Promise<Answer>;
  /** Rejects when there is no connection; null for what this audience may not read. */
  readInject(injectId: string): Promise<InjectBody | null>;
  /** What a table sees, for staff. Rejects when there is no connection. */
  viewAs(tableId: TableId): Promise<PlayerView>;
  readInjectAs(tableId: TableId, injectId: string): Promise<PlayerInjectBody | null>;
  /** Names of the players at all tables. Rejects when there is no connection. */
  readPeople(): Promise<readonly PersonName[]>;
  /** Suggested ratings and how far evaluators agree, for staff. Rejects when there is no connection. */
  readEvaluation(): Promise<EvaluationReading>;
  /** Moments of play to go back to. Rejects with a refusal's code, or when there is no connection. */
  readMoments(): Promise<RewindMoments>;
  previewRewind(toSeq: number): Promise<Undoing>;
  writeDraft(injectId: string, text: string, baseRevision: number): Promise<DraftAnswer>;
  /** After a refusal: try again. */
  retry(): void;
}

export function useExercise<V extends View>(options: {
  readonly exerciseId: string;
  readonly token?: string | undefined;
  readonly isViewKept?: boolean;
}): ExerciseConnection<V> {
  const { exerciseId, token, isViewKept = false } = options;
  const session = useMemo(
    () => createExerciseSession({ exerciseId, token, isViewKept }),
    [exerciseId, token, isViewKept],
  );
  useEffect(() => session.start(), [session]);
  const state = useSyncExternalStore(session.subscribe, session.state);
  return useMemo(() => {
    const { nowMs, submit, readInject, viewAs, readInjectAs, readPeople, writeDraft, retry } =
      session;
    const { seatId, audience, view, roster, drafts, refusal, isKept } = state.snapshot.context;
    return {
      status: statusOf(state),
      refusal,
      seatId,
      audience,
      // The server sends each audience its own view; the screen of that audience names its type.
      view: view as V | null,
      roster,
      drafts,
      pending: state.pending,
      outgoing: state.outgoing,
      isKept,
      lostAtMs: state.lostAtMs,
      lateRefusals: state.lateRefusals,
      nowMs,
      submit,
      readInject,
      viewAs,
      readInjectAs,
      readPeople,
      readEvaluation: session.readEvaluation,
      readMoments: session.readMoments,
      previewRewind: session.previewRewind,
      writeDraft,
      retry,
    };
  }, [session, state]);
}

function statusOf({ snapshot }: SessionState): ConnectionStatus {
  if (snapshot.matches('live')) return 'live';
  if (snapshot.matches('reconnecting')) return 'reconnecting';
  if (snapshot.matches('refused')) return 'refused';
  return snapshot.matches('gone') ? 'gone' : 'connecting';
}
