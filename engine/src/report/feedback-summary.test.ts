import { expect, test } from 'vitest';
import { feedbackAnswersSchema } from '../protocol/feedback.js';
import { table } from '../testing/drill.js';
import { type FeedbackEntry, feedbackSummary } from './feedback-summary.js';

const about = { isOpen: true, isClosedByHand: false, closesAtMs: null, asked: 9 };
const entry = (tableId: string | null, realistic: number, comments = ''): FeedbackEntry => ({
  tableId: tableId === null ? null : table(tableId),
  answers: feedbackAnswersSchema.parse({ ratings: { realistic }, comments }),
});

test('[FEED1] statements have an average and a distribution; what nobody rated has none', () => {
  const { statements, answered } = feedbackSummary(
    [entry('jp', 5), entry('jp', 4), entry('ph', 4)],
    about,
  );
  expect(answered).toBe(3);
  expect(statements[0]).toEqual({
    statement: 'realistic',
    count: 3,
    average: 4.33,
    distribution: [0, 0, 0, 2, 1],
  });
  expect(statements[1]).toMatchObject({ count: 0, average: null, distribution: [0, 0, 0, 0, 0] });
});

test('[FEED2] a table with fewer than three answers is not told apart, by figures or by words', () => {
  const answers = [
    entry('jp', 1, 'Too long.'),
    entry('jp', 2, 'Good rooms.'),
    entry('jp', 3),
    entry('ph', 5, 'Alone here.'),
    entry(null, 4, 'A view from outside.'),
    entry(null, 4),
  ];
  const { tables, comments } = feedbackSummary(answers, about);
  expect(tables).toMatchObject([{ tableId: 'jp', answered: 3 }]);
  expect(comments).toEqual([
    { tableId: null, text: 'A view from outside.' },
    { tableId: null, text: 'Alone here.' },
    { tableId: 'jp', text: 'Good rooms.' },
    { tableId: 'jp', text: 'Too long.' },
  ]);
});

test('[FEED2] whoever is left over once the tables that are told are taken away is not told apart either', () => {
  const large = [entry('jp', 1, 'Ours.'), entry('jp', 2), entry('jp', 3), entry('jp', 3)];
  const small = [entry('us', 2), entry('us', 2), entry('us', 3, 'Ours as well.')];
  const alone = entry('ph', 5, 'Alone here.');
  const told = (entries: FeedbackEntry[]) => {
    const { tables, comments } = feedbackSummary(entries, about);
    return [tables.map(({ tableId }) => tableId), comments.map(({ tableId }) => tableId)];
  };
  expect(told([...large, ...small])).toEqual([
    ['jp', 'us'],
    ['us', 'jp'],
  ]);
  // All less those of the two tables would be the one's own.
  expect(told([...large, ...small, alone])).toEqual([['jp'], [null, null, 'jp']]);
  expect(told([...large, alone])).toEqual([[], [null, null]]);
});

test('[FEED2] in whichever order they came, the summary is the same', () => {
  const answers = [entry('jp', 1, 'B'), entry('jp', 2, 'A'), entry('jp', 3, 'C')];
  expect(feedbackSummary([...answers].reverse(), about)).toEqual(feedbackSummary(answers, about));
});

test('[FEED3] marks are whole, from 1 to 5, of statements that are asked; an empty form is none', () => {
  const isTaken = (form: unknown) => feedbackAnswersSchema.safeParse(form).success;
  expect(isTaken({ ratings: { realistic: 5 } })).toBe(true);
  expect(isTaken({ comments: 'Good.' })).toBe(true);
  for (const realistic of [0, 6, 2.5, '3']) expect(isTaken({ ratings: { realistic } })).toBe(false);
  expect(isTaken({ ratings: { invented: 3 } })).toBe(false);
  expect(isTaken({ ratings: {} })).toBe(false);
  expect(isTaken({ comments: '   ' })).toBe(false);
  expect(isTaken({ comments: 'x'.repeat(4_001) })).toBe(false);
  expect(isTaken({ comments: 'Good.', name: 'Me' })).toBe(false);
});
