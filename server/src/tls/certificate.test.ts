import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { selfMadeCertificate } from './certificate.js';

const day = 24 * 3_600_000;
const start = Date.parse('2026-03-01T00:00:00Z');

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'trilogue-tls-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('[TLS1] a certificate made here names this machine’s addresses, and its key is its owner’s alone', async () => {
  const dataDir = directory();
  const made = await selfMadeCertificate(dataDir, ['192.0.2.7'], start);
  const parsed = new X509Certificate(made.cert);
  for (const address of ['192.0.2.7', '127.0.0.1', '::1']) {
    expect(parsed.checkIP(address), address).toBeDefined();
  }
  expect(parsed.checkHost('localhost')).toBe('localhost');
  expect(parsed.checkIP('192.0.2.8')).toBeUndefined();
  expect(made.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  expect(statSync(join(dataDir, 'tls/key.pem')).mode & 0o077).toBe(0);
});

test('[TLS2] it is kept over restarts, and made anew before it ends and when an address is new', async () => {
  const dataDir = directory();
  const at = (days: number, addresses = ['192.0.2.7']) =>
    selfMadeCertificate(dataDir, addresses, start + days * day);
  const { fingerprint } = await at(0);
  expect((await at(300)).fingerprint).toBe(fingerprint);
  // An address that went away does no harm.
  expect((await at(300, [])).fingerprint).toBe(fingerprint);
  const moved = await at(300, ['192.0.2.7', '192.0.2.8']);
  expect(moved.fingerprint).not.toBe(fingerprint);
  expect((await at(300, ['192.0.2.8'])).fingerprint).toBe(moved.fingerprint);
  const renewed = await at(300 + 380, ['192.0.2.8']);
  expect(renewed.fingerprint).not.toBe(moved.fingerprint);
});
