/** What comes due when, one moment after the other. */

import type { InjectId } from '../protocol/ids.js';
import type { Run } from './run.js';
import type { ExerciseState, ExitKey, ExpectationKey } from './state.js';
import { playTimeAt } from './state.js';
import { release, takeExitFrom } from './steps.js';

type Due =
  | { readonly kind: 'deadline'; readonly key: ExpectationKey; readonly dueAtMs: number }
  | { readonly kind: 'inject'; readonly key: InjectId; readonly dueAtMs: number }
  | { readonly kind: 'exit'; readonly key: ExitKey; readonly dueAtMs: number };

/** At one moment: deadlines first, then injects, and a module ends last. */
const rank = { deadline: 0, inject: 1, exit: 2 } as const;

/** Play time in ms at which something is next due; null when nothing is or the clock stands. */
export function nextDueMs(state: ExerciseState): number | null {
  return state.lifecycle.clock === 'running' ? (nextDue(state)?.dueAtMs ?? null) : null;
}

/** Wall time in ms at which the host should next submit `AdvanceClock`; null for never. */
export function nextWakeMs(state: ExerciseState): number | null {
  const dueAtMs = nextDueMs(state);
  return dueAtMs === null ? null : wallTimeOf(state, dueAtMs);
}

/** Everything that came due up to now happens, one moment at a time. */
export function advance(run: Run): void {
  if (run.state.lifecycle.clock === 'running') advanceTo(run, playTimeAt(run.state, run.nowMs));
}

export function advanceTo(run: Run, untilPlayMs: number): void {
  for (;;) {
    if (run.state.lifecycle.clock !== 'running') return;
    const due = nextDue(run.state);
    if (due === null || due.dueAtMs > untilPlayMs) return;
    happen(run, due);
  }
}

function nextDue(state: ExerciseState): Due | null {
  let best: Due | null = null;
  const consider = (candidate: Due) => {
    if (best === null || isBefore(state, candidate, best)) best = candidate;
  };
  state.openDeadlines.forEach((dueAtMs, key) => {
    consider({ kind: 'deadline', key, dueAtMs });
  });
  state.armedInjects.forEach((dueAtMs, key) => {
    consider({ kind: 'inject', key, dueAtMs });
  });
  state.armedExits.forEach((dueAtMs, key) => {
    consider({ kind: 'exit', key, dueAtMs });
  });
  return best;
}

function isBefore(state: ExerciseState, a: Due, b: Due): boolean {
  if (a.dueAtMs !== b.dueAtMs) return a.dueAtMs < b.dueAtMs;
  if (a.kind !== b.kind) return rank[a.kind] < rank[b.kind];
  if (a.kind === 'inject' && b.kind === 'inject') {
    const { order } = state.playbook;
    return (order.get(a.key) ?? 0) < (order.get(b.key) ?? 0);
  }
  return a.key < b.key;
}

function wallTimeOf(state: ExerciseState, dueAtMs: number): number {
  const { anchorAtMs, anchorPlayMs, speed } = state.clock;
  return anchorAtMs + Math.max(0, Math.ceil((dueAtMs - anchorPlayMs) / speed));
}

function happen(run: Run, due: Due): void {
  const { state } = run;
  const moment = {
    atMs: wallTimeOf(state, due.dueAtMs),
    playMs: Math.max(due.dueAtMs, state.lastPlayMs),
  };
  const host = { kind: 'host' } as const;
  if (due.kind === 'deadline') {
    const expectation = state.expectations.get(due.key);
    if (expectation === undefined) throw new Error(`no expectation behind deadline ${due.key}`);
    const { injectId, tableId, expectationId, openedBy } = expectation;
    const missed = { type: 'ExpectationMissed', injectId, tableId, expectationId } as const;
    run.addAt(missed, host, moment, openedBy);
  } else if (due.kind === 'inject') {
    const causedBy = state.injects.get(due.key)?.armedBy ?? null;
    run.addAt(
      state.pace === 'auto' ? release(state, due.key) : { type: 'InjectDue', injectId: due.key },
      host,
      moment,
      causedBy,
    );
  } else {
    const exit = state.exits.get(due.key);
    if (exit === undefined) throw new Error(`no exit behind ${due.key}`);
    const { phaseId, armedBy } = exit;
    const body =
      state.pace === 'auto'
        ? takeExitFrom(state, { phaseId, exit: exit.exit }, true)
        : ({ type: 'ExitDue', phaseId, exit: exit.exit } as const);
    if (body === null) throw new Error(`exit ${due.key} is armed but the phase is not active`);
    run.addAt(body, host, moment, armedBy);
  }
}
