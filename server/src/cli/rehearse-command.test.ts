import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, test } from 'vitest';
import { registerRehearse } from './rehearse-command.js';

const root = new URL('../../..', import.meta.url).pathname;
const firstSteps = join(root, 'scenarios/first-steps/scenario.json');
const scratch = mkdtempSync(join(tmpdir(), 'trilogue-rehearse-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Refused before anything is played, so there is nothing to wait for. */
function rehearse(...options: string[]): Promise<Command> {
  const program = new Command().exitOverride();
  registerRehearse(program);
  return program.parseAsync(['rehearse', firstSteps, ...options], { from: 'user' });
}

describe('trilogue rehearse', () => {
  test('[CLI7] refuses a language and tables that the scenario does not have', async () => {
    await expect(rehearse('--lang', 'de')).rejects.toThrow(
      '--lang "de": the scenario is written in en, ja, fil',
    );
    await expect(rehearse('--tables', '9')).rejects.toThrow('--tables 9: the scenario has 3 teams');
  });

  test('[CLI7] looks before it plays whether the report can be written', async () => {
    await expect(rehearse('--out', scratch)).rejects.toThrow('it is a folder, not a file');
    await expect(rehearse('--out', join(firstSteps, 'x.html'))).rejects.toThrow(
      'a part of its path is a file, not a folder',
    );
    expect(readdirSync(scratch)).toEqual([]);
  });
});
