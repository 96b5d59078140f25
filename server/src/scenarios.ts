/** The scenarios on the disk: every scenarios/<id>/scenario.json that the engine can run. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ScenarioCard } from '@trilogue/engine/protocol/http';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { walkPhases } from '@trilogue/engine/scenario/playbook';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { scenarioFiles, toLines } from './attachments/scenario-files.js';
import type { Log } from './log.js';
import type { NewFile } from './store/attachment-store.js';

export interface ScenarioFile {
  readonly scenario: Scenario;
  /** The file as it was read; an exercise keeps it for good. */
  readonly text: string;
  /** SHA-256 of the text, in hex. */
  readonly hash: string;
  /** The pictures and PDFs that its injects carry. */
  readonly attachments: readonly NewFile[];
}

/** By id. What can't be run is reported, line by line, and left out. */
export async function readScenarios(
  directory: string,
  log: Log,
): Promise<ReadonlyMap<string, ScenarioFile>> {
  const found = new Map<string, ScenarioFile>();
  for (const file of await allScenarios(directory, log)) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    const result = loadScenario(text);
    if (!result.ok) {
      for (const problem of result.problems) log.error(`${file}: ${formatProblem(problem)}`);
      continue;
    }
    const { scenario } = result;
    if (found.has(scenario.id)) {
      log.error(
        `${file}: scenario/duplicate-id at id: "${scenario.id}" stands in another file too`,
      );
      continue;
    }
    const beside = await scenarioFiles(dirname(file), scenario);
    if (!beside.ok) {
      for (const line of toLines(beside.problems)) log.error(`${file}: ${line}`);
      continue;
    }
    const hash = createHash('sha256').update(text).digest('hex');
    found.set(scenario.id, { scenario, text, hash, attachments: beside.files });
  }
  return found;
}

export function toCard(scenario: Scenario): ScenarioCard {
  let phaseCount = 0;
  walkPhases(scenario.phases, null, () => {
    phaseCount += 1;
  });
  return {
    id: scenario.id,
    title: scenario.title,
    summary: scenario.summary,
    estimatedMinutes: scenario.estimatedMinutes,
    languages: scenario.languages,
    defaultLanguage: scenario.defaultLanguage,
    parties: scenario.parties.map(({ id, name, language }) => ({ id, name, language })),
    teams: scenario.teams.map(({ id, party, name, sector }) => ({
      id,
      partyId: party,
      name,
      sector,
    })),
    injectCount: scenario.injects.length,
    phaseCount,
  };
}

async function allScenarios(directory: string, log: Log): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(directory, name, 'scenario.json'))
      .sort();
  } catch {
    log.error(`no scenarios: can't read the directory ${directory}`);
    return [];
  }
}
