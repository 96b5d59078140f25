/** What comes due when, one moment after the other. */
import type { InjectId, PositionId } from '../protocol/ids.js';
import type { Agenda } from './agenda.js';
import type { ObligationKey } from './exchange-state.js';
import type { FactBody } from './facts.js';
import type { Run } from './run.js';
import { type ExerciseState, playTimeAt, playTimeOfScenario } from './state.js';
import type { DependencyKey, ExitKey, ExpectationKey, MomentKey } from './state-parts.js';
import { release, takeExitFrom } from './steps.js';

interface DueKeys {
  deadline: ExpectationKey;
  obligation: ObligationKey;
  position: PositionId;
  dependency: DependencyKey;
  moment: MomentKey;
  reveal: ExpectationKey;
  inject: InjectId;
  exit: ExitKey;
}
type DueKind = keyof DueKeys;
interface Due {
  readonly kind: DueKind;
  readonly key: string;
  readonly dueAtMs: number;
}

interface Happening {
  readonly body: FactBody;
  readonly causedBy: number | null;
}

/** At one moment: deadlines first, then the world, then injects; a module ends last. */
const rank: Record<DueKind, number> = {
  deadline: 0,
  obligation: 1,
  position: 2,
  dependency: 3,
  moment: 4,
  reveal: 5,
  inject: 6,
  exit: 7,
};

/** Play time in ms at which something is next due; null when nothing is or the clock stands. */
export function nextDueMs(state: ExerciseState): number | null {
  return isTicking(state) ? (nextDue(state)?.dueAtMs ?? null) : null;
}

/** Wall time in ms at which the host should next submit `AdvanceClock`; null for never. */
export function nextWakeMs(state: ExerciseState): number | null {
  const dueAtMs = nextDueMs(state);
  return dueAtMs === null ? null : wallTimeOf(state, dueAtMs);
}

/** Everything that came due up to now happens, one moment at a time. */
export function advance(run: Run): void {
  if (isTicking(run.state)) advanceTo(run, playTimeAt(run.state, run.nowMs));
}

export function advanceTo(run: Run, untilPlayMs: number): void {
  for (;;) {
    if (!isTicking(run.state)) return;
    const due = nextDue(run.state);
    if (due === null || due.dueAtMs > untilPlayMs) return;
    happen(run, due);
  }
}

function isTicking({ lifecycle, quarantine }: ExerciseState): boolean {
  return lifecycle.clock === 'running' && quarantine === null;
}

function nextDue(state: ExerciseState): Due | null {
  let best: Due | null = null;
  const consider = (kind: DueKind, key: string, dueAtMs: number) => {
    if (best !== null && dueAtMs > best.dueAtMs) return;
    const candidate = { kind, key, dueAtMs };
    if (best === null || isBefore(state, candidate, best)) best = candidate;
  };
  const considerAll = (kind: DueKind, agenda: Agenda<string>) => {
    const dueAtMs = agenda.earliestMs;
    if (dueAtMs === null || (best !== null && dueAtMs > best.dueAtMs)) return;
    const keys = agenda.keysAt(dueAtMs);
    // Injects of one moment come in the scenario's order, all else in the order of its keys.
    for (const key of kind === 'inject' ? keys : keys.slice(0, 1)) consider(kind, key, dueAtMs);
  };
  considerAll('deadline', state.openDeadlines);
  state.openObligations.forEach((dueScenarioMs, key) => {
    // A jump of scenario time may have passed it by: then it is due now.
    const dueAtMs = playTimeOfScenario(state.scenarioClock, dueScenarioMs);
    if (dueAtMs !== null) consider('obligation', key, Math.max(dueAtMs, state.lastPlayMs));
  });
  state.openPositions.forEach((dueAtMs, key) => {
    consider('position', key, dueAtMs);
  });
  considerAll('reveal', state.hiddenExpectations);
  state.armedDependencies.forEach(({ dueAtMs }, key) => {
    consider('dependency', key, dueAtMs);
  });
  state.armedMoments.forEach(({ dueAtMs }, key) => {
    consider('moment', key, dueAtMs);
  });
  considerAll('inject', state.armedInjects);
  state.armedExits.forEach((dueAtMs, key) => {
    consider('exit', key, dueAtMs);
  });
  return best;
}

