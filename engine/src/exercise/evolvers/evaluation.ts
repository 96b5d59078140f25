/** Evaluation, who deals with what, translations, the comms check. */
import { criterionKey, givenKey, ratedKey, writtenKey } from '../evaluation-state.js';
import { type Evolvers, stamp } from './evolver.js';

export const evaluationEvolvers = {
  CommsCheckStarted: (state, { atMs }) => ({
    ...state,
    commsCheck: { startedAtMs: atMs, seatIds: [] },
  }),
  CommsCheckAcknowledged: (state, { seatId, atMs }) => {
    const { startedAtMs, seatIds } = state.commsCheck ?? { startedAtMs: atMs, seatIds: [] };
    return { ...state, commsCheck: { startedAtMs, seatIds: [...seatIds, seatId] } };
  },

  TextTranslated: (state, fact) => {
    const { of, field, language, text } = fact;
    return {
      ...state,
      translations: state.translations.update(writtenKey(of, field), {}, (known) => ({
        ...known,
        [language]: { ...stamp(fact), text, isRemoved: fact.redacted !== undefined },
      })),
    };
  },

  AnswerClaimed: (state, fact) => {
    const { answerSeq, isClaimed } = fact;
    const key = String(answerSeq);
    return {
      ...state,
      claims: isClaimed
        ? state.claims.set(key, { ...stamp(fact), answerSeq })
        : state.claims.delete(key),
    };
  },
  CriterionMarked: (state, fact) => {
    const { injectId, tableId, expectationId, criterionId, isMet } = fact;
    const key = criterionKey(injectId, tableId, expectationId, criterionId);
    return {
      ...state,
      criteria:
        isMet === null
          ? state.criteria.delete(key)
          : state.criteria.set(key, {
              ...stamp(fact),
              injectId,
              tableId,
              expectationId,
              criterionId,
              isMet,
            }),
    };
  },
  ObservationNoted: (state, fact) => {
    const { seq, tableId, objectiveId, momentPlayMs, kind, importance, release, text } = fact;
    return {
      ...state,
      observations: state.observations.set(String(seq), {
        ...stamp(fact),
        seq,
        tableId,
        objectiveId,
        momentPlayMs,
        kind,
        importance,
        release,
        text,
      }),
    };
  },
  ObservationReleased: (state, { noteSeq, release }) => {
    const key = String(noteSeq);
    const note = state.observations.get(key);
    return note === undefined
      ? state
      : { ...state, observations: state.observations.set(key, { ...note, release }) };
  },
  RatingGiven: (state, fact) => {
    const { of, tableId, rating, reason } = fact;
    if (fact.by.kind !== 'seat') return state;
    const key = givenKey(of, tableId, fact.by.seatId);
    return {
      ...state,
      ratings:
        rating === null
          ? state.ratings.delete(key)
          : state.ratings.set(key, { ...stamp(fact), of, tableId, rating, reason }),
    };
  },
  RatingConfirmed: (state, fact) => {
    const { of, tableId, rating, reason } = fact;
    return {
      ...state,
      confirmedRatings: state.confirmedRatings.set(ratedKey(of, tableId), {
        ...stamp(fact),
        of,
        tableId,
        rating,
        reason,
      }),
    };
  },
  ScoreAdjusted: (state) => state,
} satisfies Partial<Evolvers>;
