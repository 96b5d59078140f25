/** The table's part in sharing, deciding together, reporting and being evaluated. */
import {
  type Holding,
  obligationKey,
  type Request,
  type Share,
} from '../exercise/exchange-state.js';
import type { ExerciseState } from '../exercise/state.js';
import { translationsOf } from '../exercise/written-texts.js';
import type { ObligationId, PositionId, SeatId } from '../protocol/ids.js';
import type { Meeting } from '../scenario/playbook.js';
import { injectAt } from '../scenario/words.js';
import type { PlayerAudience } from './audience.js';
import {
  directoryPart,
  draftCommentView,
  draftId,
  draftVersionView,
  holdingView,
  obligationView,
  positionView,
  requestView,
  shareView,
  teamsAt,
} from './exchange-parts.js';
import type { HoldingView } from './exchange-view.js';
import type { PlayerObservation, PlayerRating, PlayerView } from './player-view.js';
import { textTouches } from './text-touches.js';
import type { Touch, TouchTable, ViewModel } from './view-model.js';

type A = PlayerAudience;
type T = Touch<PlayerView>;

export type ExchangePart =
  | 'commsCheck'
  | 'directory'
  | 'people'
  | 'holdings'
  | 'shares'
  | 'requests'
  | 'positions'
  | 'draftVersions'
  | 'draftComments'
  | 'obligations'
  | 'observations'
  | 'ratings';

export const playerExchangeModel: Pick<ViewModel<PlayerView, A>, ExchangePart> = {
  commsCheck: {
    one: ({ commsCheck, seats }, { tableId }) =>
      commsCheck && {
        startedAtMs: commsCheck.startedAtMs,
        seatIds: commsCheck.seatIds.filter((seatId) => seats.get(seatId)?.tableId === tableId),
      },
  },
  directory: { one: directoryPart },
  people: {
    ids: ({ seats }) => seats.keys(),
    item: ({ seats }, _, id) => {
      const seat = seats.get(id as SeatId);
      if (!seat || seat.isGone || seat.role !== 'player' || seat.tableId === null) return null;
      return { seatId: seat.seatId, tableId: seat.tableId };
    },
  },
  holdings: {
    ids: ({ holdings }, { tableId }) =>
      [...holdings.values()]
        .filter((held) => held.tableId === tableId)
        .map(({ itemId, form }) => `${itemId} ${form}`),
    item: (state, audience, id) => {
      const held = state.holdings.get(`${id} ${audience.tableId}` as never);
      return held === undefined ? null : holdingItem(state, audience, held);
    },
  },
  shares: {
    ids: ({ shares }) => shares.keys(),
    item: (state, audience, id) => {
      const share = state.shares.get(id);
      return share && maySeeShare(share, audience) ? shareView(state, share) : null;
    },
  },
  requests: {
    ids: ({ requests }) => requests.keys(),
    item: (state, audience, id) => {
      const request = state.requests.get(id);
      return request && maySeeRequest(request, audience) ? requestView(state, request) : null;
    },
  },
  positions: {
    ids: ({ positions }) => positions.keys(),
    item: (state, { tableId }, id) => {
      const now = state.positions.get(id as PositionId);
      return now?.tableIds.includes(tableId) ? positionView(state, id as PositionId, now) : null;
    },
  },
  draftVersions: {
    ids: ({ draftVersions }) => draftVersions.keys(),
    item: (state, audience, id) => {
      const draft = state.draftVersions.get(id as never);
      return draft && takesPart(state, audience, draft.positionId)
        ? draftVersionView(state, draft)
        : null;
    },
  },
  draftComments: {
    ids: ({ draftComments }) => draftComments.keys(),
    item: (state, audience, id) => {
      const comment = state.draftComments.get(id);
      return comment && takesPart(state, audience, comment.positionId)
        ? draftCommentView(state, comment)
        : null;
    },
  },
  obligations: {
    ids: ({ playbook, obligations }, { tableId }) =>
      [...playbook.obligations.keys()].filter((id) => obligations.has(obligationKey(id, tableId))),
    item: (state, { tableId }, id) => obligationView(state, id as ObligationId, tableId),
  },
  observations: { ids: ({ observations }) => observations.keys(), item: observationItem },
  ratings: { ids: ({ confirmedRatings }) => confirmedRatings.keys(), item: ratingItem },
};

