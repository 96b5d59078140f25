/** Everything that is rated about an objective, with what is known about each rating. */
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { EvaluationReading } from '@trilogue/engine/views/evaluation-reading';
import type {
  FacilitatorObjective,
  FacilitatorRating,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';

export const ratings = ['P', 'S', 'M', 'U'] as const;
export type Rating = FacilitatorRating['rating'];
export type Rated = FacilitatorRating['of'];
export type Suggested = EvaluationReading['suggestions'][number];
export type Agreed = EvaluationReading['agreements'][number];

export interface RatingRow {
  readonly key: string;
  readonly of: Rated;
  /** Null for all tables together. */
  readonly tableId: TableId | null;
  readonly own: FacilitatorRating | undefined;
  readonly others: readonly FacilitatorRating[];
  readonly confirmed: FacilitatorRating | undefined;
  readonly suggestion: Suggested | undefined;
  readonly agreement: Agreed | undefined;
}

export type RatingSource = Pick<FacilitatorView, 'ratings' | 'confirmedRatings'>;

export interface RatingsInput {
  readonly view: RatingSource;
  /** Null until the server has answered. */
  readonly reading: EvaluationReading | null;
  readonly objective: FacilitatorObjective;
  /** The capability's name in the scenario's default language, by which it is rated. */
  readonly capability: string;
  readonly tables: readonly TableId[];
  readonly seatId: string | null;
}

/** Each table, all tables together, then the capability that the objective belongs to. */
export function ratingRows(input: RatingsInput): RatingRow[] {
  const { view, reading, objective, capability, tables, seatId } = input;
  const of: Rated = { kind: 'objective', objectiveId: objective.id };
  const subjects: { of: Rated; tableId: TableId | null }[] = [
    ...tables.map((tableId) => ({ of, tableId })),
    { of, tableId: null },
    { of: { kind: 'capability', capability }, tableId: null },
  ];
  return subjects.map((subject) => {
    const isSame = (other: { of: Rated; tableId: TableId | null }) =>
      keyOf(other) === keyOf(subject);
    const given = Object.values(view.ratings).filter(isSame);
    return {
      ...subject,
      key: keyOf(subject),
      own: given.find((rating) => rating.seatId === seatId),
      others: given.filter((rating) => rating.seatId !== seatId),
      confirmed: Object.values(view.confirmedRatings).find(isSame),
      suggestion: reading?.suggestions.find(isSame),
      agreement: reading?.agreements.find(isSame),
    };
  });
}

/** Of the rows about the objective itself, how many this evaluator has rated. */
export function ratedCount(rows: readonly RatingRow[]): { done: number; of: number } {
  const own = rows.filter((row) => row.of.kind === 'objective' && row.tableId !== null);
  return { done: own.filter(({ own: rating }) => rating !== undefined).length, of: own.length };
}

function keyOf({ of, tableId }: { of: Rated; tableId: TableId | null }): string {
  const what = of.kind === 'objective' ? of.objectiveId : of.capability;
  return `${of.kind} ${tableId ?? '*'} ${what}`;
}
