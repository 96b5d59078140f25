import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startServer, tempDir } from './support/server.js';

const script = `export const words = ${JSON.stringify('a harbour at night '.repeat(200))};`;
const page = `<!doctype html><title>Trilogue</title>${'<p>drill</p>'.repeat(200)}`;

function builtClient(): string {
  const clientDir = tempDir();
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'assets', 'index-abc123.js'), script);
  writeFileSync(join(clientDir, 'index.html'), page);
  return clientDir;
}

/** As `fetch`, which would unpack what came and hide how it came. */
function asked(url: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, unknown>; status: number; body: Buffer }>(
    (resolve, reject) => {
      get(url, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            headers: response.headers,
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks),
          }),
        );
      }).on('error', reject);
    },
  );
}

test('[HTTP3] assets and the page come compressed to whoever can read it, and are kept well', async () => {
  const { url } = await startServer({ clientDir: builtClient() });
  const asset = `${url}/assets/index-abc123.js`;
  const packed = await asked(asset, { 'accept-encoding': 'gzip' });
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: expect.stringContaining('Accept-Encoding'),
    'x-content-type-options': 'nosniff',
  });
  expect(packed.body.length).toBeLessThan(script.length / 5);
  expect(gunzipSync(packed.body).toString()).toBe(script);

  const plain = await asked(asset, {});
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(script);

  const start = await asked(`${url}/play/a/b`, { 'accept-encoding': 'gzip' });
  expect(start.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-cache' });
  const again = await asked(`${url}/play/a/b`, {
    'accept-encoding': 'gzip',
    'if-none-match': String(start.headers.etag),
  });
  expect(again.status).toBe(304);
});

test('[HTTP4] long answers of the interface come compressed too', async () => {
  const server = await startServer();
  const staff = await server.staff();
  const exerciseId = await staff.create();
  const { headers, body } = await asked(`${server.url}/api/exercises/${exerciseId}/export`, {
    'accept-encoding': 'gzip',
    cookie: staff.cookie ?? '',
  });
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-store' });
  expect(JSON.parse(gunzipSync(body).toString())).toHaveProperty('facts');
});
