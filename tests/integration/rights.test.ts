/** Rights over the wire: every command of every role on a real socket, every route with every proof. */
import type { CommandType } from '@trilogue/engine/exercise/commands';
import type { View } from '@trilogue/engine/views/project';
import { expect, test } from 'vitest';
import { Api, casting } from './support/api.js';
import { codeOf, type Drill, prepare, running, sitAt, watch } from './support/drill.js';
import { type CommandInput, Person } from './support/person.js';
import { startServer } from './support/server.js';

type Role = 'player' | 'observer' | 'facilitator';

/** Who may send what over a socket, written by hand. What no seat may is the host's own. */
const matrix: Record<CommandType, readonly Role[]> = {
  CreateExercise: [],
  CastTeams: ['facilitator'],
  OpenLobby: ['facilitator'],
  SetPace: ['facilitator'],
  JoinExercise: [],
  MoveSeat: ['facilitator'],
  LeaveExercise: ['player', 'observer', 'facilitator'],
  StartExercise: ['facilitator'],
  PauseClock: ['facilitator'],
  ResumeClock: ['facilitator'],
  SetSpeed: ['facilitator'],
  JumpToNext: ['facilitator'],
  AdvanceClock: ['facilitator'],
  RecoverClock: [],
  Confirm: ['facilitator'],
  ReleaseInject: ['facilitator'],
  HoldInject: ['facilitator'],
  UnholdInject: ['facilitator'],
  MoveInject: ['facilitator'],
  SkipInject: ['facilitator'],
  RecallInject: ['facilitator'],
  TakeExit: ['facilitator'],
  ExtendDeadline: ['facilitator'],
  SetAsset: ['facilitator'],
  SetIndicator: ['facilitator'],
  ReachMilestone: ['facilitator'],
  ShowScores: ['facilitator'],
  OpenInject: ['player'],
  AcknowledgeInject: ['player', 'facilitator'],
  SendResponse: ['player', 'facilitator'],
  MakeChoice: ['player', 'facilitator'],
  SendMessage: ['player', 'facilitator'],
  RaiseRealWorld: ['player', 'observer', 'facilitator'],
  LiftRealWorld: ['facilitator'],
  EndExercise: ['facilitator'],
};

test('[RIGHT3] over a socket each role does what it may, and every other command is refused', async () => {
  const roles: readonly Role[] = ['player', 'observer', 'facilitator'];
  const server = await startServer({ limits: { commandsPerSecond: 5_000 } });
  for (const role of roles) {
    const room = await running(server);
    const wall = await watch(room.drill);
    await room.facilitator.must({ type: 'ReleaseInject', injectId: 'ph-manifest' });
    await room.facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
    const person: Person<View> = {
      player: room.manila.player,
      observer: wall,
      facilitator: room.facilitator,
    }[role];
    const seatId = person.welcome?.seatId ?? '';
    const refused: string[] = [];
    for (const command of everyCommand(role, seatId)) {
      const answer = await person.do(command);
      if (!answer.ok && answer.code === 'command/not-allowed') refused.push(command.type);
      // Not a payload that could not be read: then nothing would have been tried.
      expect(answer).not.toMatchObject({ code: 'command/invalid' });
    }
    const wanted = Object.entries(matrix).filter(([, who]) => !who.includes(role));
    expect([role, refused.sort()]).toEqual([role, wanted.map(([type]) => type).sort()]);
  }
});

test('[RIGHT3] whoever may not changes nothing: the log holds what staff and tables did', async () => {
  const server = await startServer({ limits: { commandsPerSecond: 5_000 } });
  const { staff, exerciseId, drill } = await running(server);
  const wall = await watch(drill);
  const lengthNow = async () =>
    (await staff.must<{ facts: object[] }>(`/api/exercises/${exerciseId}/export`)).facts.length;
  const before = await lengthNow();
  for (const command of everyCommand('observer', wall.welcome?.seatId ?? '')) {
    if (!matrix[command.type].includes('observer')) await wall.do(command);
  }
  expect(await lengthNow()).toBe(before);
});

