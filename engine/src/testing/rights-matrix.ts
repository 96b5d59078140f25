/** Who may give which command and when, kept by hand to hold the engine's own table against. */
import type { CommandType } from '../exercise/commands.js';
import type { RejectionCode } from '../exercise/rejections.js';
import { type Doer, type Stage, stages } from './rights-scene.js';

/** Facilitators of one party are asked first whether they may, then how far. */
const facilitators: readonly Doer[] = ['facilitator', 'jp-facilitator', 'ph-facilitator'];
const directors: readonly Doer[] = ['director', 'host'];
const staff: readonly Doer[] = [...directors, ...facilitators];
/** Those who have seats from the beginning on. */
const early: readonly Doer[] = [...staff, 'simcell', 'evaluator', 'translator'];
const seated: readonly Doer[] = ['player', 'observer', ...early];
const inDirect: readonly Doer[] = ['director', ...facilitators];
const tables: readonly Doer[] = ['player', 'simcell', ...inDirect];
const raters: readonly Doer[] = ['evaluator', ...inDirect];
const talkers: readonly Doer[] = [...tables, 'evaluator', 'translator'];

const always = stages;
const onceOpen = stages.filter((stage) => stage !== 'draft');
const live: readonly Stage[] = ['running', 'paused', 'frozen, real world'];
const inPlay: readonly Stage[] = ['running', 'paused'];
const preparing: readonly Stage[] = ['draft', 'lobby', 'lobby, real world'];
const inLobby: readonly Stage[] = ['lobby', 'lobby, real world'];
/** From StartEx on, after EndEx too: what happened can be judged. */
const onceStarted: readonly Stage[] = [...live, 'ended', 'ended, real world'];

/** Who may, and when. Written by hand from the design, to hold the engine's own table against. */
const matrix: Record<CommandType, readonly [who: readonly Doer[], when: readonly Stage[]]> = {
  CreateExercise: [['host'], []],
  CastTeams: [staff, preparing],
  OpenLobby: [staff, ['draft']],
  SetPace: [staff, always],
  JoinExercise: [['host'], onceOpen],
  MoveSeat: [staff, onceOpen],
  LeaveExercise: [seated, always],
  StartCommsCheck: [staff, inLobby],
  AcknowledgeCommsCheck: [['player'], inLobby],
  StartExercise: [staff, ['lobby']],
  PauseClock: [staff, ['running']],
  ResumeClock: [staff, ['paused']],
  SetSpeed: [staff, live],
  JumpToNext: [staff, ['running']],
  AdvanceClock: [staff, live],
  RecoverClock: [['host'], ['running']],
  Confirm: [staff, inPlay],
  ReleaseInject: [[...staff, 'simcell'], inPlay],
  HoldInject: [staff, inPlay],
  UnholdInject: [staff, inPlay],
  MoveInject: [staff, inPlay],
  SkipInject: [staff, inPlay],
  RecallInject: [staff, inPlay],
  TakeExit: [staff, inPlay],
  ExtendDeadline: [staff, inPlay],
  SetAsset: [staff, inPlay],
  SetIndicator: [staff, inPlay],
  ReachMilestone: [staff, inPlay],
  EditInject: [staff, inPlay],
  ImproviseInject: [[...staff, 'simcell'], inPlay],
  ChooseVariant: [staff, inPlay],
  OpenPosition: [staff, inPlay],
  ExtendPosition: [staff, inPlay],
  OverridePosition: [staff, inPlay],
  StartObligation: [staff, inPlay],
  MarkExpectation: [staff, onceStarted],
  AdjustScore: [staff, onceStarted],
  Rewind: [directors, ['running', 'paused', 'ended']],
  ShowScores: [directors, always],
  OpenInject: [['player'], inPlay],
  AcknowledgeInject: [tables, inPlay],
  SendResponse: [tables, inPlay],
  MakeChoice: [tables, inPlay],
  ShareInformation: [tables, inPlay],
  RequestInformation: [tables, inPlay],
  RequestPermission: [tables, inPlay],
  AnswerRequest: [tables, inPlay],
  TakeStance: [tables, inPlay],
  DraftText: [tables, inPlay],
  CommentOnDraft: [tables, inPlay],
  FileReport: [tables, inPlay],
  ClaimAnswer: [['simcell', ...raters], onceStarted],
  MarkCriterion: [raters, onceStarted],
  NoteObservation: [raters, onceStarted],
  ReleaseObservation: [raters, onceStarted],
  RateObjective: [raters, onceStarted],
  ConfirmRating: [raters, onceStarted],
  AddTranslation: [['translator', 'simcell', ...inDirect], onceOpen],
  TranslateScenario: [['translator', 'simcell', ...inDirect], always],
  SendMessage: [talkers, onceOpen],
  RedactContent: [directors, always],
  ErasePerson: [directors, always],
  RaiseRealWorld: [seated, ['lobby', 'running', 'paused']],
  LiftRealWorld: [directors, ['lobby, real world', 'frozen, real world', 'ended, real world']],
  EndExercise: [directors, live],
};
export const types = Object.keys(matrix) as CommandType[];