const position = ({ positionId }: { positionId: PositionId }): T[] => [['positions', positionId]];
const scoreOfPosition = (
  fact: { positionId: PositionId },
  _: ExerciseState,
  { tableId }: A,
): T[] => [...position(fact), ['scores', `position ${fact.positionId} ${tableId}`]];
const scoreOfObligation = (
  { obligationId }: { obligationId: ObligationId },
  _: ExerciseState,
  { tableId }: A,
): T[] => [
  ['obligations', obligationId],
  ['scores', `obligation ${obligationId} ${tableId}`],
];

/** Tasks that may name something now that the table knows of it. */
const tasksAbout = (meeting: Meeting, { playbook }: ExerciseState): T[] =>
  (playbook.metBy.get(meeting) ?? []).map(
    ({ injectId, expectation }): T => ['tasks', `${injectId} ${expectation.id}`],
  );

export const playerExchangeTouches = {
  CommsCheckStarted: () => ['commsCheck'],
  CommsCheckAcknowledged: () => ['commsCheck'],
  ItemGiven: ({ itemId }, state) => [
    ['holdings', `${itemId} full`],
    ...tasksAbout(`share ${itemId}`, state),
  ],
  InformationShared: ({ seq, items }, state) => [
    ...items.flatMap(({ itemId }) => tasksAbout(`share ${itemId}`, state)),
    ['shares', String(seq)],
    ...items.map(({ itemId, form }): T => ['holdings', `${itemId} ${form}`]),
  ],
  MarkingBroken: ({ seq }) => [['scores', `broken ${seq}`]],
  OverShared: ({ seq }) => [['scores', `needless ${seq}`]],
  NeedMet: ({ itemId, need, teamId }) => [['scores', `need ${itemId} ${need} ${teamId}`]],
  InformationRequested: ({ seq }) => [['requests', String(seq)]],
  PermissionRequested: ({ seq }) => [['requests', String(seq)]],
  RequestAnswered: ({ requestSeq }, state) => {
    const request = state.requests.get(String(requestSeq));
    const answered: T = ['requests', String(requestSeq)];
    return request?.kind === 'permission'
      ? [answered, ['holdings', `${request.itemId} ${request.form}`]]
      : [answered];
  },
  PositionOpened: (fact, state) => [
    ...position(fact),
    ...tasksAbout(`agree ${fact.positionId}`, state),
  ],
  PositionExtended: position,
  PositionDrafted: (fact) => [...position(fact), ['draftVersions', draftId(fact)]],
  DraftCommented: ({ seq }) => [['draftComments', String(seq)]],
  StanceTaken: position,
  PositionAgreed: scoreOfPosition,
  PositionFailed: scoreOfPosition,
  ObligationStarted: ({ obligationId }, state) => [
    ['obligations', obligationId],
    ...tasksAbout(`report ${obligationId}`, state),
  ],
  ReportFiled: ({ obligationId }) => [['obligations', obligationId]],
  ObligationMet: scoreOfObligation,
  ObligationMissed: scoreOfObligation,
  ObligationWaived: scoreOfObligation,
  ScoreAdjusted: ({ seq }) => [['scores', `award ${seq}`]],
  TextTranslated: textTouches,
  ScenarioTranslated: ({ place }, _state, _audience, anything) => {
    const at = injectAt(place);
    return at === null ? anything() : [['injects', at.injectId]];
  },
  ObservationNoted: ({ seq }) => [['observations', String(seq)]],
  ObservationReleased: ({ noteSeq }) => [['observations', String(noteSeq)]],
  RatingConfirmed: (_, state) => all('ratings', state.confirmedRatings.keys()),
  Rewound: 'everything',
  ContentRedacted: 'everything',
  PersonErased: () => [],
} satisfies Partial<TouchTable<PlayerView, A>>;

