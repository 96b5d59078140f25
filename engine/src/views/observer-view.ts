/**
 * What the wall shows. People of every nation may look at it, so it names an inject only where its
 * marking allows a whole community to read it (TLP:CLEAR, TLP:GREEN); of the rest it tells that
 * something arrived, by which channel, and in which nations.
 */

import { injectText } from '../exercise/inject-text.js';
import { type ExerciseState, injectOf, injectState, recipientsOf } from '../exercise/state.js';
import type { HappeningRef } from '../exercise/state-parts.js';
import type { LifecycleValue } from '../machines/lifecycle.js';
import type { InjectId, PartyId, PositionId, TableId } from '../protocol/ids.js';
import type { Channel } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { ShareChannel, TlpLabel } from '../scenario/sharing-schema.js';
import { injectAt } from '../scenario/words.js';
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
import { staffOnly } from './staff-only.js';
import { tableName } from './table-name.js';
import { textTouches } from './text-touches.js';
import { type Collection, defineProjection, type Touch } from './view-model.js';
import { type AssetView, assetItem, type IndicatorView, indicatorItem } from './world-parts.js';

export interface ObserverView {
  readonly exercise: ObserverExercise;
  readonly clock: ClockView;
  readonly scenarioClock: ScenarioClockView;
  readonly parties: readonly PartyView[];
  readonly phases: readonly PhaseView[];
  readonly tables: readonly ObserverTable[];
  /** What has happened, by an opaque id that grows. No id of the scenario stands in it. */
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
  /** The exercise was put aside; control is at work on it. */
  readonly isAside: boolean;
  readonly areScoresShown: boolean;
}

