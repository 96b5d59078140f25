/** What an exercise's log tells of evaluation, of translations and of the comms check. */
import type {
  CriterionId,
  ExpectationId,
  InjectId,
  ObjectiveId,
  SeatId,
  TableId,
} from '../protocol/ids.js';
import type { Rated, Rating, ReleaseScope } from './command-parts.js';
import type { Stamp } from './state-parts.js';

export type CriterionKey = string & { readonly __key: 'criterion' };

export interface CriterionMark extends Stamp {
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly expectationId: ExpectationId;
  readonly criterionId: CriterionId;
  readonly isMet: boolean;
}

export interface Observation extends Stamp {
  readonly seq: number;
  readonly tableId: TableId | null;
  readonly objectiveId: ObjectiveId | null;
  /** Play time it is about, ms. */
  readonly momentPlayMs: number;
  readonly kind: 'strength' | 'improvement' | 'observation';
  readonly importance: 'low' | 'normal' | 'high';
  readonly release: ReleaseScope;
  readonly text: string;
}

/** What is rated, at one table or at all together. */
export type RatedKey = string & { readonly __key: 'rated' };

export interface GivenRating extends Stamp {
  readonly of: Rated;
  readonly tableId: TableId | null;
  readonly rating: Rating;
  readonly reason: string;
}

/** A text somebody wrote in play, by the fact that carried it and the field. */
export type WrittenKey = string & { readonly __key: 'written' };

export interface Translation extends Stamp {
  readonly text: string;
  readonly isRemoved: boolean;
}

export interface CommsCheck {
  readonly startedAtMs: number;
  /** Seats that acknowledged. */
  readonly seatIds: readonly SeatId[];
}

export function criterionKey(
  injectId: InjectId,
  tableId: TableId,
  expectationId: ExpectationId,
  criterionId: CriterionId,
): CriterionKey {
  return `${injectId} ${tableId} ${expectationId} ${criterionId}` as CriterionKey;
}

export function ratedKey(of: Rated, tableId: TableId | null): RatedKey {
  const what = of.kind === 'objective' ? of.objectiveId : of.capability;
  return `${of.kind} ${tableId ?? '*'} ${what}` as RatedKey;
}

/** A rating of one evaluator. */
export function givenKey(of: Rated, tableId: TableId | null, seatId: SeatId): string {
  return `${seatId} ${ratedKey(of, tableId)}`;
}

export function writtenKey(seq: number, field: string): WrittenKey {
  return `${seq} ${field}` as WrittenKey;
}
