/** Which command comes next in a random drill: how often each is tried, and what presses. */
import type { CommandType } from '@trilogue/engine/exercise/commands';
import { type ExerciseState, injectOf } from '@trilogue/engine/exercise/state';
import { Dice } from './dice.js';
import { type Builder, type Builders, Chooser, type Submission } from './drill-chooser.js';
import { conductBuilders, setupBuilders } from './drill-conduct.js';
import { evaluationBuilders } from './drill-evaluation.js';
import { exchangeBuilders, playBuilders } from './drill-exchange.js';

/** A new command does not compile until somebody in a random drill gives it. */
export const builders: Builders<CommandType> = {
  ...setupBuilders,
  ...conductBuilders,
  ...playBuilders,
  ...exchangeBuilders,
  ...evaluationBuilders,
};

/** How often each is tried, of the sum of all. */
const weights: Readonly<Record<CommandType, number>> = {
  CreateExercise: 1,
  CastTeams: 1,
  OpenLobby: 1,
  SetPace: 6,
  JoinExercise: 14,
  MoveSeat: 8,
  LeaveExercise: 6,
  StartCommsCheck: 1,
  AcknowledgeCommsCheck: 1,
  StartExercise: 4,
  PauseClock: 4,
  ResumeClock: 8,
  SetSpeed: 8,
  JumpToNext: 12,
  AdvanceClock: 60,
  RecoverClock: 4,
  Confirm: 60,
  ReleaseInject: 24,
  HoldInject: 14,
  UnholdInject: 18,
  MoveInject: 14,
  SkipInject: 6,
  RecallInject: 10,
  TakeExit: 12,
  ExtendDeadline: 18,
  SetAsset: 12,
  SetIndicator: 14,
  ReachMilestone: 4,
  EditInject: 16,
  ImproviseInject: 12,
  ChooseVariant: 6,
  MarkExpectation: 14,
  AdjustScore: 8,
  OpenPosition: 10,
  ExtendPosition: 6,
  OverridePosition: 8,
  StartObligation: 8,
  Rewind: 10,
  ShowScores: 12,
  OpenInject: 36,
  AcknowledgeInject: 46,
  SendResponse: 56,
  MakeChoice: 50,
  ShareInformation: 100,
  RequestInformation: 16,
  RequestPermission: 16,
  AnswerRequest: 22,
  TakeStance: 60,
  DraftText: 14,
  CommentOnDraft: 10,
  FileReport: 30,
  ClaimAnswer: 12,
  MarkCriterion: 12,
  NoteObservation: 12,
  ReleaseObservation: 6,
  RateObjective: 8,
  ConfirmRating: 8,
  AddTranslation: 36,
  TranslateScenario: 12,
  SendMessage: 24,
  RedactContent: 12,
  ErasePerson: 3,
  RaiseRealWorld: 4,
  LiftRealWorld: 4,
  EndExercise: 3,
};

const all = Object.entries(weights) as [CommandType, number][];
const sum = all.reduce((total, [, weight]) => total + weight, 0);

/** Without this a command would be refused: it is tried all the same, but seldom. */
const needs: { readonly [Type in CommandType]?: (state: ExerciseState) => boolean } = {
  CastTeams: ({ lifecycle }) => lifecycle.stage === 'lobby',
  OpenLobby: () => false,
  StartExercise: ({ lifecycle }) => lifecycle.stage === 'lobby',
  ResumeClock: ({ lifecycle }) => lifecycle.clock === 'paused',
  LiftRealWorld: ({ realWorld }) => realWorld !== null,
  Confirm: ({ injects, exits }) =>
    [...injects.values(), ...exits.values()].some(({ status }) => status === 'due'),
  UnholdInject: ({ injects }) => injects.some(({ isHeld }) => isHeld),
  SendResponse: isAnythingOut,
  AcknowledgeInject: isAnythingOut,
  OpenInject: isAnythingOut,
  MakeChoice: (state) =>
    [...state.injects].some(
      ([id, { status }]) => status === 'released' && injectOf(state, id)?.choices !== undefined,
    ),
  AnswerRequest: ({ requests }) => requests.some(({ answer }) => answer === null),
  TakeStance: isAnythingOpen,
  DraftText: isAnythingOpen,
  CommentOnDraft: isAnythingOpen,
  ExtendPosition: isAnythingOpen,
  OverridePosition: ({ positions }) => positions.some(({ status }) => status !== 'agreed'),
  OpenPosition: ({ positions, playbook }) => positions.size < playbook.positions.size,
  FileReport: ({ obligations }) => obligations.some(({ report }) => report === null),
  StartObligation: ({ playbook, obligations }) => playbook.obligations.size > obligations.size,
  ExtendDeadline: ({ expectations }) => expectations.size > 0,
  MarkExpectation: ({ expectations }) => expectations.size > 0,
  MarkCriterion: ({ expectations }) => expectations.size > 0,
  ReleaseObservation: ({ observations }) => observations.size > 0,
};

function isAnythingOut({ injects }: ExerciseState): boolean {
  return injects.some(({ status }) => status === 'released');
}

function isAnythingOpen({ openPositions }: ExerciseState): boolean {
  return openPositions.size > 0;
}

/** @param what chance, a whole number. */
export function nextSubmission(state: ExerciseState, what: number): Submission {
  const dice = new Dice(what);
  const at = new Chooser(state, dice);
  return urgent(at) ?? builderOf(sensible(state, dice))(at);
}

function sensible(state: ExerciseState, dice: Dice): CommandType {
  let type = drawn(dice);
  for (let tries = 0; tries < 8 && needs[type]?.(state) === false; tries++) {
    if (dice.isIn(5)) break;
    type = drawn(dice);
  }
  return type;
}

function builderOf(type: CommandType): Builder<CommandType> {
  return builders[type] as Builder<CommandType>;
}

function drawn(dice: Dice): CommandType {
  let left = dice.upTo(sum - 1);
  const found = all.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  return found?.[0] ?? 'AdvanceClock';
}

/** What stands still should not stand long, else most of a drill would be refusals. */
function urgent(at: Chooser): Submission | null {
  const { lifecycle, quarantine, exerciseId } = at.state;
  if (exerciseId === null) return null;
  const press = (type: CommandType, percent: number) =>
    at.dice.isIn(percent) ? builderOf(type)(at) : null;
  if (lifecycle.world === 'real') return press('LiftRealWorld', 25);
  if (quarantine !== null && lifecycle.stage === 'live') return press('Rewind', 30);
  if (lifecycle.stage === 'ended') return press('Rewind', 12);
  if (lifecycle.clock === 'paused') return press('ResumeClock', 35);
  if (lifecycle.stage === 'lobby') return press('StartExercise', 10);
  return null;
}
