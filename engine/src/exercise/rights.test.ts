/** Every command of everybody at every stage, against a matrix that is kept here and not in the engine. */
import { describe, expect, test } from 'vitest';
import { host, inject, seat, startMs, table } from '../testing/drill.js';
import {
  commandOf,
  type Doer,
  doers,
  drillAt,
  id,
  type Stage,
  scenario,
  stages,
} from '../testing/rights-scene.js';
import type { Command, CommandType } from './commands.js';
import { decide } from './decide.js';
import type { Actor } from './fact-shape.js';
import type { RejectionCode } from './rejections.js';
import { type ExerciseState, emptyExercise } from './state.js';

const staff: readonly Doer[] = ['facilitator', 'host'];
/** Those who have seats from the beginning on. */
const early: readonly Doer[] = ['facilitator', 'evaluator', 'translator', 'host'];
const seated: readonly Doer[] = ['player', 'observer', ...early];
const tables: readonly Doer[] = ['player', 'facilitator'];
const raters: readonly Doer[] = ['evaluator', 'facilitator'];
const talkers: readonly Doer[] = ['player', 'facilitator', 'evaluator', 'translator'];

const always = stages;
const onceOpen = stages.filter((stage) => stage !== 'draft');
const live: readonly Stage[] = ['running', 'paused', 'frozen, real world'];
const inPlay: readonly Stage[] = ['running', 'paused'];
const preparing: readonly Stage[] = ['draft', 'lobby', 'lobby, real world'];
const inLobby: readonly Stage[] = ['lobby', 'lobby, real world'];
/** From StartEx on, after EndEx too: what happened can be judged. */
const onceStarted: readonly Stage[] = [...live, 'ended', 'ended, real world'];

/** Who may, and when. Written by hand from the design, to hold the engine's own table against. */
const matrix: Record<CommandType, readonly [who: readonly Doer[], when: readonly Stage[]]> = {
  CreateExercise: [['host'], []],
  CastTeams: [staff, preparing],
  OpenLobby: [staff, ['draft']],
  SetPace: [staff, always],
  JoinExercise: [['host'], onceOpen],
  MoveSeat: [staff, onceOpen],
  LeaveExercise: [seated, always],
  StartCommsCheck: [staff, inLobby],
  AcknowledgeCommsCheck: [['player'], inLobby],
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
  EditInject: [staff, inPlay],
  ImproviseInject: [staff, inPlay],
  ChooseVariant: [staff, inPlay],
  OpenPosition: [staff, inPlay],
  ExtendPosition: [staff, inPlay],
  OverridePosition: [staff, inPlay],
  StartObligation: [staff, inPlay],
  MarkExpectation: [staff, onceStarted],
  AdjustScore: [staff, onceStarted],
  Rewind: [staff, ['running', 'paused', 'ended']],
  ShowScores: [staff, always],
  OpenInject: [['player'], inPlay],
  AcknowledgeInject: [tables, inPlay],
  SendResponse: [tables, inPlay],
  MakeChoice: [tables, inPlay],
  ShareInformation: [tables, inPlay],
  RequestInformation: [tables, inPlay],
  RequestPermission: [tables, inPlay],
  AnswerRequest: [tables, inPlay],
  TakeStance: [tables, inPlay],
  DraftText: [tables, inPlay],
  CommentOnDraft: [tables, inPlay],
  FileReport: [tables, inPlay],
  MarkCriterion: [raters, onceStarted],
  NoteObservation: [raters, onceStarted],
  ReleaseObservation: [raters, onceStarted],
  RateObjective: [raters, onceStarted],
  ConfirmRating: [raters, onceStarted],
  AddTranslation: [['translator', 'facilitator'], onceOpen],
  SendMessage: [talkers, onceOpen],
  RaiseRealWorld: [seated, ['lobby', 'running', 'paused']],
  LiftRealWorld: [staff, ['lobby, real world', 'frozen, real world', 'ended, real world']],
  EndExercise: [staff, live],
};
const types = Object.keys(matrix) as CommandType[];

/** What still works once an exercise was put aside: safety, talk, the way back or out, the end. */
const evenAside: readonly CommandType[] = [
  'RaiseRealWorld',
  'LiftRealWorld',
  'EndExercise',
  'LeaveExercise',
  'SendMessage',
  'Rewind',
  'ShowScores',
  'JoinExercise',
];

type Outcome = RejectionCode | 'accepted';

