/**
 * What the wall shows. People of every nation may look at it, so it names an inject only where its
 * marking allows a whole community to read it (TLP:CLEAR, TLP:GREEN); of the rest it tells that
 * something arrived, by which channel, and in which nations.
 */
import { type DeliveryKey, type ExerciseState, injectState } from '../exercise/state.js';
import type { LifecycleValue } from '../machines/lifecycle.js';
import type { InjectId, PartyId, PhaseId, TableId } from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { Channel, TlpLabel } from '../scenario/schema.js';
import { totalOf } from '../scoring/score.js';
import type { ObserverAudience } from './audience.js';
import type { ClockView, ScenarioClockView } from './clock-view.js';
import {
  clockPart,
  type PartyView,
  type PhaseView,
  partiesPart,
  phasesNowPart,
  scenarioClockPart,
} from './shared-parts.js';
import { type Collection, defineProjection, type Touch } from './view-model.js';
import { type AssetView, assetItem, type IndicatorView, indicatorItem } from './world-parts.js';

export interface ObserverView {
  readonly exercise: ObserverExercise;
  readonly clock: ClockView;
  readonly scenarioClock: ScenarioClockView;
  readonly parties: readonly PartyView[];
  readonly phases: readonly PhaseView[];
  readonly tables: readonly ObserverTable[];
  /** What has happened, by "inject …", "answer …" or "phase …". */
  readonly happenings: Collection<Happening>;
  readonly assets: Collection<AssetView>;
  readonly indicators: Collection<IndicatorView>;
  /** By table. Empty until the director shows scores on walls. */
  readonly scores: Collection<ObserverScore>;
}

export interface ObserverExercise {
  readonly title: string;
  readonly scenarioTitle: LocalizedText;
  readonly stage: LifecycleValue['stage'];
  readonly isRealWorld: boolean;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly areScoresShown: boolean;
}

export interface ObserverTable {
  readonly tableId: TableId;
  readonly name: string;
  readonly partyIds: readonly PartyId[];
}

export type Happening =
  | {
      readonly kind: 'inject';
      readonly playMs: number;
      readonly channel: Channel;
      readonly tlp: TlpLabel;
      /** Null where the marking keeps it off a wall. */
      readonly title: LocalizedText | null;
      readonly partyIds: readonly PartyId[];
      readonly isRecalled: boolean;
    }
  | {
      readonly kind: 'response' | 'choice';
      readonly playMs: number;
      readonly tableId: TableId;
    }
  | { readonly kind: 'phase'; readonly playMs: number; readonly title: LocalizedText };

export interface ObserverScore {
  readonly tableId: TableId;
  readonly points: number;
  readonly maximum: number;
}

type T = Touch<ObserverView>;

const scoreOfTable = ({ tableId }: { tableId: TableId }): T[] => [['scores', tableId]];
const happened = (kind: string, id: string): T => ['happenings', `${kind} ${id}`];

