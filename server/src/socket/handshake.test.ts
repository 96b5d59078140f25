/** What lets somebody in may be taken back before they are in: over a real store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExerciseId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { expect, onTestFinished, test } from 'vitest';
import { newInvitation } from '../auth/new-invitation.js';
import { staffAuth } from '../auth/staff-auth.js';
import { openSqliteStore } from '../store/store.js';
import { stillHolds } from './handshake.js';

const nowMs = Date.parse('2026-12-01T09:00:00Z');
const exerciseId = 'exercise-one' as ExerciseId;
const seatId = 'seat-one' as SeatId;

async function room() {
  const dataDir = mkdtempSync(join(tmpdir(), 'trilogue-'));
  const store = await openSqliteStore(dataDir);
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  await store.events.createExercise({
    exerciseId,
    scenarioId: 'two-tables',
    scenarioText: '{}',
    scenarioHash: '',
    title: 'Autumn drill',
    createdAtMs: nowMs,
  });
  const staff = staffAuth(store.staff, store.accounts, () => nowMs, false);
  return { store, staff, parts: { directory: store.directory, staff } };
}

test('[AUTH11] a token that was handed over while its line was being opened holds it no longer', async () => {
  const { store, parts } = await room();
  const place = { exerciseId, role: 'player', tableId: 'tokyo' as TableId } as const;
  const invitation = newInvitation(place, nowMs);
  const handOver = newInvitation({ ...place, seatId }, nowMs);
  await store.invitations.add([invitation]);
  const person = { exerciseId, seatId, name: 'Aiko', language: 'ja' };
  await store.arrivals.claim({ ...person, code: invitation.code, tokenHash: 'before', nowMs });
  const holds = (proof: string) =>
    stillHolds({ exercise: { exerciseId }, proof, session: null }, undefined, parts);
  expect(await holds('before')).toBe(true);
  await store.arrivals.offer(handOver);
  await store.arrivals.takeOver(handOver.code, 'after', nowMs);
  expect([await holds('before'), await holds('after')]).toEqual([false, true]);
});

test('[AUTH11] nor does a session that was ended meanwhile, or another of the same browser', async () => {
  const { staff, parts } = await room();
  const cookie = `trilogue_staff=${await staff.signIn(await staff.renewSecret(''))}`;
  const session = (await staff.callerOf(cookie))?.session ?? 'none';
  const holds = (named: string) =>
    stillHolds({ exercise: { exerciseId }, proof: null, session: named }, cookie, parts);
  expect([await holds(session), await holds('another')]).toEqual([true, false]);
  await staff.signOut(cookie);
  expect(await holds(session)).toBe(false);
});