function expected(type: CommandType, doer: Doer, stage: Stage): Outcome {
  const [who, when] = matrix[type];
  // Before the lobby is open, players and observers have no seats.
  const isSeated = stage !== 'draft' || early.includes(doer);
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
        const submission = { actor: actorOf(doer), command: commandOf(type, doer, state) };
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
    ['shares for another table', { ...of('ShareInformation'), tableId: table('ph') }, notAllowed()],
    ['asks for another table', { ...of('RequestInformation'), tableId: table('ph') }, notAllowed()],
    ['answers what another was asked', answering('ph'), notAllowed()],
    ['drafts for another table', { ...of('DraftText'), tableId: table('ph') }, notAllowed()],
    ['reports for another table', { ...of('FileReport'), tableId: table('ph') }, notAllowed()],
    [
      'speaks for another table’s team',
      { ...of('TakeStance'), teamId: 'ph-customs' as never },
      'position/no-voice',
    ],
    [
      'decides on what was not opened',
      { ...of('TakeStance'), positionId: 'hotline' as never },
      'position/unknown',
    ],
    [
      'shares what the table does not hold',
      { ...of('ShareInformation'), items: [{ itemId: 'plan' as never, form: 'full' }] },
      'item/unknown',
    ],
    [
      'reports what nobody owes',
      { ...of('FileReport'), obligationId: 'follow-up' as never },
      'obligation/not-started',
    ],
  ];
  test.each(tooFar)('[RIGHT2] a player who %s is refused', (_, command, code) => {
    const { state, nowMs } = drillAt('running');
    expect(decide(state, { actor: seat('player'), command }, nowMs).rejection?.code).toBe(code);
  });

  test('[RIGHT2] a table that was asked nothing can answer nothing, as if nobody had asked', () => {
    const { state, nowMs } = drillAt('running');
    const asked = decide(
      state,
      { actor: seat('player'), command: commandOf('RequestInformation', 'player', state) },
      nowMs,
    );
    const [ownRequest] = asked.facts;
    for (const requestSeq of [ownRequest?.seq ?? 0, 9_999]) {
      const command = { ...of('AnswerRequest'), requestSeq } as Command;
      const { rejection } = decide(asked.state, { actor: seat('player'), command }, nowMs);
      expect(rejection?.code).toBe('request/unknown');
    }
  });

  test.each(['observer', 'evaluator', 'translator'])(
    '[RIGHT2] of those who watch, the %s sends nobody away, the facilitator does',
    (watcher) => {
      const { state, nowMs } = drillAt('running');
      const command: Command = { type: 'LeaveExercise', seatId: id('player') };
      const outcome = (doer: string) => decide(state, { actor: seat(doer), command }, nowMs);
      expect(outcome(watcher).rejection?.code).toBe(notAllowed());
      expect(outcome('facilitator').rejection).toBeNull();
    },
  );

  test.each(['evaluator', 'translator'])(
    '[RIGHT2] the %s speaks among staff, and to no table',
    (doer) => {
      const { state, nowMs } = drillAt('running');
      for (const as of [{}, { as: 'reporter' as never }]) {
        const outcome = decide(state, { actor: seat(doer), command: { ...note, ...as } }, nowMs);
        expect(outcome.rejection?.code).toBe('message/not-your-thread');
      }
    },
  );
});

/** As a player would send it, whose table it goes without saying. */
function of<Type extends CommandType>(type: Type): Extract<Command, { type: Type }> {
  // `commandOf` gives a command of the type it was asked for.
  return commandOf(type, 'player', emptyExercise(scenario)) as Extract<Command, { type: Type }>;
}

function answering(tableId: string): Command {
  const { state } = drillAt('running');
  return { ...commandOf('AnswerRequest', 'player', state), tableId: table(tableId) } as Command;
}

function notAllowed(): RejectionCode {
  return 'command/not-allowed';
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
  const submission = { actor: actorOf(doer), command: commandOf(type, doer, state) };
  return decide(state, submission, nowMs).rejection?.code ?? 'accepted';
}

function actorOf(doer: Doer): Actor {
  return doer === 'host' ? host : seat(doer);
}

/** A cap of nothing makes of any consequence one too many. */
function putAside(state: ExerciseState, nowMs: number): ExerciseState {
  const submission = { actor: host, command: { type: 'SetSpeed', speed: 3 } } as const;
  const { state: aside } = decide(state, submission, nowMs, 0);
  expect(aside.quarantine).not.toBeNull();
  return aside;
}
