/**
 * One time for all nodes of a database: its clock, corrected by the jumps that the nodes saw it make.
 * A node's own clock counts for nothing but the time between two looks. When the database's clock is
 * set, the node that notices first writes the jump down, and play goes on as if nothing had been; a
 * node that was away finds the others where the database is, and joins them.
 */
import type { ClockStore } from '../store/clock-store.js';
import { type ServerClock, startClock } from './clock.js';

/** More than this is no delay of an answer, in ms. */
const jumpMs = 2_000;

export interface SharedClock {
  readonly clock: ServerClock;
  /** Looks at the database's clock. Throws when it can't be reached. */
  sync(): Promise<void>;
}

/** @param holder this node, as it stands in leases */
export async function startSharedClock(
  store: ClockStore,
  holder: string,
  lastRecordedMs: number,
  start: typeof startClock = startClock,
): Promise<SharedClock> {
  const first = await store.readClock(holder);
  const sharedMs = first.databaseMs + first.offsetMs;
  // Set back while no node was there to see it.
  const behindMs = Math.max(0, lastRecordedMs - sharedMs);
  if (behindMs > jumpMs) await store.moveOffset(first.offsetMs, first.offsetMs + behindMs);
  const clock = start(Math.max(sharedMs, lastRecordedMs));
  return {
    clock,
    async sync() {
      clock.noticeSleep();
      const askedAtMs = clock.now();
      const { databaseMs, offsetMs, othersMs } = await store.readClock(holder);
      const ownMs = clock.now();
      // True at some moment since it was asked for; how much of that has passed since, nobody knows.
      const readMs = databaseMs + offsetMs;
      const sharedMs = Math.min(Math.max(ownMs, readMs), readMs + (ownMs - askedAtMs));
      const byMs = sharedMs - ownMs;
      const isJump = Math.abs(byMs) > jumpMs;
      const isConfirmed = othersMs !== null && Math.abs(othersMs - readMs) <= jumpMs;
      if (!isJump || isConfirmed) clock.follow(sharedMs);
      else await store.moveOffset(offsetMs, offsetMs - byMs);
    },
  };
}

/** The same for one process that has its database to itself: only the machine's sleep counts. */
export function ownClock(
  databaseMs: number,
  lastRecordedMs: number,
  probe: () => Promise<unknown>,
): SharedClock {
  const clock = startClock(Math.max(databaseMs, lastRecordedMs));
  return {
    clock,
    async sync() {
      clock.noticeSleep();
      await probe();
    },
  };
}
