/** The staff's part in sharing, deciding together, reporting, translating and evaluating. */
import { type GivenRating, givenKey, ratedKey } from '../exercise/evaluation-state.js';
import { obligationKey, waitingPosition } from '../exercise/exchange-state.js';
import type { ExerciseState } from '../exercise/state.js';
import { teamsTakingPart } from '../exercise/touched.js';
import { translationsOf } from '../exercise/written-texts.js';
import type { ItemId, ObligationId, PositionId, TableId } from '../protocol/ids.js';
import { injectAt } from '../scenario/words.js';
import type { FacilitatorAudience } from './audience.js';
import {
  draftCommentView,
  draftId,
  draftVersionView,
  obligationView,
  positionView,
  requestView,
  shareView,
} from './exchange-parts.js';
import type {
  FacilitatorItem,
  FacilitatorPosition,
  FacilitatorRating,
  FacilitatorView,
} from './facilitator-view.js';
import { frameLacks } from './lacks.js';
import { textTouches } from './text-touches.js';
import type { Touch, TouchTable, ViewModel } from './view-model.js';

type A = FacilitatorAudience;
type T = Touch<FacilitatorView>;

export type ExchangePart =
  | 'commsCheck'
  | 'items'
  | 'holdings'
  | 'shares'
  | 'brokenMarkings'
  | 'requests'
  | 'positions'
  | 'draftVersions'
  | 'draftComments'
  | 'duties'
  | 'obligations'
  | 'translations'
  | 'lacks'
  | 'claims'
  | 'criteria'
  | 'observations'
  | 'ratings'
  | 'confirmedRatings';

export const facilitatorExchangeModel: Pick<ViewModel<FacilitatorView, A>, ExchangePart> = {
  commsCheck: { one: ({ commsCheck }) => commsCheck },
  items: {
    ids: ({ playbook }) => playbook.items.keys(),
    item: (state, _, id) => itemView(state, id as ItemId),
  },
  holdings: {
    ids: ({ holdings }) => holdings.keys(),
    item: ({ holdings }, _, id) => {
      const held = holdings.get(id as never);
      if (held === undefined) return null;
      const { itemId, form, tableId, marking, seatIds, shareSeqs, sincePlayMs } = held;
      return { itemId, form, tableId, marking, seatIds, shareSeqs, sincePlayMs };
    },
  },
  shares: {
    ids: ({ shares }) => shares.keys(),
    item: (state, _, id) => {
      const share = state.shares.get(id);
      return share === undefined
        ? null
        : { ...shareView(state, share), toTableIds: share.to.tableIds };
    },
  },
  brokenMarkings: {
    ids: ({ brokenMarkings }) => brokenMarkings.keys(),
    item: ({ brokenMarkings }, _, id) => brokenMarkings.get(id) ?? null,
  },
  requests: {
    ids: ({ requests }) => requests.keys(),
    item: (state, _, id) => {
      const request = state.requests.get(id);
      return request === undefined
        ? null
        : {
            ...requestView(state, request),
            askedTableId: request.kind === 'permission' ? request.originatorId : null,
          };
    },
  },
  positions: {
    ids: ({ playbook }) => playbook.positions.keys(),
    item: (state, _, id) => facilitatorPosition(state, id as PositionId),
  },
  draftVersions: {
    ids: ({ draftVersions }) => draftVersions.keys(),
    item: (state, _, id) => {
      const draft = state.draftVersions.get(id as never);
      return draft === undefined ? null : draftVersionView(state, draft);
    },
  },
  draftComments: {
    ids: ({ draftComments }) => draftComments.keys(),
    item: (state, _, id) => {
      const comment = state.draftComments.get(id);
      return comment === undefined ? null : draftCommentView(state, comment);
    },
  },
  duties: {
    ids: ({ playbook }) => playbook.obligations.keys(),
    item: ({ playbook }, _, id) => {
      const rule = playbook.obligations.get(id as ObligationId);
      if (rule === undefined) return null;
      const { title, teams, withinHours, startsWhen, objective = null } = rule;
      const startsByItself = startsWhen !== undefined;
      return { id: rule.id, title, teams, withinHours, objectiveId: objective, startsByItself };
    },
  },
  obligations: {
    ids: ({ obligations }) => obligations.keys(),
    item: (state, _, id) => {
      const [obligationId, tableId] = id.split(' ') as [ObligationId, TableId];
      const view = obligationView(state, obligationId, tableId);
      return view === null ? null : { ...view, tableId };
    },
  },
  translations: {
    ids: ({ translations }) => translations.keys(),
    item: (state, _, id) => {
      const [seq, field] = id.split(' ') as [string, string];
      const found = translationsOf(state, Number(seq), field);
      return Object.keys(found).length === 0 ? null : found;
    },
  },
  lacks: {
    ids: (state) => frameLacks(state).keys(),
    item: (state, _, place) => frameLacks(state).get(place) ?? null,
  },
  claims: {
    ids: ({ claims }) => claims.keys(),
    item: ({ claims }, _, id) => claims.get(id) ?? null,
  },
  criteria: {
    ids: ({ criteria }) => criteria.keys(),
    item: ({ criteria }, _, id) => criteria.get(id as never) ?? null,
  },
  observations: {
    ids: ({ observations }) => observations.keys(),
    item: (state, _, id) => {
      const note = state.observations.get(id);
      return note === undefined
        ? null
        : { ...note, textIn: translationsOf(state, note.seq, 'text') };
    },
  },
  ratings: {
    ids: ({ ratings }) => ratings.keys(),
    item: ({ ratings }, _, id) => ratingView(ratings.get(id)),
  },
  confirmedRatings: {
    ids: ({ confirmedRatings }) => confirmedRatings.keys(),
    item: ({ confirmedRatings }, _, id) => ratingView(confirmedRatings.get(id as never)),
  },
};