export const observerProjection = defineProjection<ObserverView, ObserverAudience>(
  {
    exercise: {
      one: ({ title, playbook: { scenario }, lifecycle, scoresShown }) => ({
        title,
        scenarioTitle: scenario.title,
        stage: lifecycle.stage,
        isRealWorld: lifecycle.world === 'real',
        languages: scenario.languages,
        defaultLanguage: scenario.defaultLanguage,
        areScoresShown: scoresShown.observers,
      }),
    },
    clock: { one: clockPart },
    scenarioClock: { one: scenarioClockPart },
    parties: { one: partiesPart },
    phases: { one: phasesNowPart },
    tables: {
      one: ({ casting, playbook }) =>
        casting.tables.map(({ tableId, name, teamIds }) => ({
          tableId,
          name,
          partyIds: unique(teamIds.flatMap((id) => playbook.teams.get(id)?.party ?? [])),
        })),
    },
    happenings: { ids: happeningIds, item: (state, _, id) => happeningItem(state, id) },
    assets: {
      ids: (state) => state.assets.keys(),
      item: (state, _, id) => assetItem(state, null, id),
    },
    indicators: {
      ids: (state) => state.indicators.keys(),
      item: (state, _, id) => indicatorItem(state, null, id),
    },
    scores: {
      ids: (state) => state.casting.tables.map(({ tableId }) => tableId),
      item: (state, _, id) => scoreItem(state, id as TableId),
    },
  },
  {
    ExerciseCreated: 'everything',
    TeamsCast: 'everything',
    LobbyOpened: () => ['exercise'],
    PaceSet: () => [],
    SeatJoined: () => [],
    SeatMoved: () => [],
    SeatLeft: () => [],
    ExerciseStarted: () => ['exercise', 'clock'],
    ClockPaused: () => ['clock'],
    ClockResumed: () => ['clock'],
    SpeedSet: () => ['clock'],
    ClockJumped: () => ['clock'],
    PhaseChanged: ({ left, entered }) => [
      'phases',
      'scenarioClock',
      ...[...left, ...entered].map((phaseId) => happened('phase', phaseId)),
    ],
    ExitArmed: () => [],
    ExitDue: () => [],
    InjectArmed: () => [],
    InjectDue: () => [],
    InjectReleased: ({ injectId }) => [happened('inject', injectId)],
    InjectHeld: () => [],
    InjectUnheld: () => [],
    InjectMoved: () => [],
    InjectSkipped: () => [],
    InjectRecalled: ({ injectId }) => [happened('inject', injectId)],
    InjectOpened: () => [],
    InjectAcknowledged: () => [],
    ResponseSent: ({ injectId, tableId }) => [happened('response', `${injectId} ${tableId}`)],
    ResponseNoted: () => [],
    ChoiceMade: ({ injectId, tableId }) => [
      happened('choice', `${injectId} ${tableId}`),
      ['scores', tableId],
    ],
    ExpectationMet: scoreOfTable,
    ExpectationMissed: scoreOfTable,
    ExpectationWaived: scoreOfTable,
    DeadlineExtended: scoreOfTable,
    InjectDisarmed: () => [],
    ExitDisarmed: () => [],
    ConditionTurned: () => [],
    MomentReached: () => [],
    MilestoneReached: () => [],
    AssetSet: () => [],
    DependencyArmed: () => [],
    DependencyFelt: () => [],
    AssetChanged: ({ assetId }) => [['assets', assetId]],
    IndicatorChanged: ({ indicatorId }) => [['indicators', indicatorId]],
    PointsAwarded: scoreOfTable,
    EndingReached: () => [],
    MessageSent: () => [],
    ScoresShown: (_, state) => [
      'exercise',
      ...state.casting.tables.map(({ tableId }): T => ['scores', tableId]),
    ],
    RealWorldRaised: () => ['exercise', 'clock'],
    RealWorldLifted: () => ['exercise', 'clock'],
    ExerciseEnded: () => ['exercise', 'clock'],
    ExerciseQuarantined: () => [],
  },
);

function happeningIds(state: ExerciseState): string[] {
  return [
    ...[...state.playbook.injects.keys()].map((id) => `inject ${id}`),
    ...[...state.playbook.phases.keys()].map((id) => `phase ${id}`),
    ...[...state.deliveries.keys()].flatMap((key) => [`response ${key}`, `choice ${key}`]),
  ];
}

function happeningItem(state: ExerciseState, id: string): Happening | null {
  const [kind, first] = id.split(' ', 2);
  if (kind === 'inject') return injectHappening(state, first as InjectId);
  if (kind === 'phase') return phaseHappening(state, first as PhaseId);
  const key = id.slice(id.indexOf(' ') + 1) as DeliveryKey;
  const tableId = key.split(' ')[1] as TableId;
  const delivered = state.deliveries.get(key);
  const answer = kind === 'response' ? delivered?.response : delivered?.choice;
  return answer
    ? { kind: kind === 'response' ? 'response' : 'choice', playMs: answer.playMs, tableId }
    : null;
}

function injectHappening(state: ExerciseState, injectId: InjectId): Happening | null {
  const { playbook, casting } = state;
  const inject = playbook.injects.get(injectId);
  const runtime = injectState(state, injectId);
  if (inject === undefined || runtime.releasedPlayMs === null) return null;
  const isOpen = inject.tlp === 'CLEAR' || inject.tlp === 'GREEN';
  const played = (playbook.recipients.get(injectId) ?? []).filter((id) => casting.tableOf.has(id));
  return {
    kind: 'inject',
    playMs: runtime.releasedPlayMs,
    channel: inject.channel,
    tlp: inject.tlp,
    title: isOpen ? inject.title : null,
    partyIds: unique(played.flatMap((teamId) => playbook.teams.get(teamId)?.party ?? [])),
    isRecalled: runtime.status === 'recalled',
  };
}

function phaseHappening(state: ExerciseState, phaseId: PhaseId): Happening | null {
  const visit = state.phaseVisits.get(phaseId);
  const phase = state.playbook.phases.get(phaseId)?.phase;
  if (visit === undefined || phase === undefined) return null;
  return { kind: 'phase', playMs: visit.enteredPlayMs, title: phase.title };
}

function scoreItem(state: ExerciseState, tableId: TableId): ObserverScore | null {
  if (!state.scoresShown.observers) return null;
  const entries = [...state.scores.values()].filter((entry) => entry.tableId === tableId);
  return { tableId, ...totalOf(entries) };
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
