/** Every command of everybody at every stage, against a matrix that is kept here and not in the engine. */
import { describe, expect, test } from 'vitest';
import type { ExerciseId, SeatId, TeamId } from '../protocol/ids.js';
import { parseScenario } from '../scenario/load.js';
import { Drill, host, inject, join, minutes, seat, startMs, table } from '../testing/drill.js';
import { sampleFile } from '../testing/sample-scenario.js';
import type { Command, CommandType } from './commands.js';
import { decide } from './decide.js';
import type { Actor } from './facts.js';
import type { RejectionCode } from './rejections.js';
import { type ExerciseState, emptyExercise } from './state.js';

const doers = ['player', 'facilitator', 'observer', 'gone', 'stranger', 'host'] as const;
type Doer = (typeof doers)[number];

/** The eight values of the lifecycle that can be reached. */
const stages = [
  'draft',
  'lobby',
  'lobby, real world',
  'running',
  'paused',
  'frozen, real world',
  'ended',
  'ended, real world',
] as const;
type Stage = (typeof stages)[number];

const staff: readonly Doer[] = ['facilitator', 'host'];
const seated: readonly Doer[] = ['player', 'facilitator', 'observer', 'host'];
const tables: readonly Doer[] = ['player', 'facilitator'];

const always = stages;
const onceOpen = stages.filter((stage) => stage !== 'draft');
const live: readonly Stage[] = ['running', 'paused', 'frozen, real world'];
const inPlay: readonly Stage[] = ['running', 'paused'];
const preparing: readonly Stage[] = ['draft', 'lobby', 'lobby, real world'];

/** Who may, and when. Written by hand from the design, to hold the engine's own table against. */
const matrix: Record<CommandType, readonly [who: readonly Doer[], when: readonly Stage[]]> = {
  CreateExercise: [['host'], []],
  CastTeams: [staff, preparing],
  OpenLobby: [staff, ['draft']],
  SetPace: [staff, always],
  JoinExercise: [['host'], onceOpen],
  MoveSeat: [staff, onceOpen],
  LeaveExercise: [seated, always],
  StartExercise: [staff, ['lobby']],
  PauseClock: [staff, ['running']],
  ResumeClock: [staff, ['paused']],
  SetSpeed: [staff, live],
  JumpToNext: [staff, ['running']],
  AdvanceClock: [staff, live],
  RecoverClock: [['host'], ['running']],
  Confirm: [staff, inPlay],
  ReleaseInject: [staff, inPlay],
  HoldInject: [staff, inPlay],
  UnholdInject: [staff, inPlay],
  MoveInject: [staff, inPlay],
  SkipInject: [staff, inPlay],
  RecallInject: [staff, inPlay],
  TakeExit: [staff, inPlay],
  ExtendDeadline: [staff, inPlay],
  SetAsset: [staff, inPlay],
  SetIndicator: [staff, inPlay],
  ReachMilestone: [staff, inPlay],
  ShowScores: [staff, always],
  OpenInject: [['player'], inPlay],
  AcknowledgeInject: [tables, inPlay],
  SendResponse: [tables, inPlay],
  MakeChoice: [tables, inPlay],
  SendMessage: [tables, onceOpen],
  RaiseRealWorld: [seated, ['lobby', 'running', 'paused']],
  LiftRealWorld: [staff, ['lobby, real world', 'frozen, real world', 'ended, real world']],
  EndExercise: [staff, live],
};
const types = Object.keys(matrix) as CommandType[];

/** What still works once an exercise was put aside: safety, talk, the way out, the end. */
const evenAside: readonly CommandType[] = [
  'RaiseRealWorld',
  'LiftRealWorld',
  'EndExercise',
  'LeaveExercise',
  'SendMessage',
  'ShowScores',
  'JoinExercise',
];

type Outcome = RejectionCode | 'accepted';

function expected(type: CommandType, doer: Doer, stage: Stage): Outcome {
  const [who, when] = matrix[type];
  // Before the lobby is open, players and observers have no seats.
  const isSeated = stage !== 'draft' || staff.includes(doer);
  if (!who.includes(doer) || !isSeated) return 'command/not-allowed';
  if (type === 'CreateExercise') return 'exercise/already-created';
  if (when.includes(stage)) return 'accepted';
  // Whoever calls REAL WORLD twice hears that it is not the moment.
  const isReal = stage.endsWith('real world') && type !== 'RaiseRealWorld';
  return isReal ? 'exercise/real-world' : 'exercise/not-now';
}

