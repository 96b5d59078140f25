import { expect, test } from 'vitest';
import { inject, view } from './fixture';
import { scoreBoard } from './score-board';

const entry = (tableId: string, injectId: string, points: number, objectiveId: string | null) => ({
  key: `${injectId} ${tableId}`,
  tableId,
  injectId,
  expectationId: null,
  objectiveId,
  objective: objectiveId,
  rule: 'expectation/met',
  points,
  maximum: 10,
  causedBy: points,
});

test('[FAC9] tables keep the casting’s order whatever they score, and entries the events list’s', () => {
  const board = scoreBoard(
    view({
      injects: { note: inject('note', 0), call: inject('call', 1) },
      scores: {
        a: entry('ph', 'call', 10, 'share'),
        b: entry('ph', 'note', 5, null),
        c: entry('jp', 'note', 1, 'share'),
        d: entry('ph', 'note', 2, 'share'),
      },
    }),
  );
  expect(board.map(({ tableId, points, maximum }) => [tableId, points, maximum])).toEqual([
    ['jp', 1, 10],
    ['ph', 17, 30],
    ['control', 0, 0],
  ]);
  expect(board[1]?.entries.map(({ injectId, points }) => [injectId, points])).toEqual([
    ['note', 2],
    ['note', 5],
    ['call', 10],
  ]);
  expect(board[1]?.objectives.map(({ objectiveId, points }) => [objectiveId, points])).toEqual([
    ['share', 12],
    [null, 5],
  ]);
});
