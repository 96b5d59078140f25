/** The audit log as a table for a spreadsheet, which must not take a cell for a formula. */
import { guardCell } from '@trilogue/engine/interop/msel/cell-guard';
import type { AuditEntry } from '../store/audit-store.js';

const cells = {
  at: ({ atMs }: AuditEntry) => new Date(atMs).toISOString(),
  id: ({ id }) => id,
  exercise: ({ exerciseId }) => exerciseId,
  actor: ({ actorKind }) => actorKind,
  account: ({ accountId }) => accountId,
  seat: ({ seatId }) => seatId,
  session: ({ session }) => session,
  address: ({ address }) => address,
  action: ({ action }) => action,
  targets: ({ targets }) =>
    Object.entries(targets)
      .map(([key, value]) => `${key}=${value}`)
      .join(' '),
  outcome: ({ outcome }) => outcome,
} satisfies Record<string, (entry: AuditEntry) => string | null>;

export const auditColumns: readonly string[] = Object.keys(cells);

export function toCsvLine(entry: AuditEntry): string {
  return `${Object.values(cells)
    .map((cell) => toCell(cell(entry) ?? ''))
    .join(',')}\r\n`;
}

/** What begins like a formula is kept as text; an id may well begin with "-". */
export function toCell(text: string): string {
  const safe = guardCell(text);
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