describe('rights', () => {
  test.each(stages)('[RIGHT2] %s: everybody may do what the matrix says, and no more', (stage) => {
    const { state, nowMs } = drillAt(stage);
    const wanted = outcomes((type, doer) => expected(type, doer, stage));
    expect(outcomes((type, doer) => outcomeOf(state, doer, type, nowMs))).toEqual(wanted);
  });

  test('[RIGHT2] what is refused leaves no trace in the log', () => {
    for (const stage of stages) {
      const { state, nowMs } = drillAt(stage);
      for (const [type, doer] of pairs()) {
        const submission = { actor: actorOf(doer), command: commandOf(type, doer) };
        const { facts, rejection } = decide(state, submission, nowMs);
        if (rejection !== null) expect([stage, type, doer, facts]).toEqual([stage, type, doer, []]);
      }
    }
  });

  test('[RIGHT2] before it was created an exercise is unknown, whoever asks', () => {
    const state = emptyExercise(scenario);
    const wanted = outcomes((type, doer) => {
      if (type !== 'CreateExercise') return 'exercise/unknown';
      return doer === 'host' ? 'accepted' : 'command/not-allowed';
    });
    expect(outcomes((type, doer) => outcomeOf(state, doer, type, startMs))).toEqual(wanted);
  });

  test('[RIGHT2] put aside, an exercise lets people talk, be safe, leave and end it, no more', () => {
    const cases = [
      // Its clock stops with it.
      ['running', 'paused'],
      ['paused', 'paused'],
      ['frozen, real world', 'frozen, real world'],
    ] as const;
    for (const [before, stage] of cases) {
      const { state: sound, nowMs } = drillAt(before);
      const state = putAside(sound, nowMs);
      const wanted = outcomes((type, doer) =>
        evenAside.includes(type) ? expected(type, doer, stage) : 'exercise/quarantined',
      );
      expect(outcomes((type, doer) => outcomeOf(state, doer, type, nowMs))).toEqual(wanted);
    }
  });

  const jp = { kind: 'table', tableId: table('jp') } as const;
  const ph = { kind: 'table', tableId: table('ph') } as const;
  const note = { type: 'SendMessage', thread: jp, text: 'Hello' } as const;
  const cut = { injectId: inject('cut'), tableId: table('ph') };
  const tooFar: [string, Command, RejectionCode][] = [
    ['answers for another table', { type: 'SendResponse', ...cut, text: 'x' }, notAllowed()],
    ['chooses for another table', choosing('ph'), notAllowed()],
    ['acknowledges for another table', { type: 'AcknowledgeInject', ...cut }, notAllowed()],
    ['sends another away', { type: 'LeaveExercise', seatId: id('observer') }, notAllowed()],
    ['speaks as a contact', { ...note, as: 'reporter' as never }, notAllowed()],
    ['writes in another table’s thread', { ...note, thread: ph }, 'message/not-your-thread'],
    ['writes among staff', { ...note, thread: { kind: 'staff' } }, 'message/not-your-thread'],
  ];
  test.each(tooFar)('[RIGHT2] a player who %s is refused', (_, command, code) => {
    const { state, nowMs } = drillAt('running');
    expect(decide(state, { actor: seat('player'), command }, nowMs).rejection?.code).toBe(code);
  });

  test('[RIGHT2] an observer sends nobody away, staff do', () => {
    const { state, nowMs } = drillAt('running');
    const command: Command = { type: 'LeaveExercise', seatId: id('player') };
    const outcome = (doer: string) => decide(state, { actor: seat(doer), command }, nowMs);
    expect(outcome('observer').rejection?.code).toBe(notAllowed());
    expect(outcome('facilitator').rejection).toBeNull();
  });
});

function notAllowed(): RejectionCode {
  return 'command/not-allowed';
}

function id(seatId: string): SeatId {
  return seatId as SeatId;
}

function choosing(tableId: string): Command {
  const choiceId = 'yes' as never;
  return { type: 'MakeChoice', injectId: inject('cut'), choiceId, tableId: table(tableId) };
}

function pairs(): (readonly [CommandType, Doer])[] {
  return types.flatMap((type) => doers.map((doer) => [type, doer] as const));
}

function outcomes(outcome: (type: CommandType, doer: Doer) => Outcome): Record<string, Outcome> {
  return Object.fromEntries(
    pairs().map(([type, doer]) => [`${type} by ${doer}`, outcome(type, doer)]),
  );
}

function outcomeOf(state: ExerciseState, doer: Doer, type: CommandType, nowMs: number): Outcome {
  const submission = { actor: actorOf(doer), command: commandOf(type, doer) };
  return decide(state, submission, nowMs).rejection?.code ?? 'accepted';
}

function actorOf(doer: Doer): Actor {
  return doer === 'host' ? host : seat(doer);
}

const scenario = load();