function isBefore(state: ExerciseState, a: Due, b: Due): boolean {
  if (a.dueAtMs !== b.dueAtMs) return a.dueAtMs < b.dueAtMs;
  if (a.kind !== b.kind) return rank[a.kind] < rank[b.kind];
  if (a.kind === 'inject') {
    // What was made up comes after what was planned.
    const { order } = state.playbook;
    const place = ({ key }: Due) => order.get(key as InjectId) ?? order.size;
    return place(a) < place(b);
  }
  if (a.kind === 'exit') return exitPlace(state, a.key) < exitPlace(state, b.key);
  return a.key < b.key;
}

/** Outer phases before inner ones, each with its exits in their order. */
function exitPlace({ exits, playbook }: ExerciseState, key: string): number {
  const ref = exits.get(key as ExitKey);
  if (ref === undefined) return 0;
  return (playbook.phases.get(ref.phaseId)?.order ?? 0) * 1_000 + ref.exit;
}

function wallTimeOf(state: ExerciseState, dueAtMs: number): number {
  const { anchorAtMs, anchorPlayMs, speed } = state.clock;
  return anchorAtMs + Math.max(0, Math.ceil((dueAtMs - anchorPlayMs) / speed));
}

function happen(run: Run, { kind, key, dueAtMs }: Due): void {
  const { state } = run;
  const rule = happenings[kind] as (state: ExerciseState, key: string, playMs: number) => Happening;
  const moment = {
    atMs: wallTimeOf(state, dueAtMs),
    playMs: Math.max(dueAtMs, state.lastPlayMs),
  };
  const { body, causedBy } = rule(state, key, moment.playMs);
  run.addAt(body, { kind: 'host' }, moment, causedBy);
}

const happenings: {
  readonly [Kind in DueKind]: (
    state: ExerciseState,
    key: DueKeys[Kind],
    playMs: number,
  ) => Happening;
} = {
  deadline: (state, key) => {
    const { injectId, tableId, expectationId, openedBy } = known(state.expectations.get(key), key);
    const body = { type: 'ExpectationMissed', injectId, tableId, expectationId } as const;
    return { body, causedBy: openedBy };
  },
  obligation: (state, key) => {
    const { obligationId, tableId, startedBy } = known(state.obligations.get(key), key);
    return { body: { type: 'ObligationMissed', obligationId, tableId }, causedBy: startedBy };
  },
  position: (state, key) => {
    const { openedBy } = known(state.positions.get(key), key);
    return {
      body: { type: 'PositionFailed', positionId: key, cause: 'deadline', reason: '' },
      causedBy: openedBy,
    };
  },
  reveal: (state, key) => {
    const { injectId, tableId, expectationId, openedBy } = known(state.expectations.get(key), key);
    const body = { type: 'ExpectationRevealed', injectId, tableId, expectationId } as const;
    return { body, causedBy: openedBy };
  },
  dependency: (state, key) => {
    const { assetId, dependency, isFelt, armedBy } = known(state.armedDependencies.get(key), key);
    return { body: { type: 'DependencyFelt', assetId, dependency, isFelt }, causedBy: armedBy };
  },
  moment: (state, key) => {
    const { since, afterMs } = known(state.armedMoments.get(key), key);
    return { body: { type: 'MomentReached', since, afterMs }, causedBy: null };
  },
  inject: (state, key, playMs) => ({
    body:
      state.pace === 'auto' ? release(state, key, playMs) : { type: 'InjectDue', injectId: key },
    causedBy: state.injects.get(key)?.armedBy ?? null,
  }),
  exit: (state, key, playMs) => {
    const { phaseId, exit, armedBy } = known(state.exits.get(key), key);
    const ref = { phaseId, exit };
    if (state.pace !== 'auto') return { body: { type: 'ExitDue', ...ref }, causedBy: armedBy };
    return { body: known(takeExitFrom(state, ref, true, playMs), key), causedBy: armedBy };
  },
};

/** What is armed has something behind it; anything else is a bug of ours. */
function known<Value>(value: Value | null | undefined, key: string): Value {
  if (value === null || value === undefined) throw new Error(`nothing stands behind "${key}"`);
  return value;
}
