/** Every rule of the linter, and every code that checking a scenario can report. */
import { addressRules } from './address-rules.js';
import { attackRules } from './attack-rules.js';
import { clockRules } from './clock-rules.js';
import { contentRules } from './content-rules.js';
import { flowRules } from './flow-rules.js';
import { gateRules } from './gate-rules.js';
import { loadingDocs } from './loading-docs.js';
import { markingRules } from './marking-rules.js';
import type { LintRule, RuleDoc } from './rule.js';
import { taskRules } from './task-rules.js';
import { teamRules } from './team-rules.js';
import { translationRules } from './translation-rules.js';
import { unusedRules } from './unused-rules.js';

export const lintRules: readonly LintRule[] = [
  ...flowRules,
  ...gateRules,
  ...taskRules,
  ...teamRules,
  ...clockRules,
  ...markingRules,
  ...translationRules,
  ...contentRules,
  ...addressRules,
  ...attackRules,
  ...unusedRules,
];

/** What every code means: first those of files that can't be used, then the linter’s. */
export const ruleDocs: readonly RuleDoc[] = [...loadingDocs, ...lintRules];
