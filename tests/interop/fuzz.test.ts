/** Sound files with something wrong in them: a draft that loads, or a refusal in words; never more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CliError } from '../../server/src/cli/exit-codes.js';
import { runs } from '../support/runs.js';
import { type Dice, mutateFile } from './support/mutate.js';
import { importBytes } from './support/read.js';
import { soundFiles } from './support/sound-files.js';

const sound = await soundFiles();
const tries = runs(300);

describe('files with something wrong in them', () => {
  test(`[IO20] become a draft that loads or are refused in words, over ${tries} of them`, async () => {
    const seen = { drafts: 0, refusals: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sound.length - 1),
        fc.infiniteStream(fc.nat(0xffff_ffff)),
        async (which, numbers) => {
          const file = sound[which];
          if (file === undefined) return;
          const dice: Dice = (below) => Number(numbers.next().value) % Math.max(1, below);
          const bytes = mutateFile(file, dice);
          const startedAt = performance.now();
          try {
            const { scenario, findings } = await importBytes(file.form, bytes, file.name);
            const refused = findings.filter(({ severity }) => severity === 'error');
            expect(scenario === null).toBe(refused.length > 0);
            // What is made must load: an importer that makes anything else has a fault of its own.
            expect(refused.filter(({ code }) => code === 'import/draft-refused')).toEqual([]);
            if (scenario === null) seen.refusals++;
            else seen.drafts++;
          } catch (error) {
            if (!(error instanceof CliError)) throw error;
            seen.refusals++;
          }
          expect(performance.now() - startedAt).toBeLessThan(5_000);
        },
      ),
      { numRuns: tries, endOnFailure: true },
    );
    expect(seen.drafts).toBeGreaterThan(tries / 4);
    expect(seen.refusals).toBeGreaterThan(0);
  });
});
