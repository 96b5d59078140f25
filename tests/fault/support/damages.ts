/** What can be wrong with the rows of one exercise, and how they are put right again. */
import type { Db, Tables } from '../../../server/src/store/tables.js';

export interface Damage {
  /** Whether the exercise can't be read any more; else it goes on. */
  readonly isFatal: boolean;
  inflict(db: Db, exerciseId: string): Promise<unknown>;
}

/** The fact that is damaged, well inside the log. */
const at = 12;

const body = (db: Db, exerciseId: string, change: (body: string) => string): Promise<unknown> =>
  db
    .selectFrom('facts')
    .select('body')
    .where('exercise_id', '=', exerciseId)
    .where('seq', '=', at)
    .executeTakeFirstOrThrow()
    .then((row) =>
      db
        .updateTable('facts')
        .set({ body: change(row.body) })
        .where('exercise_id', '=', exerciseId)
        .where('seq', '=', at)
        .execute(),
    );

export const damages: Readonly<Record<string, Damage>> = {
  torn: {
    isFatal: true,
    inflict: (db, id) => body(db, id, (text) => text.slice(0, text.length / 2)),
  },
  noise: { isFatal: true, inflict: (db, id) => body(db, id, () => '\u0001\u0002 ÿþ {]') },
  empty: { isFatal: true, inflict: (db, id) => body(db, id, () => '') },
  flipped: {
    isFatal: true,
    inflict: (db, id) => body(db, id, (text) => text.replace('"playMs":', '"plbyMs":')),
  },
  unknownKind: {
    isFatal: true,
    inflict: (db, id) => body(db, id, (text) => text.replace(/"type":"\w+"/, '"type":"Danced"')),
  },
  otherPlace: {
    isFatal: true,
    inflict: (db, id) => body(db, id, (text) => text.replace(`"seq":${at},`, `"seq":${at + 1},`)),
  },
  missing: {
    isFatal: true,
    inflict: (db, id) =>
      db.deleteFrom('facts').where('exercise_id', '=', id).where('seq', '=', at).execute(),
  },
  lostTail: {
    isFatal: true,
    inflict: (db, id) =>
      db.deleteFrom('facts').where('exercise_id', '=', id).where('seq', '>', at).execute(),
  },
  tornScenario: {
    isFatal: true,
    inflict: (db, id) =>
      db
        .updateTable('exercise_scenarios')
        .set((row) => ({ scenario_json: row.fn('substr', [row.ref('scenario_json'), row.val(9)]) }))
        .where('exercise_id', '=', id)
        .execute(),
  },
  tornReceipts: {
    isFatal: false,
    inflict: (db, id) =>
      db.updateTable('receipts').set({ answer: '{"ok":' }).where('exercise_id', '=', id).execute(),
  },
  tornLease: {
    isFatal: false,
    inflict: (db, id) => db.deleteFrom('leases').where('exercise_id', '=', id).execute(),
  },
};

export interface Rows {
  readonly exercise: Tables['exercises'];
  readonly scenario: Tables['exercise_scenarios'];
  readonly facts: readonly Tables['facts'][];
  readonly receipts: readonly Tables['receipts'][];
}

/** Everything that a damage may touch, as it stands. */
export async function save(db: Db, exerciseId: string): Promise<Rows> {
  return {
    exercise: await db
      .selectFrom('exercises')
      .selectAll()
      .where('id', '=', exerciseId)
      .executeTakeFirstOrThrow(),
    scenario: await db
      .selectFrom('exercise_scenarios')
      .selectAll()
      .where('exercise_id', '=', exerciseId)
      .executeTakeFirstOrThrow(),
    facts: await db.selectFrom('facts').selectAll().where('exercise_id', '=', exerciseId).execute(),
    receipts: await db
      .selectFrom('receipts')
      .selectAll()
      .where('exercise_id', '=', exerciseId)
      .execute(),
  };
}

export async function restore(db: Db, rows: Rows): Promise<void> {
  const { exercise, scenario, facts, receipts } = rows;
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('exercises').set(exercise).where('id', '=', exercise.id).execute();
    await trx
      .updateTable('exercise_scenarios')
      .set(scenario)
      .where('exercise_id', '=', exercise.id)
      .execute();
    await trx.deleteFrom('facts').where('exercise_id', '=', exercise.id).execute();
    await trx.deleteFrom('receipts').where('exercise_id', '=', exercise.id).execute();
    for (const fact of facts) await trx.insertInto('facts').values(fact).execute();
    for (const one of receipts) await trx.insertInto('receipts').values(one).execute();
  });
}
