/** Claims by time: over a real store, with the moment given. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mostThroughOne } from '@trilogue/engine/protocol/entry-limits';
import type { ExerciseId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { expect, onTestFinished, test } from 'vitest';
import { newInvitation } from '../auth/new-invitation.js';
import { openSqliteStore } from './store.js';

const nowMs = Date.parse('2026-12-01T09:00:00Z');
const exerciseId = 'exercise-one' as ExerciseId;

async function room(expiresAtMs: number | null) {
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
  const place = { exerciseId, role: 'player', tableId: 'tokyo' as TableId } as const;
  const invitation = newInvitation({ ...place, expiresAtMs }, nowMs);
  await store.invitations.add([invitation]);
  let count = 0;
  const claimAt = (atMs: number) => {
    count += 1;
    const seatId = `seat-${count}` as SeatId;
    return store.arrivals.claim({
      exerciseId,
      seatId,
      code: invitation.code,
      tokenHash: `hash-${count}`,
      name: 'Aiko',
      language: 'ja',
      nowMs: atMs,
    });
  };
  return { store, invitation, claimAt };
}

test('[INV7] an invitation opens until its moment, and then as if it had never been', async () => {
  const { claimAt, store, invitation } = await room(nowMs + 1_000);
  expect(await claimAt(nowMs + 999)).toMatchObject({ name: 'Aiko', isWaiting: false });
  expect(await claimAt(nowMs + 1_000)).toBe('join/unknown-code');
  const { invitationId } = invitation;
  await store.invitations.change(exerciseId, invitationId, { expiresAtMs: null });
  expect(await claimAt(nowMs + 9_999_999)).toMatchObject({ name: 'Aiko' });
});

test('[INV7] so does a hand-over', async () => {
  const { claimAt, store, invitation } = await room(null);
  await claimAt(nowMs);
  const { role, tableId } = invitation;
  const seatId = 'seat-1' as SeatId;
  const offer = (expiresAtMs: number) =>
    newInvitation({ exerciseId, role, tableId, seatId, expiresAtMs }, nowMs);
  const late = offer(nowMs + 10);
  await store.arrivals.offer(late);
  expect(await store.arrivals.takeOver(late.code, 'hash-new', nowMs + 10)).toBeNull();
  expect(await store.arrivals.takeOver(late.code, 'hash-new', nowMs + 9)).toEqual({
    seatId,
    tokenBefore: 'hash-1',
  });
  expect(await store.arrivals.takeOver(late.code, 'hash-again', nowMs + 9)).toBeNull();
});

test('[INV10] without a cap, too, an invitation lets in no more than a room holds', async () => {
  const { claimAt, store, invitation } = await room(null);
  const { invitationId, role } = invitation;
  const here = Array.from({ length: mostThroughOne - 1 }, (_, index) => ({
    seat_id: `here-${index}`,
    exercise_id: exerciseId,
    invitation_id: invitationId,
    role,
    table_id: 'tokyo',
    status: index % 2 === 0 ? 'waiting' : 'seated',
    token_hash: `here-${index}`,
    arrived_at: nowMs,
  }));
  for (let from = 0; from < here.length; from += 50) {
    const some = here.slice(from, from + 50);
    await store.db.insertInto('arrivals').values(some).execute();
  }
  expect(await claimAt(nowMs)).toMatchObject({ name: 'Aiko' });
  expect(await claimAt(nowMs)).toBe('join/full');
  await store.arrivals.turnAway('here-0' as SeatId);
  expect(await claimAt(nowMs)).toMatchObject({ name: 'Aiko' });
});

test('[INV8] a place that was claimed and never taken is free again after a while', async () => {
  const { claimAt, store, invitation } = await room(null);
  await claimAt(nowMs);
  await claimAt(nowMs + 5_000);
  const used = async () => {
    const { throughInvitation } = await store.arrivals.counts(exerciseId);
    return throughInvitation.get(invitation.invitationId) ?? 0;
  };
  await store.arrivals.dropStrays(exerciseId, new Set(), nowMs + 5_000);
  expect(await used()).toBe(1);
  // Whoever did sit down stays.
  await store.arrivals.dropStrays(exerciseId, new Set(['seat-2' as SeatId]), nowMs + 60_000);
  expect(await used()).toBe(1);
  expect(await store.directory.seatsOf(exerciseId)).toMatchObject([{ seatId: 'seat-2' }]);
});
