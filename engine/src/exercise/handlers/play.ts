/** What players do with an inject: open, acknowledge, respond, choose. Staff may act for a table. */
import type { InjectId, TableId } from '../../protocol/ids.js';
import type { CommandOf } from '../commands.js';
import { exerciseLimits } from '../exercise-limits.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { delivery, injectOf, injectState } from '../state.js';

/** The first time a seat reads an inject. Again is no error. Rejections: `inject/unknown`. */
export function openInject(run: Run, { injectId }: CommandOf<'OpenInject'>): Rejection | null {
  const tableId = tableOf(run, injectId, undefined, true);
  if (typeof tableId !== 'string') return tableId;
  if (run.actor.kind !== 'seat') return null;
  const { seatId } = run.actor;
  if (!delivery(run.state, injectId, tableId).openedBy.includes(seatId)) {
    run.add({ type: 'InjectOpened', injectId, tableId, seatId });
  }
  return null;
}

/** Rejections: `inject/unknown`, `inject/recalled`, `inject/already-acknowledged`, `table/unknown`. */
export function acknowledgeInject(
  run: Run,
  { injectId, tableId: forTable }: CommandOf<'AcknowledgeInject'>,
): Rejection | null {
  const tableId = tableOf(run, injectId, forTable);
  if (typeof tableId !== 'string') return tableId;
  if (delivery(run.state, injectId, tableId).acknowledged !== null) {
    return reject('inject/already-acknowledged', 'the table has acknowledged it');
  }
  run.add({ type: 'InjectAcknowledged', injectId, tableId });
  return null;
}

/**
 * The table's answer. The first one sent counts; a later one is refused and kept as a note.
 * Rejections: `inject/unknown`, `inject/recalled`, `inject/already-answered`,
 * `inject/too-many-notes`, `table/unknown`.
 */
export function sendResponse(
  run: Run,
  { injectId, text, tableId: forTable }: CommandOf<'SendResponse'>,
): Rejection | null {
  const tableId = tableOf(run, injectId, forTable);
  if (typeof tableId !== 'string') return tableId;
  const { response, noteSeqs } = delivery(run.state, injectId, tableId);
  if (response !== null) {
    if (noteSeqs.length >= exerciseLimits.notes) {
      return reject('inject/too-many-notes', 'an answer was sent before, and notes enough');
    }
    if (!isKept(run, noteSeqs, text)) run.add({ type: 'ResponseNoted', injectId, tableId, text });
    return reject('inject/already-answered', 'an answer was sent before; this one is a note');
  }
  run.add({ type: 'ResponseSent', injectId, tableId, text });
  return null;
}

/** Whether the same words already stand as the last note. */
function isKept({ state }: Run, noteSeqs: readonly number[], text: string): boolean {
  return state.notes.get(String(noteSeqs.at(-1)))?.text === text;
}

/**
 * Rejections: `inject/unknown`, `inject/recalled`, `inject/no-choices`, `choice/unknown`,
 * `inject/already-chosen`, `table/unknown`.
 */
export function makeChoice(
  run: Run,
  { injectId, choiceId, tableId: forTable }: CommandOf<'MakeChoice'>,
): Rejection | null {
  const tableId = tableOf(run, injectId, forTable);
  if (typeof tableId !== 'string') return tableId;
  const choices = injectOf(run.state, injectId)?.choices;
  if (choices === undefined) return reject('inject/no-choices', 'there is nothing to choose');
  if (!choices.some(({ id }) => id === choiceId)) {
    return reject('choice/unknown', `no choice "${choiceId}"`);
  }
  if (delivery(run.state, injectId, tableId).choice !== null) {
    return reject('inject/already-chosen', 'the table has chosen');
  }
  run.add({ type: 'ChoiceMade', injectId, tableId, choiceId });
  return null;
}

/**
 * The table a command is about, when that table has the inject. What a table did not receive does
 * not exist for it: the refusal is the same as for an id that was made up.
 */
function tableOf(
  run: Run,
  injectId: InjectId,
  asked: TableId | undefined,
  evenRecalled = false,
): TableId | Rejection {
  const seat = run.actor.kind === 'seat' ? run.state.seats.get(run.actor.seatId) : undefined;
  if (seat?.role === 'player' && asked !== undefined && asked !== seat.tableId) {
    return reject('command/not-allowed', 'players answer for their own table');
  }
  const tableId = seat?.role === 'player' ? seat.tableId : asked;
  if (tableId === null || tableId === undefined) {
    return reject('table/unknown', 'say which table this is for');
  }
  const inject = injectState(run.state, injectId);
  if (!inject.tableIds.includes(tableId)) {
    return reject('inject/unknown', 'this table has no such inject');
  }
  return inject.status === 'recalled' && !evenRecalled
    ? reject('inject/recalled', 'it was recalled')
    : tableId;
}
