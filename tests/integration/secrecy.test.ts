/** Secrecy over the wire: every packet, answer and page that reaches somebody, read for canaries. */
import type { Fact, FactType } from '@trilogue/engine/exercise/facts';
import type { ObserverView } from '@trilogue/engine/views/observer-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { plant } from '../support/canary.js';
import { Api } from './support/api.js';
import type { CommandInput } from './support/person.js';
import {
  askForPeople,
  decideAndReport,
  rateAndTranslate,
  rewind,
  shareAndAsk,
} from './support/secret-exchange.js';
import { type PlayerSeat, Room } from './support/secret-room.js';
import { scenarioToSpoil } from './support/secret-scenario.js';

test('[SECRET5] over the wire nobody hears what they were not given', async () => {
  const room = await Room.open(plant(scenarioToSpoil()));
  await lookAtInvitations(room);
  await playEverything(room);
  const log = await room.staff.must<{ facts: Fact[] }>(`/api/exercises/${room.exerciseId}/export`);
  const types = new Set(log.facts.map(({ type }) => type));
  expect(wantedFacts.filter((type) => !types.has(type))).toEqual([]);

  const allowed = room.allowances(log.facts);
  let told = 0;
  let kept = 0;
  for (const one of room.guests) {
    const mine = allowed.get(one.name) ?? new Set();
    const found = room.secrets(one.heard().join('\n'));
    const leaks = found.filter((token) => !mine.has(token)).map((token) => room.describe(token));
    expect([one.name, leaks]).toEqual([one.name, []]);
    told += found.length;
    kept += room.canary.tokens.about.size - found.length;
  }
  console.log(`${room.guests.length} people, ${told} tokens told, ${kept} kept`);
  expect(told).toBeGreaterThan(400);
  expect(kept).toBeGreaterThan(1_500);
});

/** What the drill must have brought about, so that no kind of act was forgotten. */
const wantedFacts: readonly FactType[] = [
  'TeamsCast',
  'LobbyOpened',
  'PaceSet',
  'SeatJoined',
  'SeatMoved',
  'SeatLeft',
  'ExerciseStarted',
  'ClockPaused',
  'ClockResumed',
  'SpeedSet',
  'ClockJumped',
  'PhaseChanged',
  'InjectDue',
  'InjectReleased',
  'InjectHeld',
  'InjectUnheld',
  'InjectMoved',
  'InjectSkipped',
  'InjectRecalled',
  'InjectOpened',
  'InjectAcknowledged',
  'ResponseSent',
  'ResponseNoted',
  'ChoiceMade',
  'ExpectationMet',
  'ExpectationWaived',
  'DeadlineExtended',
  'MilestoneReached',
  'AssetSet',
  'AssetChanged',
  'IndicatorChanged',
  'PointsAwarded',
  'EndingReached',
  'MessageSent',
  'ScoresShown',
  'RealWorldRaised',
  'RealWorldLifted',
  'ItemGiven',
  'InformationShared',
  'MarkingBroken',
  'NeedMet',
  'InformationRequested',
  'PermissionRequested',
  'RequestAnswered',
  'PositionOpened',
  'PositionDrafted',
  'DraftCommented',
  'StanceTaken',
  'PositionAgreed',
  'ObligationStarted',
  'ReportFiled',
  'VariantDrawn',
  'InjectEdited',
  'InjectImprovised',
  'ExpectationMarked',
  'ScoreAdjusted',
  'ObservationNoted',
  'RatingGiven',
  'RatingConfirmed',
  'TextTranslated',
  'Rewound',
  'ExerciseEnded',
];

/** Before the lobby is open: what a code tells whoever holds it, and what a wrong one tells. */
async function lookAtInvitations(room: Room): Promise<void> {
  const { url, staff, exerciseId } = room;
  for (const tableId of ['tokyo', 'manila', 'wall']) {
    const api = new Api(url);
    const code = room.codeOf(tableId);
    expect((await api.post('/api/join/look', { code })).status).toBe(200);
    expect((await api.post('/api/join', { code, name: 'Early', language: 'en' })).status).toBe(409);
    await api.post('/api/join/look', { code: `${code.slice(0, 9)}A` });
    for (const path of staffPaths(exerciseId)) await api.get(path);
    await api.post('/api/exercises', { scenarioId: 'two-tables' });
    room.receive(tableId, api);
  }
  staff.heard.length = 0;
}

