/** Findings for programs. */
import { isAtLeast, type Severity } from '@trilogue/engine/lint/finding';
import { type CheckedFile, totalsOf } from './check-file.js';

/** `{ files: [{ file, findings: [{ code, severity, path, line, column, message, hint? }] }], totals }`. */
export function jsonReport(files: readonly CheckedFile[], lowest: Severity): string {
  return JSON.stringify(
    {
      files: files.map(({ name, findings }) => ({
        file: name,
        findings: findings.filter(({ severity }) => isAtLeast(severity, lowest)),
      })),
      totals: totalsOf(files),
    },
    null,
    2,
  );
}
