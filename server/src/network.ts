/** Where this machine is reached: listening on a port, and the addresses to tell people. */
import type { IncomingMessage, Server } from 'node:http';
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

/** `scheme://address:port` for people on the network first, then for this machine. */
export function originsOf(host: string, port: number, scheme: 'http' | 'https' = 'http'): string[] {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const addresses = isEverywhere
    ? [...localAddresses(), '127.0.0.1']
    : [isLoopback(host) ? '127.0.0.1' : host];
  return [...new Set(addresses)].map((address) => origin(scheme, address, port));
}

/** This machine's IPv4 addresses on its networks. */
export function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/**
 * Where a request comes from. Behind `proxies` proxies that is what the outermost of them noted in
 * X-Forwarded-For; what stands before that anybody may have written.
 */
export function addressOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: number,
): string {
  const header = headers['x-forwarded-for'];
  const noted = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((address) => address.trim())
    .filter((address) => isIP(address) !== 0)
    .reverse();
  const way = [socket.remoteAddress ?? 'unknown', ...noted];
  return way[Math.min(proxies, way.length - 1)] ?? 'unknown';
}

export function isLoopback(host: string): boolean {
  const plain = host.startsWith('::ffff:') ? host.slice('::ffff:'.length) : host;
  return plain === 'localhost' || plain === '::1' || plain.startsWith('127.');
}

function origin(scheme: 'http' | 'https', address: string, port: number): string {
  return `${scheme}://${isIP(address) === 6 ? `[${address}]` : address}:${port}`;
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
