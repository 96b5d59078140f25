/** What a code means, and how to mend what it found. */
import { ruleDocs } from '@trilogue/engine/lint/registry';
import { didYouMean } from '@trilogue/engine/scenario/errors';
import { CliError } from '../exit-codes.js';

/** All codes, a line each. */
export function explainAll(): string {
  const width = Math.max(...ruleDocs.map(({ code }) => code.length));
  return ruleDocs
    .map(
      ({ code, severity, meaning }) => `${code.padEnd(width)}  ${severity.padEnd(7)}  ${meaning}`,
    )
    .join('\n');
}

/** @throws CliError for a code that there is not */
export function explain(code: string): string {
  const doc = ruleDocs.find((one) => one.code === code);
  if (doc === undefined) {
    const hint = didYouMean(
      code,
      ruleDocs.map((one) => one.code),
    );
    throw new CliError(`no code "${code}"${hint === undefined ? '' : `; ${hint}`}`);
  }
  return `${doc.code} (${doc.severity})\n\n${doc.meaning}\n\nTo mend it: ${doc.mend}`;
}
