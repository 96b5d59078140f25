/** Where this machine is reached: listening on a port, and the addresses to tell people. */
import type { Server } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Connections that may wait to be taken: a whole exercise reconnects at once. */
const backlog = 4_096;

/**
 * Listens on `port`, or on one of the `others` that follow where it is taken.
 * @returns the port it became
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
  others: number,
): Promise<number> {
  for (let offset = 0; ; offset++) {
    try {
      return await listenOnce(server, host, port + offset);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' || offset >= others || port === 0) throw error;
    }
  }
}

/** `http://address:port` for people on the network first, then for this machine. */
export function originsOf(host: string, port: number): string[] {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  if (!isEverywhere) return [origin(isLoopback(host) ? '127.0.0.1' : host, port)];
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  return [...new Set([...addresses, '127.0.0.1'])].map((address) => origin(address, port));
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function origin(address: string, port: number): string {
  return `http://${isIP(address) === 6 ? `[${address}]` : address}:${port}`;
}

function listenOnce(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      server.off('listening', listening);
      reject(error);
    };
    const listening = () => {
      server.off('error', failed);
      // A TCP server's address is never a path.
      resolve((server.address() as AddressInfo).port);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen({ host, port, backlog });
  });
}
