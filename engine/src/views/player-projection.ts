import { holdingKey, obligationKey } from '../exercise/exchange-state.js';
import { injectText } from '../exercise/inject-text.js';
import { type ExerciseState, injectIds, injectOf, injectState } from '../exercise/state.js';
import {
  deliveryKey,
  type ExpectationKey,
  expectationKey,
  type Message,
} from '../exercise/state-parts.js';
import type { ExpectationId, InjectId, SeatId, TableId, TeamId } from '../protocol/ids.js';
import type { Expectation } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import { expectationOf } from '../scenario/playbook.js';
import { choiceKey, type ScoreEntry } from '../scoring/score.js';
import { attachmentViews } from './attachment-view.js';
import type { PlayerAudience } from './audience.js';
import {
  evaluationTouches,
  playerExchangeModel,
  playerExchangeTouches,
} from './player-exchange.js';
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
  phasesPastPart,
  scenarioClockPart,
  textRevision,
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
    pastPhases: { one: phasesPastPart },
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
    ...playerExchangeModel,
  },
  {
    ...staffOnly,
    ...playerExchangeTouches,
    ExerciseCreated: 'everything',
    TeamsCast: 'everything',
    LobbyOpened: () => ['exercise'],
    SeatJoined: seatTouches,
    SeatMoved: seatTouches,
    SeatLeft: seatTouches,
    ExerciseStarted: () => ['exercise', 'clock'],
    ClockPaused: () => ['clock'],
    ClockResumed: () => ['clock'],
    SpeedSet: () => ['clock'],
    ClockJumped: () => ['clock'],
    PhaseChanged: () => ['phases', 'pastPhases', 'scenarioClock'],
    InjectReleased: ({ injectId }, state, audience) => [
      ['injects', injectId],
      ...all('tasks', taskIdsOf(state, audience, injectId)),
    ],
    InjectRecalled: ({ injectId }, state, audience) => [
      ['injects', injectId],
      ...all('tasks', taskIdsOf(state, audience, injectId)),
    ],
    InjectOpened: own(({ injectId }) => [['deliveries', injectId]]),
    InjectAcknowledged: own(({ injectId }) => [['deliveries', injectId]]),
    ResponseSent: own(({ injectId }) => [['deliveries', injectId]]),
    ResponseNoted: own(({ seq }) => [['notes', String(seq)]]),
    ChoiceMade: own(({ injectId, tableId }) => [
      ['deliveries', injectId],
      ['scores', choiceKey({ injectId, tableId })],
    ]),
    ExpectationMarked: own(settled),
    ExpectationRevealed: own(settled),
    ExpectationMet: own(settled),
    ExpectationMissed: own(settled),
    ExpectationWaived: own(settled),
    DeadlineExtended: own(settled),
    AssetChanged: ({ assetId }) => [['assets', assetId]],
    IndicatorChanged: ({ indicatorId }) => [['indicators', indicatorId]],
    PointsAwarded: ({ seq }) => [['scores', `award ${seq}`]],
    MessageSent: ({ seq }) => [['messages', String(seq)]],
    ScoresShown: (_, state) => [
      'exercise',
      ...all('scores', state.scores.keys()),
      ...evaluationTouches(state),
    ],
    RealWorldRaised: () => ['exercise', 'clock'],
    RealWorldLifted: () => ['exercise', 'clock'],
    ExerciseEnded: (_, state) => [
      'exercise',
      'clock',
      ...all('scores', state.scores.keys()),
      ...evaluationTouches(state),
    ],
    ExerciseQuarantined: () => ['exercise', 'clock'],
  },
);

/** Null for what this table did not receive or what was recalled. */
export function playerInjectBody(
  state: ExerciseState,
  audience: PlayerAudience,
  injectId: InjectId,
): PlayerInjectBody | null {
  const inject = injectOf(state, injectId);
  const text = injectText(state, injectId, audience.tableId);
  const { status, tableIds } = injectState(state, injectId);
  if (!inject || !text || status !== 'released' || !tableIds.includes(audience.tableId))
    return null;
  return {
    injectId,
    body: text.body,
    choices: inject.choices?.map(({ id, label }) => ({ id, label })) ?? [],
    attachments: attachmentViews(inject.attachments),
  };
}

