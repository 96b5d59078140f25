/** From a file's text to a scenario that can run, or to every problem found in it. */
import { checkReferences } from './check-references.js';
import { checkSense } from './check-sense.js';
import type { ScenarioProblem } from './errors.js';
import { scenarioLimits } from './limits.js';
import { formatVersion, type Scenario, scenarioSchema } from './schema.js';
import { toProblems } from './schema-problems.js';

export type LoadResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/**
 * Parses JSON text and checks shape, references and cycles.
 * Problems: `scenario/too-large`, `scenario/too-deep`, `scenario/not-json`, `scenario/unsupported-version`, those of the
 * shape (`scenario/unknown-field`, `scenario/missing-field`, `scenario/invalid-value`) and those of
 * `checkReferences` and `checkSense`.
 */
export function loadScenario(text: string): LoadResult {
  if (text.length > scenarioLimits.fileLength) {
    return failed({
      code: 'scenario/too-large',
      path: '',
      message: `the file has ${text.length} characters`,
      hint: `at most ${scenarioLimits.fileLength} are read`,
    });
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return failed({
      code: 'scenario/not-json',
      path: '',
      message: error instanceof Error ? error.message : String(error),
      hint: 'check for a missing comma, quote or bracket near that place',
    });
  }
  return parseScenario(raw);
}

/** As `loadScenario`, for what is already parsed. */
export function parseScenario(raw: unknown): LoadResult {
  const version = (raw as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version !== formatVersion) {
    return failed({
      code: 'scenario/unsupported-version',
      path: 'formatVersion',
      message: String(version),
      hint: `this engine reads format version ${formatVersion}`,
    });
  }
  if (isDeeperThan(raw, scenarioLimits.nesting)) {
    return failed({
      code: 'scenario/too-deep',
      path: '',
      message: 'objects and lists stand too deep inside each other',
      hint: `at most ${scenarioLimits.nesting} levels are read`,
    });
  }
  const parsed = scenarioSchema.safeParse(raw);
  if (!parsed.success) {
    return tell(parsed.error.issues.flatMap((issue) => toProblems(issue, raw)));
  }
  const problems: ScenarioProblem[] = [];
  const report = (problem: ScenarioProblem) => void problems.push(problem);
  checkReferences(parsed.data, report);
  // Sense is looked for once every name is known.
  if (problems.length === 0) checkSense(parsed.data, report);
  return problems.length > 0 ? tell(problems) : { ok: true, scenario: deepFreeze(parsed.data) };
}

/** The first problems; a file with thousands has one cause that shows in these. */
function tell(problems: readonly ScenarioProblem[]): LoadResult {
  return { ok: false, problems: problems.slice(0, scenarioLimits.problems) };
}

/** Walks without recursion: a hostile file must not exhaust the stack. */
function isDeeperThan(root: unknown, limit: number): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

function failed(problem: ScenarioProblem): LoadResult {
  return { ok: false, problems: [problem] };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
