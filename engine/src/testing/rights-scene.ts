/** A drill at each stage with something at hand for every command, for tests of who may do what. */
import type { Command, CommandOf, CommandType } from '../exercise/commands.js';
import type { ExerciseState } from '../exercise/state.js';
import type { ExerciseId, SeatId, TeamId } from '../protocol/ids.js';
import { Drill, host, inject, join, minutes, seat, table } from './drill.js';
import { rightsScenario } from './rights-scenario.js';

export const doers = [
  'player',
  'director',
  'facilitator',
  'jp-facilitator',
  'ph-facilitator',
  'simcell',
  'evaluator',
  'translator',
  'observer',
  'gone',
  'stranger',
  'host',
] as const;
export type Doer = (typeof doers)[number];

/** The eight values of the lifecycle that can be reached. */
export const stages = [
  'draft',
  'lobby',
  'lobby, real world',
  'running',
  'paused',
  'frozen, real world',
  'ended',
  'ended, real world',
] as const;
export type Stage = (typeof stages)[number];

export const scenario = rightsScenario();

/**
 * Brought to a stage by commands, with something at hand for each command: a note that is due, an
 * inject that is held, two that went out, a text being agreed, a report that is owed, a question
 * that was asked, a message, an observation.
 */
export function drillAt(stage: Stage): Drill {
  const drill = new Drill(scenario);
  drill.do(host, commandOf('CreateExercise', 'host', drill.state));
  drill.do(host, commandOf('CastTeams', 'host', drill.state));
  for (const role of ['director', 'facilitator', 'simcell', 'evaluator', 'translator'] as const) {
    join(drill, role, role, null);
  }
  for (const partyId of ['jp', 'ph']) {
    join(drill, `${partyId}-facilitator`, 'facilitator', null, partyId);
  }
  join(drill, 'gone', 'director', null);
  drill.do(seat('gone'), { type: 'LeaveExercise', seatId: id('gone') });
  if (stage === 'draft') return drill;
  drill.do(host, { type: 'OpenLobby' });
  join(drill, 'player', 'player', 'jp');
  join(drill, 'observer', 'observer', null);
  drill.do(host, { type: 'StartCommsCheck' });
  drill.do(seat('facilitator'), commandOf('SendMessage', 'facilitator', drill.state));
  if (stage.startsWith('lobby')) return withRealWorld(drill, stage);
  drill.do(host, { type: 'StartExercise' });
  drill.do(host, { type: 'ReleaseInject', injectId: inject('by-hand') });
  drill.do(host, { type: 'ReleaseInject', injectId: inject('cut') });
  drill.do(host, { type: 'HoldInject', injectId: inject('dark') });
  drill.do(host, { type: 'OpenPosition', positionId: 'statement' as never });
  drill.do(host, { type: 'StartObligation', obligationId: 'notice' as never });
  drill.do(seat('facilitator'), asking);
  drill.do(seat('facilitator'), commandOf('NoteObservation', 'facilitator', drill.state));
  drill.wait(minutes(1));
  if (stage === 'paused') drill.do(host, { type: 'PauseClock', reason: '' });
  withRealWorld(drill, stage);
  if (stage.startsWith('ended')) drill.do(host, { type: 'EndExercise', reason: '' });
  return drill;
}

