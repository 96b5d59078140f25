/** Messages between a table and control, among staff, and the REAL WORLD call. */
import type { CommandOf } from '../commands.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { lifecycleAfter } from './stage.js';

/** Rejections: `message/not-your-thread`, `table/unknown`, `contact/unknown`, `command/not-allowed`. */
export function sendMessage(
  run: Run,
  { thread, text, as }: CommandOf<'SendMessage'>,
): Rejection | null {
  const { actor, state } = run;
  const seat = actor.kind === 'seat' ? state.seats.get(actor.seatId) : undefined;
  const isPlayer = seat?.role === 'player';
  if (isPlayer && (thread.kind !== 'table' || thread.tableId !== seat.tableId)) {
    return reject('message/not-your-thread', 'players write to control for their own table');
  }
  const isOtherStaff = seat?.role === 'evaluator' || seat?.role === 'translator';
  if (isOtherStaff && thread.kind !== 'staff') {
    return reject('message/not-your-thread', 'evaluators and translators write to the staff');
  }
  if (
    thread.kind === 'table' &&
    !state.casting.tables.some((table) => table.tableId === thread.tableId)
  ) {
    return reject('table/unknown', `no table "${thread.tableId}"`);
  }
  if (as !== undefined && isPlayer) {
    return reject('command/not-allowed', 'only staff speak as a contact');
  }
  if (as !== undefined && !state.playbook.contacts.has(as)) {
    return reject('contact/unknown', `no contact "${as}"`);
  }
  run.add({
    type: 'MessageSent',
    thread,
    from: isPlayer ? 'table' : 'staff',
    as: as ?? null,
    text,
  });
  return null;
}

/** Freezes the exercise: something real is happening. Any seat may. */
export function raiseRealWorld(
  run: Run,
  { reason }: CommandOf<'RaiseRealWorld'>,
): Rejection | null {
  run.add({ type: 'RealWorldRaised', machine: lifecycleAfter(run, 'RAISE'), reason });
  return null;
}

/** The clock stays where it stopped until somebody resumes it. */
export function liftRealWorld(run: Run): Rejection | null {
  run.add({ type: 'RealWorldLifted', machine: lifecycleAfter(run, 'LIFT') });
  return null;
}
