/** Asks the server that holds a data directory, on this machine, with the token that it left there. */
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { CopyFault, type FaultCode } from '../../backup/faults.js';
import { findRunning } from '../../backup/running.js';
import type { System } from '../../backup/system.js';

const problemSchema = z.looseObject({ code: z.string(), message: z.string() });
/** Refusals that carry a hint of their own here. */
const known: readonly string[] = ['exercise/exists', 'exercise/unknown', 'backup/busy'];

/**
 * @param path with its query, such as "/api/admin/backup"
 * @returns null where no server holds the place, so that the caller may open it
 * @throws CopyFault with the server's refusal
 */
export async function askServer(
  system: System,
  path: string,
  body: Readable | null = null,
): Promise<IncomingMessage | null> {
  const running = system.kind === 'sqlite' ? findRunning(system.dataDir) : null;
  if (running === null) {
    return null;
  }
  const url = new URL(path, running.url);
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  const response = await new Promise<IncomingMessage | null>((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.token}` },
      // It goes no further than this machine, and its certificate may well be one made here.
      rejectUnauthorized: false,
    });
    request.once('response', resolve);
    request.once('error', (error: NodeJS.ErrnoException) => {
      // Another process has the number of one that was killed.
      if (error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    if (body === null) request.end();
    // Whoever refuses need not have heard to the end; the answer tells.
    else pipeline(body, request).catch(() => undefined);
  });
  if (response === null || (response.statusCode ?? 500) < 300) return response;
  const problem = problemSchema.safeParse(await jsonOf(response).catch(() => null));
  if (!problem.success) throw new Error(`the server answered ${response.statusCode}`);
  const { code, message } = problem.data;
  if (known.includes(code) || code.startsWith('file/')) {
    throw new CopyFault(code as FaultCode, message);
  }
  throw new CopyFault('system/running', `the server refused: ${message} (${code})`);
}

export async function jsonOf(response: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(Buffer.from(part));
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
