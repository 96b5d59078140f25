import type { PositionView } from '@trilogue/engine/views/exchange-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import {
  historyOf,
  isAwaited,
  isBehind,
  ownVoices,
  positionsInOrder,
  spokenOn,
  subjectsOf,
  versionsOf,
} from './joint-model';

const voices = [
  { teamId: 'jp', tableId: 'tokyo' },
  { teamId: 'ph', tableId: 'manila' },
];
const stance = (seq: number, teamId: string, on: object, said = 'concur') => ({
  seq,
  teamId,
  on,
  stance: said,
});
const version = (n: number) => ({ kind: 'version', version: n });

function position(parts: object): PositionView {
  const bare = { id: 'p', status: 'open', dueAtMs: null, voices, options: [], version: 0 };
  return { ...bare, stances: [], settled: null, ...parts } as unknown as PositionView;
}

function viewOf(parts: object): PlayerView {
  const bare = { table: { tableId: 'tokyo' }, positions: {}, draftVersions: {}, draftComments: {} };
  return { ...bare, ...parts } as unknown as PlayerView;
}

test('[JOINT1] what is open stands first by its deadline, then what was settled last', () => {
  const positions = {
    a: position({ id: 'a', status: 'agreed', settled: { playMs: 5 } }),
    b: position({ id: 'b', dueAtMs: 90 }),
    c: position({ id: 'c', status: 'failed', settled: { playMs: 9 } }),
    d: position({ id: 'd', dueAtMs: 30 }),
    e: position({ id: 'e' }),
  };
  expect(positionsInOrder(viewOf({ positions })).map(({ id }) => id)).toEqual([
    'd',
    'b',
    'e',
    'c',
    'a',
  ]);
});

test('[JOINT2] only the newest version can be decided on, and what was said on an older one does not count for it', () => {
  const drafted = position({ version: 2, stances: [stance(1, 'jp', version(1))] });
  expect(subjectsOf(drafted)).toEqual([version(2)]);
  expect(spokenOn(drafted, subjectsOf(drafted)[0] as never).map((one) => one.stance)).toEqual([
    null,
    null,
  ]);
  expect(isAwaited(drafted, viewOf({}))).toBe(true);
});

test('[JOINT3] a table is awaited while one of its voices has said nothing, and never without a voice or when it is over', () => {
  const options = [{ id: 'x' }, { id: 'y' }];
  const open = position({ options });
  const spoken = position({
    options,
    stances: [stance(3, 'jp', { kind: 'option', optionId: 'y' })],
  });
  expect(isAwaited(open, viewOf({}))).toBe(true);
  expect(isAwaited(spoken, viewOf({}))).toBe(false);
  expect(isAwaited({ ...open, status: 'failed' }, viewOf({}))).toBe(false);
  expect(isAwaited(open, viewOf({ table: { tableId: 'elsewhere' } }))).toBe(false);
  expect(ownVoices(open, viewOf({}))).toEqual(['jp']);
});

test('[JOINT4] versions stand newest first, and the history tells all that was said in its order', () => {
  const draft = (seq: number, n: number) => ({ seq, positionId: 'p', version: n });
  const view = viewOf({
    draftVersions: { 'p 1': draft(4, 1), 'p 2': draft(8, 2), 'q 1': { seq: 5, positionId: 'q' } },
    draftComments: { 6: draft(6, 1) },
  });
  expect(versionsOf(view, 'p').map((one) => one.version)).toEqual([2, 1]);
  const said = position({ stances: [stance(7, 'ph', version(1), 'object')] });
  expect(historyOf(view, said).map(({ kind, seq }) => `${kind} ${seq}`)).toEqual([
    'version 8',
    'stance 7',
    'comment 6',
    'version 4',
  ]);
});

test('[JOINT5] a text written on top of an older version is behind until it is put on the newest', () => {
  expect(isBehind(1, { version: 2 })).toBe(true);
  expect(isBehind(2, { version: 2 })).toBe(false);
});