/** One that would be accepted, were the right there and the moment. */
export function commandOf(type: CommandType, doer: Doer, state: ExerciseState): Command {
  const made = simple[type];
  if (made !== undefined) return made as Command;
  const forTable = doer === 'player' ? {} : { tableId: table('jp') };
  const byHand = { injectId: inject('by-hand') };
  switch (type) {
    case 'LeaveExercise':
      return { type, seatId: id(doer === 'host' ? 'facilitator' : doer) };
    case 'AcknowledgeInject':
      return { type, ...byHand, ...forTable };
    case 'SendResponse':
      return { type, ...byHand, text: 'An answer', ...forTable };
    case 'MakeChoice':
      return { type, injectId: inject('cut'), choiceId: 'yes' as never, ...forTable };
    case 'ShareInformation':
      return { ...sharing, ...forTable };
    case 'RequestInformation':
      return {
        ...asking,
        to: { teams: [team('ph-customs')], contacts: [] },
        tableId: doer === 'player' ? undefined : table('jp'),
      };
    case 'RequestPermission':
      return {
        type,
        itemId: 'sample' as never,
        form: 'full',
        teams: [team('ph-customs')],
        reason: 'They need it',
        ...forTable,
      };
    case 'AnswerRequest':
      return {
        type,
        requestSeq: seqOf(state, 'InformationRequested'),
        isGranted: false,
        text: 'Later',
        ...forTable,
      };
    case 'DraftText':
      return {
        type,
        positionId: 'statement' as never,
        baseVersion: 0,
        text: 'A draft',
        ...forTable,
      };
    case 'CommentOnDraft':
      return { type, positionId: 'statement' as never, version: 0, text: 'Why?', ...forTable };
    case 'FileReport':
      return {
        type,
        obligationId: 'notice' as never,
        fields: [{ fieldId: 'what' as never, text: 'All of it' }],
        ...forTable,
      };
    case 'RedactContent':
      return {
        type,
        factSeq: seqOf(state, 'ExerciseCreated'),
        fields: ['title'],
        reason: 'mistake',
      };
    case 'Rewind':
      return { type, toSeq: seqOf(state, 'ExerciseStarted'), reason: '' };
    case 'ClaimAnswer':
      return { type, answerSeq: seqOf(state, 'InformationRequested'), isClaimed: true };
    case 'ReleaseObservation':
      return { type, noteSeq: seqOf(state, 'ObservationNoted'), release: { kind: 'all' } };
    case 'AddTranslation':
      return {
        type,
        of: seqOf(state, 'MessageSent'),
        field: 'text',
        language: 'ja',
        text: 'こんにちは',
      };
    case 'SendMessage':
      return {
        type,
        thread: doer === 'player' ? { kind: 'table', tableId: table('jp') } : { kind: 'staff' },
        text: 'Hello',
      };
    default:
      return { type } as Command;
  }
}

const sharing: CommandOf<'ShareInformation'> = {
  type: 'ShareInformation',
  to: { teams: [team('ph-customs')], contacts: [] },
  seatIds: [],
  channel: 'cert',
  marking: 'GREEN',
  items: [],
  facts: 'The printers speak.',
  confidence: 'high',
  ask: '',
  inReplyTo: null,
  evenSo: false,
};

const asking: CommandOf<'RequestInformation'> = {
  type: 'RequestInformation',
  tableId: table('ph'),
  to: { teams: [team('jp-port')], contacts: [] },
  channel: 'cert',
  marking: 'GREEN',
  text: 'What do you see?',
};

