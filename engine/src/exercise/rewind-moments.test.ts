import { describe, expect, test } from 'vitest';
import type { IndicatorId, TableId } from '../protocol/ids.js';
import { Drill, host, inject, join, minutes, running, table } from '../testing/drill.js';
import { all, director, last, player, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { PlayerView } from '../views/player-view.js';
import { viewOf } from '../views/project.js';
import type { Command } from './commands.js';
import { decide } from './decide.js';
import { fold } from './evolve.js';
import { emptyExercise, injectState, playTimeAt } from './state.js';

const scenario = exchangeScenario();
const back = (toSeq: number): Command => ({ type: 'Rewind', toSeq, reason: 'again' });
const respond = (injectId: string, text = 'Yes.') =>
  ({ type: 'SendResponse', injectId: inject(injectId), text }) as const;
const status = ({ state }: Drill, id: string) => injectState(state, inject(id)).status;
const trust = (drill: Drill) => drill.state.indicators.get('trust' as IndicatorId);

function played(): Drill {
  const drill = running(scenario);
  drill.wait(minutes(1));
  release(drill, 'anyone');
  drill.wait(minutes(1));
  return drill;
}

describe('how far back', () => {
  test('[REW5] after EndEx play goes on from before it', () => {
    const drill = played();
    const { seq } = last(drill, 'InjectReleased');
    drill.do(director, { type: 'EndExercise', reason: 'time' });
    drill.wait(minutes(5));
    drill.do(director, back(seq));
    expect(drill.state.lifecycle.stage).toBe('live');
    expect(drill.state.endedBecause).toBeNull();
    drill.do(director, { type: 'ResumeClock' });
    drill.do(player('ph'), respond('anyone'));
    expect(last(drill, 'ExpectationMet')).toMatchObject({ isLate: false, epoch: 1 });
    drill.do(director, { type: 'EndExercise', reason: '' });
    expect(drill.state.lifecycle.stage).toBe('ended');
  });

  test('[REW5] EndEx itself is no moment to go back to', () => {
    const drill = played();
    drill.do(director, { type: 'EndExercise', reason: '' });
    drill.do(director, {
      type: 'MarkExpectation',
      injectId: inject('anyone'),
      expectationId: 'respond' as never,
      tableId: table('ph'),
      as: 'met',
      reason: 'By hand',
    });
    for (const type of ['ExerciseEnded', 'ExpectationWaived', 'ExpectationMarked'] as const) {
      const { rejection } = drill.submit(director, back(last(drill, type).seq));
      expect(rejection?.code).toBe('rewind/unknown-moment');
    }
  });

  test('[REW5] an exercise that was put aside goes on from before what put it aside', () => {
    const drill = played();
    const { seq } = last(drill, 'InjectReleased');
    const aside = decide(
      drill.state,
      { actor: player('ph'), command: respond('anyone') },
      drill.nowMs,
      2,
    );
    expect(aside.rejection?.code).toBe('exercise/quarantined');
    drill.state = fold(drill.state, aside.facts);
    drill.log.push(...aside.facts);
    drill.do(director, back(seq));
    expect(drill.state.quarantine).toBeNull();
    drill.do(director, { type: 'ResumeClock' });
    drill.do(player('ph'), respond('anyone'));
    expect(trust(drill)).toBe(60);
  });

  test('[REW6] it can be done twice, further back or from the new play', () => {
    const drill = played();
    const first = last(drill, 'InjectReleased').seq;
    drill.do(player('ph'), respond('anyone'));
    const undone = last(drill, 'ResponseSent').seq;
    drill.do(director, back(first));
    drill.do(director, { type: 'ResumeClock' });
    drill.wait(minutes(1));
    release(drill, 'curve');
    drill.wait(minutes(1));
    drill.do(player('ph'), respond('curve'));
    const gone = drill.submit(director, back(undone));
    expect(gone.rejection?.code).toBe('rewind/unknown-moment');
    drill.do(director, back(last(drill, 'InjectReleased').seq));
    expect([status(drill, 'anyone'), status(drill, 'curve')]).toEqual(['released', 'released']);
    expect(drill.state.deliveries.size).toBe(0);
    expect(drill.state).toMatchObject({ epoch: 2, lastPlayMs: minutes(2) });
    drill.do(director, back(last(drill, 'ExerciseStarted').seq));
    expect([status(drill, 'anyone'), status(drill, 'curve')]).toEqual(['waiting', 'waiting']);
    expect(drill.state).toMatchObject({ epoch: 3, lastPlayMs: 0 });
    expect(fold(emptyExercise(scenario), drill.log).scores).toEqual(drill.state.scores);
  });

  test('[REW6] the log keeps what was undone, numbered without a gap', () => {
    const drill = played();
    drill.do(player('ph'), respond('anyone'));
    drill.do(director, back(last(drill, 'InjectReleased').seq));
    drill.do(director, { type: 'ResumeClock' });
    expect(drill.log.map(({ seq }) => seq)).toEqual(drill.log.map((_, index) => index + 1));
    expect(all(drill, 'ResponseSent')).toHaveLength(1);
    expect(
      drill.log.every((fact, i) => i === 0 || fact.atMs >= (drill.log[i - 1]?.atMs ?? 0)),
    ).toBe(true);
  });

  test('[REW7] in auto pace what waited for a controller goes by itself afterwards', () => {
    const drill = running(scenario, { pace: 'confirm' });
    drill.wait(minutes(30));
    expect(status(drill, 'later')).toBe('due');
    const { seq } = last(drill, 'InjectDue');
    drill.do(director, { type: 'SetPace', pace: 'auto' });
    drill.wait(minutes(1));
    expect(status(drill, 'later')).toBe('released');
    drill.do(director, back(seq));
    expect(status(drill, 'later')).toBe('armed');
    drill.do(director, { type: 'ResumeClock' });
    expect(status(drill, 'later')).toBe('released');
  });

  test('[REW7] in confirm pace it waits again', () => {
    const drill = running(scenario, { pace: 'confirm' });
    drill.wait(minutes(30));
    const { seq } = last(drill, 'InjectDue');
    drill.wait(1);
    drill.do(director, {
      type: 'Confirm',
      item: { kind: 'inject', injectId: inject('later') },
    });
    drill.do(director, back(seq));
    expect(status(drill, 'later')).toBe('due');
  });

  test('[REW8] not before StartEx, not while REAL WORLD lasts, not where nothing was done since', () => {
    const lobby = new Drill(scenario);
    lobby.do(host, {
      type: 'CreateExercise',
      exerciseId: 'exercise1' as never,
      scenarioId: scenario.id,
      scenarioHash: 'hash',
      title: 'A drill',
      seed: 1,
      pace: 'auto',
      mode: 'coach',
    });
    expect(lobby.submit(host, back(1)).rejection?.code).toBe('exercise/not-now');
    const drill = played();
    expect(drill.submit(director, back(1)).rejection?.code).toBe('rewind/unknown-moment');
    expect(drill.submit(director, back(9_999)).rejection?.code).toBe('rewind/unknown-moment');
    const { seq } = last(drill, 'InjectReleased');
    const nothing = drill.submit(director, back(seq));
    expect(nothing.rejection?.code).toBe('rewind/nothing-to-undo');
    join(drill, 'late', 'player', 'us');
    expect(drill.submit(director, back(seq)).rejection?.code).toBe('rewind/nothing-to-undo');
    expect(drill.submit(player('ph'), back(seq)).rejection?.code).toBe('command/not-allowed');
    drill.do(player('ph'), respond('anyone'));
    drill.do(player('ph'), { type: 'RaiseRealWorld', reason: '' });
    expect(drill.submit(director, back(seq)).rejection?.code).toBe('exercise/real-world');
    const view = viewOf(drill.state, playerAudience('ph' as TableId)) as PlayerView;
    expect(view.deliveries.anyone?.response?.text).toBe('Yes.');
  });

  test('[REW8] not to what the room did in a stretch of play that was taken back', () => {
    const drill = played();
    const { seq } = last(drill, 'InjectReleased');
    drill.do(player('ph'), respond('anyone'));
    join(drill, 'late', 'player', 'us');
    const joined = last(drill, 'SeatJoined').seq;
    drill.do(director, back(seq));
    drill.do(director, { type: 'ResumeClock' });
    expect(drill.submit(director, back(joined)).rejection?.code).toBe('rewind/unknown-moment');
  });

  test('[REW6] to a jump of the clock: play time stands where it jumped to', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'JumpToNext' });
    expect(status(drill, 'later')).toBe('released');
    drill.do(director, back(last(drill, 'ClockJumped').seq));
    expect(playTimeAt(drill.state, drill.nowMs)).toBe(minutes(30));
  });
});
