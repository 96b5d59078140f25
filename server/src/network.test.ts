import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { addressOf, listen, originsOf } from './network.js';

function server() {
  const created = createServer();
  onTestFinished(() => void created.close());
  return created;
}

test('[NET1] a port that is taken gives way to the next, unless it was asked for', async () => {
  const taken = await listen(server(), '127.0.0.1', 0, 0);
  const next = await listen(server(), '127.0.0.1', taken, 10);
  expect(next).toBeGreaterThan(taken);
  await expect(listen(server(), '127.0.0.1', taken, 0)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('[NET2] on loopback only this machine is named; elsewhere the network comes first', () => {
  expect(originsOf('127.0.0.1', 4400)).toEqual(['http://127.0.0.1:4400']);
  expect(originsOf('localhost', 4400)).toEqual(['http://127.0.0.1:4400']);
  expect(originsOf('192.168.1.7', 4400)).toEqual(['http://192.168.1.7:4400']);
  expect(originsOf('0.0.0.0', 4400).at(-1)).toBe('http://127.0.0.1:4400');
});

test('[NET3] an address is the connection’s own, or what trusted proxies noted, never what a client wrote', () => {
  const request = (forwarded?: string) =>
    ({
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress: '127.0.0.1' },
      // What of a request counts here.
    }) as unknown as Parameters<typeof addressOf>[0];
  expect(addressOf(request('203.0.113.9'), 0)).toBe('127.0.0.1');
  expect(addressOf(request('203.0.113.9'), 1)).toBe('203.0.113.9');
  expect(addressOf(request('198.51.100.1, 203.0.113.9'), 1)).toBe('203.0.113.9');
  expect(addressOf(request('nonsense'), 1)).toBe('127.0.0.1');
  expect(addressOf(request(), 1)).toBe('127.0.0.1');
});
