/** One finding for what is the same in many places. */
import type { Severity } from '../lint/finding.js';
import type { Findings } from './finding.js';

const shown = 8;

export class Tally {
  readonly #places = new Map<
    string,
    { where: string[]; severity: Severity; message: string; done: string }
  >();

  /** Told once for all places, when `tell` is called. */
  add(
    code: string,
    where: string,
    message: string,
    done: string,
    severity: Severity = 'note',
  ): void {
    const entry = this.#places.get(code) ?? { where: [], severity, message, done };
    entry.where.push(where);
    this.#places.set(code, entry);
  }

  tell(findings: Findings): void {
    for (const [code, { where, severity, message, done }] of this.#places) {
      const more = where.length > shown ? ` and ${where.length - shown} more` : '';
      findings.add({
        code,
        severity,
        where: `${where.slice(0, shown).join('; ')}${more}`,
        message,
        done,
      });
    }
  }
}
