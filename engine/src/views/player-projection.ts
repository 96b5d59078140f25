import {
  deliveryKey,
  type ExerciseState,
  expectationKey,
  injectState,
  type Message,
} from '../exercise/state.js';
import type { ExpectationId, InjectId, SeatId, TableId, TeamId } from '../protocol/ids.js';
import { expectationOf } from '../scenario/playbook.js';
import { choiceKey, type ScoreEntry } from '../scoring/score.js';
import type { PlayerAudience } from './audience.js';
import type {
  MessageView,
  PlayerDelivery,
  PlayerInject,
  PlayerInjectBody,
  PlayerScore,
  PlayerTable,
  PlayerTask,
  PlayerView,
} from './player-view.js';
import {
  clockPart,
  messageView,
  noteView,
  partiesPart,
  phasesNowPart,
  scenarioClockPart,
} from './shared-parts.js';
import { staffOnly } from './staff-only.js';
import { defineProjection, type Touch } from './view-model.js';
import { assetItem, indicatorItem } from './world-parts.js';

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
        stage: state.lifecycle.stage,
        mode: state.mode,
        realWorld: state.realWorld === null ? null : { atMs: state.realWorld.atMs },
        isAside: state.quarantine !== null,
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
      item: (state, { tableId }, id) => deliveryItem(state, tableId, id as InjectId),
    },
    tasks: { ids: taskIds, item: taskItem },
    notes: {
      ids: (state) => state.notes.keys(),
      item: (state, { tableId }, id) => {
        const note = state.notes.get(id);
        return note?.tableId === tableId ? noteView(note) : null;
      },
    },
    messages: {
      ids: (state) => state.messages.keys(),
      item: (state, { tableId }, id) => {
        const message = state.messages.get(id);
        return message?.thread.kind === 'table' && message.thread.tableId === tableId
          ? playerMessage(state, message)
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
    ...staffOnly,
    ExerciseCreated: 'everything',
    TeamsCast: 'everything',
    LobbyOpened: () => ['exercise'],
    SeatJoined: ({ seatId }) => [['seats', seatId]],
    SeatMoved: ({ seatId }) => [['seats', seatId]],
    SeatLeft: ({ seatId }) => [['seats', seatId]],
    ExerciseStarted: () => ['exercise', 'clock'],
    ClockPaused: () => ['clock'],
    ClockResumed: () => ['clock'],
    SpeedSet: () => ['clock'],
    ClockJumped: () => ['clock'],
    PhaseChanged: () => ['phases', 'scenarioClock'],
    InjectReleased: ({ injectId }, state, audience) => [
      ['injects', injectId],
      ...all('tasks', taskIdsOf(state, audience, injectId)),
    ],
    InjectRecalled: ({ injectId }, state, audience) => [
      ['injects', injectId],
      ...all('tasks', taskIdsOf(state, audience, injectId)),
    ],
    InjectOpened: ({ injectId }) => [['deliveries', injectId]],
    InjectAcknowledged: ({ injectId }) => [['deliveries', injectId]],
    ResponseSent: ({ injectId }) => [['deliveries', injectId]],
    ResponseNoted: ({ seq }) => [['notes', String(seq)]],
    ChoiceMade: ({ injectId, tableId }) => [
      ['deliveries', injectId],
      ['scores', choiceKey({ injectId, tableId })],
    ],
    ExpectationMet: settled,
    ExpectationMissed: settled,
    ExpectationWaived: settled,
    DeadlineExtended: settled,
    AssetChanged: ({ assetId }) => [['assets', assetId]],
    IndicatorChanged: ({ indicatorId }) => [['indicators', indicatorId]],
    PointsAwarded: ({ seq }) => [['scores', `award ${seq}`]],
    MessageSent: ({ seq }) => [['messages', String(seq)]],
    ScoresShown: (_, state) => ['exercise', ...all('scores', state.scores.keys())],
    RealWorldRaised: () => ['exercise', 'clock'],
    RealWorldLifted: () => ['exercise', 'clock'],
    ExerciseEnded: (_, state) => ['exercise', 'clock', ...all('scores', state.scores.keys())],
    ExerciseQuarantined: () => ['exercise', 'clock'],
  },
);

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

function settled(fact: {
  injectId: InjectId;
  tableId: TableId;
  expectationId: ExpectationId;
}): Touch<PlayerView>[] {
  const { injectId, tableId, expectationId } = fact;
  return [
    ['tasks', `${injectId} ${expectationId}`],
    ['scores', expectationKey(injectId, tableId, expectationId)],
    ['scores', choiceKey({ injectId, tableId })],
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
  const found = state.expectations.get(expectationKey(injectId, tableId, expectationId));
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
  if (state.lifecycle.stage !== 'ended' && tellsTooMuch(state, entry)) return null;
  const inject = entry.injectId === null ? null : state.playbook.injects.get(entry.injectId);
  const rule =
    inject && entry.expectationId !== null ? expectationOf(inject, entry.expectationId) : null;
  const objective =
    entry.objectiveId === null ? undefined : state.playbook.objectives.get(entry.objectiveId);
  return {
    // Points may come from what another table was sent: that inject does not exist for this one.
    injectId: hasReceived(state, entry.injectId, tableId) ? entry.injectId : null,
    reason: entry.reason,
    kind: rule?.kind ?? null,
    objective: objective?.title ?? null,
    rule: entry.rule,
    points: entry.points,
    maximum: entry.maximum,
  };
}

function hasReceived(state: ExerciseState, injectId: InjectId | null, tableId: TableId): boolean {
  return injectId !== null && injectState(state, injectId).tableIds.includes(tableId);
}

/** During play a line must not give away a hidden task, or the worth of a choice not yet made. */
function tellsTooMuch({ playbook }: ExerciseState, entry: ScoreEntry): boolean {
  if (entry.rule === 'choice/not-made') return true;
  const inject = entry.injectId === null ? undefined : playbook.injects.get(entry.injectId);
  if (inject === undefined || entry.expectationId === null) return false;
  return expectationOf(inject, entry.expectationId)?.announced === false;
}

function deliveryItem(
  state: ExerciseState,
  tableId: TableId,
  injectId: InjectId,
): PlayerDelivery | null {
  const found = state.deliveries.get(deliveryKey(injectId, tableId));
  if (found === undefined) return null;
  const { openedBy, acknowledged, response, choice } = found;
  return { openedBy, acknowledged, response, choice };
}

/** Players are not told which of the staff speaks as a contact. */
function playerMessage(state: ExerciseState, message: Message): MessageView {
  const view = messageView(state, message);
  return view.as === null ? view : { ...view, seatId: null };
}
