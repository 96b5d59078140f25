/** The fold: a state and a fact give the next state. Looks only at the fact; never refuses. */
import type { AssetId, InjectId, TableId } from '../protocol/ids.js';
import type { MomentSource } from '../scenario/playbook.js';
import { scoreFact } from '../scoring/score.js';
import type { Fact, FactOf, FactType } from './facts.js';
import type { Casting } from './settings.js';
import {
  type AssetState,
  type CastState,
  controlTableId,
  type Delivery,
  delivery,
  deliveryKey,
  dependencyKey,
  type ExerciseState,
  type ExpectationKey,
  exitKey,
  expectationKey,
  type HappeningRef,
  type InjectState,
  injectState,
  momentKey,
  type Stamp,
  scenarioTimeAt,
  waitingInject,
} from './state.js';

export function evolve(state: ExerciseState, fact: Fact): ExerciseState {
  const evolver = evolvers[fact.type] as Evolver<Fact>;
  const next = evolver(state, fact);
  return {
    ...next,
    scores: scoreFact(state.scores, fact, next),
    seq: fact.seq,
    epoch: fact.epoch,
    lastAtMs: fact.atMs,
    lastPlayMs: fact.playMs,
  };
}

export function fold(state: ExerciseState, facts: Iterable<Fact>): ExerciseState {
  let current = state;
  for (const fact of facts) current = evolve(current, fact);
  return current;
}

/** What an inject that is on its way again no longer says. */
const unskipped = { skipCause: null, reason: '' } as const;

type Evolver<F> = (state: ExerciseState, fact: F) => ExerciseState;

/** One rule per kind of fact; a new kind does not compile until it has one. */
const evolvers: { [Type in FactType]: Evolver<FactOf<Type>> } = {
  ExerciseCreated: (state, fact) => ({
    ...state,
    exerciseId: fact.exerciseId,
    title: fact.title,
    seed: fact.seed,
    pace: fact.pace,
    mode: fact.mode,
    scoringVersion: fact.scoringVersion,
  }),
  TeamsCast: (state, fact) => ({ ...state, casting: toCastState(fact.casting) }),
  LobbyOpened: (state, fact) => ({ ...state, lifecycle: fact.machine }),
  PaceSet: (state, fact) => ({ ...state, pace: fact.pace }),

  SeatJoined: (state, { seatId, role, tableId }) => ({
    ...state,
    seats: state.seats.set(seatId, { seatId, role, tableId, isGone: false }),
  }),
  SeatMoved: (state, { seatId, tableId }) => ({
    ...state,
    seats: state.seats.update(seatId, (seat) =>
      seat ? { ...seat, tableId } : { seatId, role: 'player', tableId, isGone: false },
    ),
  }),
  SeatLeft: (state, { seatId }) => ({
    ...state,
    seats: state.seats.update(seatId, (seat) =>
      seat ? { ...seat, isGone: true } : { seatId, role: 'player', tableId: null, isGone: true },
    ),
  }),

  ExerciseStarted: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: { ...state.clock, anchorPlayMs: 0, anchorAtMs: fact.atMs, pause: null },
    armedMoments: armMoments(state, 'startEx', fact.playMs),
  }),
  ClockPaused: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: { ...anchored(state, fact), pause: { cause: fact.cause, reason: fact.reason } },
  }),
  ClockResumed: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: { ...anchored(state, fact), pause: null },
  }),
  SpeedSet: (state, fact) => ({
    ...state,
    clock: { ...anchored(state, fact), speed: fact.speed },
  }),
  ClockJumped: (state, fact) => ({
    ...state,
    clock: { ...state.clock, anchorPlayMs: fact.toPlayMs, anchorAtMs: fact.atMs },
  }),

  PhaseChanged: changePhase,
  ExitArmed: (state, { phaseId, exit, dueAtMs, seq }) => {
    const key = exitKey({ phaseId, exit });
    return {
      ...state,
      exits: state.exits.set(key, { phaseId, exit, dueAtMs, status: 'armed', armedBy: seq }),
      armedExits: state.armedExits.set(key, dueAtMs),
    };
  },
  ExitDisarmed: (state, { phaseId, exit }) => {
    const key = exitKey({ phaseId, exit });
    return {
      ...state,
      exits: state.exits.delete(key),
      armedExits: state.armedExits.delete(key),
    };
  },
  ExitDue: (state, { phaseId, exit, seq, playMs }) => {
    const key = exitKey({ phaseId, exit });
    return {
      ...state,
      exits: state.exits.set(key, {
        phaseId,
        exit,
        dueAtMs: state.exits.get(key)?.dueAtMs ?? playMs,
        status: 'due',
        armedBy: seq,
      }),
      armedExits: state.armedExits.delete(key),
    };
  },

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

  ConditionTurned: (state, { watch, isTrue, isInitial, playMs }) => ({
    ...state,
    truths: state.truths.set(watch, { isTrue, sincePlayMs: isInitial ? null : playMs }),
  }),
  MomentReached: (state, { since, afterMs }) => ({
    ...state,
    armedMoments: state.armedMoments.delete(momentKey(since as MomentSource, afterMs)),
  }),
  MilestoneReached: (state, { milestoneId, playMs }) => ({
    ...state,
    milestones: state.milestones.set(milestoneId, playMs),
  }),
  AssetSet: (state, { assetId, status }) => withAsset(state, assetId, { own: status }),
  DependencyArmed: (state, { assetId, dependency, isFelt, dueAtMs, seq }) => {
    const key = dependencyKey({ assetId, dependency });
    const isFeltNow = state.assets.get(assetId)?.felt.includes(dependency) ?? false;
    // Armed for what is the case already: whatever was on its way is called off.
    return {
      ...state,
      armedDependencies:
        isFeltNow === isFelt
          ? state.armedDependencies.delete(key)
          : state.armedDependencies.set(key, {
              assetId,
              dependency,
              isFelt,
              dueAtMs,
              armedBy: seq,
            }),
    };
  },
  DependencyFelt: (state, { assetId, dependency, isFelt }) => {
    const felt = (state.assets.get(assetId)?.felt ?? []).filter((index) => index !== dependency);
    return {
      ...withAsset(state, assetId, { felt: isFelt ? [...felt, dependency] : felt }),
      armedDependencies: state.armedDependencies.delete(dependencyKey({ assetId, dependency })),
    };
  },
  AssetChanged: (state, { assetId, status, playMs }) =>
    withAsset(state, assetId, { status, sincePlayMs: playMs }),
  IndicatorChanged: (state, { indicatorId, value }) => ({
    ...state,
    indicators: state.indicators.set(indicatorId, value),
  }),
  PointsAwarded: (state) => state,
  EndingReached: (state, { endingId, playMs }) => ({
    ...state,
    endings: state.endings.set(endingId, playMs),
  }),

  MessageSent: (state, fact) => ({
    ...state,
    messages: state.messages.set(String(fact.seq), {
      id: fact.seq,
      thread: fact.thread,
      from: fact.from,
      as: fact.as,
      ...stamp(fact),
      text: fact.text,
    }),
  }),
  ScoresShown: (state, { players, observers }) => ({
    ...state,
    scoresShown: { players, observers },
  }),
  RealWorldRaised: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    realWorld: { seatId: stamp(fact).seatId, reason: fact.reason, atMs: fact.atMs },
  }),
  RealWorldLifted: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    realWorld: null,
  }),
  ExerciseEnded: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: anchored(state, fact),
    endedBecause: fact.reason,
    exits: state.exits.clear(),
    armedInjects: state.armedInjects.clear(),
    armedExits: state.armedExits.clear(),
    armedDependencies: state.armedDependencies.clear(),
  }),
  ExerciseQuarantined: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: anchored(state, fact),
    quarantine: { code: fact.code, detail: fact.detail },
  }),
};

