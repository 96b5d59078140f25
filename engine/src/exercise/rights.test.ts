/** Every command of everybody at every stage, against a matrix that is kept by hand. */
import { describe, expect, test } from 'vitest';
import { host, inject, seat, startMs, table } from '../testing/drill.js';
import { evenAside, expected, type Outcome, types } from '../testing/rights-matrix.js';
import {
  commandOf,
  type Doer,
  doers,
  drillAt,
  id,
  scenario,
  stages,
} from '../testing/rights-scene.js';
import type { Command, CommandOf, CommandType } from './commands.js';
import { decide } from './decide.js';
import type { Actor } from './fact-shape.js';
import type { RejectionCode } from './rejections.js';
import type { Casting } from './settings.js';
import { type ExerciseState, emptyExercise } from './state.js';
import { readFact } from './upcast.js';

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
      expect(outcome('jp-facilitator').rejection).toBeNull();
      expect(outcome('ph-facilitator').rejection?.code).toBe('command/out-of-scope');
    },
  );

  const calm = { kind: 'strength', importance: 'normal', text: 'Calm.' } as const;
  const aboutJp = { ...calm, tableId: table('jp'), objectiveId: null, momentPlayMs: null } as const;
  const toJp = { ...of('ImproviseInject'), to: ['jp'] } as unknown as Command;
  const party: [string, string, Command, RejectionCode | null][] = [
    ['jp', 'plays the deck for another', releasing('card'), 'command/out-of-scope'],
    ['ph', 'plays its deck', releasing('card'), null],
    ['jp', 'releases what goes to both', releasing('by-hand'), 'command/out-of-scope'],
    ['jp', 'makes up an inject for its own', toJp, null],
    ['ph', 'makes up an inject for others', toJp, 'command/out-of-scope'],
    ['jp', 'writes to its own table', { ...note, as: 'reporter' as never }, null],
    ['ph', 'writes to another table', note, 'command/out-of-scope'],
    ['jp', 'stops everybody’s clock', { type: 'PauseClock', reason: '' }, 'command/out-of-scope'],
    ['jp', 'releases what is nowhere', releasing('nowhere'), 'command/out-of-scope'],
    ['jp', 'moves on', of('TakeExit'), 'command/out-of-scope'],
    ['jp', 'notes for its own', noting({ kind: 'kept' }), null],
    ['jp', 'notes for its party', noting({ kind: 'party', partyId: 'jp' as never }), null],
    ['jp', 'notes for all to read', noting({ kind: 'all' }), 'command/out-of-scope'],
    ['ph', 'notes about another', noting({ kind: 'kept' }), 'command/out-of-scope'],
  ];
  function noting(release: object): Command {
    return { type: 'NoteObservation', ...aboutJp, release } as Command;
  }
  test.each(party)('[RIGHT4] a facilitator of %s who %s', (partyId, _, command, code) => {
    const { state, nowMs } = drillAt('running');
    const submission = { actor: seat(`${partyId}-facilitator`), command };
    expect(decide(state, submission, nowMs).rejection?.code ?? null).toBe(code);
  });

  test('[RIGHT4] a table of two nations belongs to no one party’s facilitator', () => {
    const drill = drillAt('lobby');
    const [, second] = (of('CastTeams') as CommandOf<'CastTeams'>).casting.tables;
    const teamIds = ['jp-cert', 'ph-customs'] as never[];
    const tables = [
      { tableId: table('jp'), name: 'Port', teamIds: ['jp-port'] as never[] },
      { ...second, tableId: table('ph'), name: 'Both', teamIds },
    ];
    drill.do(host, { type: 'CastTeams', casting: { tables, controlled: [] } });
    const outcome = (doer: string, tableId: string) => {
      const command = { ...note, thread: { kind: 'table', tableId: table(tableId) } } as Command;
      return decide(drill.state, { actor: seat(doer), command }, drill.nowMs).rejection?.code;
    };
    expect(outcome('jp-facilitator', 'jp')).toBeUndefined();
    expect(outcome('jp-facilitator', 'ph')).toBe('command/out-of-scope');
    expect(outcome('ph-facilitator', 'ph')).toBe('command/out-of-scope');
    expect(outcome('facilitator', 'ph')).toBeUndefined();
  });

  test('[RIGHT4] the SimCell plays the deck and control’s teams, and nobody else’s', () => {
    const drill = drillAt('lobby');
    const tables = [{ tableId: table('jp'), name: 'Japan', teamIds: ['jp-port', 'jp-cert'] }];
    const casting = { tables, controlled: ['ph-customs'] } as unknown as Casting;
    drill.do(host, { type: 'CastTeams', casting });
    drill.do(host, { type: 'StartExercise' });
    drill.do(host, releasing('by-hand'));
    const outcome = (command: Command) =>
      decide(drill.state, { actor: seat('simcell'), command }, drill.nowMs).rejection?.code;
    const answer = (tableId: string) =>
      ({ ...of('SendResponse'), tableId: table(tableId) }) as Command;
    expect(outcome(answer('control'))).toBeUndefined();
    expect(outcome(answer('jp'))).toBe('command/out-of-scope');
    expect(outcome(releasing('card'))).toBeUndefined();
    expect(outcome(releasing('silence'))).toBe('command/out-of-scope');
    expect(outcome({ ...note, as: 'reporter' as never })).toBeUndefined();
    // What was asked of a contact is control's to answer; what was asked of a table is not.
    const ask = (to: object) => {
      drill.do(seat('director'), {
        ...of('RequestInformation'),
        tableId: table('jp'),
        to,
      } as Command);
      const requestSeq = [...drill.state.requests.values()].at(-1)?.seq;
      return outcome({ type: 'AnswerRequest', requestSeq, isGranted: false, text: '' } as never);
    };
    expect(ask({ teams: [], contacts: ['reporter'] })).toBeUndefined();
    drill.do(seat('director'), {
      ...of('RequestInformation'),
      tableId: table('control'),
      to: { teams: ['jp-port'], contacts: [] },
    } as never);
    const requestSeq = [...drill.state.requests.values()].at(-1)?.seq;
    const late = { type: 'AnswerRequest', requestSeq, isGranted: false, text: '' } as never;
    expect(outcome(late)).toBe('command/out-of-scope');
  });

  test('[RIGHT4] only a facilitator is of a party, and of one that there is', () => {
    const { state, nowMs } = drillAt('lobby');
    const joining = (role: string, partyId: string) => {
      const command = { ...of('JoinExercise'), role, partyId } as Command;
      return decide(state, { actor: host, command }, nowMs).rejection?.code;
    };
    expect(joining('facilitator', 'jp')).toBeUndefined();
    expect(joining('facilitator', 'nowhere')).toBe('seat/unknown-party');
    expect(joining('director', 'jp')).toBe('seat/unknown-party');
  });

  test('[RIGHT4] a seat of an older log is of no party: its facilitator runs all', () => {
    const old = { type: 'SeatJoined', seq: 1, epoch: 0, atMs: 0, playMs: 0, causedBy: null };
    const fact = readFact({
      ...old,
      by: host,
      seatId: 'seat-1',
      role: 'facilitator',
      tableId: null,
    });
    expect(fact).toMatchObject({ role: 'facilitator', partyId: null });
  });

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

function releasing(injectId: string): Command {
  return { type: 'ReleaseInject', injectId: inject(injectId) };
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
