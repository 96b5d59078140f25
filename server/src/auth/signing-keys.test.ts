import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { KeyStore } from '../store/key-store.js';
import { openSqliteStore } from '../store/store.js';
import { keyMs, maxSignatureMs, signingKeys } from './signing-keys.js';

/** The table, as two nodes share it. */
async function table(): Promise<KeyStore> {
  const directory = mkdtempSync(join(tmpdir(), 'trilogue-keys-'));
  const store = await openSqliteStore(directory);
  onTestFinished(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return store.keys;
}

test('[SIGN1] a signature holds for what was signed, for its purpose, until its end', async () => {
  let now = 1_000_000;
  const keys = signingKeys(await table(), () => now);
  const until = now + 60_000;
  const signature = await keys.sign('attachment', ['ex', 'hash', 'seat'], until);
  const check = (parts: string[], purpose = 'attachment', end = until, given = signature) =>
    keys.verify(purpose, parts, end, given);
  expect(await check(['ex', 'hash', 'seat'])).toBe(true);
  expect(await check(['ex', 'hash', 'other'])).toBe(false);
  expect(await check(['ex', 'hashseat', ''])).toBe(false);
  expect(await check(['ex', 'hash', 'seat'], 'invitation')).toBe(false);
  expect(await check(['ex', 'hash', 'seat'], 'attachment', until + 1)).toBe(false);
  expect(await check(['ex', 'hash', 'seat'], 'attachment', until, 'no.key')).toBe(false);
  now = until;
  expect(await check(['ex', 'hash', 'seat'])).toBe(false);
});

test('[SIGN2] a new key signs each week; old signatures hold to their end; old keys go; nodes share them', async () => {
  let now = 1_000_000;
  const store = await table();
  const [one, other] = [signingKeys(store, () => now), signingKeys(store, () => now)];
  const first = await one.sign('x', ['a'], now + 1_000);
  now += keyMs - 1_000;
  const until = now + maxSignatureMs;
  const old = await one.sign('x', ['a'], until);
  expect(old.split('.')[0]).toBe(first.split('.')[0]);
  now += 2_000;
  const fresh = await one.sign('x', ['a'], until);
  expect(fresh.split('.')[0]).not.toBe(old.split('.')[0]);
  expect(await other.verify('x', ['a'], until, old)).toBe(true);
  expect(await other.verify('x', ['a'], until, fresh)).toBe(true);
  now += 2 * keyMs;
  await other.sign('x', ['a'], now + 1_000);
  expect(await store.list()).toHaveLength(1);
});
