/** Play time: goes at its pace, stands still when it must, and fires each inject once, on time. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { type Finding, isFinal, type Law } from './history.js';

/** Facts after which the clock runs otherwise than before. */
const turns: ReadonlySet<Fact['type']> = new Set([
  'ExerciseStarted',
  'ClockPaused',
  'ClockResumed',
  'ClockJumped',
  'SpeedSet',
  'RealWorldRaised',
  'RealWorldLifted',
  'Rewound',
  'ExerciseEnded',
]);

/** Whole milliseconds of wall time at sixty times the speed. */
const grainMs = 130;

/** A server that was away for no longer goes on as if nothing had been, ms. */
const bridgedMs = 10_000;

const firedOnce: Law = ({ plan }, { log }) => {
  const last = log.at(-1);
  const released = new Map<string, number[]>();
  for (const fact of log) {
    if (fact.type !== 'InjectReleased' || fact.epoch !== last?.epoch) continue;
    released.set(fact.injectId, [...(released.get(fact.injectId) ?? []), fact.playMs]);
  }
  return plan.flatMap(({ injectId, dueAtMs }): Finding[] => {
    const at = released.get(injectId) ?? [];
    const [first] = at;
    if (at.length > 1) return [{ code: 'inject/twice', what: `${injectId} at ${at}` }];
    if (first === undefined) {
      const what = `${injectId} was due at ${dueAtMs} and it is ${last?.playMs}`;
      return (last?.playMs ?? 0) > dueAtMs ? [{ code: 'inject/skipped', what }] : [];
    }
    const what = `${injectId} went out at ${first}, not at ${dueAtMs}`;
    return first === dueAtMs ? [] : [{ code: 'inject/untimely', what }];
  });
};

const atItsPace: Law = (_history, { log }) => {
  const findings: Finding[] = [];
  let speed = 1;
  let isRunning = false;
  let before: Fact | undefined;
  for (const fact of log) {
    if (before !== undefined && before.epoch === fact.epoch) {
      const passedMs = fact.playMs - before.playMs;
      const isTurn = turns.has(fact.type);
      const dueMs = isRunning ? (fact.atMs - before.atMs) * speed : 0;
      // What turns the clock may look back to the moment at which it was last known to run.
      const isWrong = isTurn ? passedMs > dueMs + grainMs : Math.abs(passedMs - dueMs) > grainMs;
      const isJump = fact.type === 'ClockJumped' || fact.type === 'Rewound';
      if (isWrong && !isJump) {
        const what = `${passedMs} ms of play to fact ${fact.seq}, where ${dueMs} ms had passed`;
        findings.push({ code: 'clock/pace', what });
      }
    }
    if (fact.type === 'SpeedSet') speed = fact.speed;
    if ('machine' in fact && typeof fact.machine === 'object' && 'clock' in fact.machine) {
      isRunning = fact.machine.clock === 'running';
    }
    before = fact;
  }
  return findings;
};

/** A pause by itself needs a gap that is longer than play may bridge. */
const noFalseGap: Law = (_history, { log }) =>
  log.flatMap((fact, index): Finding[] => {
    if (fact.type !== 'ClockPaused' || fact.cause !== 'gap') return [];
    const sinceMs = fact.atMs - (log[index - 1]?.atMs ?? 0);
    const what = `fact ${fact.seq} pauses ${sinceMs} ms after the fact before it`;
    return sinceMs > bridgedMs ? [] : [{ code: 'clock/false-gap', what }];
  });

/** Each answered command puts the server's time between two moments of the clients' clock. */
const noDrift: Law = ({ asked, driftMs }, { byMark }) => {
  if (driftMs === undefined) return [];
  let least = { ms: Number.NEGATIVE_INFINITY, seq: 0 };
  let most = { ms: Number.POSITIVE_INFINITY, seq: 0 };
  for (const { mark, attempts } of asked) {
    const fact = byMark.get(mark)?.[0];
    const answered = attempts.find(({ answer }) => isFinal(answer));
    const sentAtMs = attempts[0]?.sentAtMs;
    if (fact === undefined || sentAtMs === undefined || !answered?.answeredAtMs) continue;
    const low = fact.atMs - answered.answeredAtMs;
    const high = fact.atMs - sentAtMs;
    if (low > least.ms) least = { ms: low, seq: fact.seq };
    if (high < most.ms) most = { ms: high, seq: fact.seq };
  }
  const byMs = least.ms - most.ms;
  const what = `${Math.round(byMs)} ms between fact ${most.seq} and fact ${least.seq}`;
  return byMs > driftMs ? [{ code: 'clock/drift', what }] : [];
};

export const clockLaws: readonly Law[] = [firedOnce, atItsPace, noFalseGap, noDrift];
