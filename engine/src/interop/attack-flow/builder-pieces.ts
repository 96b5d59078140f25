/** The pieces of a file of the Attack Flow Builder, in the words of neither of its two forms. */
import type { Findings } from '../finding.js';
import { fieldOf, type JsonRecord, recordOf, textOf } from '../json-shape.js';

/** A block, an anchor, a line or an end of a line, in the words of neither form. */
export interface Piece {
  readonly id: string;
  readonly template: string;
  readonly where: string;
  readonly record: JsonRecord;
}

/** By id. Findings: `attack-flow/not-an-object`, `attack-flow/object-without-id`, `attack-flow/duplicate-id`. */
export function readPieces(objects: readonly unknown[], findings: Findings): Map<string, Piece> {
  const pieces = new Map<string, Piece>();
  objects.forEach((value, index) => {
    const record = recordOf(value);
    const where = `objects[${index}]`;
    if (record === null) {
      findings.warn('attack-flow/not-an-object', where, 'it is no object', 'it was left out');
      return;
    }
    const isOld = fieldOf(record, 'template') !== undefined;
    const id = textOf(record, isOld ? 'id' : 'instance');
    const template = textOf(record, isOld ? 'template' : 'id') ?? '';
    if (id === null) {
      findings.warn('attack-flow/object-without-id', where, `"${template}"`, 'it was left out');
      return;
    }
    const earlier = pieces.get(id);
    if (earlier !== undefined) {
      findings.warn(
        'attack-flow/duplicate-id',
        `${where} (${id.slice(0, 80)})`,
        `the same id as ${earlier.where}`,
        'the earlier one was kept',
      );
      return;
    }
    pieces.set(id, { id, template, where: `${where} (${id.slice(0, 80)})`, record });
  });
  return pieces;
}

/** Where a block takes a line's end. */
export const anchorTemplates = new Set([
  '@__builtin__anchor',
  'true_anchor',
  'false_anchor',
  'horizontal_anchor',
  'vertical_anchor',
]);

/** A line, and not one of its ends or handles. */
export function isLine(record: JsonRecord, template: string): boolean {
  return /line(_|$)/.test(template) && !/line_(source|target|handle)$/.test(template)
    ? true
    : textOf(record, 'source') !== null && textOf(record, 'target') !== null;
}
