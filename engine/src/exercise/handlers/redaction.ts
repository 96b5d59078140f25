/** Taking out what somebody wrote, and forgetting a person (law 10). */
import type { CommandOf } from '../commands.js';
import { WrittenBook } from '../redaction-reach.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { textsOf } from '../written-fields.js';
import { factAt } from '../written-texts.js';

/**
 * Removes texts of one fact, with their translations and copies.
 * Rejections: `text/unknown`, `text/already-removed`.
 */
export function redactContent(run: Run, command: CommandOf<'RedactContent'>): Rejection | null {
  const { factSeq, fields, reason } = command;
  const book = new WrittenBook(run.state);
  const left = book.fieldsOf(factSeq);
  const fact = factAt(run.state, factSeq);
  const all = fact === null ? left : Object.keys(textsOf(fact));
  const wanted = fields ?? all;
  if (wanted.length === 0 || wanted.some((field) => !all.includes(field))) {
    return reject('text/unknown', 'nobody wrote anything there');
  }
  const texts = book.reach([{ factSeq, fields: [...wanted] }]);
  if (texts.length === 0) return reject('text/already-removed', 'there is nothing left to remove');
  run.add({ type: 'ContentRedacted', texts, reason });
  return null;
}

/**
 * Removes all that a person wrote; their seat is left for good. The name goes where names stand.
 * Rejections: `seat/unknown`, `seat/already-erased`.
 */
export function erasePerson(run: Run, { seatId }: CommandOf<'ErasePerson'>): Rejection | null {
  const seat = run.state.seats.get(seatId);
  if (seat === undefined) return reject('seat/unknown', 'no such seat');
  if (run.state.erasedSeats.has(seatId)) {
    return reject('seat/already-erased', 'this person was forgotten already');
  }
  const book = new WrittenBook(run.state);
  const texts = book.reach(book.by(seatId));
  if (!seat.isGone) run.add({ type: 'SeatLeft', seatId });
  run.add({ type: 'PersonErased', seatId });
  if (texts.length > 0) run.add({ type: 'ContentRedacted', texts, reason: 'erased' });
  return null;
}
