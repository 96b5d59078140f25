/** Keys that sign links, shared by all nodes through the database. */
import type { Db } from './tables.js';

export interface SigningKey {
  readonly id: string;
  /** In base64url. */
  readonly secret: string;
  readonly createdAtMs: number;
}

export interface KeyStore {
  /** Newest first. */
  list(): Promise<SigningKey[]>;
  add(key: SigningKey): Promise<void>;
  removeBefore(atMs: number): Promise<void>;
}

export function sqlKeys(db: Db): KeyStore {
  return {
    async list() {
      const rows = await db
        .selectFrom('signing_keys')
        .selectAll()
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(({ id, secret, created_at }) => ({
        id,
        secret,
        createdAtMs: Number(created_at),
      }));
    },
    async add({ id, secret, createdAtMs }) {
      await db.insertInto('signing_keys').values({ id, secret, created_at: createdAtMs }).execute();
    },
    async removeBefore(atMs) {
      await db.deleteFrom('signing_keys').where('created_at', '<', atMs).execute();
    },
  };
}
