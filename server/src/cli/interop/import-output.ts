/** What an import tells, and how it ends. */

import type { ImportResult } from '@trilogue/engine/interop/draft';
import { type Finding, formatFinding } from '@trilogue/engine/interop/finding';
import type { Severity } from '@trilogue/engine/lint/finding';
import { print, tell } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { write } from '../files.js';

export interface OutputOptions {
  readonly out?: string;
  readonly findings?: string;
  readonly format: 'text' | 'json';
  readonly failOn: 'error' | 'warning';
}

/** The scenario to standard output or a file, what was found to standard error or a file. */
export async function finishImport(
  result: ImportResult,
  more: readonly Finding[],
  options: OutputOptions,
): Promise<void> {
  const { scenario, counts } = result;
  const findings = [...more, ...result.findings];
  if (scenario !== null) {
    const text = `${JSON.stringify(scenario, null, 2)}\n`;
    if (options.out === undefined) print(text);
    else await write(options.out, text);
  }
  const report = { scenario: scenario?.id ?? null, counts, findings };
  const asJson = `${JSON.stringify(report, null, 2)}\n`;
  const asText = `${[...findings.map(formatFinding), summary(result, findings)].join('\n')}\n`;
  const rendered = options.format === 'json' ? asJson : asText;
  if (options.findings === undefined) tell(rendered);
  else {
    await write(options.findings, rendered);
    tell(summary(result, findings));
  }
  process.exitCode = exitCodeFor(findings, options.failOn);
}

/** Findings after which the command itself has to be given otherwise. */
const wrongUse = /(\/unknown-form|^msel\/unknown-(field|column))$/;

export function exitCodeFor(findings: readonly Finding[], failOn: 'error' | 'warning'): number {
  if (findings.some(({ code, severity }) => severity === 'error' && wrongUse.test(code))) {
    return exitCodes.usage;
  }
  const grave: readonly Severity[] = failOn === 'warning' ? ['error', 'warning'] : ['error'];
  return findings.some(({ severity }) => grave.includes(severity))
    ? exitCodes.findings
    : exitCodes.ok;
}

/** "12 events, 12 injects, 6 teams: 0 errors, 1 warning, 9 notes" */
function summary({ scenario, counts }: ImportResult, findings: readonly Finding[]): string {
  const told = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  const made = scenario === null ? 'Nothing was made' : 'A draft was made';
  return `${made}${told.length === 0 ? '' : ` (${told.join(', ')})`}: ${countSeverities(findings)}`;
}

export function countSeverities(findings: readonly Finding[]): string {
  const count = (of: Severity) => findings.filter(({ severity }) => severity === of).length;
  const told = (of: Severity) => `${count(of)} ${of}${count(of) === 1 ? '' : 's'}`;
  return `${told('error')}, ${told('warning')}, ${told('note')}`;
}