const staffPaths = (exerciseId: string): string[] => [
  '/api/scenarios',
  '/api/exercises',
  `/api/exercises/${exerciseId}/links`,
  `/api/exercises/${exerciseId}/export`,
  `/api/exercises/${exerciseId}/staff-seat`,
];

async function playEverything(room: Room): Promise<void> {
  const { facilitator } = room;
  await facilitator.must({ type: 'OpenLobby' });
  const tokyo = await room.sit<PlayerView>('tokyo');
  const kenji = await room.sit<PlayerView>('tokyo');
  const manila = await room.sit<PlayerView>('manila');
  const prying = await room.sit<PlayerView>('manila');
  const cebu = await room.sit<PlayerView>('cebu');
  const wall = await room.sit<ObserverView>('wall');
  await message(room, 'tokyo');
  await facilitator.must({ type: 'StartExercise' });

  const tables = { tokyo, kenji, manila, prying, cebu };
  await playFirstInjects(room, tokyo, manila);
  await pryEverywhere(room, prying);
  await writeDrafts(room, tokyo, kenji, manila);
  await shareAndAsk(room, tables);
  await decideAndReport(room, tables);
  await rateAndTranslate(room);
  await askForPeople(room, cebu, [tokyo, kenji, manila, prying, cebu]);
  expect(await wall.person.people()).toEqual({ ok: true, people: [] });
  await conductEverything(room);
  await moveAndReturn(room, kenji, manila);
  await pryEverywhere(room, prying);
  await facilitator.must({ type: 'LeaveExercise', seatId: prying.grant.seatId });
  await rewind(room, manila);
  await callRealWorld(room, tokyo, manila);

  await facilitator.must({ type: 'ShowScores', players: true, observers: true });
  await facilitator.must({ type: 'EndExercise', reason: room.say() });
  for (const { person } of [tokyo, kenji, manila, cebu]) {
    await person.until(({ view }) => view.exercise.stage === 'ended', 'the end');
    await person.subscribe(null);
  }
  await wall.person.until(({ view }) => view.exercise.stage === 'ended', 'the end on the wall');
  await wall.person.subscribe(null);
}

function message({ facilitator, say }: Room, tableId: string, as?: string) {
  const thread = { kind: 'table', tableId } as const;
  const words = { type: 'SendMessage', thread, text: say() } as const;
  return facilitator.must(as === undefined ? words : { ...words, as });
}

async function playFirstInjects(room: Room, tokyo: PlayerSeat, manila: PlayerSeat): Promise<void> {
  const { canary, facilitator, id, part, say } = room;
  const [alarm, manifest] = [id('jp-alarm'), id('ph-manifest')];
  await facilitator.must({ type: 'ReleaseInject', injectId: alarm });
  await facilitator.must({ type: 'ReleaseInject', injectId: manifest });
  await tokyo.person.until(({ view }) => alarm in view.injects);
  await manila.person.until(({ view }) => manifest in view.injects);
  await tokyo.person.read(alarm);
  await manila.person.read(manifest);
  await tokyo.do({ type: 'OpenInject', injectId: alarm });
  await tokyo.do({ type: 'AcknowledgeInject', injectId: alarm });
  await manila.do({ type: 'MakeChoice', injectId: manifest, choiceId: part('ph-manifest hold') });
  await manila.do({ type: 'SendResponse', injectId: manifest, text: say() });
  await manila.do({ type: 'SendResponse', injectId: manifest, text: say() });
  for (const [player, tableId] of [
    [tokyo, 'tokyo'],
    [manila, 'manila'],
  ] as const) {
    const thread = { kind: 'table', tableId } as const;
    await player.do({ type: 'SendMessage', thread, text: say() });
  }
  await message(room, 'manila', canary.scenario.contacts[2]?.id);
  await facilitator.must({ type: 'SendMessage', thread: { kind: 'staff' }, text: say() });
}