/** The sample, with a system, a gauge and a milestone to lay hands on. */
function load() {
  const loaded = parseScenario({
    ...sampleFile(),
    assets: [{ id: 'crane', name: 'Crane', party: 'jp', sector: 'Ports' }],
    indicators: [{ id: 'trust', name: 'Trust', start: 50 }],
    milestones: [{ id: 'seen', title: 'Seen' }],
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

/**
 * Brought to a stage by commands, with something at hand for each command: a note that is due, an
 * inject that is held, two that went out.
 */
function drillAt(stage: Stage): Drill {
  const drill = new Drill(scenario);
  drill.do(host, commandOf('CreateExercise', 'host'));
  drill.do(host, commandOf('CastTeams', 'host'));
  join(drill, 'facilitator', 'facilitator', null);
  join(drill, 'gone', 'facilitator', null);
  drill.do(seat('gone'), { type: 'LeaveExercise', seatId: id('gone') });
  if (stage === 'draft') return drill;
  drill.do(host, { type: 'OpenLobby' });
  join(drill, 'player', 'player', 'jp');
  join(drill, 'observer', 'observer', null);
  if (stage.startsWith('lobby')) return withRealWorld(drill, stage);
  drill.do(host, { type: 'StartExercise' });
  drill.do(host, { type: 'ReleaseInject', injectId: inject('by-hand') });
  drill.do(host, { type: 'ReleaseInject', injectId: inject('cut') });
  drill.do(host, { type: 'HoldInject', injectId: inject('dark') });
  drill.wait(minutes(1));
  if (stage === 'paused') drill.do(host, { type: 'PauseClock', reason: '' });
  withRealWorld(drill, stage);
  if (stage.startsWith('ended')) drill.do(host, { type: 'EndExercise', reason: '' });
  return drill;
}

function withRealWorld(drill: Drill, stage: Stage): Drill {
  if (stage.endsWith('real world')) drill.do(host, { type: 'RaiseRealWorld', reason: '' });
  return drill;
}

/** A cap of nothing makes of any consequence one too many. */
function putAside(state: ExerciseState, nowMs: number): ExerciseState {
  const submission = { actor: host, command: { type: 'SetSpeed', speed: 3 } } as const;
  const { state: aside } = decide(state, submission, nowMs, 0);
  expect(aside.quarantine).not.toBeNull();
  return aside;
}

/** One that would be accepted, were the right there and the moment. */
function commandOf(type: CommandType, doer: Doer): Command {
  const forTable = doer === 'player' ? {} : { tableId: table('jp') };
  const byHand = { injectId: inject('by-hand') };
  switch (type) {
    case 'CreateExercise':
      return {
        type,
        exerciseId: 'exercise1' as ExerciseId,
        scenarioId: scenario.id,
        scenarioHash: 'hash',
        title: 'A drill',
        seed: 1,
        pace: 'confirm',
        mode: 'coach',
      };
    case 'CastTeams':
      return { type, casting: { tables: [cast('jp'), cast('ph')], controlled: [] } };
    case 'SetPace':
      return { type, pace: 'confirm' };
    case 'JoinExercise':
      return { type, seatId: id('newcomer'), role: 'observer', tableId: null };
    case 'MoveSeat':
      return { type, seatId: id('player'), tableId: table('ph') };
    case 'LeaveExercise':
      return { type, seatId: id(doer === 'host' ? 'facilitator' : doer) };
    case 'SetSpeed':
      return { type, speed: 2 };
    case 'RecoverClock':
      return { type, lastPlayMs: 0 };
    case 'Confirm':
      return { type, item: { kind: 'inject', injectId: inject('note') } };
    case 'ReleaseInject':
    case 'HoldInject':
      return { type, injectId: inject('silence') };
    case 'UnholdInject':
      return { type, injectId: inject('dark') };
    case 'MoveInject':
      return { type, injectId: inject('spread'), dueAtMs: minutes(9) };
    case 'SkipInject':
      return { type, injectId: inject('thanks'), reason: '' };
    case 'RecallInject':
      return { type, ...byHand, reason: '' };
    case 'TakeExit':
      return { type, phaseId: 'day-1' as never, exit: 0 };
    case 'ExtendDeadline':
      return {
        type,
        ...byHand,
        expectationId: 'answer' as never,
        tableId: table('jp'),
        byMs: minutes(1),
      };
    case 'SetAsset':
      return { type, assetId: 'crane' as never, status: 'down' };
    case 'SetIndicator':
      return { type, indicatorId: 'trust' as never, value: 10 };
    case 'ReachMilestone':
      return { type, milestoneId: 'seen' as never };
    case 'ShowScores':
      return { type, players: true, observers: true };
    case 'OpenInject':
      return { type, ...byHand };
    case 'AcknowledgeInject':
      return { type, ...byHand, ...forTable };
    case 'SendResponse':
      return { type, ...byHand, text: 'An answer', ...forTable };
    case 'MakeChoice':
      return { type, injectId: inject('cut'), choiceId: 'yes' as never, ...forTable };
    case 'SendMessage':
      return {
        type,
        thread: doer === 'player' ? { kind: 'table', tableId: table('jp') } : { kind: 'staff' },
        text: 'Hello',
      };
    case 'PauseClock':
    case 'RaiseRealWorld':
    case 'EndExercise':
      return { type, reason: '' };
    default:
      return { type };
  }
}

function cast(tableId: string) {
  const teams = tableId === 'jp' ? ['jp-port', 'jp-cert'] : ['ph-customs'];
  return { tableId: table(tableId), name: tableId, teamIds: teams as TeamId[] };
}
