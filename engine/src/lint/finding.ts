/** What a designer is told about a scenario: what can't be used, and what loads but hardly can be meant. */
import type { ScenarioProblem } from '../scenario/errors.js';

/**
 * error: it can't be run, or breaks when it is. warning: something that hardly can be meant.
 * note: worth a look; a sound scenario may have some.
 */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

export interface Finding extends ScenarioProblem {
  readonly severity: Severity;
}

/** Whether `severity` is as grave as `lowest`, or graver. */
export function isAtLeast(severity: Severity, lowest: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(lowest);
}
