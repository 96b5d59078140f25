import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../log.js';
import { createMetrics } from '../metrics/metrics.js';
import { type HealthRouteParts, healthRoutes } from './health-routes.js';
import { problemHandler } from './problem.js';

async function serve(parts: Partial<HealthRouteParts>): Promise<string> {
  const app = express();
  app.use(
    healthRoutes({
      version: '1',
      metrics: createMetrics(),
      metricsToken: null,
      askDatabase: async () => 0,
      isClosing: () => false,
      ...parts,
    }),
  );
  app.use(problemHandler(createLog('silent')));
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const statusOf = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  return [response.status, ((await response.json().catch(() => ({}))) as { code?: string }).code];
};

test('[OBS4] ready is a server whose database answers and that is not closing; alive is any', async () => {
  expect(await statusOf(`${await serve({})}/readyz`)).toEqual([200, undefined]);
  const closing = await serve({ isClosing: () => true });
  expect(await statusOf(`${closing}/readyz`)).toEqual([503, 'server/closing']);
  const broken = await serve({ askDatabase: () => Promise.reject(new Error('gone')) });
  expect(await statusOf(`${broken}/readyz`)).toEqual([503, 'server/database']);
  const stuck = await serve({ askDatabase: () => new Promise(() => undefined) });
  expect(await statusOf(`${stuck}/readyz`)).toEqual([503, 'server/database']);
  expect(await statusOf(`${stuck}/healthz`)).toEqual([200, undefined]);
});

test('[OBS5] measures are for this machine, and for whoever bears the token', async () => {
  const url = `${await serve({ metricsToken: 'a-token-of-some-length' })}/metrics`;
  // A proxy on this machine speaks for somebody else.
  const outside = { 'x-forwarded-for': '203.0.113.9' };
  expect((await statusOf(url))[0]).toBe(200);
  expect(await statusOf(url, outside)).toEqual([404, 'http/unknown']);
  const bearer = (token: string) => ({ ...outside, authorization: `Bearer ${token}` });
  expect((await statusOf(url, bearer('a-token-of-some-length')))[0]).toBe(200);
  expect((await statusOf(url, bearer('a-token-of-some-lengtH')))[0]).toBe(404);
  const closed = await serve({});
  expect((await statusOf(`${closed}/metrics`, bearer('null')))[0]).toBe(404);
});
