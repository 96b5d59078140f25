/** Who may have which attachment: exactly those who can read an inject that carries it. */
import { commandRights } from '@trilogue/engine/exercise/command-rights';
import { injectIds, injectOf } from '@trilogue/engine/exercise/state';
import type { InjectId, SeatId } from '@trilogue/engine/protocol/ids';
import { audienceOfSeat } from '@trilogue/engine/views/audience';
import { injectBody } from '@trilogue/engine/views/project';
import type { SigningKeys } from '../auth/signing-keys.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { AttachmentStore, StoredFile } from '../store/attachment-store.js';
import { type Fault, inspect } from './inspect.js';

/** Somebody at an exercise, by token, session or a signed link. */
export interface Reader {
  readonly exercise: OpenExercise;
  readonly seatId: SeatId;
}

export interface AttachmentCard extends Omit<StoredFile, 'hash'> {
  /** Opens it for a few minutes, for this seat. */
  readonly url: string;
}

export interface Attachments {
  /** Those of an inject, in its order; null where this reader may not read the inject. */
  cardsOf(reader: Reader, injectId: InjectId): Promise<readonly AttachmentCard[] | null>;
  /** Null for what this reader may not have, and for what is not there. */
  open(
    reader: Reader,
    hash: string,
  ): Promise<{ readonly file: StoredFile; readonly bytes: Buffer } | null>;
  upload(
    reader: Reader,
    bytes: Buffer,
  ): Promise<StoredFile | Fault | 'attachment/too-many' | 'command/not-allowed'>;
  /** Throws the bytes away for good; injects that carry it say that it is gone. */
  remove(
    reader: Reader,
    hash: string,
  ): Promise<'ok' | 'attachment/unknown' | 'command/not-allowed'>;
  /** The seat that a link was made for; null for one that is forged, changed or too old. */
  seatOfLink(exerciseId: string, hash: string, link: Link): Promise<SeatId | null>;
}

export interface Link {
  readonly seat: SeatId;
  readonly until: number;
  readonly signature: string;
}

/** How long a link opens, in ms: long enough for a slow line, too short to be passed on. */
const linkMs = 10 * 60_000;
/** Most files of an exercise. */
const maxFiles = 500;
const purpose = 'attachment';

export interface AttachmentsParts {
  readonly store: AttachmentStore;
  readonly keys: SigningKeys;
  readonly nowMs: () => number;
}

export function attachments({ store, keys, nowMs }: AttachmentsParts): Attachments {
  const linkTo = async ({ exercise: { exerciseId }, seatId }: Reader, hash: string) => {
    const until = nowMs() + linkMs;
    const signature = await keys.sign(purpose, [exerciseId, hash, seatId], until);
    const query = new URLSearchParams({ seat: seatId, until: String(until), signature });
    return `/api/exercises/${exerciseId}/attachments/${hash}?${query}`;
  };

  return {
    async cardsOf(reader, injectId) {
      const names = filesOfBody(reader, injectId);
      if (names === null) return null;
      const known = new Map(
        (await store.list(reader.exercise.exerciseId)).map((stored) => [stored.file, stored]),
      );
      const found = names.map((name) => known.get(name)).filter((stored) => stored !== undefined);
      return Promise.all(
        found.map(async ({ file, type, size, hash }) => ({
          file,
          type,
          size,
          url: await linkTo(reader, hash),
        })),
      );
    },

    async open(reader, hash) {
      const stored = await store.list(reader.exercise.exerciseId);
      const named = stored.filter((candidate) => candidate.hash === hash);
      const file = named.find((candidate) => mayHave(reader, candidate.file));
      const bytes = file === undefined ? null : await store.read(hash);
      return file === undefined || bytes === null ? null : { file, bytes };
    },

    async upload(reader, bytes) {
      if (!mayWrite(reader)) return 'command/not-allowed';
      const { exerciseId } = reader.exercise;
      const found = await inspect(bytes);
      if (typeof found === 'string') return found;
      const stored = await store.list(exerciseId);
      if (stored.length >= maxFiles && !stored.some(({ file }) => file === found.file)) {
        return 'attachment/too-many';
      }
      await store.add(exerciseId, [found], nowMs());
      const { file, hash, type, size } = found;
      return { file, hash, type, size };
    },

    async remove(reader, hash) {
      if (!mayWrite(reader)) return 'command/not-allowed';
      const { exerciseId } = reader.exercise;
      const named = (await store.list(exerciseId)).filter((stored) => stored.hash === hash);
      if (!named.some(({ file }) => mayHave(reader, file))) return 'attachment/unknown';
      await store.remove(exerciseId, hash);
      return 'ok';
    },

    async seatOfLink(exerciseId, hash, { seat, until, signature }) {
      const isGood = await keys.verify(purpose, [exerciseId, hash, seat], until, signature);
      return isGood ? seat : null;
    },
  };
}

/** What nothing carries yet is for those who write injects; all else for who reads what carries it. */
function mayHave(reader: Reader, file: string): boolean {
  const { state } = reader.exercise.runner;
  const carriers = injectIds(state).filter((injectId) =>
    injectOf(state, injectId)?.attachments?.some((attachment) => attachment.file === file),
  );
  if (carriers.length === 0) return mayWrite(reader);
  return carriers.some((injectId) => filesOfBody(reader, injectId)?.includes(file));
}

function mayWrite({ exercise, seatId }: Reader): boolean {
  const seat = exercise.runner.state.seats.get(seatId);
  return seat !== undefined && !seat.isGone && seat.role in commandRights.ImproviseInject;
}

/** By the same allow-list through which the inject's text leaves. */
function filesOfBody({ exercise, seatId }: Reader, injectId: InjectId): readonly string[] | null {
  const { state } = exercise.runner;
  const audience = audienceOfSeat(state, seatId);
  const body = audience === null ? null : injectBody(state, audience, injectId);
  return body === null ? null : body.attachments.map(({ file }) => file);
}
