/** Attachments over HTTP: listed and opened by whoever reads the inject, uploaded by whoever writes injects. */
import { exerciseIdSchema, injectIdSchema, seatIdSchema } from '@trilogue/engine/protocol/ids';
import express, { type Request, Router } from 'express';
import { z } from 'zod';
import type { Attachments, Reader } from '../attachments/attachments.js';
import { maxAttachmentBytes } from '../attachments/inspect.js';
import type { Audit } from '../audit/audit.js';
import type { Access } from '../auth/access.js';
import { hashOf } from '../auth/secrets.js';
import type { StaffAuth } from '../auth/staff-auth.js';
import type { Exercises } from '../runtime/exercises.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { StoredFile } from '../store/attachment-store.js';
import type { Directory } from '../store/directory.js';
import { Problem, parseBody } from './problem.js';

export interface AttachmentRouteParts {
  readonly attachments: Attachments;
  readonly exercises: Exercises;
  readonly directory: Directory;
  readonly staff: StaffAuth;
  readonly access: Access;
  readonly audit: Audit;
}

const listQuery = z.strictObject({ inject: injectIdSchema });
const linkQuery = z.strictObject({
  seat: seatIdSchema,
  until: z.coerce.number().int().min(0),
  signature: z.string().max(200),
});
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** One answer for what is not there, what is not theirs and who is not known. */
const unknown = () => new Problem(404, 'attachment/unknown', 'no such attachment here');

const faults: Readonly<Record<string, readonly [status: number, message: string]>> = {
  'attachment/unknown': [404, 'no such attachment here'],
  'command/not-allowed': [403, 'this seat may not do that'],
  'attachment/empty': [400, 'the file is empty'],
  'attachment/too-large': [413, `a file may have ${maxAttachmentBytes} bytes`],
  'attachment/wrong-type': [415, 'only PNG, JPEG, GIF, WebP and PDF are taken'],
  'attachment/too-many': [409, 'this exercise has as many files as it can have'],
};

/** These find out themselves who asks: players come by their seat's token, pictures by a signed link. */
export function attachmentRoutes(parts: AttachmentRouteParts): Router {
  const { attachments, exercises, directory, staff, access, audit } = parts;
  const router = Router();

  const openExercise = async (id: unknown): Promise<OpenExercise | null> => {
    const exerciseId = exerciseIdSchema.safeParse(id);
    if (!exerciseId.success) return null;
    const exercise = await exercises.find(exerciseId.data);
    return exercise === null || 'quarantine' in exercise ? null : exercise;
  };

  /** Who asks is known before the exercise is looked for, so that asking tells nothing about it. */
  const readerOf = async (request: Request): Promise<Reader> => {
    const exerciseId = exerciseIdSchema.safeParse(request.params.exerciseId);
    if (!exerciseId.success) throw unknown();
    const token = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const caller = token === undefined ? await staff.callerOf(request.headers.cookie) : null;
    const seats =
      token !== undefined
        ? [await directory.seatByToken(exerciseId.data, hashOf(token))]
        : caller === null
          ? []
          : await access.seatsOf(caller, exerciseId.data);
    const ids = seats.filter((seat) => seat !== null).map(({ seatId }) => seatId);
    const exercise = ids.length === 0 ? null : await openExercise(exerciseId.data);
    const seatId = ids.find((id) => exercise?.runner.state.seats.get(id)?.isGone === false);
    if (exercise === null || seatId === undefined) throw unknown();
    return { exercise, seatId };
  };

  const readerOfLink = async (request: Request, hash: string): Promise<Reader> => {
    const link = linkQuery.safeParse(request.query);
    const id = exerciseIdSchema.safeParse(request.params.exerciseId);
    if (!link.success || !id.success) throw unknown();
    const seatId = await attachments.seatOfLink(id.data, hash, link.data);
    const exercise = seatId === null ? null : await openExercise(id.data);
    if (seatId === null || exercise === null) throw unknown();
    return { exercise, seatId };
  };

  router.get('/exercises/:exerciseId/attachments', async (request, response) => {
    const { inject } = parseBody(listQuery, request.query);
    const cards = await attachments.cardsOf(await readerOf(request), inject);
    if (cards === null) throw unknown();
    response.json(cards);
  });

  router.get('/exercises/:exerciseId/attachments/:hash', async (request, response) => {
    const hash = hashSchema.safeParse(request.params.hash);
    if (!hash.success) throw unknown();
    const isLink = request.query.signature !== undefined;
    const reader = isLink ? await readerOfLink(request, hash.data) : await readerOf(request);
    const found = await attachments.open(reader, hash.data);
    if (found === null) throw unknown();
    response.set(safeHeaders(found.file)).end(found.bytes);
  });

  router.post(
    '/exercises/:exerciseId/attachments',
    // Who asks comes first: nobody else's bytes are read.
    async (request, response, next) => {
      response.locals.reader = await readerOf(request);
      next();
    },
    express.raw({ type: () => true, limit: maxAttachmentBytes, inflate: false }),
    async (request, response) => {
      const reader = response.locals.reader as Reader;
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const uploaded = await attachments.upload(reader, bytes);
      audit.record({
        action: 'attachment/uploaded',
        actor: { kind: 'seat', seatId: reader.seatId },
        exerciseId: reader.exercise.exerciseId,
        address: request.ip ?? null,
        targets: typeof uploaded === 'string' ? {} : { hash: uploaded.hash, size: uploaded.size },
        outcome: typeof uploaded === 'string' ? uploaded : 'ok',
      });
      if (typeof uploaded === 'string') throw faultOf(uploaded);
      response.status(201).json(uploaded);
    },
  );

  router.delete('/exercises/:exerciseId/attachments/:hash', async (request, response) => {
    const hash = hashSchema.safeParse(request.params.hash);
    if (!hash.success) throw unknown();
    const reader = await readerOf(request);
    const outcome = await attachments.remove(reader, hash.data);
    audit.record({
      action: 'attachment/removed',
      actor: { kind: 'seat', seatId: reader.seatId },
      exerciseId: reader.exercise.exerciseId,
      address: request.ip ?? null,
      targets: { hash: hash.data },
      outcome,
    });
    if (outcome !== 'ok') throw faultOf(outcome);
    response.json({ ok: true });
  });
  return router;
}

function faultOf(code: string): Problem {
  const [status, message] = faults[code] ?? [400, 'the file can’t be taken'];
  return new Problem(status, code, message);
}

/** Whatever it holds, a browser shows it as what it was found to be, and lets it do nothing. */
function safeHeaders({ file, type, size, hash }: StoredFile): Record<string, string> {
  const isImage = type.startsWith('image/');
  return {
    'content-type': type,
    'content-length': String(size),
    // Names are checked when they come in: letters, digits, ".", "-" and "_".
    'content-disposition': `${isImage ? 'inline' : 'attachment'}; filename="${file}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=600, no-transform',
    etag: `"${hash}"`,
  };
}
