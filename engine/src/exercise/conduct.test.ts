import { describe, expect, test } from 'vitest';
import type { ChoiceId, ExpectationId, PhaseId, SeatId, TeamId } from '../protocol/ids.js';
import { host, inject, inLobby, minutes, running, seat, table } from '../testing/drill.js';
import { sampleScenario } from '../testing/sample-scenario.js';
import type { Command } from './commands.js';
import { injectState } from './state.js';

const scenario = sampleScenario();
const director = seat('facilitator');
const note = inject('note');
const report = inject('report');

describe('the facilitator’s hand', () => {
  test('[INJ1] an inject fires once, whoever asks again', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'ReleaseInject', injectId: note });
    expect(drill.submit(director, { type: 'ReleaseInject', injectId: note }).rejection?.code).toBe(
      'inject/already-released',
    );
    drill.wait(minutes(5));
    const releases = drill.log.filter(
      (fact) => fact.type === 'InjectReleased' && fact.injectId === note,
    );
    expect(releases).toHaveLength(1);
  });

  test('[INJ2] a held inject does not come due; let go after its moment it comes at once', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'HoldInject', injectId: note });
    drill.wait(minutes(2));
    expect(injectState(drill.state, note).status).toBe('armed');
    drill.do(director, { type: 'UnholdInject', injectId: note });
    expect(injectState(drill.state, note)).toMatchObject({
      status: 'released',
      releasedPlayMs: minutes(2),
    });
  });

  test('[INJ3] a moved inject comes at its new moment and not at the old one', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'MoveInject', injectId: note, dueAtMs: minutes(4) });
    drill.wait(minutes(3));
    expect(injectState(drill.state, note).status).toBe('armed');
    drill.wait(minutes(1));
    expect(injectState(drill.state, note).releasedPlayMs).toBe(minutes(4));
    const past: Command = { type: 'MoveInject', injectId: inject('by-hand'), dueAtMs: 1 };
    expect(drill.submit(director, past).rejection?.code).toBe('inject/moment-passed');
  });

  test('[INJ4] a skipped inject does not come by itself, and can still be released by hand', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'SkipInject', injectId: note, reason: 'too much' });
    drill.wait(minutes(5));
    expect(injectState(drill.state, note)).toMatchObject({ status: 'skipped', reason: 'too much' });
    drill.do(director, { type: 'ReleaseInject', injectId: note });
    expect(injectState(drill.state, note).status).toBe('released');
  });

  test('[INJ5] a recall waives what is unmet, calls off what waited for it, and closes it to answers', () => {
    const drill = running(scenario);
    drill.wait(minutes(1));
    const facts = drill.do(director, { type: 'RecallInject', injectId: note, reason: 'wrong' });
    expect(facts.map(({ type }) => type)).toEqual([
      'InjectRecalled',
      'ExpectationWaived',
      'InjectDisarmed',
    ]);
    const late = drill.submit(seat('player-jp'), { type: 'AcknowledgeInject', injectId: note });
    expect(late.rejection?.code).toBe('inject/recalled');
  });

  test('[INJ6] when a module ends, what still waited in it is skipped', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as PhaseId, exit: 0 });
    expect(injectState(drill.state, note).status).toBe('skipped');
    expect(drill.log.at(-1)).toMatchObject({ type: 'InjectSkipped', cause: 'phaseLeft' });
  });

  test('[INJ7] a choice made in one module brings its consequence in the next', () => {
    const drill = running(scenario);
    drill.wait(minutes(3));
    drill.do(seat('player-jp'), {
      type: 'MakeChoice',
      injectId: inject('cut'),
      choiceId: 'yes' as ChoiceId,
    });
    drill.wait(minutes(7));
    expect(injectState(drill.state, inject('dark')).releasedPlayMs).toBe(minutes(10));
    // A way out opens only by what happens while its phase is under way.
    expect(drill.state.phases).toEqual({ 'day-2': { quay: 'gates', press: {} } });
  });

  test('[INJ8] a silent team brings the contingency', () => {
    const drill = running(scenario);
    drill.wait(minutes(3));
    expect(injectState(drill.state, inject('silence')).releasedPlayMs).toBe(minutes(3));
  });

  test('[EXP1] an extended deadline counts anew, also one that was missed', () => {
    const drill = running(scenario);
    drill.wait(minutes(3));
    const extend = {
      type: 'ExtendDeadline',
      injectId: note,
      expectationId: 'ack' as ExpectationId,
      tableId: table('jp'),
      byMs: minutes(2),
    } as const;
    drill.do(director, extend);
    drill.wait(minutes(1));
    drill.do(seat('player-jp'), { type: 'AcknowledgeInject', injectId: note });
    expect(drill.log.at(-1)).toMatchObject({ type: 'ExpectationMet', isLate: false });
    expect(drill.submit(director, extend).rejection?.code).toBe('expectation/settled');
  });

  test('[RIGHT1] a player can do none of it', () => {
    const drill = running(scenario);
    const tries: Command[] = [
      { type: 'ReleaseInject', injectId: note },
      { type: 'PauseClock', reason: '' },
      { type: 'EndExercise', reason: '' },
      { type: 'ShowScores', players: true, observers: true },
      { type: 'MoveSeat', seatId: 'player-jp' as SeatId, tableId: table('ph') },
    ];
    for (const command of tries) {
      expect(drill.submit(seat('player-jp'), command).rejection?.code).toBe('command/not-allowed');
    }
  });
});

