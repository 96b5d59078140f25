/** The typed socket to this page's own origin. */
import type {
  ClientToServerEvents,
  Cursor,
  ServerToClientEvents,
} from '@trilogue/engine/protocol/socket';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import { io, type Socket } from 'socket.io-client';

export type ExerciseSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

export function openSocket(options: {
  readonly exerciseId: string;
  readonly token?: string | undefined;
}): ExerciseSocket {
  const { exerciseId, token } = options;
  const handshake = token === undefined ? {} : { token };
  return io({
    autoConnect: false,
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    auth: { protocolVersion, exerciseId, ...handshake },
  });
}

type Welcoming = Parameters<Parameters<ClientToServerEvents['subscribe']>[1]>[0];

/**
 * Asks for the stream. `take` is called while the welcome is being read, ahead of anything that came
 * after it: with polling, frames may come in the same payload, and a promise would answer after them.
 * Null means that no answer came.
 */
export function askForStream(
  link: Pick<ExerciseSocket, 'timeout'>,
  cursor: Cursor | null,
  timeoutMs: number,
  take: (welcome: Welcoming | null) => void,
): void {
  link
    .timeout(timeoutMs)
    .emit('subscribe', { cursor }, (error, welcome) => take(error ? null : welcome));
}

/** Why the server did not let us in: its code, wherever it put it. */
export function refusalCode(error: Error & { data?: unknown }): string {
  const { data } = error;
  if (typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string')
    return data.code;
  return /^[a-z]+\/[a-z-]+$/.test(error.message) ? error.message : 'server/unavailable';
}
