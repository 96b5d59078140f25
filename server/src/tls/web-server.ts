/** The web server itself, over HTTP or HTTPS, with limits that keep a slow or greedy client from holding it up. */
import { createServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import { localAddresses } from '../network.js';
import { type Certificate, givenCertificate, selfMadeCertificate } from './certificate.js';

export interface WebServer {
  readonly server: Server;
  readonly scheme: 'http' | 'https';
  /** SHA-256 of the certificate; null without HTTPS. */
  readonly fingerprint: string | null;
  /** Ends what watches the certificate. Closing the server is the caller's. */
  stop(): void;
}

const limits: ServerOptions = {
  // Whoever sends headers or a body by the drop is cut off.
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
};
const renewEveryMs = 12 * 3_600_000;

/** @throws what keeps the certificate's files from being read or used */
export async function createWebServer(
  { tls, host, dataDir }: Pick<Config, 'tls' | 'host' | 'dataDir'>,
  log: Log,
): Promise<WebServer> {
  if (tls.kind === 'none') {
    const stop = () => undefined;
    return { server: createServer(limits), scheme: 'http', fingerprint: null, stop };
  }
  const load = (): Promise<Certificate> =>
    tls.kind === 'given'
      ? givenCertificate(tls.certFile, tls.keyFile)
      : selfMadeCertificate(dataDir, [...localAddresses(), ...named(host)], Date.now());
  let { cert, key, fingerprint } = await load();
  const server = createSecureServer({ ...limits, cert, key, minVersion: 'TLSv1.2' });
  // A renewed file, a new address or a near end is taken up without a restart.
  const timer = setInterval(() => {
    load()
      .then((found) => {
        if (found.fingerprint === fingerprint) return;
        ({ cert, key, fingerprint } = found);
        server.setSecureContext({ cert, key, minVersion: 'TLSv1.2' });
        log.warn({ fingerprint }, 'the certificate is a new one');
      })
      .catch((error: unknown) => log.error({ err: error }, 'the certificate can’t be read again'));
  }, renewEveryMs);
  timer.unref();
  return {
    server: asServer(server),
    scheme: 'https',
    fingerprint,
    stop: () => clearInterval(timer),
  };
}

/** Both are used alike; Node's types make two unrelated things of them. */
function asServer(server: SecureServer): Server {
  return server as unknown as Server;
}

function named(host: string): string[] {
  return host === '0.0.0.0' || host === '::' ? [] : [host];
}
