/** Which facts go back at a rewind (law 8). */
import type { Fact, FactOf, FactType } from './facts.js';
import type { ExerciseState } from './state.js';
import { factAt } from './written-texts.js';

/**
 * Play facts go back at a rewind; room facts stay: who has joined, how it is set up, what staff said
 * among themselves, what evaluators noted, and the rewind itself.
 */
export const factScope: {
  readonly [Type in FactType]:
    | FactScope
    | ((fact: FactOf<Type>, state: ExerciseState) => FactScope);
} = {
  ExerciseCreated: 'room',
  TeamsCast: 'room',
  LobbyOpened: 'room',
  PaceSet: 'room',
  SeatJoined: 'room',
  SeatMoved: 'room',
  SeatLeft: 'room',
  CommsCheckStarted: 'room',
  CommsCheckAcknowledged: 'room',
  ExerciseStarted: 'play',
  ClockPaused: 'play',
  ClockResumed: 'play',
  SpeedSet: 'play',
  ClockJumped: 'play',
  PhaseChanged: 'play',
  ExitArmed: 'play',
  ExitDisarmed: 'play',
  ExitDue: 'play',
  InjectArmed: 'play',
  InjectDisarmed: 'play',
  InjectDue: 'play',
  InjectReleased: 'play',
  InjectHeld: 'play',
  InjectUnheld: 'play',
  InjectMoved: 'play',
  InjectSkipped: 'play',
  InjectRecalled: 'play',
  VariantDrawn: 'play',
  InjectEdited: 'play',
  InjectImprovised: 'play',
  InjectOpened: 'play',
  InjectAcknowledged: 'play',
  ResponseSent: 'play',
  ResponseNoted: 'play',
  ChoiceMade: 'play',
  ExpectationMet: 'play',
  ExpectationMissed: 'play',
  ExpectationWaived: 'play',
  DeadlineExtended: 'play',
  ExpectationRevealed: 'play',
  ExpectationMarked: 'play',
  ItemGiven: 'play',
  InformationShared: 'play',
  MarkingBroken: 'play',
  OverShared: 'play',
  NeedMet: 'play',
  InformationRequested: 'play',
  PermissionRequested: 'play',
  RequestAnswered: 'play',
  PositionOpened: 'play',
  PositionExtended: 'play',
  PositionDrafted: 'play',
  DraftCommented: 'play',
  StanceTaken: 'play',
  PositionAgreed: 'play',
  PositionFailed: 'play',
  ObligationStarted: 'play',
  ReportFiled: 'play',
  ObligationMet: 'play',
  ObligationMissed: 'play',
  ObligationWaived: 'play',
  ConditionTurned: 'play',
  MomentReached: 'play',
  MilestoneReached: 'play',
  AssetSet: 'play',
  DependencyArmed: 'play',
  DependencyFelt: 'play',
  AssetChanged: 'play',
  IndicatorChanged: 'play',
  PointsAwarded: 'play',
  EndingReached: 'play',
  ScoreAdjusted: 'play',
  AnswerClaimed: 'room',
  CriterionMarked: 'play',
  ObservationNoted: 'room',
  ObservationReleased: 'room',
  RatingGiven: 'room',
  RatingConfirmed: 'room',
  MessageSent: ({ thread }) => (thread.kind === 'staff' ? 'room' : 'play'),
  // A translation goes where its original goes.
  TextTranslated: ({ of }, state) => {
    const original = factAt(state, of);
    return original === null ? 'play' : scopeOf(original, state);
  },
  // The story may go back; that somebody put it into another language does not.
  ScenarioTranslated: 'room',
  ScoresShown: 'room',
  RealWorldRaised: 'room',
  RealWorldLifted: 'room',
  Rewound: 'room',
  ContentRedacted: 'room',
  PersonErased: 'room',
  ExerciseEnded: 'play',
  ExerciseQuarantined: 'play',
};
export type FactScope = 'play' | 'room';

/** @param state one in which the fact stands. */
export function scopeOf(fact: Fact, state: ExerciseState): FactScope {
  const scope = factScope[fact.type] as
    | FactScope
    | ((fact: Fact, state: ExerciseState) => FactScope);
  return typeof scope === 'function' ? scope(fact, state) : scope;
}
