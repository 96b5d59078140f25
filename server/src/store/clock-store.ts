/** What nodes that share a database agree on about the time. */
import { sql } from 'kysely';
import type { Db } from './tables.js';

export interface ClockReading {
  /** The database's clock, ms since 1970 UTC. */
  readonly databaseMs: number;
  /** What the nodes add to it, ms: the jumps that they have seen it make. */
  readonly offsetMs: number;
  /** What another node took the time for when it last recorded a clock; null when there is none. */
  readonly othersMs: number | null;
}

export interface ClockStore {
  readClock(holder: string): Promise<ClockReading>;
  /** False when another node has changed the offset meanwhile. */
  moveOffset(fromMs: number, toMs: number): Promise<boolean>;
}

const key = 'clock-offset';

export function sqlClock(db: Db, nowMs: () => Promise<number>): ClockStore {
  return {
    async readClock(holder) {
      const databaseMs = await nowMs();
      const row = await db
        .selectFrom('settings')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst();
      const others = await db
        .selectFrom('leases')
        .select(sql<number | null>`max(now_ms)`.as('at'))
        .where('holder', '<>', holder)
        .executeTakeFirst();
      const othersMs = Number(others?.at ?? 0);
      return {
        databaseMs,
        offsetMs: Number(row?.value ?? 0),
        othersMs: othersMs === 0 ? null : othersMs,
      };
    },

    async moveOffset(fromMs, toMs) {
      const value = String(toMs);
      const inserted = await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows === 1n) return true;
      const updated = await db
        .updateTable('settings')
        .set({ value })
        .where('key', '=', key)
        .where('value', '=', String(fromMs))
        .executeTakeFirst();
      return updated.numUpdatedRows === 1n;
    },
  };
}
