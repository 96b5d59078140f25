/**
 * Ratings suggested from the score, each with its reasons and its evidence. They are suggestions: an
 * evaluator confirms a rating or gives another.
 *
 * The letters are HSEEP's (2020), read so:
 * - **U**, unable to be performed, not in a manner that achieved the objective: less than `achieved` of
 *   what could be earned was earned.
 * - **M**, performed with major challenges, achieved, but with negative impact or not per plans,
 *   policies or law: a marking was broken, or something else cost points, or less than
 *   `withSomeChallenges` was earned.
 * - **P**, performed without challenges: everything in time, and at least `withoutChallenges` earned.
 * - **S**, performed with some challenges: all the rest, such as something late, or done less well.
 */
import type { Rated, Rating } from '../exercise/command-parts.js';
import type { ExerciseState } from '../exercise/state.js';
import type { ObjectiveId, TableId } from '../protocol/ids.js';
import { localize } from '../scenario/localize.js';
import type { ScoreEntry, ScoreRule } from '../scoring/score.js';

/** Shares of what could be earned, from which a rating is deserved. */
export const suggestionThresholds = {
  withoutChallenges: 0.9,
  withSomeChallenges: 0.7,
  achieved: 0.4,
} as const;

/** What speaks for the rating, the weightiest first. */
export type SuggestionReason =
  | 'little-achieved'
  | 'marking-broken'
  | 'points-lost'
  | 'much-left-undone'
  | 'missed'
  | 'late'
  | 'not-all-earned'
  | 'all-in-time';

export interface SuggestionCounts {
  readonly met: number;
  readonly late: number;
  readonly missed: number;
  readonly broken: number;
}

export interface Suggestion {
  readonly rating: Rating;
  readonly reasons: readonly SuggestionReason[];
  /** As the score has them, with what was lost taken off. */
  readonly points: number;
  readonly maximum: number;
  /** Of the maximum, what was earned, losses apart; null where there was nothing to earn. */
  readonly achieved: number | null;
  readonly counts: SuggestionCounts;
  /** Keys of the score's lines. */
  readonly evidence: readonly string[];
}

export interface SuggestedRating extends Suggestion {
  readonly of: Rated;
  /** Null for all tables together. */
  readonly tableId: TableId | null;
}

/** Of lines about one objective; null where they say nothing about how well it went. */
export function suggestRating(entries: Iterable<ScoreEntry>): Suggestion | null {
  const lines = [...entries];
  const maximum = sum(lines.map((line) => line.maximum));
  const earned = sum(lines.map(({ points }) => Math.max(0, points)));
  const points = sum(lines.map((line) => line.points));
  const counts = countOf(lines);
  const hasLost = lines.some((line) => line.points < 0 && line.rule !== 'marking/broken');
  // Points beyond what was expected don't tell how well the expected was done.
  if (maximum === 0 && !hasLost && counts.broken === 0) return null;
  const achieved = maximum === 0 ? null : earned / maximum;
  return {
    ...rate(achieved, counts, hasLost),
    points,
    maximum,
    achieved,
    counts,
    evidence: lines.map(({ key }) => key),
  };
}

/**
 * One for each objective and table with evidence, one for each objective over all tables, and one for
 * each capability, whose name in the default language gathers its objectives.
 */
export function suggestions({ playbook, casting, scores }: ExerciseState): SuggestedRating[] {
  const { objectives, defaultLanguage } = playbook.scenario;
  const linesOf = new Map<ObjectiveId, ScoreEntry[]>(objectives.map(({ id }) => [id, []]));
  for (const entry of scores.values()) {
    if (entry.objectiveId !== null) linesOf.get(entry.objectiveId)?.push(entry);
  }
  const objectivesOf = new Map<string, ObjectiveId[]>();
  for (const { id, capability } of objectives) {
    const name = localize(capability, defaultLanguage, defaultLanguage).text;
    objectivesOf.set(name, [...(objectivesOf.get(name) ?? []), id]);
  }
  return [
    ...objectives.flatMap(({ id }) => {
      const of = { kind: 'objective', objectiveId: id } as const;
      const lines = linesOf.get(id) ?? [];
      return [
        ...casting.tables.flatMap(({ tableId }) =>
          suggested(
            of,
            tableId,
            lines.filter((line) => line.tableId === tableId),
          ),
        ),
        ...suggested(of, null, lines),
      ];
    }),
    ...[...objectivesOf].flatMap(([capability, ids]) =>
      suggested(
        { kind: 'capability', capability },
        null,
        ids.flatMap((id) => linesOf.get(id) ?? []),
      ),
    ),
  ];
}

function suggested(
  of: Rated,
  tableId: TableId | null,
  lines: readonly ScoreEntry[],
): SuggestedRating[] {
  const suggestion = suggestRating(lines);
  return suggestion === null ? [] : [{ of, tableId, ...suggestion }];
}

function rate(
  achieved: number | null,
  { late, missed, broken }: SuggestionCounts,
  hasLost: boolean,
): Pick<Suggestion, 'rating' | 'reasons'> {
  const { withoutChallenges, withSomeChallenges, achieved: enough } = suggestionThresholds;
  const share = achieved ?? 1;
  const major = listed({
    'marking-broken': broken > 0,
    'points-lost': hasLost,
    'much-left-undone': share >= enough && share < withSomeChallenges,
  });
  const some = listed({
    missed: missed > 0,
    late: late > 0,
    'not-all-earned': share >= withSomeChallenges && share < withoutChallenges,
  });
  if (share < enough) return { rating: 'U', reasons: ['little-achieved', ...major, ...some] };
  if (major.length > 0) return { rating: 'M', reasons: [...major, ...some] };
  if (some.length > 0) return { rating: 'S', reasons: some };
  return { rating: 'P', reasons: ['all-in-time'] };
}

function listed(reasons: Partial<Record<SuggestionReason, boolean>>): SuggestionReason[] {
  return Object.entries(reasons).flatMap(([reason, applies]) =>
    applies ? [reason as SuggestionReason] : [],
  );
}

/** What a line says about how something was done; null for points that say nothing of it. */
const meaning: Record<ScoreRule, keyof SuggestionCounts | 'marked' | null> = {
  'expectation/met': 'met',
  'expectation/late': 'late',
  'expectation/missed': 'missed',
  'expectation/marked': 'marked',
  'choice/made': null,
  'choice/not-made': 'missed',
  'points/awarded': null,
  'points/adjusted': null,
  'need/met': 'met',
  'need/met-late': 'late',
  'marking/broken': 'broken',
  'share/needless': null,
  'position/agreed': 'met',
  'position/failed': 'missed',
  'obligation/met': 'met',
  'obligation/late': 'late',
  'obligation/missed': 'missed',
};

function countOf(lines: readonly ScoreEntry[]): SuggestionCounts {
  const counts = { met: 0, late: 0, missed: 0, broken: 0 };
  for (const line of lines) {
    const means = meaning[line.rule];
    if (means !== null) counts[means === 'marked' ? asMarked(line) : means]++;
  }
  return counts;
}

/** What a controller settled by hand tells by its points how it was settled. */
function asMarked({ points, maximum }: ScoreEntry): 'met' | 'late' | 'missed' {
  if (points >= maximum) return 'met';
  return points > 0 ? 'late' : 'missed';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
