/** Reports that obligations ask for. */
import { startObligation } from '../../obligations/obligation-facts.js';
import type { CommandOf } from '../commands.js';
import { obligationKey } from '../exchange-state.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { actingTable } from './acting.js';

/** Rejections: `obligation/unknown`, `obligation/already-started`. */
export function startObligationByHand(
  run: Run,
  { obligationId }: CommandOf<'StartObligation'>,
): Rejection | null {
  if (!run.state.playbook.obligations.has(obligationId)) {
    return reject('obligation/unknown', `no obligation "${obligationId}"`);
  }
  const [body] = startObligation(run.state, obligationId);
  if (body === undefined) {
    return reject('obligation/already-started', 'its clock runs already, or nobody has it');
  }
  run.add(body);
  return null;
}

/**
 * The report of one table. The first counts, in time or late.
 * Rejections: `command/not-allowed`, `table/unknown`, `obligation/not-started`,
 * `report/already-filed`, `report/unknown-field`, `report/field-missing`.
 */
export function fileReport(run: Run, command: CommandOf<'FileReport'>): Rejection | null {
  const tableId = actingTable(run, command.tableId);
  if (typeof tableId !== 'string') return tableId;
  const { obligationId, fields } = command;
  const clock = run.state.obligations.get(obligationKey(obligationId, tableId));
  const rule = run.state.playbook.obligations.get(obligationId);
  // One that does not concern this table is not told from one that was made up.
  if (clock === undefined || rule === undefined) {
    return reject('obligation/not-started', 'nothing of the kind has to be reported');
  }
  if (clock.report !== null) return reject('report/already-filed', 'the report was filed before');
  const stranger = fields.find(({ fieldId }) => !rule.fields.some(({ id }) => id === fieldId));
  if (stranger !== undefined) {
    return reject('report/unknown-field', 'the report has no such field', {
      fieldId: stranger.fieldId,
    });
  }
  const given = new Map(fields.map(({ fieldId, text }) => [fieldId, text]));
  const missing = rule.fields.find(({ id, required }) => required && !given.get(id));
  if (missing !== undefined) {
    return reject('report/field-missing', 'a required field is empty', { fieldId: missing.id });
  }
  run.add({
    type: 'ReportFiled',
    obligationId,
    tableId,
    fields: [...given].map(([fieldId, text]) => ({ fieldId, text })),
  });
  return null;
}
