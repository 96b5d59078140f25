import type {
  FacilitatorDuty,
  FacilitatorObligation,
  FacilitatorPosition,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';
import { expect, test } from 'vitest';
import { minutes, view } from './fixture';
import {
  dutiesInOrder,
  dutySubject,
  dutyTables,
  positionSubject,
  positionsInOrder,
  settlementsOf,
  silentVoices,
  spokenOn,
  versionsOf,
} from './joint-board';
import { mayOf } from './may';

/** Ids are written as plain text in a test; the view's types brand them. */
const as = <T>(value: unknown): T => value as T;

const option = (optionId: string) => ({ kind: 'option', optionId });
const version = (count: number) => ({ kind: 'version', version: count });
const stance = (teamId: string, on: unknown, how = 'concur') => ({ teamId, on, stance: how });

function position(id: string, changes: Record<string, unknown> = {}): FacilitatorPosition {
  return as({
    id,
    status: 'open',
    dueAtMs: minutes(30),
    voices: [
      { teamId: 'jp-port', tableId: 'jp' },
      { teamId: 'ph-customs', tableId: 'ph' },
    ],
    tableIds: ['jp', 'ph'],
    voiceTeams: ['jp-port', 'ph-customs'],
    teams: ['jp-port', 'ph-customs'],
    options: [{ id: 'joint' }, { id: 'alone' }],
    text: null,
    version: 0,
    stances: [],
    settled: null,
    ...changes,
  });
}

const drafted = (changes: Record<string, unknown> = {}) =>
  position('text', { options: [], text: 'First', ...changes });

const positions = (...all: FacilitatorPosition[]) =>
  as<FacilitatorView['positions']>(Object.fromEntries(all.map((one) => [one.id, one])));

const duty = (id: string, teams: readonly string[]): FacilitatorDuty =>
  as({ id, teams, title: id, withinHours: 24, objectiveId: null, startsByItself: false });

const clock = (id: string, tableId: string, changes: Record<string, unknown> = {}) => ({
  [`${id} ${tableId}`]: as<FacilitatorObligation>({
    id,
    tableId,
    status: 'open',
    report: null,
    dueScenarioMs: 1_000,
    ...changes,
  }),
});

test('[FAC22] what is being decided leads by its deadline, then what waits, then what was settled last', () => {
  const all = positions(
    position('early', { status: 'agreed', settled: { playMs: minutes(5) } }),
    position('waiting', { status: 'waiting', dueAtMs: null }),
    position('last', { status: 'failed', settled: { playMs: minutes(9) } }),
    position('later', { dueAtMs: minutes(40) }),
    position('soon', { dueAtMs: minutes(20) }),
  );
  expect(positionsInOrder({ positions: all }).map(({ id }) => id as string)).toEqual([
    'soon',
    'later',
    'waiting',
    'last',
    'early',
  ]);
});

test('[FAC22] a stance on an older version is no word on the newest', () => {
  const text = drafted({
    version: 2,
    stances: [stance('jp-port', version(1)), stance('ph-customs', version(2), 'object')],
  });
  expect(silentVoices(text).map(({ teamId }) => teamId as string)).toEqual(['jp-port']);
  expect(spokenOn(text, as(version(2))).map((one) => one.stance?.stance ?? null)).toEqual([
    null,
    'object',
  ]);
  const options = position('options', { stances: [stance('jp-port', option('alone'))] });
  expect(silentVoices(options).map(({ teamId }) => teamId as string)).toEqual(['ph-customs']);
});

test('[FAC23] what is open is settled on an option, on the newest text or on nothing', () => {
  expect([...settlementsOf(position('open')).values()]).toEqual([
    option('joint'),
    option('alone'),
    null,
  ]);
  expect([...settlementsOf(drafted({ version: 3 })).values()]).toEqual([version(3), null]);
});

test('[FAC23] what failed may still be agreed on; what waits or was agreed is not settled by hand', () => {
  expect([...settlementsOf(position('failed', { status: 'failed' })).values()]).toEqual([
    option('joint'),
    option('alone'),
  ]);
  expect(settlementsOf(position('waiting', { status: 'waiting' })).size).toBe(0);
  expect(settlementsOf(position('agreed', { status: 'agreed' })).size).toBe(0);
});

test('[FAC23] texts stand newest first, each with what was said of it, down to the first', () => {
  const found = versionsOf(
    as({
      draftVersions: { 'text 1': { seq: 4, version: 1 }, 'other 1': { seq: 5, version: 1 } },
      draftComments: {
        9: { seq: 9, positionId: 'text', version: 0 },
        7: { seq: 7, positionId: 'text', version: 0 },
        8: { seq: 8, positionId: 'other', version: 0 },
      },
    }),
    drafted({ version: 1 }),
  );
  expect(
    found.map((one) => [one.version, one.draft?.seq ?? null, one.comments.map(({ seq }) => seq)]),
  ).toEqual([
    [1, 4, []],
    [0, null, [7, 9]],
  ]);
});

test('[FAC24] a facilitator of one nation acts on what concerns only its teams', () => {
  const seen = view();
  const may = mayOf(as({ role: 'facilitator', partyId: 'jp' }), seen);
  const own = position('own', {
    voices: [{ teamId: 'jp-port', tableId: 'jp' }],
    tableIds: ['jp'],
    teams: ['jp-port'],
  });
  expect(may('ExtendPosition', positionSubject(own, seen))).toBe(true);
  expect(may('ExtendPosition', positionSubject(position('both'), seen))).toBe(false);
  const unopened = { status: 'waiting', voices: [], tableIds: [] };
  const waiting = position('waiting', unopened);
  expect(may('OpenPosition', positionSubject(waiting, seen))).toBe(false);
  const ownWaiting = position('own-waiting', { ...unopened, teams: ['jp-port', 'jp-police'] });
  expect(may('OpenPosition', positionSubject(ownWaiting, seen))).toBe(true);
  expect(may('StartObligation', dutySubject(duty('own', ['jp-police']), seen))).toBe(true);
  expect(may('StartObligation', dutySubject(duty('all', ['jp-port', 'ph-customs']), seen))).toBe(
    false,
  );
});

test('[FAC25] a duty names every table of its teams, running or not yet, with its nation’s clock', () => {
  const seen = view({ obligations: clock('law', 'jp') });
  const tables = dutyTables(seen, duty('law', ['jp-port', 'ph-customs']));
  expect(
    tables.map(({ tableId, partyIds, obligation }) => [
      tableId as string,
      partyIds as readonly string[],
      obligation !== null,
    ]),
  ).toEqual([
    ['jp', ['jp'], true],
    ['ph', ['ph'], false],
  ]);
  expect(dutyTables(seen, duty('nobody', ['kr-port']))).toEqual([]);
});

test('[FAC25] running clocks lead, the nearest deadline first; what is over comes last', () => {
  const seen = view({
    duties: {
      over: duty('over', ['jp-port']),
      idle: duty('idle', ['jp-port']),
      later: duty('later', ['jp-port']),
      soon: duty('soon', ['jp-port']),
    },
    obligations: {
      ...clock('over', 'jp', { status: 'met', report: { seq: 3 } }),
      ...clock('later', 'jp', { dueScenarioMs: 9_000 }),
      ...clock('soon', 'jp', { dueScenarioMs: 2_000 }),
      ...clock('soon', 'ph', { dueScenarioMs: 8_000 }),
    },
  });
  expect(dutiesInOrder(seen).map(({ id }) => id as string)).toEqual([
    'soon',
    'later',
    'idle',
    'over',
  ]);
});