/** How somebody proves who they are; all but the last are not staff. */
type Proof = 'nothing' | 'a token as bearer' | 'a token as cookie' | 'a made-up cookie' | 'staff';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** Statuses for anybody, and for staff. */
  readonly statuses: readonly [anybody: number, staff: number];
}

test('[RIGHT3] each HTTP route opens to whom it should, whatever else is shown at the door', async () => {
  const server = await startServer();
  const drill = await prepare(server);
  const { grant } = await sitAt(drill, 'tokyo', 'Aiko');
  const headers: Record<Proof, Record<string, string>> = {
    nothing: {},
    'a token as bearer': { authorization: `Bearer ${grant.token}` },
    'a token as cookie': { cookie: `trilogue_staff=${grant.token}` },
    'a made-up cookie': { cookie: `trilogue_staff=${'x'.repeat(43)}` },
    staff: { cookie: drill.staff.cookie ?? '' },
  };
  for (const { method, path, body, statuses } of routes(drill)) {
    for (const [proof, shown] of Object.entries(headers)) {
      const guest = new Api(drill.url);
      const { status, text } = await guest.call(method, path, body, shown);
      const wanted = statuses[proof === 'staff' ? 1 : 0];
      expect([method, path, proof, status]).toEqual([method, path, proof, wanted]);
      if (wanted === 401) expect(text).not.toMatch(/two-tables|Autumn|KUROSHIO|AMIHAN/);
    }
  }
});

test('[RIGHT3] a session that was signed out opens nothing any more', async () => {
  const drill = await prepare(await startServer());
  const { cookie } = drill.staff;
  expect((await drill.staff.call('DELETE', '/api/staff/session')).status).toBe(200);
  for (const { method, path, body, statuses } of routes(drill)) {
    const late = new Api(drill.url);
    late.cookie = cookie;
    const { status } = await late.call(method, path, body);
    expect([method, path, status]).toEqual([method, path, statuses[0]]);
  }
  await drill.facilitator.until(({ socket }) => !socket.connected, 'the staff’s socket is closed');
});

test('[RIGHT3] a socket opens to a seat of its own exercise, and to nothing else', async () => {
  const server = await startServer();
  const { url, exerciseId, staff, facilitator, tokyo, manila } = await running(server);
  const other = await prepare(server);
  const colleague = await server.staff();
  const { token } = tokyo.grant;
  const refusal = async (place: { token?: string; cookie?: string | null; exerciseId?: string }) =>
    new Person({ url, exerciseId, ...place }).connect().then(
      () => 'let in',
      (error: { data?: { code?: string } }) => error.data?.code,
    );
  expect(await refusal({})).toBe('seat/unknown');
  expect(await refusal({ token: 'x'.repeat(43) })).toBe('seat/unknown');
  expect(await refusal({ cookie: `trilogue_staff=${token}` })).toBe('seat/unknown');
  expect(await refusal({ token, exerciseId: other.exerciseId })).toBe('seat/unknown');
  expect(await refusal({ token, exerciseId: 'nowhere1' })).toBe('exercise/unknown');
  // Signed in, but nobody in this exercise.
  expect(await refusal({ cookie: colleague.cookie })).toBe('seat/unknown');
  expect(await refusal({ cookie: staff.cookie })).toBe('let in');
  expect(await refusal({ token })).toBe('let in');
  await facilitator.must({ type: 'LeaveExercise', seatId: manila.grant.seatId });
  expect(await refusal({ token: manila.grant.token })).toBe('seat/unknown');
});