/** What EndEx, or showing the scores, lets out. */
export function evaluationTouches({ observations, confirmedRatings }: ExerciseState): T[] {
  return [...all('observations', observations.keys()), ...all('ratings', confirmedRatings.keys())];
}

function all(part: 'observations' | 'ratings', ids: Iterable<string>): T[] {
  return [...ids].map((id): T => [part, id]);
}

/** That others were given it too, in private, does not show. */
function holdingItem(state: ExerciseState, audience: A, held: Holding): HoldingView | null {
  const { seatId } = audience;
  const { seatIds } = held;
  if (seatIds !== null && (seatId === undefined || !seatIds.includes(seatId))) return null;
  const view = holdingView(state, held);
  const shares = held.shareSeqs.flatMap((seq) => {
    const share = state.shares.get(String(seq));
    return share !== undefined && maySeeShare(share, audience) ? [share] : [];
  });
  if (view === null || shares.length === held.shareSeqs.length) return view;
  return {
    ...view,
    shareSeqs: shares.map(({ seq }) => seq),
    seatIds: seatIds?.filter((id) => shares.some((share) => share.seatIds.includes(id))) ?? null,
    sincePlayMs:
      seatIds === null ? view.sincePlayMs : Math.min(...shares.map(({ playMs }) => playMs)),
  };
}

/** TLP:RED is for the persons named, and for whoever sent it. */
function maySeeShare(share: Share, { tableId, seatId }: A): boolean {
  if (share.marking === 'RED') {
    return seatId !== undefined && (share.seatId === seatId || share.seatIds.includes(seatId));
  }
  return share.tableId === tableId || share.to.tableIds.includes(tableId);
}

/** Whoever asked and whoever was asked; to ask about TLP:RED is for whoever holds it. */
function maySeeRequest(request: Request, { tableId, seatId }: A): boolean {
  if (request.kind === 'information') {
    return request.tableId === tableId || request.to.tableIds.includes(tableId);
  }
  if (request.originatorId === tableId) return true;
  const { seatIds } = request;
  const isTheirs = seatIds === null || (seatId !== undefined && seatIds.includes(seatId));
  return isTheirs && request.tableId === tableId;
}

function takesPart({ positions }: ExerciseState, { tableId }: A, id: PositionId): boolean {
  return positions.get(id)?.tableIds.includes(tableId) ?? false;
}

/** Notes that were released come out after EndEx. */
function observationItem(
  state: ExerciseState,
  { tableId }: A,
  id: string,
): PlayerObservation | null {
  const note = state.observations.get(id);
  if (note === undefined || state.lifecycle.stage !== 'ended') return null;
  const { release, kind, importance, momentPlayMs, text } = note;
  if (release.kind === 'kept') return null;
  const parties = teamsAt(state, tableId).map((teamId) => state.playbook.teams.get(teamId)?.party);
  if (release.kind === 'party' && !parties.includes(release.partyId)) return null;
  const objective =
    note.objectiveId === null ? undefined : state.playbook.objectives.get(note.objectiveId);
  return {
    tableId: note.tableId,
    objective: objective?.title ?? null,
    kind,
    importance,
    momentPlayMs,
    text,
    textIn: translationsOf(state, note.seq, 'text'),
  };
}

/** Ratings that a person confirmed, of this table or of all together, once scores are shown. */
function ratingItem(state: ExerciseState, { tableId }: A, id: string): PlayerRating | null {
  const found = state.confirmedRatings.get(id as never);
  if (found === undefined || state.lifecycle.stage !== 'ended') return null;
  if (!state.scoresShown.players) return null;
  if (found.tableId !== null && found.tableId !== tableId) return null;
  const { of, rating } = found;
  return {
    objective:
      of.kind === 'objective' ? (state.playbook.objectives.get(of.objectiveId)?.title ?? '') : null,
    capability: of.kind === 'capability' ? of.capability : null,
    isOfAll: found.tableId === null,
    rating,
  };
}
