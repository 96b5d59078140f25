/** What a store of exercises must do. Every implementation passes tests/contract/event-store.ts. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { LifecycleValue } from '@trilogue/engine/machines/lifecycle';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';

export type Stage = LifecycleValue['stage'];

export interface NewExercise {
  readonly exerciseId: ExerciseId;
  readonly scenarioId: string;
  /** The scenario's file as it was read. It never changes again. */
  readonly scenarioText: string;
  /** SHA-256 of that text, in hex. */
  readonly scenarioHash: string;
  readonly title: string;
  readonly createdAtMs: number;
}

export interface ExerciseRow extends NewExercise {
  /** seq of the last fact; 0 before the first. */
  readonly headSeq: number;
  readonly epoch: number;
  readonly stage: Stage;
}

export type ExerciseSummary = Omit<ExerciseRow, 'scenarioText'>;

/** Under what an answer is kept: a retry of the same command by the same sender finds it. */
export interface ReceiptKey {
  /** A seat's id, or "host". */
  readonly actor: string;
  readonly commandId: string;
}

export interface Receipt extends ReceiptKey {
  /** SHA-256 of the command as it was parsed, in hex. */
  readonly payloadHash: string;
  readonly answer: Answer;
}

export interface Append {
  readonly exerciseId: ExerciseId;
  /** seq of the last fact the sender knew of. */
  readonly expectedSeq: number;
  readonly facts: readonly Fact[];
  readonly receipts: readonly Receipt[];
  readonly stage: Stage;
  readonly recordedAtMs: number;
  /** Given by the exercise's keeper: refused when somebody else has taken the exercise over. */
  readonly fence?: number;
}

/** conflict: the head has moved on. fenced: another keeper holds the lease. Nothing was written. */
export type AppendResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'conflict' | 'fenced' | 'unknown-exercise' };

export interface ClockRecord {
  /** ms of play time. */
  readonly playMs: number;
  /** Wall time in ms at which that was recorded. */
  readonly nowMs: number;
}

export interface Lease {
  /** Grows by one with every change of hands. */
  readonly fence: number;
  /** What the keeper before recorded last; null when there was none. */
  readonly last: ClockRecord | null;
}

export interface LeaseRequest {
  readonly exerciseId: ExerciseId;
  readonly holder: string;
  readonly nowMs: number;
  /** A lease that somebody else renewed after this moment is theirs still. */
  readonly staleBeforeMs: number;
}

export interface LeaseRenewal extends ClockRecord {
  readonly exerciseId: ExerciseId;
  readonly fence: number;
}

export interface EventStore {
  /** The database's clock, ms since 1970 UTC. */
  nowMs(): Promise<number>;
  /** The latest moment on record anywhere, ms since 1970 UTC; 0 in an empty store. */
  lastRecordedMs(): Promise<number>;

  createExercise(exercise: NewExercise): Promise<void>;
  findExercise(exerciseId: ExerciseId): Promise<ExerciseRow | null>;
  /** Newest first. */
  listExercises(): Promise<ExerciseSummary[]>;

  /**
   * Facts and receipts, all of them or none, in one durable transaction. Throws when a receipt with
   * the same key stands already, or when the facts don't follow on `expectedSeq`.
   */
  append(append: Append): Promise<AppendResult>;
  /** Facts with a seq above `afterSeq`, in order. Throws `UnreadableLog` where one can't be parsed. */
  readFacts(exerciseId: ExerciseId, afterSeq: number): Promise<Fact[]>;
  findReceipts(exerciseId: ExerciseId, keys: readonly ReceiptKey[]): Promise<Receipt[]>;

  /** Null while somebody else holds the lease and is alive. */
  takeLease(request: LeaseRequest): Promise<Lease | null>;
  /** Records where clocks stand. Returns the exercises whose lease has gone to somebody else. */
  renewLeases(renewals: readonly LeaseRenewal[]): Promise<ExerciseId[]>;
}

/** A stored fact or scenario that this build can't read. */
export class UnreadableLog extends Error {}
