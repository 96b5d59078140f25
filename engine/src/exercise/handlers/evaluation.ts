/** What evaluators do: tick criteria, note observations, rate. Translators' and the comms check's acts. */

import type { TableId } from '../../protocol/ids.js';
import { localize } from '../../scenario/localize.js';
import { expectationOf } from '../../scenario/playbook.js';
import type { Rated } from '../command-parts.js';
import type { CommandOf } from '../commands.js';
import { criterionKey, givenKey, ratedKey } from '../evaluation-state.js';
import { exerciseLimits } from '../exercise-limits.js';
import type { Fact } from '../facts.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { injectOf } from '../state.js';
import { expectationKey } from '../state-parts.js';
import { factAt, originalLanguage, translationsOf, writtenText } from '../written-texts.js';
import { seatOf } from './acting.js';

/** Rejections: `expectation/unknown`, `criterion/unknown`. */
export function markCriterion(run: Run, command: CommandOf<'MarkCriterion'>): Rejection | null {
  const { injectId, tableId, expectationId, criterionId, isMet } = command;
  if (!run.state.expectations.has(expectationKey(injectId, tableId, expectationId))) {
    return reject('expectation/unknown', 'nothing of the kind is expected of this table');
  }
  const inject = injectOf(run.state, injectId);
  const rule = inject && expectationOf(inject, expectationId);
  if (!rule?.criteria.some(({ id }) => id === criterionId)) {
    return reject('criterion/unknown', 'it has no such criterion');
  }
  const old = run.state.criteria.get(criterionKey(injectId, tableId, expectationId, criterionId));
  if ((old?.isMet ?? null) !== isMet) {
    run.add({ type: 'CriterionMarked', injectId, tableId, expectationId, criterionId, isMet });
  }
  return null;
}

/** Rejections: `table/unknown`, `objective/unknown`, `observation/too-many`, `share/no-such-recipient`. */
export function noteObservation(run: Run, command: CommandOf<'NoteObservation'>): Rejection | null {
  const { tableId, objectiveId, momentPlayMs, kind, importance, release, text } = command;
  const refused = checkTable(run, tableId) ?? checkRelease(run, release);
  if (refused !== null) return refused;
  if (objectiveId !== null && !run.state.playbook.objectives.has(objectiveId)) {
    return reject('objective/unknown', `no objective "${objectiveId}"`);
  }
  if (run.state.observations.size >= exerciseLimits.observations) {
    return reject('observation/too-many', `at most ${exerciseLimits.observations} are kept`);
  }
  run.add({
    type: 'ObservationNoted',
    tableId,
    objectiveId,
    momentPlayMs: Math.min(momentPlayMs ?? run.playMs, run.playMs),
    kind,
    importance,
    release,
    text,
  });
  return null;
}

/** Rejections: `observation/unknown`, `share/no-such-recipient`. */
export function releaseObservation(
  run: Run,
  { noteSeq, release }: CommandOf<'ReleaseObservation'>,
): Rejection | null {
  if (!run.state.observations.has(String(noteSeq))) {
    return reject('observation/unknown', 'there is no such note');
  }
  const refused = checkRelease(run, release);
  if (refused !== null) return refused;
  run.add({ type: 'ObservationReleased', noteSeq, release });
  return null;
}

/** An evaluator's own rating. Rejections: `table/unknown`, `rating/unknown-subject`. */
export function rateObjective(run: Run, command: CommandOf<'RateObjective'>): Rejection | null {
  const { of, tableId, rating, reason } = command;
  const refused = checkTable(run, tableId) ?? checkRated(run, of);
  if (refused !== null) return refused;
  const seatId = seatOf(run);
  const old = seatId === null ? undefined : run.state.ratings.get(givenKey(of, tableId, seatId));
  if ((old?.rating ?? null) !== rating || (old !== undefined && old.reason !== reason)) {
    run.add({ type: 'RatingGiven', of, tableId, rating, reason });
  }
  return null;
}

/** The rating that stands. Rejections: `table/unknown`, `rating/unknown-subject`. */
export function confirmRating(run: Run, command: CommandOf<'ConfirmRating'>): Rejection | null {
  const { of, tableId, rating, reason } = command;
  const refused = checkTable(run, tableId) ?? checkRated(run, of);
  if (refused !== null) return refused;
  const old = run.state.confirmedRatings.get(ratedKey(of, tableId));
  if (old?.rating !== rating || old.reason !== reason) {
    run.add({ type: 'RatingConfirmed', of, tableId, rating, reason });
  }
  return null;
}

/**
 * Another language beside a text that was written in play.
 * Rejections: `text/unknown`, `language/unknown`, `text/original`.
 */
export function addTranslation(
  run: Run,
  { of, field, language, text }: CommandOf<'AddTranslation'>,
): Rejection | null {
  const original = writtenText(run.state, of, field);
  if (original === null) return reject('text/unknown', 'there is no such text');
  // Where the fact says in which language it is, a translation into it would take its place.
  const isLocalized = isInject(factAt(run.state, of));
  if (isLocalized && language === originalLanguage(run.state, original))
    return isOriginal(language);
  if (!run.state.playbook.scenario.languages.includes(language)) {
    return reject('language/unknown', 'the scenario has no such language', { language });
  }
  if (translationsOf(run.state, of, field)[language] !== text) {
    run.add({ type: 'TextTranslated', of, field, language, text });
  }
  return null;
}

/** Its meaning is for whoever edits it; other languages stand beside it. */
export function isOriginal(language: string): Rejection {
  return reject('text/original', 'these are the words that are translated', { language });
}

function isInject(fact: Fact | null): boolean {
  return fact?.type === 'InjectEdited' || fact?.type === 'InjectImprovised';
}

/** A test message to every seat, before StartEx. Begun again, everybody acknowledges anew. */
export function startCommsCheck(run: Run): Rejection | null {
  run.add({ type: 'CommsCheckStarted' });
  return null;
}

/** Rejections: `comms-check/not-started`. */
export function acknowledgeCommsCheck(run: Run): Rejection | null {
  const seatId = seatOf(run);
  const check = run.state.commsCheck;
  if (check === null || seatId === null) {
    return reject('comms-check/not-started', 'nobody has asked yet');
  }
  if (!check.seatIds.includes(seatId)) run.add({ type: 'CommsCheckAcknowledged', seatId });
  return null;
}

function checkTable({ state }: Run, tableId: TableId | null): Rejection | null {
  return tableId === null || state.casting.tables.some((table) => table.tableId === tableId)
    ? null
    : reject('table/unknown', `no table "${tableId}"`);
}

function checkRelease(
  { state }: Run,
  release: CommandOf<'NoteObservation'>['release'],
): Rejection | null {
  return release.kind !== 'party' || state.playbook.parties.has(release.partyId)
    ? null
    : reject('share/no-such-recipient', 'no such party', { to: release.partyId });
}

function checkRated({ state }: Run, of: Rated): Rejection | null {
  const { objectives, defaultLanguage } = state.playbook.scenario;
  const isKnown =
    of.kind === 'objective'
      ? state.playbook.objectives.has(of.objectiveId)
      : objectives.some(
          ({ capability }) =>
            localize(capability, defaultLanguage, defaultLanguage).text === of.capability,
        );
  return isKnown ? null : reject('rating/unknown-subject', 'nothing of the kind is rated here');
}
