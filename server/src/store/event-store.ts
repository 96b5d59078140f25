/** What a store of exercises must do. Every implementation passes tests/contract/event-store.ts. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { LifecycleValue } from '@trilogue/engine/machines/lifecycle';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import type { AuditEntry } from './audit-store.js';

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

/** What is asked for when an exercise is taken in hand for one turn. */
export interface TurnRequest {
  readonly exerciseId: ExerciseId;
  /** seq of the last fact that the asker knows. */
  readonly afterSeq: number;
  /** Commands whose answers may stand already. */
  readonly keys: readonly ReceiptKey[];
}

/** What stands on record, while nobody else can add to it. */
export interface Ground {
  /** Facts after `afterSeq`, that others appended meanwhile. */
  readonly missed: readonly Fact[];
  readonly receipts: readonly Receipt[];
  /** Who keeps the exercise's clock, and where it stood; null when nobody ever did. */
  readonly lease: StandingLease | null;
}

export interface Addition {
  readonly facts: readonly Fact[];
  readonly receipts: readonly Receipt[];
  /** What is noted of those who asked, whether they were granted it or not. */
  readonly audit: readonly AuditEntry[];
  readonly stage: Stage;
  readonly recordedAtMs: number;
}

/** What a turn came to: what to keep, and what the asker wants to hear once it is kept. */
export interface Resolution<Result> {
  /** Null keeps nothing. */
  readonly addition: Addition | null;
  readonly result: Result;
}

export interface ClockRecord {
  /** ms of play time. */
  readonly playMs: number;
  /** Wall time in ms at which that was recorded. */
  readonly nowMs: number;
}

export interface StandingLease {
  readonly fence: number;
  /** Null when nothing was recorded yet. */
  readonly last: ClockRecord | null;
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
   * One turn of one exercise, in one durable transaction: takes the exercise in hand, so that whoever
   * else wants it queues, on this node or another; tells `decide` what stands; keeps what it decides,
   * facts, receipts and notes, all of them or none. Throws what `decide` throws, `UnreadableLog` when a fact
   * that was missed can't be parsed, `UnknownExercise`, and when facts don't follow on what stands or
   * a receipt with the same key does already; nothing is kept then.
   */
  commit<Result>(
    request: TurnRequest,
    decide: (ground: Ground) => Resolution<Result>,
  ): Promise<Result>;
  /** seq of the last fact of each exercise, of those that exist. */
  headsOf(exerciseIds: readonly ExerciseId[]): Promise<ReadonlyMap<ExerciseId, number>>;
  /** Facts with a seq above `afterSeq`, in order. Throws `UnreadableLog` where one can't be parsed. */
  readFacts(exerciseId: ExerciseId, afterSeq: number): Promise<Fact[]>;

  /** Null while somebody else holds the lease and is alive. */
  takeLease(request: LeaseRequest): Promise<Lease | null>;
  /** Records where clocks stand. Returns the exercises whose lease has gone to somebody else. */
  renewLeases(renewals: readonly LeaseRenewal[]): Promise<ExerciseId[]>;
  /** Exercises that are live and whose clock nobody has kept since a moment. */
  unkept(sinceMs: number): Promise<ExerciseId[]>;
}

/** A stored fact or scenario that this build can't read. */
export class UnreadableLog extends Error {}

/** An exercise that was erased, or never was. */
export class UnknownExercise extends Error {}
