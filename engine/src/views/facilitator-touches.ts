/** What each kind of fact may change in the staff's view. */

import { touchedSubjects } from '../conditions/watch.js';
import type { Fact } from '../exercise/facts.js';
import { type ExerciseState, injectOf } from '../exercise/state.js';
import { deliveryKey, type ExitKey, exitKey, expectationKey } from '../exercise/state-parts.js';
import type { ExpectationId, InjectId, PhaseId, TableId } from '../protocol/ids.js';
import { choiceKey } from '../scoring/score.js';
import type { FacilitatorAudience } from './audience.js';
import { facilitatorExchangeTouches } from './facilitator-exchange.js';
import type { FacilitatorView } from './facilitator-view.js';
import type { Touch, TouchTable } from './view-model.js';

type T = Touch<FacilitatorView>;
type ManyPart = Exclude<T, string>[0];

const each = (part: ManyPart, ids: Iterable<string>): T[] => [...ids].map((id) => [part, id]);
const event = ({ injectId }: { injectId: InjectId }): T[] => [['events', injectId]];
const deliveryTouch = (fact: { injectId: InjectId; tableId: TableId }): T => [
  'deliveries',
  deliveryKey(fact.injectId, fact.tableId),
];
const settled = (fact: {
  injectId: InjectId;
  tableId: TableId;
  expectationId: ExpectationId;
}): T[] => {
  const key = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
  return [
    ['expectations', key],
    ['scores', key],
    ['scores', choiceKey(fact)],
  ];
};

const written = ({ injectId }: { injectId: InjectId }): T[] => [
  ['injects', injectId],
  ['events', injectId],
];

export const facilitatorTouches: TouchTable<FacilitatorView, FacilitatorAudience> = {
  ...facilitatorExchangeTouches,
  ExerciseCreated: 'everything',
  TeamsCast: 'everything',
  LobbyOpened: () => ['exercise'],
  PaceSet: () => ['exercise'],
  SeatJoined: ({ seatId }) => [['seats', seatId]],
  SeatMoved: ({ seatId }) => [['seats', seatId]],
  SeatLeft: ({ seatId }) => [['seats', seatId]],
  ExerciseStarted: () => ['exercise', 'clock'],
  ClockPaused: () => ['clock'],
  ClockResumed: () => ['clock'],
  SpeedSet: () => ['clock'],
  ClockJumped: () => ['clock'],
  PhaseChanged: ({ left, entered }, state) => [
    'scenarioClock',
    ...each('phases', [...left, ...entered]),
    ...each(
      'exits',
      left.flatMap((phaseId) => exitKeysOf(state, phaseId)),
    ),
  ],
  ExitArmed: (fact) => [['exits', exitKey(fact)]],
  ExitDue: (fact) => [['exits', exitKey(fact)]],
  InjectArmed: event,
  InjectDue: event,
  InjectReleased: ({ injectId, tableIds }, state) => [
    ['events', injectId],
    ...each(
      'expectations',
      tableIds.flatMap((tableId) =>
        (injectOf(state, injectId)?.expectations ?? []).map(({ id }) =>
          expectationKey(injectId, tableId, id),
        ),
      ),
    ),
  ],
  InjectHeld: event,
  InjectUnheld: event,
  InjectMoved: event,
  InjectSkipped: event,
  InjectRecalled: event,
  InjectOpened: (fact) => [deliveryTouch(fact)],
  InjectAcknowledged: (fact) => [deliveryTouch(fact)],
  ResponseSent: (fact) => [deliveryTouch(fact)],
  ResponseNoted: ({ seq }) => [['notes', String(seq)]],
  ChoiceMade: (fact) => [deliveryTouch(fact), ['scores', choiceKey(fact)]],
  VariantDrawn: written,
  InjectEdited: written,
  InjectImprovised: written,
  ExpectationMarked: settled,
  ExpectationRevealed: settled,
  ExpectationMet: settled,
  ExpectationMissed: settled,
  ExpectationWaived: settled,
  DeadlineExtended: settled,
  InjectDisarmed: event,
  ExitDisarmed: (fact) => [['exits', exitKey(fact)]],
  ConditionTurned: () => [],
  MomentReached: () => [],
  MilestoneReached: ({ milestoneId }) => [['milestones', milestoneId]],
  AssetSet: ({ assetId }) => [['assets', assetId]],
  DependencyArmed: ({ assetId }) => [['assets', assetId]],
  DependencyFelt: ({ assetId }) => [['assets', assetId]],
  AssetChanged: ({ assetId }) => [['assets', assetId]],
  IndicatorChanged: ({ indicatorId }) => [['indicators', indicatorId]],
  PointsAwarded: ({ seq }) => [['scores', `award ${seq}`]],
  EndingReached: ({ endingId }) => [['endings', endingId]],
  MessageSent: ({ seq }) => [['messages', String(seq)]],
  ScoresShown: () => ['exercise'],
  RealWorldRaised: () => ['exercise', 'clock'],
  RealWorldLifted: () => ['exercise', 'clock'],
  ExerciseEnded: (_, state) => [
    'exercise',
    'clock',
    ...each('assets', state.assets.keys()),
    ...each(
      'exits',
      [...state.playbook.phases.keys()].flatMap((phaseId) => exitKeysOf(state, phaseId)),
    ),
  ],
  ExerciseQuarantined: () => ['exercise', 'clock'],
};

/** Whatever waits for a subject that the fact touched may explain itself anew. */
export function watchTouches(fact: Fact, state: ExerciseState): T[] {
  const keys = touchedSubjects(fact, state).flatMap(
    (subject) => state.playbook.listeners.get(subject)?.watches ?? [],
  );
  return [...new Set(keys)].flatMap((key): T[] => {
    const of = state.playbook.watches.get(key)?.of;
    return [of?.kind === 'ending' ? ['endings', of.endingId] : ['watches', key]];
  });
}

function exitKeysOf(state: ExerciseState, phaseId: PhaseId): ExitKey[] {
  const exits = state.playbook.phases.get(phaseId)?.phase.exits ?? [];
  return exits.map((_, exit) => exitKey({ phaseId, exit }));
}