/** What of the above a Japanese facilitator may do: it touches Japan's tables only, or nobody. */
const withinJapan: readonly CommandType[] = [
  'LeaveExercise',
  'Confirm',
  'ReleaseInject',
  'HoldInject',
  'EditInject',
  'TranslateScenario',
  'ExtendDeadline',
  'MarkExpectation',
  'AdjustScore',
  'StartObligation',
  'AcknowledgeInject',
  'SendResponse',
  'MakeChoice',
  'ShareInformation',
  'RequestInformation',
  'RequestPermission',
  'AnswerRequest',
  'TakeStance',
  'DraftText',
  'CommentOnDraft',
  'FileReport',
  'MarkCriterion',
  'RateObjective',
  'AddTranslation',
  'SendMessage',
  'RaiseRealWorld',
];
/** And a Philippine one of the same, which are about Japan but for a held inject of theirs. */
const withinPhilippines: readonly CommandType[] = [
  'LeaveExercise',
  'ClaimAnswer',
  'UnholdInject',
  'AddTranslation',
  'SendMessage',
  'RaiseRealWorld',
];
/** The SimCell makes injects up, talks and translates; what is asked of it here is of a real table. */
const ofSimCell: readonly CommandType[] = [
  'LeaveExercise',
  'ClaimAnswer',
  'ImproviseInject',
  'SendMessage',
  'TranslateScenario',
  'AddTranslation',
  'RaiseRealWorld',
];
const within: { readonly [D in Doer]?: readonly CommandType[] } = {
  'jp-facilitator': withinJapan,
  'ph-facilitator': withinPhilippines,
  simcell: ofSimCell,
};

/** What still works once an exercise was put aside: safety, talk, the way back or out, the end. */
export const evenAside: readonly CommandType[] = [
  'RaiseRealWorld',
  'LiftRealWorld',
  'EndExercise',
  'LeaveExercise',
  'RedactContent',
  'ErasePerson',
  'SendMessage',
  'Rewind',
  'ShowScores',
  'JoinExercise',
];

export type Outcome = RejectionCode | 'accepted';

export function expected(type: CommandType, doer: Doer, stage: Stage): Outcome {
  const [who, when] = matrix[type];
  // Before the lobby is open, players and observers have no seats.
  const isSeated = stage !== 'draft' || early.includes(doer);
  if (!who.includes(doer) || !isSeated) return 'command/not-allowed';
  // Before anybody has said anything, there is no text of theirs to translate, or to deal with.
  const tooEarly: readonly Stage[] =
    type === 'AddTranslation' ? ['draft'] : type === 'ClaimAnswer' ? preparing : [];
  const isNobodys = tooEarly.includes(stage) && doer.endsWith('-facilitator');
  if (isNobodys || within[doer]?.includes(type) === false) return 'command/out-of-scope';
  if (type === 'CreateExercise') return 'exercise/already-created';
  if (when.includes(stage)) return 'accepted';
  // Whoever calls REAL WORLD twice hears that it is not the moment.
  const isReal = stage.endsWith('real world') && type !== 'RaiseRealWorld';
  return isReal ? 'exercise/real-world' : 'exercise/not-now';
}