function anchored(state: ExerciseState, fact: Fact): ExerciseState['clock'] {
  return { ...state.clock, anchorPlayMs: fact.playMs, anchorAtMs: fact.atMs };
}

function stamp(fact: Fact): Stamp {
  return {
    seatId: fact.by.kind === 'seat' ? fact.by.seatId : null,
    atMs: fact.atMs,
    playMs: fact.playMs,
  };
}

function toCastState(casting: Casting): CastState {
  const tables = casting.tables.map((table) => ({
    tableId: table.tableId,
    name: table.name,
    language: table.language ?? null,
    teamIds: table.teamIds,
  }));
  if (casting.controlled.length > 0) {
    tables.push({
      tableId: controlTableId,
      name: 'Control',
      language: null,
      teamIds: casting.controlled,
    });
  }
  return {
    tables,
    tableOf: new Map(
      tables.flatMap(({ tableId, teamIds }) => teamIds.map((teamId) => [teamId, tableId] as const)),
    ),
  };
}

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

function changePhase(state: ExerciseState, fact: FactOf<'PhaseChanged'>): ExerciseState {
  let { phaseVisits, exits, armedExits, armedMoments, happenings } = state;
  for (const phaseId of fact.left) {
    phaseVisits = phaseVisits.update(phaseId, (visit) => ({
      enteredPlayMs: visit?.enteredPlayMs ?? 0,
      leftPlayMs: fact.playMs,
    }));
    const count = state.playbook.phases.get(phaseId)?.phase.exits.length ?? 0;
    for (let exit = 0; exit < count; exit++) {
      const key = exitKey({ phaseId, exit });
      exits = exits.delete(key);
      armedExits = armedExits.delete(key);
    }
  }
  for (const phaseId of fact.entered) {
    phaseVisits = phaseVisits.set(phaseId, { enteredPlayMs: fact.playMs, leftPlayMs: null });
    armedMoments = armMoments({ ...state, armedMoments }, phaseId, fact.playMs);
    happenings = happenings.set(`${fact.seq} ${phaseId}`, {
      kind: 'phase',
      phaseId,
      playMs: fact.playMs,
    });
  }
  return {
    ...state,
    phases: fact.phases,
    phaseVisits,
    exits,
    armedExits,
    armedMoments,
    happenings,
    scenarioClock: fact.scenarioClock ?? state.scenarioClock,
  };
}

/** The moments that conditions count from `since`, now that it has happened. */
function armMoments(
  { playbook, armedMoments }: ExerciseState,
  since: MomentSource,
  fromPlayMs: number,
): ExerciseState['armedMoments'] {
  return (playbook.moments.get(since) ?? []).reduce(
    (armed, afterMs) =>
      armed.set(momentKey(since, afterMs), { since, afterMs, dueAtMs: fromPlayMs + afterMs }),
    armedMoments,
  );
}

function withAsset(
  state: ExerciseState,
  assetId: AssetId,
  change: Partial<AssetState>,
): ExerciseState {
  const asset = state.assets.get(assetId);
  return asset === undefined
    ? state
    : { ...state, assets: state.assets.set(assetId, { ...asset, ...change }) };
}
