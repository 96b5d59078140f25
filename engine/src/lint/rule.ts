/** The shape of a rule of the linter. Rules of one family stand in one file; `registry` lists them all. */
import type { Severity } from './finding.js';
import type { LintContext } from './lint-context.js';

/** What `trilogue check --explain` says about a code. */
export interface RuleDoc {
  /** Stable, for programs: family and name, "flow/unreachable-inject". */
  readonly code: string;
  readonly severity: Severity;
  /** What was found, and why it matters at the table. */
  readonly meaning: string;
  /** How to mend it, or when to leave it. */
  readonly mend: string;
}

export interface LintRule extends RuleDoc {
  readonly find: (context: LintContext) => Iterable<Found>;
}

/** One place that a rule objects to; the rule adds its code and severity. */
export interface Found {
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}
