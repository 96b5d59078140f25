/** Who came through which invitation: waits, sits, was turned away, is gone; and seats that change hands. */
import type { InvitationId } from '@trilogue/engine/protocol/entry';
import type { ExerciseId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { type Claim, type Claimed, type ClaimRefusal, isValid, takePlace } from './claims.js';
import { fromInvitation, type InvitationRow, toInvitation } from './invitations.js';
import type { Db, Tables } from './tables.js';

/** seated: let in. away: turned away before they were. gone: they sat there and left. */
export type ArrivalStatus = 'waiting' | 'seated' | 'away' | 'gone';

export interface Arrival {
  readonly seatId: SeatId;
  readonly exerciseId: ExerciseId;
  readonly invitationId: InvitationId;
  readonly role: InvitationRow['role'];
  readonly tableId: TableId | null;
  readonly status: ArrivalStatus;
  readonly tokenHash: string;
  readonly arrivedAtMs: number;
}

export interface ArrivalStore {
  /** Keeps a seat's name and token, and its place in the count. */
  claim(claim: Claim): Promise<Claimed | ClaimRefusal>;
  /** Takes back what the exercise did not admit. */
  release(seatId: SeatId): Promise<void>;
  of(exerciseId: ExerciseId): Promise<Arrival[]>;
  byToken(exerciseId: ExerciseId, tokenHash: string): Promise<Arrival | null>;
  /** How many sit or wait, by invitation and by table. */
  counts(exerciseId: ExerciseId): Promise<ArrivalCounts>;
  /** False where it was no longer what it was taken for. */
  change(seatId: SeatId, from: ArrivalStatus, to: ArrivalStatus): Promise<boolean>;
  setTable(seatId: SeatId, tableId: TableId): Promise<void>;
  /** Forgets the name of somebody who is not let in; that they were not is kept. */
  turnAway(seatId: SeatId): Promise<boolean>;
  /** Takes away what was cut short between its claim and its fact. */
  dropStrays(exerciseId: ExerciseId, seated: ReadonlySet<SeatId>, beforeMs: number): Promise<void>;
  /**
   * The seat gets another token, and the invitation that hands it over is used up.
   * @returns null where somebody was quicker
   */
  takeOver(code: string, tokenHash: string, nowMs: number): Promise<TakenOver | null>;
  /** The one that stands replaces those before. */
  offer(handOver: InvitationRow): Promise<void>;
}

export interface ArrivalCounts {
  readonly throughInvitation: ReadonlyMap<InvitationId, number>;
  readonly atTable: ReadonlyMap<TableId, number>;
  readonly waiting: number;
}

export interface TakenOver {
  readonly seatId: SeatId;
  /** Its hash. */
  readonly tokenBefore: string | null;
}

/** @param scrub rids the disk of a name that is forgotten, where the database has to be told */
export function sqlArrivals(db: Db, scrub: () => Promise<void> = async () => {}): ArrivalStore {
  const arrivals = db.selectFrom('arrivals').selectAll();
  return {
    claim: (claim) => db.transaction().execute((trx) => takePlace(trx, claim)),
    async release(seatId) {
      await db.transaction().execute((trx) => forget(trx, [seatId]));
    },
    async of(exerciseId) {
      const rows = await arrivals
        .where('exercise_id', '=', exerciseId)
        .orderBy('arrived_at')
        .orderBy('seat_id')
        .execute();
      return rows.map(toArrival);
    },
    async byToken(exerciseId, tokenHash) {
      const row = await arrivals
        .where('exercise_id', '=', exerciseId)
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row === undefined ? null : toArrival(row);
    },
    async counts(exerciseId) {
      const rows = await db
        .selectFrom('arrivals')
        .select(['invitation_id', 'table_id', 'status'])
        .select(({ fn }) => fn.countAll().as('count'))
        .where('exercise_id', '=', exerciseId)
        .where('status', 'in', ['waiting', 'seated'])
        .groupBy(['invitation_id', 'table_id', 'status'])
        .execute();
      const throughInvitation = new Map<InvitationId, number>();
      const atTable = new Map<TableId, number>();
      let waiting = 0;
      for (const { invitation_id, table_id, status, count } of rows) {
        add(throughInvitation, invitation_id as InvitationId, Number(count));
        add(atTable, table_id as TableId, Number(count));
        if (status === 'waiting') waiting += Number(count);
      }
      return { throughInvitation, atTable, waiting };
    },
    change: (seatId, from, to) => change(db, seatId, from, to),
    async setTable(seatId, tableId) {
      await db
        .updateTable('arrivals')
        .set({ table_id: tableId })
        .where('seat_id', '=', seatId)
        .execute();
    },
    async turnAway(seatId) {
      const isOut = await db.transaction().execute(async (trx) => {
        const isChanged = await change(trx, seatId, 'waiting', 'away');
        if (isChanged) await forgetNames(trx, [seatId]);
        return isChanged;
      });
      if (isOut) await scrub();
      return isOut;
    },
    async dropStrays(exerciseId, seated, beforeMs) {
      const rows = await arrivals
        .where('exercise_id', '=', exerciseId)
        .where('status', '=', 'seated')
        .where('arrived_at', '<', beforeMs)
        .execute();
      const strays = rows.map(toArrival).filter(({ seatId }) => !seated.has(seatId));
      if (strays.length === 0) return;
      await db.transaction().execute((trx) =>
        forget(
          trx,
          strays.map(({ seatId }) => seatId),
        ),
      );
    },
    takeOver: (code, tokenHash, nowMs) =>
      db.transaction().execute((trx) => takeOver(trx, code, tokenHash, nowMs)),
    offer: (handOver) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('invitations').where('seat_id', '=', handOver.seatId).execute();
        await trx.insertInto('invitations').values(fromInvitation(handOver)).execute();
      }),
  };
}

