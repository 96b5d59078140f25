/** The clock: start, pause, resume, speed, jump, recover, end. */
import type { CommandOf } from '../commands.js';
import { advanceTo, nextDueMs } from '../due.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { lifecycleAfter } from './stage.js';

/** StartEx. Rejections: `casting/no-tables`. */
export function startExercise(run: Run): Rejection | null {
  if (run.state.casting.tables.length === 0) {
    return reject('casting/no-tables', 'no team is cast yet');
  }
  run.add({ type: 'ExerciseStarted', machine: lifecycleAfter(run, 'START') });
  return null;
}

export function pauseClock(run: Run, { reason }: CommandOf<'PauseClock'>): Rejection | null {
  run.add({
    type: 'ClockPaused',
    machine: lifecycleAfter(run, 'PAUSE'),
    cause: 'person',
    reason,
  });
  return null;
}

export function resumeClock(run: Run): Rejection | null {
  run.add({ type: 'ClockResumed', machine: lifecycleAfter(run, 'RESUME') });
  return null;
}

export function setSpeed(run: Run, { speed }: CommandOf<'SetSpeed'>): Rejection | null {
  if (run.state.clock.speed !== speed) run.add({ type: 'SpeedSet', speed });
  return null;
}

/** Play time jumps to whatever is next due. Rejections: `clock/nothing-ahead`. */
export function jumpToNext(run: Run): Rejection | null {
  const dueAtMs = nextDueMs(run.state);
  if (dueAtMs === null) return reject('clock/nothing-ahead', 'nothing is due by the clock');
  run.add({ type: 'ClockJumped', toPlayMs: Math.max(dueAtMs, run.playMs) });
  return null;
}

/** The host's timer. What came due has already happened when this is reached. */
export function advanceClock(): Rejection | null {
  return null;
}

/**
 * After an unplanned gap: what was due before the last recorded play time happens, and the clock
 * stands there, so that nothing fires in a burst.
 */
export function recoverClock(
  run: Run,
  { lastPlayMs }: CommandOf<'RecoverClock'>,
): Rejection | null {
  const resumeAtMs = Math.max(run.state.lastPlayMs, Math.min(lastPlayMs, run.playMs));
  advanceTo(run, resumeAtMs);
  // What was due before may have ended the exercise: then no clock is left to be stopped.
  if (run.state.lifecycle.clock !== 'running') return null;
  run.addAt(
    { type: 'ClockPaused', machine: lifecycleAfter(run, 'PAUSE'), cause: 'gap', reason: '' },
    run.actor,
    { atMs: run.nowMs, playMs: resumeAtMs },
    null,
  );
  return null;
}

/** EndEx. What is still open is waived. */
export function endExercise(run: Run, { reason }: CommandOf<'EndExercise'>): Rejection | null {
  run.add({ type: 'ExerciseEnded', machine: lifecycleAfter(run, 'END'), reason });
  return null;
}