/** Every id of the scenario, tried by somebody who should not know it. */
async function pryEverywhere(room: Room, prying: PlayerSeat): Promise<void> {
  const { canary, exerciseId, id } = room;
  for (const { id: injectId, choices } of canary.scenario.injects) {
    prying.guest.said.push(injectId);
    await prying.person.read(injectId);
    await prying.person.write(injectId, 'a guess', 0);
    await prying.do({ type: 'OpenInject', injectId });
    if (injectId === id('ph-manifest') || injectId === id('all-hands')) continue;
    await prying.do({ type: 'AcknowledgeInject', injectId, tableId: 'tokyo' });
    await prying.do({ type: 'AcknowledgeInject', injectId });
    await prying.do({ type: 'SendResponse', injectId, text: 'a guess' });
    await prying.do({ type: 'MakeChoice', injectId, choiceId: choices?.[0]?.id ?? 'none' });
  }
  const thread = { kind: 'staff' } as const;
  await prying.do({ type: 'SendMessage', thread, text: 'let me in' });
  await prying.do({ type: 'SendMessage', thread: { kind: 'table', tableId: 'tokyo' }, text: 'x' });
  await prying.do({ type: 'ReleaseInject', injectId: id('jp-after') });
  await prying.do({ type: 'ShowScores', players: true, observers: true });
  await pryIntoExchange(room, prying);
  await prying.do({ type: 'Nonsense' } as never);
  for (const path of staffPaths(exerciseId)) {
    await prying.api.call('GET', path, undefined, {
      authorization: `Bearer ${prying.grant.token}`,
      cookie: `trilogue_staff=${prying.grant.token}`,
    });
  }
}

/** All that others hold, decide, owe and were asked, tried under its own name. */
async function pryIntoExchange({ canary, id }: Room, prying: PlayerSeat): Promise<void> {
  const { items, positions, obligations } = canary.scenario;
  const to = { teams: [id('jp-port')], contacts: [] };
  const words = { channel: 'cert', marking: 'GREEN', facts: 'a guess', evenSo: true } as const;
  for (const { id: itemId } of items) {
    // What their table holds they may pass on: that would be no prying.
    if (itemId === id('log')) continue;
    const item = { itemId, form: 'full' } as const;
    await prying.do({ type: 'ShareInformation', to, ...words, items: [item] });
    await prying.do({ type: 'RequestPermission', ...item, teams: to.teams, reason: 'a guess' });
  }
  for (const { id: positionId } of positions) {
    const on = { kind: 'version', version: 0 } as const;
    const text = 'a guess';
    const stance = { teamId: id('jp-port'), on, stance: 'concur' } as const;
    await prying.do({ type: 'TakeStance', positionId, ...stance });
    await prying.do({ type: 'DraftText', positionId, baseVersion: 9, text });
    await prying.do({ type: 'CommentOnDraft', positionId, version: 9, text });
  }
  for (const { id: obligationId } of obligations) {
    await prying.do({ type: 'FileReport', obligationId, fields: [], tableId: 'tokyo' });
    await prying.do({ type: 'FileReport', obligationId, fields: [] });
  }
  for (let seq = 1; seq < 120; seq++) {
    await prying.do({ type: 'AnswerRequest', requestSeq: seq, isGranted: false });
  }
  const translating = { of: 20, field: 'facts', language: 'ja', text: 'a guess' };
  await prying.do({ type: 'AddTranslation', ...translating });
  await prying.do({ type: 'ReleaseObservation', noteSeq: 60, release: { kind: 'all' } });
  await prying.do({ type: 'Rewind', toSeq: 1 });
}