describe('casting', () => {
  test('[CAST1] a table that plays several recipients gets an inject once', () => {
    const drill = running(scenario, { tables: { one: ['jp-port', 'jp-cert', 'ph-customs'] } });
    drill.wait(minutes(2));
    expect(injectState(drill.state, report).tableIds).toEqual(['one']);
  });

  test('[CAST2] what nobody plays is waived, not missed', () => {
    const drill = running(scenario, { tables: { jp: ['jp-port', 'jp-cert'] } });
    drill.wait(minutes(10));
    expect(drill.state.expectations.some(({ tableId }) => tableId !== 'jp')).toBe(false);
  });

  test('[CAST3] control plays a team at a table of its own, and staff answer for it', () => {
    const drill = running(scenario, {
      tables: { jp: ['jp-port', 'jp-cert'] },
      controlled: ['ph-customs'],
    });
    drill.wait(minutes(2));
    drill.do(director, {
      type: 'SendResponse',
      injectId: report,
      text: 'Customs here.',
      tableId: table('control'),
    });
    expect(drill.log.find(({ type }) => type === 'ResponseSent')).toMatchObject({
      tableId: 'control',
      by: { kind: 'seat', seatId: 'facilitator' },
    });
  });

  test('[CAST4] a casting with a fault is refused', () => {
    const drill = inLobby(scenario);
    const cast = (tables: { tableId: string; teamIds: string[] }[]) =>
      drill.submit(director, {
        type: 'CastTeams',
        casting: {
          tables: tables.map(({ tableId, teamIds }) => ({
            tableId: table(tableId),
            name: tableId,
            teamIds: teamIds as TeamId[],
          })),
          controlled: [],
        },
      }).rejection?.code;
    expect(cast([{ tableId: 'jp', teamIds: ['nobody'] }])).toBe('casting/unknown-team');
    expect(cast([{ tableId: 'jp', teamIds: ['jp-port', 'jp-port'] }])).toBe('casting/team-twice');
    expect(cast([{ tableId: 'control', teamIds: ['jp-port'] }])).toBe('casting/reserved-table');
    expect(cast([{ tableId: 'jp', teamIds: ['jp-port'] }])).toBe('casting/table-has-seats');
  });
});

describe('seats', () => {
  test('[SEAT1] a seat that left can do nothing, and may sit down again', () => {
    const drill = running(scenario);
    drill.wait(minutes(1));
    const gone = 'player-jp' as SeatId;
    drill.do(seat(gone), { type: 'LeaveExercise', seatId: gone });
    const command = { type: 'AcknowledgeInject', injectId: note } as const;
    expect(drill.submit(seat(gone), command).rejection?.code).toBe('command/not-allowed');
    drill.do(host, { type: 'JoinExercise', seatId: gone, role: 'player', tableId: table('jp') });
    drill.do(seat(gone), command);
  });

  test('[SEAT2] players come once the lobby is open, staff before', () => {
    const drill = inLobby(scenario);
    expect(drill.types().indexOf('SeatJoined')).toBeLessThan(drill.types().indexOf('LobbyOpened'));
  });
});
