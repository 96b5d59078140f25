/** The clocks as a screen gets them, and how it reads them between two messages. */
import type { PauseCause } from '../exercise/fact-shape.js';
import type { LifecycleValue } from '../machines/lifecycle.js';

export interface ClockView {
  readonly status: LifecycleValue['clock'];
  readonly anchorPlayMs: number;
  readonly anchorAtMs: number;
  readonly speed: number;
  readonly pauseCause: PauseCause | null;
}

export interface ScenarioClockView {
  /** Scenario date and hour, ms since 1970 UTC, at play time `fromPlayMs`; null before StartEx. */
  readonly startsAtMs: number | null;
  readonly fromPlayMs: number;
  /** Minutes of scenario time in a minute of play time. */
  readonly rate: number;
}

/** Play time in ms that a screen shows at server time `nowMs`. */
export function playMsAt(clock: ClockView, nowMs: number): number {
  return clock.status === 'running'
    ? clock.anchorPlayMs + Math.max(0, nowMs - clock.anchorAtMs) * clock.speed
    : clock.anchorPlayMs;
}

/** Scenario date and hour, ms since 1970 UTC, at a play time; null before StartEx. */
export function scenarioMsAt(clock: ScenarioClockView, playMs: number): number | null {
  return clock.startsAtMs === null
    ? null
    : clock.startsAtMs + (playMs - clock.fromPlayMs) * clock.rate;
}