function routes(drill: Drill): Route[] {
  const { exerciseId } = drill;
  const created = { scenarioId: 'two-tables', title: 'Another', pace: 'auto', mode: 'coach' };
  const code = codeOf(drill, 'tokyo');
  const staffOnly: readonly [number, number] = [401, 200];
  return [
    { method: 'GET', path: '/healthz', statuses: [200, 200] },
    { method: 'GET', path: '/api/staff/session', statuses: staffOnly },
    {
      method: 'POST',
      path: '/api/staff/session',
      body: { secret: 'x'.repeat(43) },
      statuses: [401, 401],
    },
    { method: 'GET', path: '/api/scenarios', statuses: staffOnly },
    { method: 'GET', path: '/api/exercises', statuses: staffOnly },
    { method: 'POST', path: '/api/exercises', body: created, statuses: [401, 201] },
    { method: 'POST', path: '/api/exercises', body: {}, statuses: [401, 400] },
    { method: 'PUT', path: '/api/exercises', body: created, statuses: [401, 404] },
    { method: 'GET', path: `/api/exercises/${exerciseId}/links`, statuses: staffOnly },
    { method: 'GET', path: `/api/exercises/${exerciseId}/export`, statuses: staffOnly },
    {
      method: 'POST',
      path: `/api/exercises/${exerciseId}/staff-seat`,
      body: { name: 'Fe' },
      statuses: staffOnly,
    },
    { method: 'GET', path: '/api/exercises/no-such-one/links', statuses: [401, 404] },
    { method: 'POST', path: '/api/join/look', body: { code }, statuses: [200, 200] },
    { method: 'POST', path: '/api/join/look', body: { code: 'ZZZZZZZZZZ' }, statuses: [404, 404] },
    {
      method: 'POST',
      path: '/api/join',
      body: { code, name: 'Guest', language: 'en' },
      statuses: [200, 200],
    },
    { method: 'GET', path: '/api/nowhere', statuses: [404, 404] },
  ];
}

type Sent = CommandInput & { readonly type: CommandType };

/** One of each that can be read; those that end something come last. */
function everyCommand(role: Role, seatId: string): Sent[] {
  const forTable = role === 'player' ? {} : { tableId: 'manila' };
  const injectId = 'ph-manifest';
  const thread = role === 'player' ? { kind: 'table', tableId: 'manila' } : { kind: 'staff' };
  return [
    {
      type: 'CreateExercise',
      exerciseId: 'exercise1',
      scenarioId: 'two-tables',
      scenarioHash: 'hash',
      title: 'Mine',
      seed: 1,
      pace: 'auto',
      mode: 'coach',
    },
    { type: 'CastTeams', casting },
    { type: 'OpenLobby' },
    { type: 'SetPace', pace: 'confirm' },
    { type: 'JoinExercise', seatId: 'seat-of-mine', role: 'facilitator', tableId: null },
    { type: 'MoveSeat', seatId, tableId: 'tokyo' },
    { type: 'StartExercise' },
    { type: 'SetSpeed', speed: 2 },
    { type: 'AdvanceClock' },
    { type: 'RecoverClock', lastPlayMs: 0 },
    { type: 'Confirm', item: { kind: 'inject', injectId: 'jp-after' } },
    { type: 'ReleaseInject', injectId: 'all-hands' },
    { type: 'HoldInject', injectId: 'jp-after' },
    { type: 'UnholdInject', injectId: 'jp-after' },
    { type: 'MoveInject', injectId: 'jp-after', dueAtMs: 500_000 },
    { type: 'SkipInject', injectId: 'jp-after' },
    { type: 'RecallInject', injectId: 'jp-alarm' },
    { type: 'ExtendDeadline', injectId, expectationId: 'pick', tableId: 'manila', byMs: 1_000 },
    { type: 'SetAsset', assetId: 'none', status: 'down' },
    { type: 'SetIndicator', indicatorId: 'none', value: 1 },
    { type: 'ReachMilestone', milestoneId: 'none' },
    { type: 'ShowScores', players: true, observers: true },
    { type: 'OpenInject', injectId },
    { type: 'AcknowledgeInject', injectId, ...forTable },
    { type: 'SendResponse', injectId, text: 'An answer', ...forTable },
    { type: 'MakeChoice', injectId, choiceId: 'hold', ...forTable },
    { type: 'SendMessage', thread, text: 'Hello' } as Sent,
    { type: 'JumpToNext' },
    { type: 'TakeExit', phaseId: 'first', exit: 0 },
    { type: 'PauseClock' },
    { type: 'ResumeClock' },
    { type: 'RaiseRealWorld' },
    { type: 'LiftRealWorld' },
    { type: 'EndExercise' },
    { type: 'LeaveExercise', seatId },
  ];
}
