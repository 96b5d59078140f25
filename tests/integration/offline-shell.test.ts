import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer, tempDir } from './support/server.js';

function builtClient(isWithWorker: boolean): string {
  const clientDir = tempDir();
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), '<title>Trilogue</title>');
  if (isWithWorker) writeFileSync(join(clientDir, 'service-worker.js'), 'self.skipWaiting();');
  return clientDir;
}

const policyOf = (headers: Headers) =>
  new Map(
    (headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );

test('[HTTP5] the worker is asked for anew each time, may act for every path, and loads from here only', async () => {
  const server = await startServer({ clientDir: builtClient(true) });
  const guest = server.guest();
  const worker = await guest.get('/service-worker.js');
  expect(worker).toMatchObject({ status: 200, text: 'self.skipWaiting();' });
  expect(worker.headers.get('content-type')).toContain('javascript');
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  expect(worker.headers.get('x-content-type-options')).toBe('nosniff');
  // It lies at the root: no header widens what it may act for.
  expect(worker.headers.get('service-worker-allowed')).toBeNull();
  const own = policyOf(worker.headers);
  expect(own.get('script-src')).toBe("'self'");
  expect(own.get('connect-src')).toMatch(/^'self' ws:\/\/127\.0\.0\.1:\d+$/);

  expect(worker.headers.get('etag')).not.toBeNull();

  const page = policyOf((await guest.get('/play/abc/def')).headers);
  expect(page.get('worker-src')).toBe("'self'");
});

test('[HTTP5] where a build has no worker, the page never comes in its place', async () => {
  const server = await startServer({ clientDir: builtClient(false) });
  const worker = await server.guest().get('/service-worker.js');
  expect(worker).toMatchObject({ status: 404, text: 'gone' });
  expect(worker.headers.get('content-type')).toContain('text/plain');
});
