/** Ends a server in an order that loses nothing, and waits for nobody for long. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from './log.js';
import type { LiveServer } from './socket/socket-rooms.js';

export interface ShutdownParts {
  readonly http: Server;
  readonly io: LiveServer;
  readonly log: Log;
  /** Resolves when what people have asked for is decided and answered. */
  readonly settle: () => Promise<void>;
  /** Writes what is still to be written and lets go of the database, one after the other. */
  readonly letGo: readonly (() => Promise<void>)[];
}

/** How long each part may take, in ms; together less than five seconds. */
const patienceMs = { turns: 2_000, lines: 800, writing: 1_600 } as const;

/** @returns what closes the server, the first time it is called; afterwards the same promise. */
export function shutdown(parts: ShutdownParts): () => Promise<void> {
  const { http, io, log, settle, letGo } = parts;
  const lines = new Set<Socket>();
  http.on('connection', (line) => {
    lines.add(line);
    line.once('close', () => lines.delete(line));
  });

  const close = async () => {
    const hungUp = new Promise<void>((resolve) => http.close(() => resolve()));
    // Whoever speaks from now on is not heard, keeps their words and sends them after the restart.
    for (const socket of io.of('/').sockets.values()) socket.use(() => undefined);
    io.local.emit('goodbye', { code: 'server/closing' });
    await within(patienceMs.turns, settle(), 'turns were still under way', log);
    // Answers leave at the end of the turn that gave them.
    await new Promise((resolve) => setImmediate(resolve));
    const closed = Promise.all([io.close(), hungUp]);
    const isDone = await within(patienceMs.lines, closed, 'some clients did not hang up', log);
    // A client that has stopped reading would be waited for longer than it is worth.
    if (!isDone) for (const line of lines) line.destroy();
    const written = inOrder(letGo, log);
    await within(patienceMs.writing, written, 'the database was still being written', log);
  };

  let closing: Promise<void> | null = null;
  return () => {
    closing ??= close();
    return closing;
  };
}

/** One that fails must not keep the others from it. */
async function inOrder(steps: readonly (() => Promise<void>)[], log: Log): Promise<void> {
  for (const step of steps) {
    await step().catch((error: unknown) => log.error({ err: error }, 'it did not close cleanly'));
  }
}

/** @returns whether the work was done in time */
async function within(
  ms: number,
  work: Promise<unknown>,
  late: string,
  log: Log,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = work.then(
    () => true as const,
    (error: unknown) => {
      log.error({ err: error }, 'it did not close cleanly');
      return true as const;
    },
  );
  const isDone = await Promise.race([done, tooLate]);
  clearTimeout(timer);
  if (!isDone) log.warn({ ms }, late);
  return isDone;
}
