import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { countsOf, latestHolding, tabsOf } from './nav-model';

const voice = (teamId: string, tableId: string) => ({ teamId, tableId });
const stance = (teamId: string, version: number) => ({
  teamId,
  on: { kind: 'version', version },
});
const position = (id: string, more: object) => ({
  id,
  status: 'open',
  version: 1,
  voices: [voice('jp-port', 'jp'), voice('ph-port', 'ph')],
  stances: [],
  ...more,
});
const view = {
  exercise: { stage: 'live' },
  table: { tableId: 'jp', teams: [] },
  directory: { teams: [{ id: 'ph-port', tableId: 'ph' }], contacts: [] },
  injects: {},
  deliveries: {},
  tasks: {},
  messages: { 3: { id: 3, playMs: 0, from: 'staff' } },
  shares: {},
  requests: {},
  holdings: {
    own: { shareSeqs: [] },
    old: { shareSeqs: [4] },
    fresh: { shareSeqs: [4, 9] },
  },
  positions: {
    a: position('a', {}),
    b: position('b', { stances: [stance('jp-port', 1)] }),
    c: position('c', { stances: [stance('jp-port', 0)] }),
    d: position('d', { status: 'agreed' }),
    e: position('e', { voices: [voice('ph-port', 'ph')] }),
  },
  obligations: {
    o1: { status: 'open', report: null },
    o2: { status: 'missed', report: null },
    o3: { status: 'met', report: {} },
  },
} as unknown as PlayerView;

test('[NAV1] reports are a part of the screen once there is something to report', () => {
  expect(tabsOf(view)).toContain('duties');
  expect(tabsOf({ ...view, obligations: {} })).not.toContain('duties');
});

test('[NAV2] what was passed on since the part was shown counts as new, what the table held never', () => {
  expect(countsOf(view, 'me', {}).holdings).toBe(2);
  expect(countsOf(view, 'me', { holdings: 4 }).holdings).toBe(1);
  expect(countsOf(view, 'me', { holdings: latestHolding(view) }).holdings).toBe(0);
});

test('[NAV3] a joint position counts until the table took a stance on what now stands', () => {
  expect(countsOf(view, 'me', {}).joint).toBe(2);
});

test('[NAV4] reports that are owed count, late ones too; after EndEx nothing is owed', () => {
  expect(countsOf(view, 'me', {}).duties).toBe(2);
  const ended = { ...view, exercise: { stage: 'ended' } } as unknown as PlayerView;
  expect([countsOf(ended, 'me', {}).duties, countsOf(ended, 'me', {}).joint]).toEqual([0, 0]);
});
