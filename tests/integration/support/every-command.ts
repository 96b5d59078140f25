/** One command of each kind, as somebody of a role would send it. */
import type { CommandType } from '@trilogue/engine/exercise/commands';
import { casting } from './api.js';
import type { CommandInput } from './person.js';

/** As which somebody can sit there: facilitators of all, and of one party each. */
export const roles = [
  'player',
  'observer',
  'director',
  'facilitator',
  'jp-facilitator',
  'ph-facilitator',
  'simcell',
  'evaluator',
  'translator',
] as const;
export type Role = (typeof roles)[number];

type Sent = CommandInput & { readonly type: CommandType };

/** One of each that can be read; those that end something come last. */
export function everyCommand(role: Role, seatId: string): Sent[] {
  const forTable = role === 'player' ? {} : { tableId: 'manila' };
  const injectId = 'ph-manifest';
  const thread = role === 'player' ? { kind: 'table', tableId: 'manila' } : { kind: 'staff' };
  const expected = { injectId, expectationId: 'pick', tableId: 'manila' };
  const toTokyo = { to: { teams: ['jp-port'] }, channel: 'cert', marking: 'GREEN' } as const;
  const of = { kind: 'objective', objectiveId: 'see' } as const;
  const on = { kind: 'version', version: 0 } as const;
  const reason = 'As was said on the telephone';
  return [
    {
      type: 'CreateExercise',
      exerciseId: 'exercise1',
      scenarioId: 'two-tables',
      scenarioHash: 'hash',
      title: 'Mine',
      seed: 1,
      pace: 'auto',
      mode: 'coach',
    },
    { type: 'CastTeams', casting },
    { type: 'OpenLobby' },
    { type: 'SetPace', pace: 'confirm' },
    { type: 'JoinExercise', seatId: 'seat-of-mine', role: 'facilitator', tableId: null },
    { type: 'MoveSeat', seatId, tableId: 'tokyo' },
    { type: 'StartCommsCheck' },
    { type: 'AcknowledgeCommsCheck' },
    { type: 'StartExercise' },
    { type: 'SetSpeed', speed: 2 },
    { type: 'AdvanceClock' },
    { type: 'RecoverClock', lastPlayMs: 0 },
    { type: 'Confirm', item: { kind: 'inject', injectId: 'jp-after' } },
    { type: 'ReleaseInject', injectId: 'all-hands' },
    { type: 'HoldInject', injectId: 'jp-after' },
    { type: 'UnholdInject', injectId: 'jp-after' },
    { type: 'MoveInject', injectId: 'jp-after', dueAtMs: 500_000 },
    { type: 'SkipInject', injectId: 'jp-after' },
    { type: 'RecallInject', injectId: 'jp-alarm' },
    { type: 'ExtendDeadline', injectId, expectationId: 'pick', tableId: 'manila', byMs: 1_000 },
    { type: 'SetAsset', assetId: 'none', status: 'down' },
    { type: 'SetIndicator', indicatorId: 'none', value: 1 },
    { type: 'ReachMilestone', milestoneId: 'none' },
    { type: 'EditInject', injectId: 'jp-after', title: 'Other words' },
    {
      type: 'ImproviseInject',
      title: 'Made up',
      body: 'On the spot.',
      channel: 'call',
      from: 'desk',
      to: ['all'],
      tlp: 'GREEN',
    },
    { type: 'ChooseVariant', injectId: 'jp-after', variantId: 'none' },
    { type: 'OpenPosition', positionId: 'none' },
    { type: 'ExtendPosition', positionId: 'none', byMs: 1_000 },
    { type: 'OverridePosition', positionId: 'none', agreedOn: null, reason },
    { type: 'StartObligation', obligationId: 'none' },
    { type: 'MarkExpectation', ...expected, as: 'late', reason },
    { type: 'AdjustScore', tableId: 'manila', points: 1, reason },
    { type: 'ShowScores', players: true, observers: true },
    { type: 'OpenInject', injectId },
    { type: 'AcknowledgeInject', injectId, ...forTable },
    { type: 'SendResponse', injectId, text: 'An answer', ...forTable },
    { type: 'MakeChoice', injectId, choiceId: 'hold', ...forTable },
    { type: 'ShareInformation', ...toTokyo, facts: 'The seals repeat.', ...forTable },
    { type: 'RequestInformation', ...toTokyo, text: 'What do you see?', ...forTable },
    {
      type: 'RequestPermission',
      itemId: 'none',
      form: 'full',
      teams: ['jp-port'],
      reason,
      ...forTable,
    },
    { type: 'AnswerRequest', requestSeq: 1, isGranted: true, ...forTable },
    { type: 'TakeStance', positionId: 'none', teamId: 'ph-cert', on, stance: 'concur' },
    { type: 'DraftText', positionId: 'none', baseVersion: 0, text: 'A draft', ...forTable },
    { type: 'CommentOnDraft', positionId: 'none', version: 0, text: 'Why?', ...forTable },
    { type: 'FileReport', obligationId: 'none', fields: [], ...forTable },
    { type: 'MarkCriterion', ...expected, criterionId: 'none', isMet: true },
    {
      type: 'NoteObservation',
      tableId: 'manila',
      kind: 'strength',
      importance: 'high',
      release: { kind: 'kept' },
      text: 'They asked at once.',
    },
    { type: 'ClaimAnswer', answerSeq: 1, isClaimed: true },
    { type: 'ReleaseObservation', noteSeq: 1, release: { kind: 'all' } },
    { type: 'RateObjective', of, tableId: null, rating: 'S', reason },
    { type: 'ConfirmRating', of, tableId: null, rating: 'S', reason },
    { type: 'SendMessage', thread, text: 'Hello' } as Sent,
    { type: 'AddTranslation', of: 1, field: 'text', language: 'ja', text: 'やあ' },
    {
      type: 'TranslateScenario',
      place: 'injects/jp-after/title',
      language: 'ja',
      text: '題',
    },
    { type: 'RedactContent', factSeq: 1, fields: ['title'], reason: 'mistake' },
    { type: 'ErasePerson', seatId: 'nobody-here' },
    { type: 'Rewind', toSeq: 1 },
    { type: 'JumpToNext' },
    { type: 'TakeExit', phaseId: 'first', exit: 0 },
    { type: 'PauseClock' },
    { type: 'ResumeClock' },
    { type: 'RaiseRealWorld' },
    { type: 'LiftRealWorld' },
    { type: 'EndExercise' },
    { type: 'LeaveExercise', seatId },
  ];
}
