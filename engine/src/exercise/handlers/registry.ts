/** Which handler answers which command. A new command does not compile until it has one. */
import type { CommandOf, CommandType } from '../commands.js';
import type { Rejection } from '../rejections.js';
import type { Run } from '../run.js';
import { claimAnswer } from './answers.js';
import {
  confirm,
  extendDeadline,
  holdInject,
  moveInject,
  recallInject,
  releaseInject,
  showScores,
  skipInject,
  takeExit,
  unholdInject,
} from './conduct.js';
import {
  acknowledgeCommsCheck,
  addTranslation,
  confirmRating,
  markCriterion,
  noteObservation,
  rateObjective,
  releaseObservation,
  startCommsCheck,
} from './evaluation.js';
import {
  adjustScore,
  chooseVariant,
  editInject,
  improviseInject,
  markExpectation,
} from './improvise.js';
import { fileReport, startObligationByHand } from './obligations.js';
import { joinExercise, leaveExercise, moveSeat } from './people.js';
import { acknowledgeInject, makeChoice, openInject, sendResponse } from './play.js';
import {
  commentOnDraft,
  draftText,
  extendPosition,
  openPositionByHand,
  overridePosition,
  takeStance,
} from './positions.js';
import { erasePerson, redactContent } from './redaction.js';
import { rewind } from './rewind.js';
import { castTeams, createExercise, openLobby, setPace } from './setup.js';
import {
  answerRequest,
  requestInformation,
  requestPermission,
  shareInformation,
} from './sharing.js';
import { liftRealWorld, raiseRealWorld, sendMessage } from './talk.js';
import {
  advanceClock,
  endExercise,
  jumpToNext,
  pauseClock,
  recoverClock,
  resumeClock,
  setSpeed,
  startExercise,
} from './time.js';
import { translateScenario } from './translate.js';
import { reachMilestone, setAsset, setIndicator } from './world.js';

/** Adds the facts to the run, or says why not. The actor's right and the stage are already checked. */
export type Handler<Type extends CommandType> = (
  run: Run,
  command: CommandOf<Type>,
) => Rejection | null;

export const handlers: { readonly [Type in CommandType]: Handler<Type> } = {
  CreateExercise: createExercise,
  CastTeams: castTeams,
  OpenLobby: openLobby,
  SetPace: setPace,
  JoinExercise: joinExercise,
  MoveSeat: moveSeat,
  LeaveExercise: leaveExercise,
  StartExercise: startExercise,
  PauseClock: pauseClock,
  ResumeClock: resumeClock,
  SetSpeed: setSpeed,
  JumpToNext: jumpToNext,
  AdvanceClock: advanceClock,
  RecoverClock: recoverClock,
  Confirm: confirm,
  ReleaseInject: releaseInject,
  HoldInject: holdInject,
  UnholdInject: unholdInject,
  MoveInject: moveInject,
  SkipInject: skipInject,
  RecallInject: recallInject,
  TakeExit: takeExit,
  ExtendDeadline: extendDeadline,
  SetAsset: setAsset,
  SetIndicator: setIndicator,
  ReachMilestone: reachMilestone,
  ShowScores: showScores,
  OpenInject: openInject,
  AcknowledgeInject: acknowledgeInject,
  SendResponse: sendResponse,
  MakeChoice: makeChoice,
  SendMessage: sendMessage,
  RaiseRealWorld: raiseRealWorld,
  LiftRealWorld: liftRealWorld,
  EndExercise: endExercise,
  StartCommsCheck: startCommsCheck,
  AcknowledgeCommsCheck: acknowledgeCommsCheck,
  EditInject: editInject,
  ImproviseInject: improviseInject,
  ChooseVariant: chooseVariant,
  MarkExpectation: markExpectation,
  AdjustScore: adjustScore,
  ClaimAnswer: claimAnswer,
  OpenPosition: openPositionByHand,
  ExtendPosition: extendPosition,
  OverridePosition: overridePosition,
  StartObligation: startObligationByHand,
  Rewind: rewind,
  ShareInformation: shareInformation,
  RequestInformation: requestInformation,
  RequestPermission: requestPermission,
  AnswerRequest: answerRequest,
  TakeStance: takeStance,
  DraftText: draftText,
  CommentOnDraft: commentOnDraft,
  FileReport: fileReport,
  MarkCriterion: markCriterion,
  NoteObservation: noteObservation,
  ReleaseObservation: releaseObservation,
  RateObjective: rateObjective,
  ConfirmRating: confirmRating,
  AddTranslation: addTranslation,
  TranslateScenario: translateScenario,
  RedactContent: redactContent,
  ErasePerson: erasePerson,
};
