/** Rights over the wire: every command of every role on a real socket, every route with every proof. */
import type { CommandType } from '@trilogue/engine/exercise/commands';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { View } from '@trilogue/engine/views/project';
import { expect, test } from 'vitest';
import { assign, newAccount, sitAs } from './support/accounts.js';
import { Api } from './support/api.js';
import { type Drill, prepare, running, watch } from './support/drill.js';
import { everyCommand, type Role, roles } from './support/every-command.js';
import { Person } from './support/person.js';
import { startServer, type TestServer } from './support/server.js';

const director: readonly Role[] = ['director'];
/** A facilitator of one party is asked first whether they may, then how far. */
const staff: readonly Role[] = ['director', 'facilitator', 'jp-facilitator', 'ph-facilitator'];
const tables: readonly Role[] = ['player', 'simcell', ...staff];
const raters: readonly Role[] = ['evaluator', ...staff];

/** Who may send what over a socket, written by hand. What no seat may is the host's own. */
const matrix: Record<CommandType, readonly Role[]> = {
  CreateExercise: [],
  CastTeams: staff,
  OpenLobby: staff,
  SetPace: staff,
  JoinExercise: [],
  MoveSeat: staff,
  LeaveExercise: roles,
  StartCommsCheck: staff,
  AcknowledgeCommsCheck: ['player'],
  StartExercise: staff,
  PauseClock: staff,
  ResumeClock: staff,
  SetSpeed: staff,
  JumpToNext: staff,
  AdvanceClock: staff,
  RecoverClock: [],
  Confirm: staff,
  ReleaseInject: [...staff, 'simcell'],
  HoldInject: staff,
  UnholdInject: staff,
  MoveInject: staff,
  SkipInject: staff,
  RecallInject: staff,
  TakeExit: staff,
  ExtendDeadline: staff,
  SetAsset: staff,
  SetIndicator: staff,
  ReachMilestone: staff,
  EditInject: staff,
  ImproviseInject: [...staff, 'simcell'],
  ChooseVariant: staff,
  MarkExpectation: staff,
  AdjustScore: staff,
  OpenPosition: staff,
  ExtendPosition: staff,
  OverridePosition: staff,
  StartObligation: staff,
  Rewind: director,
  RedactContent: director,
  ErasePerson: director,
  ShowScores: director,
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
  ClaimAnswer: ['simcell', ...raters],
  MarkCriterion: raters,
  NoteObservation: raters,
  ReleaseObservation: raters,
  RateObjective: raters,
  ConfirmRating: raters,
  AddTranslation: ['translator', 'simcell', ...staff],
  TranslateScenario: ['translator', 'simcell', ...staff],
  SendMessage: [...tables, 'evaluator', 'translator'],
  RaiseRealWorld: roles,
  LiftRealWorld: director,
  EndExercise: director,
};

/** How far those get who may not touch everything: of what is tried here, these and no more. */
const within: { readonly [R in Role]?: readonly CommandType[] } = {
  'jp-facilitator': [
    'Confirm',
    'HoldInject',
    'UnholdInject',
    'MoveInject',
    'SkipInject',
    'RecallInject',
    'EditInject',
    'TranslateScenario',
    'ChooseVariant',
    'SendMessage',
    'RaiseRealWorld',
    'LeaveExercise',
  ],
  'ph-facilitator': [
    'ExtendDeadline',
    'MarkExpectation',
    'AdjustScore',
    'AcknowledgeInject',
    'SendResponse',
    'MakeChoice',
    'ShareInformation',
    'RequestInformation',
    'RequestPermission',
    'AnswerRequest',
    'TakeStance',
    'DraftText',
    'CommentOnDraft',
    'FileReport',
    'MarkCriterion',
    'NoteObservation',
    'SendMessage',
    'RaiseRealWorld',
    'LeaveExercise',
  ],
  // Manila's tables are played by Manila: not control's.
  simcell: [
    'ImproviseInject',
    'ClaimAnswer',
    'SendMessage',
    'AddTranslation',
    'TranslateScenario',
    'RaiseRealWorld',
    'LeaveExercise',
  ],
};

/** The code that a command is refused by for want of a right; null for one that may be tried. */
function refusalOf(type: CommandType, role: Role): string | null {
  if (!matrix[type].includes(role)) return 'command/not-allowed';
  return within[role]?.includes(type) === false ? 'command/out-of-scope' : null;
}
const rightCodes = ['command/not-allowed', 'command/out-of-scope'];

