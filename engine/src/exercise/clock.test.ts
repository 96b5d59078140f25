import { describe, expect, test } from 'vitest';
import { host, inject, inLobby, minutes, running, seat } from '../testing/drill.js';
import { sampleScenario } from '../testing/sample-scenario.js';
import { nextDueMs, nextWakeMs } from './due.js';
import { playTimeAt, scenarioTimeAt } from './state.js';

const scenario = sampleScenario();
const director = seat('facilitator');

describe('the clock', () => {
  test('[CLK1] play time runs from StartEx at the clock’s speed', () => {
    const drill = running(scenario);
    drill.nowMs += 10_000;
    expect(playTimeAt(drill.state, drill.nowMs)).toBe(10_000);
    drill.do(director, { type: 'SetSpeed', speed: 60 });
    drill.nowMs += 1_000;
    expect(playTimeAt(drill.state, drill.nowMs)).toBe(70_000);
  });

  test('[CLK2] what is due fires at its moment, however late the host looks', () => {
    const drill = running(scenario);
    drill.wait(minutes(2.5));
    const released = drill.log.filter(({ type }) => type === 'InjectReleased');
    expect(released.map(({ playMs }) => playMs)).toEqual([minutes(1), minutes(2)]);
  });

  test('[CLK3] a paused clock releases nothing', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'PauseClock', reason: 'talk' });
    expect(drill.wait(minutes(60))).toEqual([]);
    expect(nextDueMs(drill.state)).toBeNull();
    drill.do(director, { type: 'ResumeClock' });
    expect(drill.wait(minutes(1)).map(({ type }) => type)).toContain('InjectReleased');
  });

  test('[CLK4] a wall clock that runs backwards changes nothing', () => {
    const drill = running(scenario);
    drill.wait(minutes(1));
    const before = drill.state;
    drill.nowMs -= minutes(30);
    expect(drill.submit(host, { type: 'AdvanceClock' }).facts).toEqual([]);
    expect(playTimeAt(before, drill.nowMs)).toBe(minutes(1));
  });

  test('[CLK5] jump to next moves play time to whatever is next due, and that happens', () => {
    const drill = running(scenario);
    const facts = drill.do(director, { type: 'JumpToNext' });
    expect(facts.map(({ type }) => type).slice(0, 2)).toEqual(['ClockJumped', 'InjectReleased']);
    expect(drill.state.lastPlayMs).toBe(minutes(1));
  });

  test('[CLK6] the host is told when to look next, by the wall', () => {
    const drill = running(scenario);
    drill.do(director, { type: 'SetSpeed', speed: 60 });
    expect(nextWakeMs(drill.state)).toBe(drill.nowMs + 1_000);
  });

  test('[CLK7] after a gap the clock stands at the last play time on record', () => {
    const drill = running(scenario);
    drill.nowMs += minutes(30);
    const facts = drill.do(host, { type: 'RecoverClock', lastPlayMs: minutes(1.5) });
    expect(facts.map(({ type, playMs }) => [type, playMs])).toEqual([
      ['InjectReleased', minutes(1)],
      ['InjectArmed', minutes(1)],
      ['ClockPaused', minutes(1.5)],
    ]);
    expect(playTimeAt(drill.state, drill.nowMs + minutes(5))).toBe(minutes(1.5));
  });

  test('[CLK8] scenario time follows the phase’s date, hour and rate, and may jump', () => {
    const drill = running(scenario);
    drill.wait(minutes(10));
    const at = (playMs: number) =>
      new Date(scenarioTimeAt(drill.state.scenarioClock, playMs) ?? 0).toISOString();
    expect(at(minutes(10))).toBe('2026-12-02T05:00:00.000Z');
    expect(at(minutes(13))).toBe('2026-12-02T06:00:00.000Z');
  });

  test('[CLK9] a deadline is missed at its moment, before what else comes due then', () => {
    const drill = running(scenario);
    drill.wait(minutes(3));
    const atThree = drill.log.filter(({ playMs }) => playMs === minutes(3));
    expect(atThree.map(({ type }) => type)).toEqual([
      'ExpectationMissed',
      'ExpectationMissed',
      'InjectArmed',
      'InjectReleased',
      'InjectReleased',
    ]);
  });

  test('[CLK10] in confirm pace what is due waits for a controller and holds up nothing else', () => {
    const drill = running(scenario, { pace: 'confirm' });
    drill.wait(minutes(10));
    expect(drill.types()).not.toContain('InjectReleased');
    expect(drill.state.injects.get(inject('note'))?.status).toBe('due');
    drill.do(director, { type: 'Confirm', item: { kind: 'inject', injectId: inject('note') } });
    expect(drill.state.injects.get(inject('note'))?.status).toBe('released');
    expect(drill.log.at(-2)).toMatchObject({ type: 'InjectReleased' });
  });

  test('[CLK11] time does not run before StartEx nor after EndEx', () => {
    const drill = inLobby(scenario);
    expect(drill.submit(host, { type: 'AdvanceClock' }).rejection?.code).toBe('exercise/not-now');
    drill.do(director, { type: 'StartExercise' });
    drill.wait(30_000);
    drill.do(director, { type: 'EndExercise', reason: '' });
    expect(playTimeAt(drill.state, drill.nowMs + minutes(5))).toBe(30_000);
    expect(nextDueMs(drill.state)).toBeNull();
  });
});