export interface ObserverTable {
  readonly tableId: TableId;
  readonly name: string;
  /** What it is called in each language, where it bears the name of whoever sits there. */
  readonly title: LocalizedText;
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
  | { readonly kind: 'phase'; readonly playMs: number; readonly title: LocalizedText }
  /** Help that flows between nations; what was said stays between them. */
  | {
      readonly kind: 'share';
      readonly playMs: number;
      readonly channel: ShareChannel;
      readonly from: readonly PartyId[];
      readonly to: readonly PartyId[];
    }
  | {
      readonly kind: 'position';
      readonly playMs: number;
      readonly what: 'opened' | 'agreed' | 'failed';
      readonly partyIds: readonly PartyId[];
    };

export interface ObserverScore {
  readonly tableId: TableId;
  readonly points: number;
  readonly maximum: number;
}

type T = Touch<ObserverView>;

const scoreOfTable = ({ tableId }: { tableId: TableId }): T[] => [['scores', tableId]];

const settledTogether = (
  { seq, positionId }: { seq: number; positionId: PositionId },
  state: ExerciseState,
): T[] => [
  ['happenings', String(seq)],
  ...(state.positions.get(positionId)?.voices ?? []).map(({ tableId }): T => ['scores', tableId]),
];

export const observerProjection = defineProjection<ObserverView, ObserverAudience>(
  {
    exercise: {
      one: ({ title, playbook: { scenario }, lifecycle, scoresShown, quarantine }) => ({
        title,
        scenarioTitle: scenario.title,
        stage: lifecycle.stage,
        isRealWorld: lifecycle.world === 'real',
        languages: scenario.languages,
        defaultLanguage: scenario.defaultLanguage,
        isAside: quarantine !== null,
        areScoresShown: scoresShown.observers,
      }),
    },
    clock: { one: clockPart },
    scenarioClock: { one: scenarioClockPart },
    parties: { one: partiesPart },
    phases: { one: phasesNowPart },
    tables: {
      one: (state) =>
        state.casting.tables.map((table) => ({
          tableId: table.tableId,
          name: table.name,
          title: tableName(state, table),
          partyIds: unique(
            table.teamIds.flatMap((id) => state.playbook.teams.get(id)?.party ?? []),
          ),
        })),
    },
    happenings: {
      ids: (state) => state.happenings.keys(),
      item: (state, _, id) => happeningItem(state, id),
    },
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
    ...staffOnly,
    ExerciseCreated: 'everything',
    TeamsCast: 'everything',
    LobbyOpened: () => ['exercise'],
    SeatJoined: () => [],
    SeatMoved: () => [],
    SeatLeft: () => [],
    ExerciseStarted: () => ['exercise', 'clock'],
    ClockPaused: () => ['clock'],
    ClockResumed: () => ['clock'],
    SpeedSet: () => ['clock'],
    ClockJumped: () => ['clock'],
    PhaseChanged: ({ seq, entered }) => [
      'phases',
      'scenarioClock',
      ...entered.map((phaseId): T => ['happenings', `${seq} ${phaseId}`]),
    ],
    InjectReleased: ({ seq }) => [['happenings', String(seq)]],
    InjectRecalled: ({ injectId }, state) => releaseOf(state, injectId),
    InjectOpened: () => [],
    InjectAcknowledged: () => [],
    ResponseSent: ({ seq }) => [['happenings', String(seq)]],
    ResponseNoted: () => [],
    ChoiceMade: ({ seq, tableId }) => [
      ['happenings', String(seq)],
      ['scores', tableId],
    ],
    ExpectationMet: scoreOfTable,
    ExpectationMissed: scoreOfTable,
    ExpectationWaived: scoreOfTable,
    DeadlineExtended: scoreOfTable,
    AssetChanged: ({ assetId }) => [['assets', assetId]],
    IndicatorChanged: ({ indicatorId }) => [['indicators', indicatorId]],
    PointsAwarded: scoreOfTable,
    ScoreAdjusted: scoreOfTable,
    ExpectationMarked: scoreOfTable,
    ExpectationRevealed: () => [],
    CommsCheckStarted: () => [],
    CommsCheckAcknowledged: () => [],
    ItemGiven: () => [],
    InformationShared: ({ seq }) => [['happenings', String(seq)]],
    MarkingBroken: scoreOfTable,
    OverShared: scoreOfTable,
    NeedMet: scoreOfTable,
    InformationRequested: () => [],
    PermissionRequested: () => [],
    RequestAnswered: () => [],
    PositionOpened: ({ seq }) => [['happenings', String(seq)]],
    PositionExtended: () => [],
    PositionDrafted: () => [],
    DraftCommented: () => [],
    StanceTaken: () => [],
    PositionAgreed: settledTogether,
    PositionFailed: settledTogether,
    ObligationStarted: () => [],
    ReportFiled: () => [],
    ObligationMet: scoreOfTable,
    ObligationMissed: scoreOfTable,
    ObligationWaived: () => [],
    TextTranslated: (fact, state) =>
      textTouches(fact, state).flatMap(([part, id]) =>
        part === 'injects' ? releaseOf(state, id as InjectId) : [],
      ),
    ScenarioTranslated: ({ place }, state, _audience, anything) => {
      const at = injectAt(place);
      return at === null ? anything() : releaseOf(state, at.injectId);
    },
    ObservationNoted: () => [],
    ObservationReleased: () => [],
    RatingConfirmed: () => [],
    Rewound: 'everything',
    ContentRedacted: 'everything',
    PersonErased: () => [],
    MessageSent: () => [],
    ScoresShown: (_, state) => [
      'exercise',
      ...state.casting.tables.map(({ tableId }): T => ['scores', tableId]),
    ],
    RealWorldRaised: () => ['exercise', 'clock'],
    RealWorldLifted: () => ['exercise', 'clock'],
    ExerciseEnded: () => ['exercise', 'clock'],
    ExerciseQuarantined: () => ['exercise', 'clock'],
  },
);

function happeningItem(state: ExerciseState, id: string): Happening | null {
  const what = state.happenings.get(id);
  if (what === undefined) return null;
  if (what.kind === 'inject') return injectHappening(state, what.injectId);
  if (what.kind === 'phase') return phaseHappening(state, what);
  if (what.kind === 'share') {
    const { playMs, channel, from, isRed } = what;
    const to = what.to.filter((partyId) => !from.includes(partyId));
    // That somebody whispers is not for a wall; nor is what stays within one nation.
    return isRed || to.length === 0 ? null : { kind: 'share', playMs, channel, from, to };
  }
  if (what.kind === 'position') {
    return { kind: 'position', playMs: what.playMs, what: what.what, partyIds: what.parties };
  }
  return { kind: what.kind, playMs: what.playMs, tableId: what.tableId };
}

/** The id under which a release stands. */
function releaseOf(state: ExerciseState, injectId: InjectId): T[] {
  const { releasedSeq } = injectState(state, injectId);
  return releasedSeq === null ? [] : [['happenings', String(releasedSeq)]];
}

function injectHappening(state: ExerciseState, injectId: InjectId): Happening | null {
  const inject = injectOf(state, injectId);
  const runtime = injectState(state, injectId);
  if (inject === undefined || runtime.releasedPlayMs === null) return null;
  const partyIds = partiesOf(state, injectId);
  // An inject that reached nobody is no news.
  if (partyIds.length === 0) return null;
  const isOpen = inject.tlp === 'CLEAR' || inject.tlp === 'GREEN';
  return {
    kind: 'inject',
    playMs: runtime.releasedPlayMs,
    channel: inject.channel,
    tlp: inject.tlp,
    title: isOpen ? (injectText(state, injectId, null)?.title ?? inject.title) : null,
    partyIds,
    isRecalled: runtime.status === 'recalled',
  };
}

/** The nations whose teams an inject reached. */
function partiesOf(state: ExerciseState, injectId: InjectId): PartyId[] {
  const { playbook, casting } = state;
  const played = recipientsOf(state, injectId).filter((id) => casting.tableOf.has(id));
  return unique(played.flatMap((teamId) => playbook.teams.get(teamId)?.party ?? []));
}

function phaseHappening(
  { playbook }: ExerciseState,
  { phaseId, playMs }: Extract<HappeningRef, { kind: 'phase' }>,
): Happening | null {
  const phase = playbook.phases.get(phaseId)?.phase;
  return phase === undefined ? null : { kind: 'phase', playMs, title: phase.title };
}

function scoreItem(state: ExerciseState, tableId: TableId): ObserverScore | null {
  if (!state.scoresShown.observers) return null;
  return { tableId, ...state.scores.total(tableId) };
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