test('[RIGHT3] over a socket each role does what it may, and every other command is refused', async () => {
  const server = await startServer({ limits: { commandsPerSecond: 5_000 } });
  const seats = await seatsOf(server);
  for (const role of roles) {
    const room = await running(server);
    await room.facilitator.must({ type: 'ReleaseInject', injectId: 'ph-manifest' });
    await room.facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
    const person = await seats(room.drill, role, room.manila.player);
    const refused: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const command of everyCommand(role, person.welcome?.seatId ?? '')) {
      const answer = await person.do(command);
      if (!answer.ok && rightCodes.includes(answer.code)) refused[command.type] = answer.code;
      const code = refusalOf(command.type, role);
      if (code !== null) wanted[command.type] = code;
      // Not a payload that could not be read: then nothing would have been tried.
      expect(answer).not.toMatchObject({ code: 'command/invalid' });
    }
    expect([role, refused]).toEqual([role, wanted]);
    expect(Object.keys(matrix).sort()).toEqual(
      [...new Set(everyCommand(role, '').map(({ type }) => type))].sort(),
    );
  }
});

test('[RIGHT3] whoever may not changes nothing: the log holds what staff and tables did', async () => {
  const server = await startServer({ limits: { commandsPerSecond: 5_000 } });
  const seats = await seatsOf(server);
  const { staff: link, exerciseId, drill, manila } = await running(server);
  const people = new Map<Role, Person<View>>();
  for (const role of roles) people.set(role, await seats(drill, role, manila.player));
  const lengthNow = async () =>
    (await link.must<{ facts: object[] }>(`/api/exercises/${exerciseId}/export`)).facts.length;
  const before = await lengthNow();
  for (const [role, person] of people) {
    for (const command of everyCommand(role, person.welcome?.seatId ?? '')) {
      if (refusalOf(command.type, role) !== null) await person.do(command);
    }
  }
  expect(await lengthNow()).toBe(before);
});

test('[RIGHT4] what touches two nations is no one party’s facilitator’s, over the socket either', async () => {
  const server = await startServer();
  const seats = await seatsOf(server);
  const { drill, manila } = await running(server);
  const japan = await seats(drill, 'jp-facilitator', manila.player);
  const to = (...to: string[]) => ({
    type: 'ImproviseInject',
    title: 'Made up',
    body: 'On the spot.',
    channel: 'call',
    from: 'desk',
    to,
    tlp: 'GREEN',
  });
  const codeOf = async (command: object) => {
    const answer = await japan.do(command as never);
    return answer.ok ? 'done' : answer.code;
  };
  expect(await codeOf(to('jp'))).toBe('done');
  expect(await codeOf(to('jp', 'ph-cert'))).toBe('command/out-of-scope');
  const message = (tableId: string) => ({
    type: 'SendMessage',
    thread: { kind: 'table', tableId },
    text: 'Hello',
    as: 'desk',
  });
  expect(await codeOf(message('tokyo'))).toBe('done');
  expect(await codeOf(message('manila'))).toBe('command/out-of-scope');
  expect(await codeOf({ type: 'LeaveExercise', seatId: manila.grant.seatId })).toBe(
    'command/out-of-scope',
  );
});

/**
 * Seats of every role, as people come by them: players by the one they are given, the director by the
 * printed link, the others by accounts that were assigned.
 */
async function seatsOf(server: TestServer) {
  const administrator = await server.staff();
  const accounts = new Map<Role, Awaited<ReturnType<typeof newAccount>>>();
  for (const role of roles) {
    accounts.set(role, await newAccount(administrator, 'observer', role));
  }
  return async (drill: Drill, role: Role, player: Person<View>): Promise<Person<View>> => {
    if (role === 'player') return player;
    if (role === 'director') return drill.facilitator;
    const account = accounts.get(role);
    if (account === undefined) throw new Error(role);
    const [party, ofParty] = role.split('-');
    const assigned = ofParty === undefined ? role : 'facilitator';
    const partyId = ofParty === undefined ? null : (party ?? null);
    await assign(administrator, drill.exerciseId, account.accountId, assigned as never, partyId);
    return sitAs<View>(account.api, drill.exerciseId);
  };
}

test('[RIGHT3] evaluators and translators also come by codes of their own', async () => {
  const { drill } = await running(await startServer());
  for (const role of ['evaluator', 'translator'] as const) {
    const person = await besideStaff(drill, role);
    expect(person.welcome?.audience.role).toBe('facilitator');
    const answer = await person.do({ type: 'PauseClock', reason: '' });
    expect(answer).toMatchObject({ code: 'command/not-allowed' });
  }
  expect((await watch(drill)).welcome?.audience.role).toBe('observer');
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
  expect(await refusal({ token, exerciseId: 'nowhere1' })).toBe('seat/unknown');
  // Signed in, but nobody in this exercise.
  expect(await refusal({ cookie: colleague.cookie })).toBe('seat/unknown');
  expect(await refusal({ cookie: staff.cookie })).toBe('let in');
  expect(await refusal({ token })).toBe('let in');
  await facilitator.must({ type: 'LeaveExercise', seatId: manila.grant.seatId });
  expect(await refusal({ token: manila.grant.token })).toBe('seat/unknown');
});
