/** What one table sees: its own injects, tasks, answers and messages, and nothing of any other's. */

import type { Mode } from '../exercise/settings.js';
import {
  deliveryKey,
  type ExerciseState,
  type ExpectationStatus,
  injectState,
  type Message,
  type Stamp,
} from '../exercise/state.js';
import type { LifecycleValue } from '../machines/lifecycle.js';
import type {
  ChoiceId,
  ExerciseId,
  ExpectationId,
  InjectId,
  PartyId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import { expectationOf } from '../scenario/playbook.js';
import type { Channel, ExpectationKind, TlpLabel } from '../scenario/schema.js';
import type { ScoreRule } from '../scoring/score.js';
import type { PlayerAudience } from './audience.js';
import type { ClockView, ScenarioClockView } from './clock-view.js';
import {
  clockPart,
  type PartyView,
  type PhaseView,
  partiesPart,
  phasesNowPart,
  type RealWorldView,
  scenarioClockPart,
} from './shared-parts.js';
import { type Collection, defineProjection, type Touch } from './view-model.js';
import { type AssetView, assetItem, type IndicatorView, indicatorItem } from './world-parts.js';

export interface PlayerView {
  readonly exercise: PlayerExercise;
  readonly clock: ClockView;
  readonly scenarioClock: ScenarioClockView;
  readonly parties: readonly PartyView[];
  readonly phases: readonly PhaseView[];
  readonly table: PlayerTable;
  readonly seats: Collection<PlayerSeat>;
  readonly injects: Collection<PlayerInject>;
  /** By inject id: what this table did about it. */
  readonly deliveries: Collection<PlayerDelivery>;
  /** By "inject expectation": what is announced to be done, and by when. */
  readonly tasks: Collection<PlayerTask>;
  readonly messages: Collection<MessageView>;
  readonly assets: Collection<AssetView>;
  readonly indicators: Collection<IndicatorView>;
  /** Empty until the director shows scores to players. */
  readonly scores: Collection<PlayerScore>;
}

export interface PlayerExercise {
  readonly exerciseId: ExerciseId | null;
  readonly title: string;
  readonly scenarioTitle: LocalizedText;
  readonly summary: LocalizedText;
  readonly stage: LifecycleValue['stage'];
  readonly mode: Mode;
  readonly realWorld: RealWorldView | null;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly areScoresShown: boolean;
}

export interface PlayerTable {
  readonly tableId: TableId;
  readonly name: string;
  readonly language: string | null;
  readonly teams: readonly {
    readonly id: TeamId;
    readonly partyId: PartyId;
    readonly name: LocalizedText;
    readonly sector: LocalizedText;
    readonly mission: LocalizedText;
  }[];
}

export interface PlayerSeat {
  readonly seatId: SeatId;
}

export interface PlayerInject {
  readonly id: InjectId;
  readonly title: LocalizedText;
  readonly channel: Channel;
  readonly from: { readonly name: LocalizedText; readonly role: LocalizedText };
  readonly tlp: TlpLabel;
  readonly atMs: number;
  readonly playMs: number;
  readonly scenarioAtMs: number | null;
  /** A recalled inject stays in the list, without its text. */
  readonly isRecalled: boolean;
  readonly recallReason: string;
  readonly hasChoices: boolean;
}

export interface PlayerDelivery {
  readonly openedBy: readonly SeatId[];
  readonly acknowledged: Stamp | null;
  readonly response: (Stamp & { readonly text: string }) | null;
  readonly choice: (Stamp & { readonly choiceId: ChoiceId }) | null;
  readonly notes: readonly (Stamp & { readonly seq: number; readonly text: string })[];
}

export interface PlayerTask {
  readonly injectId: InjectId;
  readonly expectationId: ExpectationId;
  readonly kind: ExpectationKind;
  /** ms of play time. */
  readonly dueAtMs: number;
  readonly status: ExpectationStatus;
}

export interface MessageView {
  readonly id: number;
  readonly from: 'table' | 'staff';
  /** The contact that staff spoke as. */
  readonly as: { readonly name: LocalizedText; readonly role: LocalizedText } | null;
  readonly seatId: SeatId | null;
  readonly text: string;
  readonly atMs: number;
  readonly playMs: number;
}

export interface PlayerScore {
  readonly injectId: InjectId | null;
  /** Why points were awarded, where it was not for an expectation or a choice. */
  readonly reason: LocalizedText | null;
  readonly kind: ExpectationKind | null;
  readonly objective: LocalizedText | null;
  readonly rule: ScoreRule;
  readonly points: number;
  readonly maximum: number;
}

type A = PlayerAudience;

const all = <Part extends 'injects' | 'deliveries' | 'tasks' | 'messages' | 'scores'>(
  part: Part,
  ids: Iterable<string>,
): Touch<PlayerView>[] => [...ids].map((id) => [part, id] as const);

export const playerProjection = defineProjection<PlayerView, PlayerAudience>(
  {
    exercise: {
      one: (state) => ({
        exerciseId: state.exerciseId,
        title: state.title,
        scenarioTitle: state.playbook.scenario.title,
        summary: state.playbook.scenario.summary,
        stage: state.lifecycle.stage,
        mode: state.mode,
        realWorld: state.realWorld,
        languages: state.playbook.scenario.languages,
        defaultLanguage: state.playbook.scenario.defaultLanguage,
        areScoresShown: state.scoresShown.players,
      }),
    },
    clock: { one: clockPart },
    scenarioClock: { one: scenarioClockPart },
    parties: { one: partiesPart },
    phases: { one: phasesNowPart },
    table: { one: tablePart },
    seats: {
      ids: (state) => state.seats.keys(),
      item: (state, { tableId }, id) => {
        const seat = state.seats.get(id as SeatId);
        return seat && !seat.isGone && seat.tableId === tableId ? { seatId: seat.seatId } : null;
      },
    },
    injects: { ids: injectIds, item: (state, audience, id) => injectItem(state, audience, id) },
    deliveries: {
      ids: injectIds,
      item: (state, { tableId }, id) =>
        state.deliveries.get(deliveryKey(id as InjectId, tableId)) ?? null,
    },
    tasks: { ids: taskIds, item: taskItem },
    messages: {
      ids: (state) => state.messages.keys(),
      item: (state, { tableId }, id) => {
        const message = state.messages.get(id);
        return message?.thread.kind === 'table' && message.thread.tableId === tableId
          ? messageView(state, message)
          : null;
      },
    },
    assets: {
      ids: (state) => state.assets.keys(),
      item: (state, audience, id) => assetItem(state, eyesOf(state, audience), id),
    },
    indicators: {
      ids: (state) => state.indicators.keys(),
      item: (state, audience, id) => indicatorItem(state, eyesOf(state, audience), id),
    },
    scores: { ids: (state) => state.scores.keys(), item: scoreItem },
  },
  {
    ExerciseCreated: 'everything',
    TeamsCast: 'everything',
    LobbyOpened: () => ['exercise'],
    PaceSet: () => [],
    SeatJoined: ({ seatId }) => [['seats', seatId]],
    SeatMoved: ({ seatId }) => [['seats', seatId]],
    SeatLeft: ({ seatId }) => [['seats', seatId]],
    ExerciseStarted: () => ['exercise', 'clock'],
    ClockPaused: () => ['clock'],
    ClockResumed: () => ['clock'],
    SpeedSet: () => ['clock'],
    ClockJumped: () => ['clock'],
    PhaseChanged: () => ['phases', 'scenarioClock'],
    ExitArmed: () => [],
    ExitDue: () => [],
    InjectArmed: () => [],
    InjectDue: () => [],
    InjectReleased: ({ injectId }, state, audience) => [
      ['injects', injectId],
      ...all('tasks', taskIdsOf(state, audience, injectId)),
    ],
    InjectHeld: () => [],
    InjectUnheld: () => [],
    InjectMoved: () => [],
    InjectSkipped: () => [],
    InjectRecalled: ({ injectId }, state, audience) => [
      ['injects', injectId],
      ...all('tasks', taskIdsOf(state, audience, injectId)),
    ],
    InjectOpened: ({ injectId }) => [['deliveries', injectId]],
    InjectAcknowledged: ({ injectId }) => [['deliveries', injectId]],
    ResponseSent: ({ injectId }) => [['deliveries', injectId]],
    ResponseNoted: ({ injectId }) => [['deliveries', injectId]],
    ChoiceMade: ({ injectId, tableId }) => [
      ['deliveries', injectId],
      ['scores', `${injectId} ${tableId} #choice`],
    ],
    ExpectationMet: settled,
    ExpectationMissed: settled,
    ExpectationWaived: settled,
    DeadlineExtended: settled,
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
    PointsAwarded: ({ seq }) => [['scores', `award ${seq}`]],
    EndingReached: () => [],
    MessageSent: ({ seq }) => [['messages', String(seq)]],
    ScoresShown: (_, state) => ['exercise', ...all('scores', state.scores.keys())],
    RealWorldRaised: () => ['exercise', 'clock'],
    RealWorldLifted: () => ['exercise', 'clock'],
    ExerciseEnded: () => ['exercise', 'clock'],
    ExerciseQuarantined: () => [],
  },
);

/** The text of an inject, fetched when it is opened. */
export interface PlayerInjectBody {
  readonly injectId: InjectId;
  readonly body: LocalizedText;
  readonly choices: readonly { readonly id: ChoiceId; readonly label: LocalizedText }[];
}

/** Null for what this table did not receive or what was recalled. */
export function playerInjectBody(
  state: ExerciseState,
  audience: PlayerAudience,
  injectId: InjectId,
): PlayerInjectBody | null {
  const inject = state.playbook.injects.get(injectId);
  const { status, tableIds } = injectState(state, injectId);
  if (!inject || status !== 'released' || !tableIds.includes(audience.tableId)) return null;
  return {
    injectId,
    body: inject.body,
    choices: inject.choices?.map(({ id, label }) => ({ id, label })) ?? [],
  };
}

export function messageView(state: ExerciseState, message: Message): MessageView {
  const { thread: _, as, ...rest } = message;
  const contact = as === null ? undefined : state.playbook.contacts.get(as);
  return { ...rest, as: contact ? { name: contact.name, role: contact.role } : null };
}

function settled(fact: {
  injectId: InjectId;
  tableId: TableId;
  expectationId: ExpectationId;
}): Touch<PlayerView>[] {
  const { injectId, tableId, expectationId } = fact;
  return [
    ['tasks', `${injectId} ${expectationId}`],
    ['scores', `${injectId} ${tableId} ${expectationId}`],
    ['scores', `${injectId} ${tableId} #choice`],
  ];
}

/** What the teams of a table see, the table sees. */
function eyesOf({ casting }: ExerciseState, { tableId }: A): readonly TeamId[] {
  return casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [];
}

function tablePart(state: ExerciseState, { tableId }: A): PlayerTable {
  const table = state.casting.tables.find((candidate) => candidate.tableId === tableId);
  return {
    tableId,
    name: table?.name ?? '',
    language: table?.language ?? null,
    teams: (table?.teamIds ?? []).flatMap((teamId) => {
      const team = state.playbook.teams.get(teamId);
      if (team === undefined) return [];
      const { id, party, name, sector, mission } = team;
      return [{ id, partyId: party, name, sector, mission }];
    }),
  };
}

function injectIds(state: ExerciseState): Iterable<InjectId> {
  return state.playbook.injects.keys();
}

function injectItem(state: ExerciseState, { tableId }: A, id: string): PlayerInject | null {
  const inject = state.playbook.injects.get(id as InjectId);
  const runtime = injectState(state, id as InjectId);
  if (!inject || runtime.releasedAtMs === null || runtime.releasedPlayMs === null) return null;
  if (!runtime.tableIds.includes(tableId)) return null;
  const contact = state.playbook.contacts.get(inject.from);
  return {
    id: inject.id,
    title: inject.title,
    channel: inject.channel,
    from: { name: contact?.name ?? '', role: contact?.role ?? '' },
    tlp: inject.tlp,
    atMs: runtime.releasedAtMs,
    playMs: runtime.releasedPlayMs,
    scenarioAtMs: runtime.releasedScenarioMs,
    isRecalled: runtime.status === 'recalled',
    recallReason: runtime.status === 'recalled' ? runtime.reason : '',
    hasChoices: inject.choices !== undefined,
  };
}

function taskIds(state: ExerciseState, audience: A): string[] {
  return [...state.playbook.injects.keys()].flatMap((id) => taskIdsOf(state, audience, id));
}

function taskIdsOf(state: ExerciseState, { tableId }: A, injectId: InjectId): string[] {
  if (!injectState(state, injectId).tableIds.includes(tableId)) return [];
  const expectations = state.playbook.injects.get(injectId)?.expectations ?? [];
  return expectations.map(({ id }) => `${injectId} ${id}`);
}

function taskItem(state: ExerciseState, { tableId }: A, id: string): PlayerTask | null {
  const [injectId, expectationId] = id.split(' ') as [InjectId, ExpectationId];
  const inject = state.playbook.injects.get(injectId);
  const rule = inject && expectationOf(inject, expectationId);
  const found = state.expectations.get(`${injectId} ${tableId} ${expectationId}`);
  if (!rule?.announced || !found) return null;
  return {
    injectId,
    expectationId,
    kind: rule.kind,
    dueAtMs: found.dueAtMs,
    status: found.status,
  };
}

function scoreItem(state: ExerciseState, { tableId }: A, id: string): PlayerScore | null {
  const entry = state.scores.get(id);
  if (!state.scoresShown.players || entry?.tableId !== tableId) return null;
  const inject = entry.injectId === null ? null : state.playbook.injects.get(entry.injectId);
  const rule =
    inject && entry.expectationId !== null ? expectationOf(inject, entry.expectationId) : null;
  const objective =
    entry.objectiveId === null ? undefined : state.playbook.objectives.get(entry.objectiveId);
  return {
    injectId: entry.injectId,
    reason: entry.reason,
    kind: rule?.kind ?? null,
    objective: objective?.title ?? null,
    rule: entry.rule,
    points: entry.points,
    maximum: entry.maximum,
  };
}