async function takeOver(
  trx: Db,
  code: string,
  tokenHash: string,
  nowMs: number,
): Promise<TakenOver | null> {
  const row = await trx
    .selectFrom('invitations')
    .selectAll()
    .where('code', '=', code)
    .where('seat_id', 'is not', null)
    .executeTakeFirst();
  if (row === undefined || !isValid(toInvitation(row), nowMs)) return null;
  const { numDeletedRows } = await trx
    .deleteFrom('invitations')
    .where('id', '=', row.id)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) return null;
  const seatId = row.seat_id as SeatId;
  const seat = await trx
    .selectFrom('seats')
    .select('token_hash')
    .where('seat_id', '=', seatId)
    .executeTakeFirst();
  if (seat === undefined) return null;
  const token = { token_hash: tokenHash };
  await trx.updateTable('seats').set(token).where('seat_id', '=', seatId).execute();
  await trx.updateTable('arrivals').set(token).where('seat_id', '=', seatId).execute();
  return { seatId, tokenBefore: seat.token_hash };
}

async function change(
  db: Db,
  seatId: SeatId,
  from: ArrivalStatus,
  to: ArrivalStatus,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('arrivals')
    .set({ status: to })
    .where('seat_id', '=', seatId)
    .where('status', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

async function forget(trx: Db, seatIds: readonly SeatId[]): Promise<void> {
  await trx.deleteFrom('arrivals').where('seat_id', 'in', seatIds).execute();
  await forgetNames(trx, seatIds);
}

async function forgetNames(trx: Db, seatIds: readonly SeatId[]): Promise<void> {
  await trx.deleteFrom('seats').where('seat_id', 'in', seatIds).execute();
  await trx.deleteFrom('listed_names').where('seat_id', 'in', seatIds).execute();
}

function toArrival(row: Tables['arrivals']): Arrival {
  return {
    // Parsed before they were stored.
    seatId: row.seat_id as SeatId,
    exerciseId: row.exercise_id as ExerciseId,
    invitationId: row.invitation_id as InvitationId,
    role: row.role as Arrival['role'],
    tableId: row.table_id === '' ? null : (row.table_id as TableId),
    status: row.status as ArrivalStatus,
    tokenHash: row.token_hash,
    arrivedAtMs: Number(row.arrived_at),
  };
}
