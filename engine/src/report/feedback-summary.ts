/** Participants' answers put together, so that nobody can be told apart. */
import type {
  FeedbackAnswers,
  FeedbackComment,
  FeedbackSummary,
  RatedStatement,
} from '../protocol/feedback.js';
import {
  type FeedbackText,
  feedbackMarks,
  feedbackStatements,
  fewestToTellApart,
} from '../protocol/feedback-questions.js';
import type { TableId } from '../protocol/ids.js';

export interface FeedbackEntry {
  /** Null for an observer. */
  readonly tableId: TableId | null;
  readonly answers: FeedbackAnswers;
}

export function feedbackSummary(
  entries: readonly FeedbackEntry[],
  about: Pick<FeedbackSummary, 'isOpen' | 'isClosedByHand' | 'closesAtMs' | 'asked'>,
): FeedbackSummary {
  const large = tablesToTell(entries);
  const named = new Set<TableId | null>(large.map(({ tableId }) => tableId));
  const comments = (field: FeedbackText): FeedbackComment[] =>
    entries
      .filter(({ answers }) => answers[field] !== '')
      .map(({ tableId, answers }) => ({
        tableId: named.has(tableId) ? tableId : null,
        text: answers[field],
      }))
      // By their words, for the order in which they came would tell of whom they are.
      .sort((a, b) => (a.text < b.text ? -1 : 1));
  return {
    ...about,
    answered: entries.length,
    statements: rated(entries),
    tables: large
      .map(({ tableId, own }) => ({ tableId, answered: own.length, statements: rated(own) }))
      .sort((a, b) => (a.tableId < b.tableId ? -1 : 1)),
    strengths: comments('strengths'),
    improvements: comments('improvements'),
    comments: comments('comments'),
  };
}

interface TableEntries {
  readonly tableId: TableId;
  readonly own: readonly FeedbackEntry[];
}

/**
 * Tables with enough answers, the largest first. All of them less those that are told is told, too:
 * where too few would be left over, the smallest is not told either.
 */
function tablesToTell(entries: readonly FeedbackEntry[]): TableEntries[] {
  const tableIds = [...new Set(entries.map(({ tableId }) => tableId))].filter((id) => id !== null);
  const told = tableIds
    .map((tableId) => ({ tableId, own: entries.filter((entry) => entry.tableId === tableId) }))
    .filter(({ own }) => own.length >= fewestToTellApart)
    .sort((a, b) => b.own.length - a.own.length || (a.tableId < b.tableId ? -1 : 1));
  const leftOver = () => entries.length - told.reduce((sum, { own }) => sum + own.length, 0);
  if (leftOver() > 0 && leftOver() < fewestToTellApart) told.pop();
  return told;
}

function rated(entries: readonly FeedbackEntry[]): RatedStatement[] {
  return feedbackStatements.map((statement) => {
    const marks = entries.flatMap(({ answers }) => answers.ratings[statement] ?? []);
    const sum = marks.reduce((all, mark) => all + mark, 0);
    return {
      statement,
      count: marks.length,
      average: marks.length === 0 ? null : Math.round((sum / marks.length) * 100) / 100,
      distribution: feedbackMarks.map((wanted) => marks.filter((mark) => mark === wanted).length),
    };
  });
}