async function writeDrafts(room: Room, tokyo: PlayerSeat, kenji: PlayerSeat, manila: PlayerSeat) {
  const { id, say } = room;
  for (const [player, tableId, injectId] of [
    [tokyo, 'tokyo', id('jp-alarm')],
    [kenji, 'tokyo', id('jp-alarm')],
    [manila, 'manila', id('jp-alarm')],
  ] as const) {
    const text = say();
    room.noteAside(text, tableId);
    await player.person.write(injectId, text, player === kenji ? 1 : 0);
  }
  await tokyo.person.until(({ drafts }) => drafts.length > 0, 'the draft of the other');
}

async function conductEverything(room: Room): Promise<void> {
  const { facilitator, id, part, say } = room;
  const [held, after] = [id('ph-held'), id('jp-after')];
  const commands: CommandInput[] = [
    { type: 'Confirm', item: { kind: 'inject', injectId: held } },
    { type: 'HoldInject', injectId: after },
    { type: 'UnholdInject', injectId: after },
    { type: 'MoveInject', injectId: after, dueAtMs: 200_000 },
    { type: 'SkipInject', injectId: after, reason: say() },
    { type: 'JumpToNext' },
    { type: 'SetSpeed', speed: 2 },
    { type: 'SetPace', pace: 'confirm' },
    { type: 'SetPace', pace: 'auto' },
    { type: 'RecallInject', injectId: id('ph-manifest'), reason: say() },
    {
      type: 'ExtendDeadline',
      injectId: id('jp-alarm'),
      expectationId: part('jp-alarm say'),
      tableId: 'tokyo',
      byMs: 60_000,
    },
    { type: 'SetAsset', assetId: id('crane'), status: 'down' },
    { type: 'SetIndicator', indicatorId: id('queue'), value: 70 },
    { type: 'ReachMilestone', milestoneId: id('first-sight') },
    { type: 'ShowScores', players: true, observers: false },
    { type: 'ShowScores', players: false, observers: false },
    { type: 'TakeExit', phaseId: id('first'), exit: 0 },
    { type: 'PauseClock', reason: say() },
    { type: 'ResumeClock' },
    { type: 'AdvanceClock' },
  ];
  await facilitator.until(({ view }) => view.events[held]?.status === 'due', 'the next is due');
  for (const command of commands) await facilitator.must(command);
}

/** One player comes back with a cursor; another is moved to the other table, and hears of it there. */
async function moveAndReturn(room: Room, kenji: PlayerSeat, manila: PlayerSeat): Promise<void> {
  const { facilitator, id } = room;
  const { cursor } = manila.person;
  manila.person.socket.disconnect();
  await facilitator.must({ type: 'MoveSeat', seatId: kenji.grant.seatId, tableId: 'manila' });
  room.noteAside(kenji.name, 'manila');
  await message(room, 'tokyo');
  await message(room, 'manila');
  await facilitator.must({ type: 'ReleaseInject', injectId: id('all-hands') });
  await kenji.person.until(({ movedCount }) => movedCount === 1, 'the move');
  await kenji.person.subscribe(kenji.person.cursor);
  await kenji.person.read(id('jp-alarm'));
  await kenji.person.read(id('all-hands'));
  await manila.person.connect();
  await manila.person.subscribe(cursor);
  await manila.person.until(({ roster }) => roster.length > 2, 'the newcomer');
}

async function callRealWorld(room: Room, tokyo: PlayerSeat, manila: PlayerSeat) {
  const { facilitator, id, say } = room;
  await tokyo.do({ type: 'RaiseRealWorld', reason: say() });
  await manila.person.until(({ view }) => view.exercise.realWorld !== null, 'REAL WORLD');
  await manila.do({ type: 'AcknowledgeInject', injectId: id('all-hands') });
  await manila.do({ type: 'SendMessage', thread: { kind: 'staff' }, text: 'help' });
  await facilitator.must({ type: 'LiftRealWorld' });
  await facilitator.must({ type: 'ResumeClock' });
  const injectId = id('jp-alarm');
  await tokyo.do({ type: 'SendResponse', injectId, text: say() });
}
