/** Refusals over HTTP: a status, a code, a sentence. */
import type { HttpProblem } from '@trilogue/engine/protocol/http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Refusal } from '../auth/seating.js';
import type { Log } from '../log.js';
import { UnreadableLog } from '../store/event-store.js';

/** Thrown by a route; the last handler turns it into an answer. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** An exercise's refusal as an HTTP answer. */
export function refusedBy({ code, message }: Pick<Refusal, 'code' | 'message'>): Problem {
  return new Problem(code.startsWith('server/') ? 503 : 409, code, message);
}

/** @throws Problem `http/invalid`, with the path of the first thing that is wrong. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown) {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  throw new Problem(400, 'http/invalid', `${path}${path && ': '}${issue?.message ?? 'unreadable'}`);
}

export function unknownRoute(_request: Request, response: Response): void {
  send(response, new Problem(404, 'http/unknown', 'no such thing here'));
}

export function problemHandler(log: Log) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) next(error);
    else send(response, toProblem(error, log));
  };
}

/** State-changing requests come from our own pages only. */
export function ownOriginOnly(isOwn: (request: Request) => boolean): RequestHandler {
  return (request, _response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (isReading || isOwn(request)) return next();
    next(new Problem(403, 'http/foreign-origin', 'this request comes from another site'));
  };
}

function send(response: Response, { status, code, message }: Problem): void {
  // For the request's line in the log.
  response.locals.refusal = code;
  const problem: HttpProblem = { ok: false, code, message };
  response.status(status).json(problem);
}

function toProblem(error: unknown, log: Log): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnreadableLog)
    return new Problem(409, 'exercise/quarantined', error.message);
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const code = status === 413 ? 'http/too-large' : 'http/invalid';
    return new Problem(status, code, 'the request can’t be read');
  }
  log.error({ err: error }, 'a request broke');
  return new Problem(500, 'server/unavailable', 'the server could not do this');
}
