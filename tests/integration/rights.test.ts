/** Rights over the wire: every command of every role on a real socket, every route with every proof. */
import type { CommandType } from '@trilogue/engine/exercise/commands';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { View } from '@trilogue/engine/views/project';
import { expect, test } from 'vitest';
import { Api } from './support/api.js';
import { codeOf, type Drill, prepare, running, sitAt, watch } from './support/drill.js';
import { everyCommand, type Role, roles } from './support/every-command.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

const tables: readonly Role[] = ['player', 'facilitator'];
const raters: readonly Role[] = ['evaluator', 'facilitator'];

/** Who may send what over a socket, written by hand. What no seat may is the host's own. */
const matrix: Record<CommandType, readonly Role[]> = {
  CreateExercise: [],
  CastTeams: ['facilitator'],
  OpenLobby: ['facilitator'],
  SetPace: ['facilitator'],
  JoinExercise: [],
  MoveSeat: ['facilitator'],
  LeaveExercise: roles,
  StartCommsCheck: ['facilitator'],
  AcknowledgeCommsCheck: ['player'],
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
  EditInject: ['facilitator'],
  ImproviseInject: ['facilitator'],
  ChooseVariant: ['facilitator'],
  MarkExpectation: ['facilitator'],
  AdjustScore: ['facilitator'],
  OpenPosition: ['facilitator'],
  ExtendPosition: ['facilitator'],
  OverridePosition: ['facilitator'],
  StartObligation: ['facilitator'],
  Rewind: ['facilitator'],
  ShowScores: ['facilitator'],
  OpenInject: ['player'],
  AcknowledgeInject: tables,
  SendResponse: tables,
  MakeChoice: tables,
  ShareInformation: tables,
  RequestInformation: tables,
  RequestPermission: tables,
  AnswerRequest: tables,
  TakeStance: tables,
  DraftText: tables,
  CommentOnDraft: tables,
  FileReport: tables,
  MarkCriterion: raters,
  NoteObservation: raters,
  ReleaseObservation: raters,
  RateObjective: raters,
  ConfirmRating: raters,
  AddTranslation: ['translator', 'facilitator'],
  SendMessage: ['player', 'facilitator', 'evaluator', 'translator'],
  RaiseRealWorld: roles,
  LiftRealWorld: ['facilitator'],
  EndExercise: ['facilitator'],
};

test('[RIGHT3] over a socket each role does what it may, and every other command is refused', async () => {
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
      evaluator: await besideStaff(room.drill, 'evaluator'),
      translator: await besideStaff(room.drill, 'translator'),
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
  const people = {
    observer: await watch(drill),
    evaluator: await besideStaff(drill, 'evaluator'),
    translator: await besideStaff(drill, 'translator'),
  };
  const lengthNow = async () =>
    (await staff.must<{ facts: object[] }>(`/api/exercises/${exerciseId}/export`)).facts.length;
  const before = await lengthNow();
  for (const [role, person] of Object.entries(people) as [Role, Person<View>][]) {
    for (const command of everyCommand(role, person.welcome?.seatId ?? '')) {
      if (!matrix[command.type].includes(role)) await person.do(command);
    }
  }
  expect(await lengthNow()).toBe(before);
});

/** Evaluators and translators come in by codes of their own. */
async function besideStaff(
  { url, exerciseId, links }: Drill,
  role: 'evaluator' | 'translator',
): Promise<Person<FacilitatorView>> {
  const code = role === 'evaluator' ? links.evaluatorCode : links.translatorCode;
  const { token } = await new Api(url).join(code, 'Eva');
  return Person.sit<FacilitatorView>({ url, exerciseId, token });
}

/** How somebody proves who they are; all but the last are not staff. */
type Proof =
  | 'nothing'
  | 'a token as bearer'
  | 'a token as cookie'
  | 'an evaluator’s token as cookie'
  | 'a made-up cookie'
  | 'staff';

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
  const evaluator = await new Api(drill.url).join(drill.links.evaluatorCode, 'Eva');
  const headers: Record<Proof, Record<string, string>> = {
    nothing: {},
    'a token as bearer': { authorization: `Bearer ${grant.token}` },
    'a token as cookie': { cookie: `trilogue_staff=${grant.token}` },
    'an evaluator’s token as cookie': { cookie: `trilogue_staff=${evaluator.token}` },
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
