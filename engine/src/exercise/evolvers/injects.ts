/** Injects, what tables do about them, and what is expected. */
import type { ExpectationId, InjectId, TableId } from '../../protocol/ids.js';
import type { Expectation, Inject } from '../../scenario/inject-schema.js';
import type { Fact, FactOf } from '../facts.js';
import { injectText } from '../inject-text.js';
import { delivery, type ExerciseState, injectOf, injectState, scenarioTimeAt } from '../state.js';
import {
  type Delivery,
  deliveryKey,
  type ExpectationKey,
  type ExpectationStatus,
  expectationKey,
  type HappeningRef,
  type InjectState,
  type Tallies,
  waitingInject,
} from '../state-parts.js';
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
    withInject(state, injectId, { isHeld: false, armedBy: seq, awaits: [] }),
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
      awaits: [],
    }),
  InjectRecalled: (state, { injectId, reason }) =>
    withInject(state, injectId, { status: 'recalled', dueAtMs: null, reason }),

  VariantDrawn: (state, { injectId, variantId }) => ({
    ...state,
    variants: state.variants.set(injectId, variantId),
  }),
  InjectEdited: editInject,
  InjectImprovised: improviseInject,

  InjectOpened: (state, fact) =>
    withDelivery(state, fact, (old) => ({ openedBy: [...old.openedBy, fact.seatId] })),
  InjectAcknowledged: (state, fact) =>
    withDelivery(tally(state, fact, 'acknowledged'), fact, () => ({ acknowledged: stamp(fact) })),
  ResponseSent: (state, fact) =>
    happened(
      answered(
        withDelivery(tally(state, fact, 'responses'), fact, () => ({
          response: { ...stamp(fact), seq: fact.seq, text: fact.text },
        })),
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
        withDelivery(tally(state, fact, 'choices'), fact, () => ({
          choice: { ...stamp(fact), seq: fact.seq, choiceId: fact.choiceId },
        })),
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
  ExpectationMarked: (state, fact) => settle(state, fact, fact.as),
  ExpectationRevealed: (state, { injectId, tableId, expectationId }) => {
    const key = expectationKey(injectId, tableId, expectationId);
    const found = state.expectations.get(key);
    return {
      ...state,
      expectations:
        found === undefined
          ? state.expectations
          : state.expectations.set(key, { ...found, isRevealed: true }),
      hiddenExpectations: state.hiddenExpectations.delete(key),
    };
  },
  DeadlineExtended: (state, fact) => {
    const key = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
    const { injectId, tableId, expectationId, dueAtMs } = fact;
    return {
      ...tallyMissed(state, fact, state.expectations.get(key)?.status, 'open'),
      expectations: state.expectations.set(key, {
        injectId,
        tableId,
        expectationId,
        dueAtMs,
        openedBy: fact.seq,
        status: 'open',
        settledPlayMs: null,
        metBy: state.expectations.get(key)?.metBy ?? null,
        isRevealed: state.expectations.get(key)?.isRevealed ?? false,
        reason: '',
      }),
      openDeadlines: state.openDeadlines.set(key, dueAtMs),
    };
  },
} satisfies Partial<Evolvers>;

/** Keeps the index of armed injects in step with the inject itself. */
export function withInject(
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

/** The words that a person wrote are everybody's: other forms of the inject are gone. */
function editInject(state: ExerciseState, fact: FactOf<'InjectEdited'>): ExerciseState {
  const { injectId, title, body, tlp, awaits, seq, attachments } = fact;
  const old = injectOf(state, injectId);
  if (old === undefined) return state;
  const files = attachments === undefined ? {} : { attachments };
  const source = attachments === undefined ? {} : { filesBy: seq };
  if (title === null && body === null) {
    const same = { ...old, tlp: tlp ?? old.tlp, ...files };
    return {
      ...withInject(state, injectId, source),
      written: state.written.set(injectId, same),
    };
  }
  const { variants: _, ...whole } = old;
  const written: Inject = {
    ...whole,
    perRecipient: [],
    title: title ?? old.title,
    body: body ?? old.body,
    // Of the form that was drawn, the speaker stays.
    from: injectText(state, injectId, null)?.from ?? old.from,
    tlp: tlp ?? old.tlp,
    ...files,
  };
  return {
    ...withInject(state, injectId, { writtenBy: seq, awaits, ...source }),
    written: state.written.set(injectId, written),
    variants: state.variants.delete(injectId),
  };
}

function improviseInject(state: ExerciseState, fact: FactOf<'InjectImprovised'>): ExerciseState {
  const { injectId, number, phaseId, title, body, channel, from, to, tlp, awaits, seq } = fact;
  const inject: Inject = {
    id: injectId,
    number,
    title,
    kind: 'contextual',
    phase: phaseId,
    channel,
    from,
    to,
    tlp,
    body,
    ...(fact.attachments === undefined ? {} : { attachments: fact.attachments }),
    perRecipient: [],
    attack: [],
    release: { kind: 'deck' },
    effects: [],
    expectations: fact.expectations.map((expectation) => ({
      ...expectation,
      by: 'each',
      latePoints: 0,
      announced: true,
      criteria: [],
      onMet: [],
      onMissed: [],
    })),
  };
  return {
    ...withInject(state, injectId, { writtenBy: seq, isImprovised: true, awaits }),
    written: state.written.set(injectId, inject),
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
      awaits: [],
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
  let { openDeadlines, hiddenExpectations } = released;
  const rules = injectOf(state, injectId)?.expectations ?? [];
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
      metBy: null,
      isRevealed: false,
      reason: '',
    });
    openDeadlines = openDeadlines.set(key, dueAtMs);
    const revealMs = revealDelayMs(rules, expectationId);
    if (revealMs !== null) {
      hiddenExpectations = hiddenExpectations.set(key, fact.playMs + revealMs);
    }
  }
  return {
    ...released,
    expectations: opened.asImmutable(),
    openDeadlines,
    hiddenExpectations,
  };
}

