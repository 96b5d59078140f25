/** Kinds of fact that only the staff learn of: for a table or a wall nothing has happened. */
import type { FactType } from '../exercise/facts.js';

const nothing = (): readonly never[] => [];

export const staffOnly = {
  PaceSet: nothing,
  ExitArmed: nothing,
  ExitDisarmed: nothing,
  ExitDue: nothing,
  InjectArmed: nothing,
  InjectDisarmed: nothing,
  InjectDue: nothing,
  InjectHeld: nothing,
  InjectUnheld: nothing,
  InjectMoved: nothing,
  InjectSkipped: nothing,
  ConditionTurned: nothing,
  MomentReached: nothing,
  MilestoneReached: nothing,
  AssetSet: nothing,
  DependencyArmed: nothing,
  DependencyFelt: nothing,
  EndingReached: nothing,
  VariantDrawn: nothing,
  InjectEdited: nothing,
  InjectImprovised: nothing,
  AnswerClaimed: nothing,
  CriterionMarked: nothing,
  RatingGiven: nothing,
} as const satisfies { readonly [Type in FactType]?: () => readonly never[] };
