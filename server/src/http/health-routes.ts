/** What machines ask: does the process answer, may it be sent people, what does it measure. */
import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { Metrics } from '../metrics/metrics.js';
import { isLoopback } from '../network.js';
import { Problem } from './problem.js';

export interface HealthRouteParts {
  readonly version: string;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  /** A question that the database has to answer. */
  readonly askDatabase: () => Promise<unknown>;
  readonly isClosing: () => boolean;
}

/** How long the database may take, in ms. */
const patienceMs = 1_000;

export function healthRoutes(parts: HealthRouteParts): Router {
  const { version, metrics, metricsToken, askDatabase, isClosing } = parts;
  const router = Router();

  router.get('/healthz', (_request, response) => {
    response.setHeader('cache-control', 'no-store').json({ ok: true, version });
  });

  router.get('/readyz', async (_request, response) => {
    response.setHeader('cache-control', 'no-store');
    if (isClosing()) throw new Problem(503, 'server/closing', 'the server is closing');
    if (!(await answersInTime(askDatabase))) {
      throw new Problem(503, 'server/database', 'the database does not answer');
    }
    response.json({ ok: true });
  });

  router.get('/metrics', async (request, response) => {
    const isLocal = isFromHere(request.socket.remoteAddress, request.headers['x-forwarded-for']);
    if (!isLocal && !bears(request.headers.authorization, metricsToken)) {
      // As for any path that is not there.
      throw new Problem(404, 'http/unknown', 'no such thing here');
    }
    response.setHeader('cache-control', 'no-store');
    response.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}

/** A proxy on this machine speaks for others: what it forwards is not from here. */
function isFromHere(address: string | undefined, forwarded: unknown): boolean {
  return forwarded === undefined && address !== undefined && isLoopback(address);
}

function bears(header: string | undefined, token: string | null): boolean {
  if (token === null || header === undefined) return false;
  const [given, wanted] = [Buffer.from(header), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function answersInTime(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const asked = ask().then(
    () => true,
    () => false,
  );
  const isAnswered = await Promise.race([asked, late]);
  clearTimeout(timer);
  return isAnswered;
}
