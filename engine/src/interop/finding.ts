/** What an importer or exporter has to say about its source: nothing is dropped without a word here. */
import type { Severity } from '../lint/finding.js';

export interface Finding {
  /** Stable, for programs: "msel/time-unreadable". */
  readonly code: string;
  /** error: nothing is made. warning: something was changed, guessed or left out. note: filled in as usual. */
  readonly severity: Severity;
  /** Where it stands in the source: "row 7, column C". Empty for the source as a whole. */
  readonly where: string;
  readonly message: string;
  /** What was done about it. */
  readonly done: string;
}

/** Findings told one by one; a file with more has one cause that shows in these. */
export const maxFindings = 2_000;

const maxErrors = 200;

/** Collects findings; past `maxFindings` it only counts them, by code. */
export class Findings {
  readonly #told: Finding[] = [];
  readonly #untold = new Map<string, number>();
  #errors = 0;

  add(finding: Finding): void {
    const isError = finding.severity === 'error';
    if (isError) this.#errors++;
    // What stands in the way is told however much else there is.
    const room = isError && this.#errors <= maxErrors ? Number.POSITIVE_INFINITY : maxFindings;
    if (this.#told.length < room) this.#told.push(finding);
    else this.#untold.set(finding.code, (this.#untold.get(finding.code) ?? 0) + 1);
  }

  error(code: string, where: string, message: string, done = 'nothing was made'): void {
    this.add({ code, severity: 'error', where, message, done });
  }

  warn(code: string, where: string, message: string, done: string): void {
    this.add({ code, severity: 'warning', where, message, done });
  }

  note(code: string, where: string, message: string, done: string): void {
    this.add({ code, severity: 'note', where, message, done });
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  list(): readonly Finding[] {
    if (this.#untold.size === 0) return this.#told;
    const codes = [...this.#untold].map(([code, count]) => `${code} (${count})`);
    return [
      ...this.#told,
      {
        code: 'import/more-findings',
        severity: 'warning',
        where: '',
        message: `there are more: ${codes.join(', ')}`,
        done: `the first ${maxFindings} are told one by one`,
      },
    ];
  }
}

/** One line: `warning msel/time-unreadable at row 7, column C: "???"; it follows the row before` */
export function formatFinding({ code, severity, where, message, done }: Finding): string {
  const place = where === '' ? '' : ` at ${where}`;
  return `${severity} ${code}${place}: ${message}${done === '' ? '' : `; ${done}`}`;
}

/** A text of the source as it stands in a message: short, on one line, in quotes. */
export function quote(text: string, length = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > length ? `${line.slice(0, length - 1)}…` : line}”`;
}
