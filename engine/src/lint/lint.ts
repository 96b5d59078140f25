/** Everything a designer should know of a scenario before anybody plays it. */
import { loadScenario } from '../scenario/load.js';
import type { Scenario } from '../scenario/schema.js';
import type { Finding } from './finding.js';
import { defaultLintOptions, type LintOptions, lintContext } from './lint-context.js';
import { lintRules } from './registry.js';

export interface CheckResult {
  /** Null where the file can't be used; then all findings are errors. */
  readonly scenario: Scenario | null;
  readonly findings: readonly Finding[];
}

/** Checks the text of a scenario file: first whether it loads, then whether it is sound. */
export function checkScenario(text: string, options: Partial<LintOptions> = {}): CheckResult {
  const loaded = loadScenario(text);
  return loaded.ok
    ? { scenario: loaded.scenario, findings: lintScenario(loaded.scenario, options) }
    : {
        scenario: null,
        findings: loaded.problems.map((problem) => ({ ...problem, severity: 'error' })),
      };
}

/** What a scenario that loads still gets wrong, rule by rule. */
export function lintScenario(scenario: Scenario, options: Partial<LintOptions> = {}): Finding[] {
  const context = lintContext(scenario, { ...defaultLintOptions, ...options });
  return lintRules.flatMap(({ code, severity, find }) =>
    [...find(context)].map(({ path, message, hint }) => ({
      code,
      severity,
      path,
      message,
      ...(hint !== undefined && { hint }),
    })),
  );
}
