/** Secrecy over the wire: every packet, answer and page that reaches somebody, read for canaries. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact, FactType } from '@trilogue/engine/exercise/facts';
import type { ExerciseLinks, SeatGrant } from '@trilogue/engine/protocol/http';
import { loadScenario, parseScenario } from '@trilogue/engine/scenario/load';
import type { Audience } from '@trilogue/engine/views/audience';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { ObserverView } from '@trilogue/engine/views/observer-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import type { View } from '@trilogue/engine/views/project';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startApp } from '../../server/src/app.js';
import { defaultLimits } from '../../server/src/config.js';
import { type Canary, plant, tokensIn } from '../support/canary.js';
import { Ledger } from '../support/canary-ledger.js';
import { Api } from './support/api.js';
import { type CommandInput, type Facilitator, Person } from './support/person.js';
import { scenarioFile, tempDir } from './support/server.js';

let canary: Canary;

beforeAll(() => {
  canary = plant(scenarioToSpoil());
});

test('[SECRET5] over the wire nobody hears what they were not given', async () => {
  const room = await openRoom();
  await lookAtInvitations(room);
  await playEverything(room);
  const log = await room.staff.must<{ facts: Fact[] }>(`/api/exercises/${room.exerciseId}/export`);
  const types = new Set(log.facts.map(({ type }) => type));
  expect(wantedFacts.filter((type) => !types.has(type))).toEqual([]);

  const allowed = allowances(room, log.facts);
  let told = 0;
  let kept = 0;
  for (const one of room.guests) {
    const mine = allowed.get(one.name) ?? new Set();
    const heard = one.heard().join('\n');
    const found = room.secrets(heard);
    expect([one.name, found.filter((token) => !mine.has(token)).map(room.describe)]).toEqual([
      one.name,
      [],
    ]);
    told += found.length;
    kept += canary.tokens.about.size - found.length;
  }
  console.log(`${room.guests.length} people, ${told} tokens told, ${kept} kept`);
  expect(told).toBeGreaterThan(200);
  expect(kept).toBeGreaterThan(1_000);
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
  'ExerciseEnded',
];

/** The fixture, with everything in it that is there to be kept. */
function scenarioToSpoil() {
  const fixture = loadScenario(readFileSync(scenarioFile, 'utf8'));
  if (!fixture.ok) throw new Error('the fixture does not load');
  const file = structuredClone(fixture.scenario);
  const loaded = parseScenario({
    ...file,
    milestones: ['first-sight', 'all-clear'].map((id) => ({ id, title: id })),
    assets: ['crane', 'seal', 'gate'].map((id, index) => ({
      id,
      name: id,
      party: index === 1 ? 'ph' : 'jp',
      sector: 'Sector',
      ...(index > 0 && { dependsOn: [{ asset: 'crane', becomes: 'degraded' }] }),
    })),
    indicators: [
      { id: 'trust', name: 'Trust', start: 50 },
      { id: 'queue', name: 'Queue', start: 10, visibleTo: ['ph-cert'] },
    ],
    injects: file.injects.map((inject, index) => ({
      ...inject,
      ...(index === 0 && {
        tlp: 'RED',
        effects: [{ kind: 'awardPoints', team: 'jp-port', points: 2, reason: 'Early' }],
        expectations: [...inject.expectations, hidden],
      }),
    })),
    endings: [
      {
        id: 'good-end',
        title: 'Good',
        when: { kind: 'milestone', milestone: 'first-sight' },
      },
    ],
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

const hidden = {
  id: 'quietly',
  kind: 'acknowledge',
  withinMinutes: 3,
  points: 7,
  announced: false,
  objective: 'see',
};

interface Guest {
  readonly name: string;
  /** Whose words these were, too: nobody is betrayed by hearing them again. */
  readonly said: string[];
  readonly audienceAtDoor: Audience;
  readonly heard: () => readonly string[];
  readonly seatId: string | null;
}

interface Seated<V extends View> {
  readonly name: string;
  readonly guest: Guest;
  readonly api: Api;
  readonly grant: SeatGrant;
  readonly person: Person<V>;
  do(command: CommandInput): ReturnType<Person<V>['do']>;
}

type Player = Seated<PlayerView>;
type Room = Awaited<ReturnType<typeof openRoom>>;

const id = (name: string): string => {
  const token = canary.ids.get(name);
  if (token === undefined) throw new Error(`no id "${name}"`);
  return token;
};
const part = (name: string): string => canary.parts.get(name) ?? '';
const say = (): string => `Typed ${canary.tokens.mint({ kind: 'typed', of: '' })}`;
const at = (tableId: string): Audience => ({ role: 'player', tableId: tableId as never });

async function openRoom() {
  const scenariosDir = tempDir();
  mkdirSync(join(scenariosDir, 'canary'));
  writeFileSync(join(scenariosDir, 'canary', 'scenario.json'), JSON.stringify(canary.scenario));
  const dataDir = tempDir();
  const app = await startApp({
    host: '127.0.0.1',
    port: 0,
    otherPorts: 0,
    dataDir,
    scenariosDir,
    clientDir: join(dataDir, 'no-client'),
    logLevel: 'silent',
    limits: {
      ...defaultLimits,
      commandsPerSecond: 5_000,
      draftsPerSecond: 5_000,
      failureDelayMs: 0,
    },
  });
  onTestFinished(() => app.close());
  const { url } = app;
  const staff = new Api(url);
  await staff.signIn(app.staffLink);
  const { exerciseId } = await staff.must<{ exerciseId: string }>('/api/exercises', {
    scenarioId: canary.scenario.id,
    title: canary.tokens.mint({ kind: 'exercise title', of: '' }),
    pace: 'confirm',
    mode: 'coach',
  });
  await staff.staffSeat(exerciseId, say());
  const facilitator = await Person.sit<FacilitatorView>({ url, exerciseId, cookie: staff.cookie });
  await facilitator.must({ type: 'CastTeams', casting: cast() });
  const links = await staff.links(exerciseId);
  const guests: Guest[] = [];
  /** What stands in no scenario and no log: names and drafts, by who may hear them. */
  const asides: { readonly token: string; readonly tableId: string }[] = [];
  /** Codes, tokens and seats, which have no shape of their own. */
  const plain = new Set<string>([...links.tables.map(({ code }) => code), links.observerCode]);
  return {
    url,
    staff,
    exerciseId,
    facilitator,
    links,
    guests,
    asides,
    plain,
    secrets: (heard: string) => [
      ...tokensIn(heard),
      ...[...plain].filter((secret) => heard.includes(secret)),
    ],
    describe: (token: string) => {
      const about = canary.tokens.about.get(token);
      return about === undefined ? token : `${about.kind} ${about.of} ${about.part ?? ''}`;
    },
  };
}

function cast() {
  const named = (tableId: string, teams: readonly string[]) => ({
    tableId: canary.tokens.note(tableId, { kind: 'table', of: tableId }),
    name: `Table ${canary.tokens.mint({ kind: 'table', of: tableId })}`,
    teamIds: teams.map(id),
  });
  return {
    tables: [named('tokyo', ['jp-port']), named('manila', ['ph-customs', 'ph-cert'])],
    controlled: [],
  };
}

function codeOf(links: ExerciseLinks, tableId: string): string {
  return links.tables.find((table) => table.tableId === tableId)?.code ?? links.observerCode;
}

/** Before the lobby is open: what a code tells whoever holds it, and what a wrong one tells. */
async function lookAtInvitations({ url, links, guests, staff, exerciseId }: Room): Promise<void> {
  for (const tableId of ['tokyo', 'manila', 'wall']) {
    const api = new Api(url);
    const code = codeOf(links, tableId);
    expect((await api.post('/api/join/look', { code })).status).toBe(200);
    expect((await api.post('/api/join', { code, name: 'Early', language: 'en' })).status).toBe(409);
    await api.post('/api/join/look', { code: `${code.slice(0, 9)}A` });
    for (const path of staffPaths(exerciseId)) await api.get(path);
    await api.post('/api/exercises', { scenarioId: 'two-tables' });
    guests.push({
      name: `${tableId} at the door`,
      said: [exerciseId],
      audienceAtDoor: tableId === 'wall' ? { role: 'observer' } : at(tableId),
      heard: () => api.heard,
      seatId: null,
    });
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

/** What is neither in the scenario nor in the log, and whose table may hear it. */
function noteAside({ asides }: Room, text: string, tableId: string): void {
  for (const token of tokensIn(text)) asides.push({ token, tableId });
}

async function sit<V extends View>(room: Room, tableId: string): Promise<Seated<V>> {
  const { url, exerciseId, links, guests, plain } = room;
  const api = new Api(url);
  const name = say();
  const grant = await api.join(codeOf(links, tableId), name);
  const person = await Person.sit<V>({ url, exerciseId, token: grant.token });
  plain.add(grant.seatId).add(grant.token);
  canary.tokens.note(grant.seatId, { kind: 'seat', of: grant.seatId });
  noteAside(room, name, tableId);
  const guest: Guest = {
    name: `${tableId} ${guests.length}`,
    said: [grant.seatId, grant.token],
    audienceAtDoor: tableId === 'wall' ? { role: 'observer' } : at(tableId),
    heard: () => [...api.heard, ...person.heard],
    seatId: grant.seatId,
  };
  guests.push(guest);
  return {
    name,
    guest,
    api,
    grant,
    person,
    do(command) {
      guest.said.push(...room.secrets(JSON.stringify(command)));
      return person.do(command);
    },
  };
}

async function playEverything(room: Room): Promise<void> {
  const { facilitator } = room;
  await facilitator.must({ type: 'OpenLobby' });
  const tokyo = await sit<PlayerView>(room, 'tokyo');
  const kenji = await sit<PlayerView>(room, 'tokyo');
  const manila = await sit<PlayerView>(room, 'manila');
  const prying = await sit<PlayerView>(room, 'manila');
  const wall = await sit<ObserverView>(room, 'wall');
  await message(facilitator, 'tokyo');
  await facilitator.must({ type: 'StartExercise' });

  await playFirstInjects(room, tokyo, manila);
  await pryEverywhere(room, prying);
  await writeDrafts(room, tokyo, kenji, manila);
  await conductEverything(facilitator);
  await moveAndReturn(room, kenji, manila);
  await pryEverywhere(room, prying);
  await facilitator.must({ type: 'LeaveExercise', seatId: prying.grant.seatId });
  await callRealWorld(facilitator, tokyo, manila);

  await facilitator.must({ type: 'ShowScores', players: true, observers: true });
  await facilitator.must({ type: 'EndExercise', reason: say() });
  for (const { person } of [tokyo, kenji, manila]) {
    await person.until(({ view }) => view.exercise.stage === 'ended', 'the end');
    await person.subscribe(null);
  }
  await wall.person.until(({ view }) => view.exercise.stage === 'ended', 'the end on the wall');
  await wall.person.subscribe(null);
}

function message(facilitator: Facilitator, tableId: string, as?: string) {
  const thread = { kind: 'table', tableId } as const;
  const words = { type: 'SendMessage', thread, text: say() } as const;
  return facilitator.must(as === undefined ? words : { ...words, as });
}

async function playFirstInjects(room: Room, tokyo: Player, manila: Player): Promise<void> {
  const { facilitator } = room;
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
  await message(facilitator, 'manila', canary.scenario.contacts[2]?.id);
  await facilitator.must({ type: 'SendMessage', thread: { kind: 'staff' }, text: say() });
}

/** Every id of the scenario, tried by somebody who should not know it. */
async function pryEverywhere({ exerciseId }: Room, prying: Player): Promise<void> {
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
  await prying.do({ type: 'Nonsense' } as never);
  for (const path of staffPaths(exerciseId)) {
    await prying.api.call('GET', path, undefined, {
      authorization: `Bearer ${prying.grant.token}`,
      cookie: `trilogue_staff=${prying.grant.token}`,
    });
  }
}

async function writeDrafts(room: Room, tokyo: Player, kenji: Player, manila: Player) {
  for (const [player, tableId, injectId] of [
    [tokyo, 'tokyo', id('jp-alarm')],
    [kenji, 'tokyo', id('jp-alarm')],
    [manila, 'manila', id('jp-alarm')],
  ] as const) {
    const text = say();
    noteAside(room, text, tableId);
    await player.person.write(injectId, text, player === kenji ? 1 : 0);
  }
  await tokyo.person.until(({ drafts }) => drafts.length > 0, 'the draft of the other');
}

async function conductEverything(facilitator: Facilitator): Promise<void> {
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
async function moveAndReturn(room: Room, kenji: Player, manila: Player): Promise<void> {
  const { facilitator } = room;
  const { cursor } = manila.person;
  manila.person.socket.disconnect();
  await facilitator.must({ type: 'MoveSeat', seatId: kenji.grant.seatId, tableId: 'manila' });
  noteAside(room, kenji.name, 'manila');
  await message(facilitator, 'tokyo');
  await message(facilitator, 'manila');
  await facilitator.must({ type: 'ReleaseInject', injectId: id('all-hands') });
  await kenji.person.until(({ movedCount }) => movedCount === 1, 'the move');
  await kenji.person.subscribe(kenji.person.cursor);
  await kenji.person.read(id('jp-alarm'));
  await kenji.person.read(id('all-hands'));
  await manila.person.connect();
  await manila.person.subscribe(cursor);
  await manila.person.until(({ roster }) => roster.length > 2, 'the newcomer');
}

async function callRealWorld(facilitator: Facilitator, tokyo: Player, manila: Player) {
  await tokyo.do({ type: 'RaiseRealWorld', reason: say() });
  await manila.person.until(({ view }) => view.exercise.realWorld !== null, 'REAL WORLD');
  await manila.do({ type: 'AcknowledgeInject', injectId: id('all-hands') });
  await manila.do({ type: 'SendMessage', thread: { kind: 'staff' }, text: 'help' });
  await facilitator.must({ type: 'LiftRealWorld' });
  await facilitator.must({ type: 'ResumeClock' });
  const injectId = id('jp-alarm');
  await tokyo.do({ type: 'SendResponse', injectId, text: say() });
}

/** By name: what each guest was given at some moment, and what they said themselves. */
function allowances({ guests, asides }: Room, facts: readonly Fact[]) {
  const ledger = new Ledger(canary.scenario, canary.tokens);
  const allowed = new Map(guests.map(({ name, said }) => [name, new Set(said)]));
  const grant = (guest: Guest, audience: Audience) => {
    const mine = allowed.get(guest.name);
    for (const token of canary.tokens.about.keys()) {
      if (ledger.mayHold(audience, token)) mine?.add(token);
    }
    for (const { token, tableId } of asides) {
      if (audience.role === 'player' && audience.tableId === tableId) mine?.add(token);
    }
  };
  for (const fact of facts) {
    ledger.take(fact);
    for (const guest of guests) {
      const audience = guest.seatId === null ? null : ledger.audienceOf(guest.seatId);
      if (audience !== null) grant(guest, audience);
      else if (fact.type === 'TeamsCast') grant(guest, guest.audienceAtDoor);
    }
  }
  return allowed;
}
