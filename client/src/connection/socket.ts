/** The typed socket to this page's own origin. */
import type { ClientToServerEvents, ServerToClientEvents } from '@trilogue/engine/protocol/socket';
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

/** Why the server did not let us in: its code, wherever it put it. */
export function refusalCode(error: Error & { data?: unknown }): string {
  const { data } = error;
  if (typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string')
    return data.code;
  return /^[a-z]+\/[a-z-]+$/.test(error.message) ? error.message : 'server/unavailable';
}