const position = ({ positionId }: { positionId: PositionId }): T[] => [['positions', positionId]];
const settledPosition = (fact: { positionId: PositionId }, state: ExerciseState): T[] => {
  const voices = state.positions.get(fact.positionId)?.voices ?? [];
  return [
    ...position(fact),
    ...voices.map(({ tableId }): T => ['scores', `position ${fact.positionId} ${tableId}`]),
  ];
};
const obligation = (fact: { obligationId: ObligationId; tableId: TableId }): T[] => {
  const key = obligationKey(fact.obligationId, fact.tableId);
  return [
    ['obligations', key],
    ['scores', `obligation ${key}`],
  ];
};

export const facilitatorExchangeTouches = {
  CommsCheckStarted: () => ['commsCheck'],
  CommsCheckAcknowledged: () => ['commsCheck'],
  ItemGiven: ({ itemId, tableIds }) =>
    tableIds.map((tableId): T => ['holdings', `${itemId} full ${tableId}`]),
  InformationShared: ({ seq, items, to }) => [
    ['shares', String(seq)],
    ...items.flatMap(({ itemId, form }) =>
      to.tableIds.map((tableId): T => ['holdings', `${itemId} ${form} ${tableId}`]),
    ),
  ],
  MarkingBroken: ({ seq }) => [
    ['brokenMarkings', String(seq)],
    ['scores', `broken ${seq}`],
  ],
  OverShared: ({ seq }) => [['scores', `needless ${seq}`]],
  NeedMet: ({ itemId, need, teamId }) => [['scores', `need ${itemId} ${need} ${teamId}`]],
  InformationRequested: ({ seq }) => [['requests', String(seq)]],
  PermissionRequested: ({ seq }) => [['requests', String(seq)]],
  RequestAnswered: ({ requestSeq }) => [['requests', String(requestSeq)]],
  PositionOpened: position,
  PositionExtended: position,
  PositionDrafted: (fact) => [...position(fact), ['draftVersions', draftId(fact)]],
  DraftCommented: ({ seq }) => [['draftComments', String(seq)]],
  StanceTaken: position,
  PositionAgreed: settledPosition,
  PositionFailed: settledPosition,
  ObligationStarted: ({ obligationId, tableIds }) =>
    tableIds.map((tableId): T => ['obligations', obligationKey(obligationId, tableId)]),
  ReportFiled: obligation,
  ObligationMet: obligation,
  ObligationMissed: obligation,
  ObligationWaived: obligation,
  ScoreAdjusted: ({ seq }) => [['scores', `award ${seq}`]],
  TextTranslated: (fact, state) => [
    ['translations', `${fact.of} ${fact.field}`],
    ...textTouches(fact, state),
  ],
  ScenarioTranslated: ({ place }, _state, _audience, anything) => {
    const at = injectAt(place);
    // What lacks nothing any more stands nowhere among what there is.
    return at === null ? [...anything(), ['lacks', place]] : [['injects', at.injectId]];
  },
  AnswerClaimed: ({ answerSeq }) => [['claims', String(answerSeq)]],
  CriterionMarked: ({ injectId, tableId, expectationId, criterionId }) => [
    ['criteria', `${injectId} ${tableId} ${expectationId} ${criterionId}`],
  ],
  ObservationNoted: ({ seq }) => [['observations', String(seq)]],
  ObservationReleased: ({ noteSeq }) => [['observations', String(noteSeq)]],
  RatingGiven: ({ by, of, tableId }) =>
    by.kind === 'seat' ? [['ratings', givenKey(of, tableId, by.seatId)]] : [],
  RatingConfirmed: ({ of, tableId }) => [['confirmedRatings', ratedKey(of, tableId)]],
  Rewound: 'everything',
  ContentRedacted: 'everything',
  PersonErased: () => [],
} satisfies Partial<TouchTable<FacilitatorView, A>>;

function itemView({ playbook }: ExerciseState, itemId: ItemId): FacilitatorItem | null {
  const item = playbook.items.get(itemId);
  if (item === undefined) return null;
  const { id, title, originator, comesWith, tlp, releasableTo, sanitised, personalData } = item;
  return {
    id,
    title,
    originator,
    comesWith: comesWith ?? null,
    tlp,
    releasableTo,
    sanitisedTlp: sanitised?.tlp ?? null,
    hasPersonalData: personalData,
    needs: item.needs.map(({ teams, withinMinutes, objective = null }) => ({
      teams,
      withinMinutes,
      objectiveId: objective,
    })),
  };
}

function facilitatorPosition(
  state: ExerciseState,
  positionId: PositionId,
): FacilitatorPosition | null {
  const rule = state.playbook.positions.get(positionId);
  const now = state.positions.get(positionId) ?? waitingPosition;
  const view = positionView(state, positionId, now);
  if (rule === undefined || view === null) return null;
  return {
    ...view,
    objectiveId: rule.objective ?? null,
    comesWith: rule.comesWith ?? null,
    voiceTeams: rule.voices,
    teams: teamsTakingPart(state, rule),
    tableIds: now.tableIds,
    optionPoints: (rule.options ?? []).map(({ id, points, rationale }) => ({
      id,
      points,
      rationale: rationale ?? null,
    })),
    reason: now.settled?.reason ?? '',
  };
}

function ratingView(given: GivenRating | undefined): FacilitatorRating | null {
  if (given === undefined) return null;
  const { of, tableId, rating, reason, seatId, atMs } = given;
  return { of, tableId, rating, reason, seatId, atMs };
}