/** ms from the release until players see it; null for what they see at once, or never. */
function revealDelayMs(rules: readonly Expectation[], expectationId: ExpectationId): number | null {
  const rule = rules.find(({ id }) => id === expectationId);
  return rule === undefined || rule.announced || rule.revealAfterMinutes === undefined
    ? null
    : Math.round(rule.revealAfterMinutes * 60_000);
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

function tally(
  state: ExerciseState,
  { injectId }: { injectId: InjectId },
  what: keyof Tallies,
  by = 1,
): ExerciseState {
  const { tallies } = injectState(state, injectId);
  return {
    ...withInject(state, injectId, { tallies: { ...tallies, [what]: tallies[what] + by } }),
    tallies: { ...state.tallies, [what]: state.tallies[what] + by },
  };
}

/** A deadline that passed counts as missed until more time is given or it is settled otherwise. */
function tallyMissed(
  state: ExerciseState,
  fact: { injectId: InjectId },
  before: ExpectationStatus | undefined,
  after: ExpectationStatus,
): ExerciseState {
  const isMissed = (status: ExpectationStatus | undefined) =>
    status === 'missed' || status === 'late';
  const by = Number(isMissed(after)) - Number(isMissed(before));
  return by === 0 ? state : tally(state, fact, 'missed', by);
}

function settle(
  state: ExerciseState,
  fact: FactOf<'ExpectationMet' | 'ExpectationMissed' | 'ExpectationWaived' | 'ExpectationMarked'>,
  status: 'met' | 'late' | 'missed' | 'waived',
): ExerciseState {
  const key: ExpectationKey = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
  const old = state.expectations.get(key);
  if (old === undefined) return state;
  return {
    ...tallyMissed(state, fact, old.status, status),
    expectations: state.expectations.set(key, {
      ...old,
      status,
      settledPlayMs: fact.playMs,
      metBy: old.metBy ?? (status === 'met' || status === 'late' ? fact.seq : null),
      reason: fact.type === 'ExpectationMarked' ? fact.reason : '',
    }),
    openDeadlines: state.openDeadlines.delete(key),
    // What nobody has to do any more need not be announced either.
    hiddenExpectations:
      status === 'waived' ? state.hiddenExpectations.delete(key) : state.hiddenExpectations,
  };
}
