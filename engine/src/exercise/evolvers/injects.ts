/** Injects, what tables do about them, and what is expected. */
import type { InjectId, TableId } from '../../protocol/ids.js';
import type { Fact, FactOf } from '../facts.js';
import {
  type Delivery,
  delivery,
  deliveryKey,
  type ExerciseState,
  type ExpectationKey,
  expectationKey,
  type HappeningRef,
  type InjectState,
  injectState,
  scenarioTimeAt,
  waitingInject,
} from '../state.js';
import { type Evolvers, stamp } from './evolver.js';

/** What an inject that is on its way again no longer says. */
const unskipped = { skipCause: null, reason: '' } as const;

export const injectEvolvers = {
  InjectArmed: (state, { injectId, dueAtMs, seq }) =>
    withInject(state, injectId, { status: 'armed', dueAtMs, armedBy: seq, ...unskipped }),
  InjectDue: (state, { injectId, seq }) =>
    withInject(state, injectId, { status: 'due', armedBy: seq }),
  InjectReleased: releaseInject,
  InjectHeld: (state, { injectId }) => withInject(state, injectId, { isHeld: true }),
  InjectUnheld: (state, { injectId, seq }) =>
    withInject(state, injectId, { isHeld: false, armedBy: seq }),
  InjectDisarmed: (state, { injectId }) =>
    withInject(state, injectId, { status: 'waiting', dueAtMs: null, armedBy: null, ...unskipped }),
  InjectMoved: (state, { injectId, dueAtMs, seq }) =>
    withInject(state, injectId, {
      status: 'armed',
      dueAtMs,
      armedBy: seq,
      isForced: true,
      ...unskipped,
    }),
  InjectSkipped: (state, { injectId, cause, reason }) =>
    withInject(state, injectId, {
      status: 'skipped',
      isHeld: false,
      isForced: false,
      dueAtMs: null,
      skipCause: cause,
      reason,
    }),
  InjectRecalled: (state, { injectId, reason }) =>
    withInject(state, injectId, { status: 'recalled', dueAtMs: null, reason }),

  InjectOpened: (state, fact) =>
    withDelivery(state, fact, (old) => ({ openedBy: [...old.openedBy, fact.seatId] })),
  InjectAcknowledged: (state, fact) =>
    withDelivery(state, fact, () => ({ acknowledged: stamp(fact) })),
  ResponseSent: (state, fact) =>
    happened(
      answered(
        withDelivery(state, fact, () => ({ response: { ...stamp(fact), text: fact.text } })),
        fact,
      ),
      fact,
      { kind: 'response', tableId: fact.tableId, playMs: fact.playMs },
    ),
  ResponseNoted: (state, fact) => {
    const { seq, injectId, tableId, text } = fact;
    const note = { ...stamp(fact), seq, injectId, tableId, text };
    return {
      ...withDelivery(state, fact, (old) => ({ noteSeqs: [...old.noteSeqs, seq] })),
      notes: state.notes.set(String(seq), note),
    };
  },
  ChoiceMade: (state, fact) =>
    happened(
      answered(
        withDelivery(state, fact, () => ({ choice: { ...stamp(fact), choiceId: fact.choiceId } })),
        fact,
      ),
      fact,
      { kind: 'choice', tableId: fact.tableId, playMs: fact.playMs },
    ),

  ExpectationMet: (state, fact) => settle(state, fact, fact.isLate ? 'late' : 'met'),
  ExpectationMissed: (state, fact) => {
    const inject = injectState(state, fact.injectId);
    const next =
      inject.overduePlayMs === null
        ? withInject(state, fact.injectId, { overduePlayMs: fact.playMs })
        : state;
    return settle(next, fact, 'missed');
  },
  ExpectationWaived: (state, fact) => settle(state, fact, 'waived'),
  DeadlineExtended: (state, fact) => {
    const key = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
    const { injectId, tableId, expectationId, dueAtMs } = fact;
    return {
      ...state,
      expectations: state.expectations.set(key, {
        injectId,
        tableId,
        expectationId,
        dueAtMs,
        openedBy: fact.seq,
        status: 'open',
        settledPlayMs: null,
      }),
      openDeadlines: state.openDeadlines.set(key, dueAtMs),
    };
  },
} satisfies Partial<Evolvers>;

/** Keeps the index of armed injects in step with the inject itself. */
function withInject(
  state: ExerciseState,
  injectId: InjectId,
  change: Partial<InjectState>,
): ExerciseState {
  const inject = { ...(state.injects.get(injectId) ?? waitingInject), ...change };
  const isTicking = inject.status === 'armed' && !inject.isHeld && inject.dueAtMs !== null;
  return {
    ...state,
    injects: state.injects.set(injectId, inject),
    armedInjects: isTicking
      ? state.armedInjects.set(injectId, inject.dueAtMs ?? 0)
      : state.armedInjects.delete(injectId),
  };
}

function releaseInject(state: ExerciseState, fact: FactOf<'InjectReleased'>): ExerciseState {
  const { injectId, tableIds, opens, seq } = fact;
  const released = happened(
    withInject(state, injectId, {
      status: 'released',
      isHeld: false,
      dueAtMs: null,
      reason: '',
      releasedSeq: seq,
      releasedPlayMs: fact.playMs,
      releasedAtMs: fact.atMs,
      releasedScenarioMs: scenarioTimeAt(state.scenarioClock, fact.playMs),
      tableIds,
    }),
    fact,
    { kind: 'inject', injectId },
  );
  if (opens.length === 0) return released;
  const opened = released.expectations.asMutable();
  const deadlines = released.openDeadlines.asMutable();
  for (const { tableId, expectationId, dueAtMs } of opens) {
    const key = expectationKey(injectId, tableId, expectationId);
    opened.set(key, {
      injectId,
      tableId,
      expectationId,
      status: 'open',
      dueAtMs,
      openedBy: seq,
      settledPlayMs: null,
    });
    deadlines.set(key, dueAtMs);
  }
  return {
    ...released,
    expectations: opened.asImmutable(),
    openDeadlines: deadlines.asImmutable(),
  };
}

/** Keeps what a wall can tell of. */
function happened(state: ExerciseState, { seq }: Fact, what: HappeningRef): ExerciseState {
  return { ...state, happenings: state.happenings.set(String(seq), what) };
}

function withDelivery(
  state: ExerciseState,
  fact: { injectId: InjectId; tableId: TableId },
  change: (old: Delivery) => Partial<Delivery>,
): ExerciseState {
  const old = delivery(state, fact.injectId, fact.tableId);
  return {
    ...state,
    deliveries: state.deliveries.set(deliveryKey(fact.injectId, fact.tableId), {
      ...old,
      ...change(old),
    }),
  };
}

function answered(
  state: ExerciseState,
  fact: { injectId: InjectId; playMs: number },
): ExerciseState {
  const inject = injectState(state, fact.injectId);
  return inject.answeredPlayMs === null
    ? withInject(state, fact.injectId, { answeredPlayMs: fact.playMs })
    : state;
}

function settle(
  state: ExerciseState,
  fact: FactOf<'ExpectationMet' | 'ExpectationMissed' | 'ExpectationWaived'>,
  status: 'met' | 'late' | 'missed' | 'waived',
): ExerciseState {
  const key: ExpectationKey = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
  const old = state.expectations.get(key);
  if (old === undefined) return state;
  return {
    ...state,
    expectations: state.expectations.set(key, { ...old, status, settledPlayMs: fact.playMs }),
    openDeadlines: state.openDeadlines.delete(key),
  };
}