/** For facts about one table, which change nothing that another one sees. */
function own<F extends { readonly tableId: TableId }>(touches: (fact: F) => Touch<PlayerView>[]) {
  return (fact: F, _state: ExerciseState, { tableId }: A): readonly Touch<PlayerView>[] =>
    fact.tableId === tableId ? touches(fact) : [];
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

function injectItem(state: ExerciseState, { tableId }: A, id: string): PlayerInject | null {
  const inject = injectOf(state, id as InjectId);
  const runtime = injectState(state, id as InjectId);
  if (!inject || runtime.releasedAtMs === null || runtime.releasedPlayMs === null) return null;
  if (!runtime.tableIds.includes(tableId)) return null;
  const text = injectText(state, inject.id, tableId);
  const contact = state.playbook.contacts.get(text?.from ?? inject.from);
  return {
    id: inject.id,
    title: text?.title ?? inject.title,
    channel: inject.channel,
    from: { name: contact?.name ?? '', role: contact?.role ?? '' },
    tlp: inject.tlp,
    atMs: runtime.releasedAtMs,
    playMs: runtime.releasedPlayMs,
    scenarioAtMs: runtime.releasedScenarioMs,
    isRecalled: runtime.status === 'recalled',
    recallReason: runtime.status === 'recalled' ? runtime.reason : '',
    textRevision: textRevision(state, runtime),
    hasChoices: inject.choices !== undefined,
  };
}

function taskIds(state: ExerciseState, audience: A): string[] {
  return injectIds(state).flatMap((id) => taskIdsOf(state, audience, id));
}

function taskIdsOf(state: ExerciseState, { tableId }: A, injectId: InjectId): string[] {
  if (!injectState(state, injectId).tableIds.includes(tableId)) return [];
  const expectations = injectOf(state, injectId)?.expectations ?? [];
  return expectations.map(({ id }) => `${injectId} ${id}`);
}

function taskItem(state: ExerciseState, { tableId }: A, id: string): PlayerTask | null {
  const [injectId, expectationId] = id.split(' ') as [InjectId, ExpectationId];
  const inject = injectOf(state, injectId);
  const rule = inject && expectationOf(inject, expectationId);
  const found = state.expectations.get(expectationKey(injectId, tableId, expectationId));
  if (!rule || !found || (!rule.announced && !found.isRevealed)) return null;
  return {
    injectId,
    expectationId,
    kind: rule.kind,
    about: knownSubject(state, tableId, rule),
    to: 'with' in rule ? rule.with : [],
    dueAtMs: found.dueAtMs,
    status: found.status,
  };
}

/** What a table is not told of otherwise, its tasks do not name. */
function knownSubject(
  state: ExerciseState,
  tableId: TableId,
  rule: Expectation,
): PlayerTask['about'] {
  switch (rule.kind) {
    case 'share': {
      const held = state.holdings.get(holdingKey(rule.item, 'full', tableId));
      const sanitised = state.holdings.get(holdingKey(rule.item, 'sanitised', tableId));
      return held?.seatIds === null || sanitised?.seatIds === null ? rule.item : null;
    }
    case 'agree':
      return state.positions.get(rule.position)?.tableIds.includes(tableId) ? rule.position : null;
    case 'report':
      return state.obligations.has(obligationKey(rule.obligation, tableId))
        ? rule.obligation
        : null;
    default:
      return null;
  }
}

function seatTouches({ seatId }: { seatId: SeatId }): Touch<PlayerView>[] {
  return [['seats', seatId], ['people', seatId], 'commsCheck'];
}

function scoreItem(state: ExerciseState, { tableId }: A, id: string): PlayerScore | null {
  const entry = state.scores.get(id);
  if (!state.scoresShown.players || entry?.tableId !== tableId) return null;
  if (state.lifecycle.stage !== 'ended' && tellsTooMuch(state, entry)) return null;
  const inject = entry.injectId === null ? null : injectOf(state, entry.injectId);
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
    about: subjectTitle(state, entry.about),
    rule: entry.rule,
    points: entry.points,
    maximum: entry.maximum,
  };
}

function subjectTitle(
  { playbook }: ExerciseState,
  about: ScoreEntry['about'],
): LocalizedText | null {
  if (about === null) return null;
  const list = {
    item: playbook.items,
    position: playbook.positions,
    obligation: playbook.obligations,
  };
  return list[about.kind].get(about.id as never)?.title ?? null;
}

function hasReceived(state: ExerciseState, injectId: InjectId | null, tableId: TableId): boolean {
  return injectId !== null && injectState(state, injectId).tableIds.includes(tableId);
}

/** During play a line must not give away a hidden task, the worth of a choice not yet made, or a need. */
function tellsTooMuch(state: ExerciseState, entry: ScoreEntry): boolean {
  if (entry.rule === 'choice/not-made' || tellsOfSharing.has(entry.rule)) return true;
  const inject = entry.injectId === null ? undefined : injectOf(state, entry.injectId);
  if (inject === undefined || entry.expectationId === null) return false;
  const isAnnounced = expectationOf(inject, entry.expectationId)?.announced;
  const isRevealed = state.expectations.get(entry.key as ExpectationKey)?.isRevealed;
  return isAnnounced === false && isRevealed !== true;
}

/** Who needs what, and what somebody was not to have, comes out afterwards. */
const tellsOfSharing: ReadonlySet<ScoreEntry['rule']> = new Set<ScoreEntry['rule']>([
  'need/met',
  'need/met-late',
  'marking/broken',
  'share/needless',
]);

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