/** Those that are the same whoever sends them, at whatever stage. */
const simple: { readonly [Type in CommandType]?: CommandOf<Type> } = {
  CreateExercise: {
    type: 'CreateExercise',
    exerciseId: 'exercise1' as ExerciseId,
    scenarioId: scenario.id,
    scenarioHash: 'hash',
    title: 'A drill',
    seed: 1,
    pace: 'confirm',
    mode: 'coach',
  },
  CastTeams: {
    type: 'CastTeams',
    casting: { tables: [cast('jp'), cast('ph')], controlled: [] },
  },
  SetPace: { type: 'SetPace', pace: 'confirm' },
  JoinExercise: { type: 'JoinExercise', seatId: id('newcomer'), role: 'observer', tableId: null },
  MoveSeat: { type: 'MoveSeat', seatId: id('player'), tableId: table('ph') },
  SetSpeed: { type: 'SetSpeed', speed: 2 },
  RecoverClock: { type: 'RecoverClock', lastPlayMs: 0 },
  Confirm: { type: 'Confirm', item: { kind: 'inject', injectId: inject('note') } },
  ReleaseInject: { type: 'ReleaseInject', injectId: inject('silence') },
  HoldInject: { type: 'HoldInject', injectId: inject('silence') },
  UnholdInject: { type: 'UnholdInject', injectId: inject('dark') },
  MoveInject: { type: 'MoveInject', injectId: inject('spread'), dueAtMs: minutes(9) },
  SkipInject: { type: 'SkipInject', injectId: inject('thanks'), reason: '' },
  RecallInject: { type: 'RecallInject', injectId: inject('by-hand'), reason: '' },
  TakeExit: { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 },
  ExtendDeadline: { type: 'ExtendDeadline', ...expectation(), byMs: minutes(1) },
  SetAsset: { type: 'SetAsset', assetId: 'crane' as never, status: 'down' },
  SetIndicator: { type: 'SetIndicator', indicatorId: 'trust' as never, value: 10 },
  ReachMilestone: { type: 'ReachMilestone', milestoneId: 'seen' as never },
  EditInject: {
    type: 'EditInject',
    injectId: inject('silence'),
    title: 'Other words',
    untilTranslated: false,
  },
  ImproviseInject: {
    type: 'ImproviseInject',
    title: 'Made up',
    body: 'On the spot.',
    channel: 'call',
    from: 'reporter' as never,
    to: ['all'],
    tlp: 'GREEN',
    expectations: [],
    releaseNow: true,
    untilTranslated: false,
  },
  TranslateScenario: {
    type: 'TranslateScenario',
    place: 'injects/silence/title',
    language: 'ja',
    text: '静けさ',
  },
  ChooseVariant: {
    type: 'ChooseVariant',
    injectId: inject('thanks'),
    variantId: 'cool' as never,
  },
  MarkExpectation: { type: 'MarkExpectation', ...expectation(), as: 'met', reason: 'By telephone' },
  AdjustScore: {
    type: 'AdjustScore',
    tableId: table('jp'),
    points: 3,
    objectiveId: null,
    reason: 'Calm',
  },
  OpenPosition: { type: 'OpenPosition', positionId: 'hotline' as never },
  ExtendPosition: {
    type: 'ExtendPosition',
    positionId: 'statement' as never,
    byMs: minutes(1),
  },
  OverridePosition: {
    type: 'OverridePosition',
    positionId: 'statement' as never,
    agreedOn: { kind: 'version', version: 0 },
    reason: 'Said on the telephone',
  },
  StartObligation: { type: 'StartObligation', obligationId: 'follow-up' as never },
  ShowScores: { type: 'ShowScores', players: true, observers: true },
  OpenInject: { type: 'OpenInject', injectId: inject('by-hand') },
  TakeStance: {
    type: 'TakeStance',
    positionId: 'statement' as never,
    teamId: team('jp-port'),
    on: { kind: 'version', version: 0 },
    stance: 'object',
    reason: 'Too little',
  },
  MarkCriterion: {
    type: 'MarkCriterion',
    ...expectation(),
    criterionId: 'clear' as never,
    isMet: true,
  },
  NoteObservation: {
    type: 'NoteObservation',
    tableId: null,
    objectiveId: null,
    momentPlayMs: null,
    kind: 'strength',
    importance: 'normal',
    release: { kind: 'kept' },
    text: 'They were calm.',
  },
  RateObjective: {
    type: 'RateObjective',
    of: { kind: 'objective', objectiveId: 'share' as never },
    tableId: table('jp'),
    rating: 'P',
    reason: '',
  },
  ConfirmRating: {
    type: 'ConfirmRating',
    of: { kind: 'capability', capability: 'Information sharing' },
    tableId: null,
    rating: 'S',
    reason: '',
  },
  ErasePerson: { type: 'ErasePerson', seatId: id('gone') },
  PauseClock: { type: 'PauseClock', reason: '' },
  RaiseRealWorld: { type: 'RaiseRealWorld', reason: '' },
  EndExercise: { type: 'EndExercise', reason: '' },
};

/** seq of the first fact of a kind; of a log without one, the first of all. */
function seqOf({ timeline }: ExerciseState, type: string): number {
  return timeline.find((fact) => fact.type === type)?.seq ?? 1;
}

export function id(seatId: string): SeatId {
  return seatId as SeatId;
}

function team(teamId: string): TeamId {
  return teamId as TeamId;
}

function expectation() {
  return {
    injectId: inject('by-hand'),
    expectationId: 'answer' as never,
    tableId: table('jp'),
  };
}

function withRealWorld(drill: Drill, stage: Stage): Drill {
  if (stage.endsWith('real world')) drill.do(host, { type: 'RaiseRealWorld', reason: '' });
  return drill;
}

function cast(tableId: string) {
  const teams = tableId === 'jp' ? ['jp-port', 'jp-cert'] : ['ph-customs'];
  return { tableId: table(tableId), name: tableId, teamIds: teams as TeamId[] };
}
