/** Who reads an exercise afterwards: a seat by its token, or a member of the staff by their session. */
import type { Role } from '@trilogue/engine/exercise/settings';
import { staffRoles } from '@trilogue/engine/exercise/settings';
import type { Seat } from '@trilogue/engine/exercise/state-parts';
import { type ExerciseId, exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import type { Request } from 'express';
import type { AuditActor } from '../audit/audit.js';
import type { Access } from '../auth/access.js';
import { hashOf } from '../auth/secrets.js';
import type { StaffAuth } from '../auth/staff-auth.js';
import type { Exercises } from '../runtime/exercises.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { Store } from '../store/store.js';
import { Problem } from './problem.js';

export interface ReaderParts {
  readonly exercises: Exercises;
  readonly staff: StaffAuth;
  readonly access: Access;
  readonly store: Store;
}

export interface ExerciseReader {
  readonly exercise: OpenExercise;
  readonly role: Role;
  /** Sees what staff see. */
  readonly isStaff: boolean;
  /** Null for staff who have not sat down in it. */
  readonly seat: Seat | null;
  readonly actor: AuditActor;
}

const unknown = () => new Problem(404, 'exercise/unknown', 'no such exercise');

/**
 * Who asks is known before the exercise is looked for, so that asking tells nothing about it.
 * Refusals: `staff/no-session` for nobody, `exercise/unknown` for whoever has no part in it.
 */
export async function readerOf(parts: ReaderParts, request: Request): Promise<ExerciseReader> {
  const { staff, access, store } = parts;
  const id = exerciseIdSchema.safeParse(request.params.exerciseId);
  const token = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (token !== undefined) {
    if (!id.success) throw unknown();
    const row = await store.directory.seatByToken(id.data, hashOf(token));
    if (row === null) throw unknown();
    const exercise = await openExercise(parts, id.data);
    const seat = exercise.runner.state.seats.get(row.seatId);
    if (seat === undefined || seat.isGone) throw unknown();
    const actor = { kind: 'seat', seatId: row.seatId } as const;
    return { exercise, role: seat.role, isStaff: isStaff(seat.role), seat, actor };
  }
  const caller = await staff.callerOf(request.headers.cookie);
  if (caller === null) throw new Problem(401, 'staff/no-session', 'sign in first');
  const part = id.success ? await access.roleIn(caller, id.data) : null;
  if (!id.success || part === null) throw unknown();
  const exercise = await openExercise(parts, id.data);
  const rows = await access.seatsOf(caller, id.data);
  const seats = rows.map(({ seatId }) => exercise.runner.state.seats.get(seatId));
  const { account, session } = caller;
  return {
    exercise,
    role: part.role,
    isStaff: isStaff(part.role),
    seat: seats.find((seat) => seat?.isGone === false) ?? null,
    actor:
      account === null
        ? { kind: 'session', session }
        : { kind: 'account', accountId: account.accountId, session },
  };
}

/** @throws Problem `exercise/unknown`, `exercise/quarantined` */
export async function openExercise(
  { exercises, store }: Pick<ReaderParts, 'exercises' | 'store'>,
  exerciseId: ExerciseId,
): Promise<OpenExercise> {
  const exercise = await exercises.find(exerciseId);
  if (exercise === null) throw unknown();
  if ('quarantine' in exercise) throw new Problem(409, 'exercise/quarantined', exercise.quarantine);
  // Behind a proxy, what was done a moment ago may have been done at another node.
  if (store.isShared) await exercise.runner.readOn();
  return exercise;
}

function isStaff(role: Role): boolean {
  return staffRoles.includes(role);
}
