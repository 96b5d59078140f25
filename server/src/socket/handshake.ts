/** Who is on the line: an origin that is ours, a protocol we speak, a seat that exists. */
import type { IncomingMessage } from 'node:http';
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import { reject } from '@trilogue/engine/exercise/rejections';
import { handshakeSchema } from '@trilogue/engine/protocol/socket';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import type { Access } from '../auth/access.js';
import { hashOf } from '../auth/secrets.js';
import type { StaffAuth } from '../auth/staff-auth.js';
import type { Exercises } from '../runtime/exercises.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { Directory, SeatRow } from '../store/directory.js';

export interface Guest {
  readonly exercise: OpenExercise;
  readonly seat: SeatRow;
  /** For staff: the session that brought them. */
  readonly session: string | null;
  /** Hash of the token that opened this line; null for staff. */
  readonly proof: string | null;
  /** Null for players, and for whoever came by the printed link. */
  readonly accountId: string | null;
}

export interface HandshakeParts {
  readonly exercises: Exercises;
  readonly directory: Directory;
  readonly staff: StaffAuth;
  readonly access: Access;
}

export type Refusal = Rejection | { readonly code: 'protocol/version'; readonly message: string };

/**
 * Refusals: `protocol/version`, `command/invalid`, `seat/unknown` (also for an exercise that is not
 * there), `exercise/quarantined`.
 */
export async function receive(
  auth: unknown,
  cookie: string | undefined,
  { exercises, directory, staff, access }: HandshakeParts,
): Promise<Guest | Refusal> {
  // Asked first, for a client of another version may well shake hands in another shape.
  const version = (auth as { protocolVersion?: unknown } | null)?.protocolVersion;
  if (typeof version === 'number' && version !== protocolVersion) {
    return {
      code: 'protocol/version',
      message: `this server speaks version ${protocolVersion}; load the page again`,
    };
  }
  const parsed = handshakeSchema.safeParse(auth);
  if (!parsed.success) return reject('command/invalid', 'the handshake can’t be read');
  const { exerciseId, token } = parsed.data;
  const caller = token === undefined ? await staff.callerOf(cookie) : null;
  // The seat first: whoever has none learns nothing about the exercise, not even by how long it takes.
  const candidates =
    token !== undefined
      ? [await directory.seatByToken(exerciseId, hashOf(token))]
      : caller === null
        ? []
        : await access.seatsOf(caller, exerciseId);
  const known = candidates.filter((found) => found !== null);
  const exercise = known.length === 0 ? null : await exercises.find(exerciseId);
  if (exercise === null) return reject('seat/unknown', 'no such seat');
  if ('quarantine' in exercise) return reject('exercise/quarantined', exercise.quarantine);
  const { runner } = exercise;
  const isNew = known.some(({ seatId }) => !runner.state.seats.has(seatId));
  // It was given at another node a moment ago, of which this one has not heard yet.
  if (isNew) await runner.readOn();
  const seat = known.find(({ seatId }) => runner.state.seats.get(seatId)?.isGone === false);
  return seat
    ? {
        exercise,
        seat,
        session: caller?.session ?? null,
        proof: token === undefined ? null : hashOf(token),
        accountId: caller?.account?.accountId ?? null,
      }
    : reject('seat/unknown', 'no such seat');
}

/** Whether what let somebody in still does: a hand-over or a sign-out may have come in between. */
export async function stillHolds(
  {
    exercise: { exerciseId },
    proof,
    session,
  }: Pick<Guest, 'proof' | 'session'> & {
    readonly exercise: Pick<OpenExercise, 'exerciseId'>;
  },
  cookie: string | undefined,
  { directory, staff }: Pick<HandshakeParts, 'directory' | 'staff'>,
): Promise<boolean> {
  if (proof !== null) return (await directory.seatByToken(exerciseId, proof)) !== null;
  return session === null || (await staff.callerOf(cookie))?.session === session;
}

/**
 * A page of another site must not speak in this browser's name. Programs send no Origin. Behind a
 * proxy that changes the Host, the browser's own word counts, which no page can forge.
 */
export function isOwnOrigin({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return false;
  if (headers.origin === undefined || site === 'same-origin') return true;
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}
