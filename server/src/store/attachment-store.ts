/** Attachments: bytes kept once by their hash, and which exercise knows them under which name. */
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Db } from './tables.js';

export interface StoredFile {
  /** As injects name it, such as "notice.png". */
  readonly file: string;
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string;
  /** MIME type, as the content showed it. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

export interface NewFile extends StoredFile {
  readonly bytes: Buffer;
}

export interface AttachmentStore {
  /** A name that stands already keeps what it stands for. */
  add(exerciseId: ExerciseId, files: readonly NewFile[], nowMs: number): Promise<void>;
  list(exerciseId: ExerciseId): Promise<StoredFile[]>;
  read(hash: string): Promise<Buffer | null>;
  /** Under every name, for this exercise; its bytes too where no other has them. */
  remove(exerciseId: ExerciseId, hash: string): Promise<void>;
  /** Throws away bytes that no exercise knows any more. */
  sweep(): Promise<void>;
}

/** Within somebody's transaction. A name that stands already keeps what it stands for. */
export async function addFile(
  trx: Db,
  exerciseId: string,
  { file, hash, type, size, bytes }: NewFile,
  createdAtMs: number,
): Promise<void> {
  await trx
    .insertInto('attachment_blobs')
    .values({ hash, type, size, bytes: bytes.toString('base64') })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  await trx
    .insertInto('attachments')
    .values({ exercise_id: exerciseId, file, hash, created_at: createdAtMs })
    .onConflict((conflict) => conflict.columns(['exercise_id', 'file']).doNothing())
    .execute();
}

export function sqlAttachments(db: Db): AttachmentStore {
  const sweep = async () => {
    await db
      .deleteFrom('attachment_blobs')
      .where('hash', 'not in', (known) => known.selectFrom('attachments').select('hash'))
      .execute();
  };
  return {
    async add(exerciseId, files, nowMs) {
      if (files.length === 0) return;
      await db.transaction().execute(async (trx) => {
        for (const file of files) await addFile(trx, exerciseId, file, nowMs);
      });
    },
    async list(exerciseId) {
      const rows = await db
        .selectFrom('attachments')
        .innerJoin('attachment_blobs', 'attachment_blobs.hash', 'attachments.hash')
        .select(['attachments.file', 'attachments.hash', 'type', 'size'])
        .where('exercise_id', '=', exerciseId)
        .orderBy('file')
        .execute();
      return rows.map(({ file, hash, type, size }) => ({ file, hash, type, size: Number(size) }));
    },
    async read(hash) {
      const row = await db
        .selectFrom('attachment_blobs')
        .select('bytes')
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row === undefined ? null : Buffer.from(row.bytes, 'base64');
    },
    async remove(exerciseId, hash) {
      await db
        .deleteFrom('attachments')
        .where('exercise_id', '=', exerciseId)
        .where('hash', '=', hash)
        .execute();
      await sweep();
    },
    sweep,
  };
}
