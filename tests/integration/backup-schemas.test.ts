/** Databases as released versions left them, opened by this one. */
import { readdirSync } from 'node:fs';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { connect, holdSqlite, type System } from '../../server/src/backup/system.js';
import { hasPostgres } from '../support/postgres.js';
import { open, releasedSystem } from './support/copies.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

const releases = readdirSync(new URL('../fixtures/schemas', import.meta.url).pathname).map((file) =>
  file.replace(/\.sql$/, ''),
);
const kinds: readonly System['kind'][] = hasPostgres ? ['sqlite', 'postgres'] : ['sqlite'];
const tables = [
  'exercises',
  'facts',
  'receipts',
  'seats',
  'join_codes',
  'drafts',
  'leases',
] as const;

/** Every row of these tables, as they stand, whatever columns they have. */
async function rowsOf(
  system: System,
  wanted: readonly string[] = tables,
): Promise<Record<string, Record<string, unknown>[]>> {
  const { db, close } =
    system.kind === 'sqlite' ? holdSqlite(system.dataDir) : await connect(system.url);
  const all: Record<string, Record<string, unknown>[]> = {};
  for (const table of wanted) {
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} order by 1, 2`.execute(db);
    all[table] = rows;
  }
  await close();
  return all;
}

describe('a database of a released version', () => {
  test.each(releases)('[MIG1] %s is brought forward with all its rows', async (release) => {
    for (const kind of kinds) {
      const system = await releasedSystem(release, kind);
      const before = await rowsOf(system);
      expect(before.facts?.length).toBeGreaterThan(20);
      await (await open(system)).close();
      const after = await rowsOf(system);
      // Scenarios stand in a table of their own by now.
      const { exercise_scenarios: scenarios } = await rowsOf(system, ['exercise_scenarios']);
      after.exercises = (after.exercises ?? []).map((exercise) => ({
        ...exercise,
        ...scenarios?.find(({ exercise_id }) => exercise_id === exercise.id),
      }));
      for (const table of tables) {
        // Columns may have come.
        expect(after[table], `${kind} ${table}`).toMatchObject(before[table] ?? []);
        expect(after[table]).toHaveLength(before[table]?.length ?? 0);
      }
      // A code that was handed out goes on leading to its place.
      const invitations = await rowsOf(system, ['invitations']);
      const known = invitations.invitations?.map(({ code, role, table_id }) => [
        code,
        role,
        table_id,
      ]);
      for (const { code, role, table_id } of before.join_codes ?? []) {
        expect(known).toContainEqual([code, role, table_id]);
      }
    }
  });

  test('[MIG2] 0.1.0 is played on: its people keep their seats, drafts and answers', async () => {
    for (const kind of kinds) {
      const system = await releasedSystem('0.1.0', kind);
      const server = await startServer(
        system.kind === 'sqlite' ? { dataDir: system.dataDir } : { databaseUrl: system.url },
      );
      const staff = await server.staff();
      const cards = await staff.must<{ exerciseId: string; stage: string }[]>('/api/exercises');
      expect(cards.map(({ stage }) => stage).sort()).toEqual(['ended', 'live']);
      const idOf = (wanted: string) =>
        cards.find(({ stage }) => stage === wanted)?.exerciseId ?? '';
      const { url } = server;
      const ren = await Person.sit<PlayerView>({
        url,
        exerciseId: idOf('live'),
        token: 'a-seat-that-ren-took-in-0.1.0',
      });
      expect(ren.welcome?.drafts).toMatchObject([{ text: 'Stop crane 4 and' }]);
      expect(ren.view.clock.status).toBe('paused');
      await staff.staffSeat(idOf('live'));
      const exerciseId = idOf('live');
      const lead = await Person.sit<FacilitatorView>({ url, exerciseId, cookie: staff.cookie });
      await lead.must({ type: 'ResumeClock' });
      await ren.must({ type: 'SendResponse', injectId: 'jp-alarm', text: 'Stop crane 4.' });

      const jun = await Person.sit<PlayerView>({
        url,
        exerciseId: idOf('ended'),
        token: 'a-seat-that-jun-took-in-0.1.0',
      });
      expect(jun.view.deliveries['ph-manifest']?.choice?.choiceId).toBe('hold');
      expect(jun.view.injects['ph-held']).toBeDefined();
      await server.close();
    }
  });
});
