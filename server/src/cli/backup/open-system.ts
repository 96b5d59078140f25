/** Opens a system that no server holds, with its tables brought up to date. */
import { CopyFault } from '../../backup/faults.js';
import { hasSqliteSystem, type System } from '../../backup/system.js';
import type { OpenDatabase } from '../../store/database.js';
import { openPostgres } from '../../store/postgres.js';
import { openSqlite } from '../../store/sqlite.js';

/** @throws DatabaseUnavailable, CopyFault `system/missing` where there has to be one */
export async function openSystem(system: System, mayBeNew: boolean): Promise<OpenDatabase> {
  if (system.kind === 'postgres') return openPostgres(system.url, { warn: () => undefined });
  if (!mayBeNew && !hasSqliteSystem(system.dataDir)) {
    throw new CopyFault('system/missing', `no Trilogue has ever run in ${system.dataDir}`);
  }
  return openSqlite(system.dataDir);
}
