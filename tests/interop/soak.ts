/**
 * Mutated files for as long as one likes: `npm run soak -- 10` for ten minutes. Every importer, and the
 * loader with the bundled scenarios; each file becomes a draft or is refused in words. What breaks is
 * printed with the number that makes it again.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { toPlaybook } from '@trilogue/engine/scenario/playbook';
import { CliError } from '../../server/src/cli/exit-codes.js';
import { type Dice, mutateFile } from './support/mutate.js';
import { importBytes } from './support/read.js';
import { soundFiles } from './support/sound-files.js';

interface Sound {
  readonly form: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly take: (bytes: Uint8Array) => Promise<'made' | 'refused'>;
}

const slowMs = 5_000;
const minutes = Number(process.argv[2] ?? 10);
const from = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
const kinds = new Map<string, { made: number; refused: number }>();
const slowest = { ms: 0, what: '' };
let broken = 0;
let number = from;

const sound = [...(await importers()), ...scenarios()];
const until = performance.now() + minutes * 60_000;
while (performance.now() < until) {
  await tryOne(number);
  number++;
}
const tried = number - from;
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  `${tried} files in ${minutes} min from number ${from}: ${broken} broke; ` +
    `at most ${peakMb.toFixed(0)} MB resident; slowest ${slowest.ms.toFixed(0)} ms (${slowest.what})\n`,
);
for (const [kind, { made, refused }] of kinds) {
  process.stdout.write(`  ${kind}: ${made} taken, ${refused} refused\n`);
}
process.exitCode = broken === 0 ? 0 : 1;

async function tryOne(seed: number): Promise<void> {
  const dice = diceOf(seed);
  const file = sound[dice(sound.length)];
  if (file === undefined) return;
  const bytes = mutateFile(file, dice);
  const startedAt = performance.now();
  try {
    const outcome = await file.take(bytes);
    const counted = kinds.get(file.form) ?? { made: 0, refused: 0 };
    counted[outcome]++;
    kinds.set(file.form, counted);
  } catch (error) {
    broken++;
    const path = join(tmpdir(), `trilogue-soak-${seed}`);
    writeFileSync(path, bytes);
    process.stdout.write(`${seed} ${file.name}, kept as ${path}: ${String(error)}\n`);
  }
  const ms = performance.now() - startedAt;
  if (ms > slowest.ms) Object.assign(slowest, { ms, what: `${seed} ${file.name}` });
  if (ms > slowMs) broken++;
}

async function importers(): Promise<Sound[]> {
  const files = await soundFiles();
  return files.map(({ form, name, bytes }) => ({
    form,
    name,
    bytes,
    take: async (mutated) => {
      try {
        const { scenario, findings } = await importBytes(form, mutated, name);
        const refused = findings.filter(({ severity }) => severity === 'error');
        if ((scenario === null) !== refused.length > 0) throw new Error('neither made nor refused');
        if (refused.some(({ code }) => code === 'import/draft-refused'))
          throw new Error('made what does not load');
        return scenario === null ? 'refused' : 'made';
      } catch (error) {
        if (error instanceof CliError) return 'refused';
        throw error;
      }
    },
  }));
}

function scenarios(): Sound[] {
  const folder = new URL('../../scenarios/', import.meta.url);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      form: 'loader',
      name: `${name}.json`,
      bytes: new Uint8Array(readFileSync(new URL(`${name}/scenario.json`, folder))),
      take: async (mutated) => {
        const loaded = loadScenario(new TextDecoder().decode(mutated));
        if (loaded.ok) {
          toPlaybook(loaded.scenario);
          return 'made';
        }
        if (loaded.problems.length === 0) throw new Error('refused without a word');
        return 'refused';
      },
    }));
}

/** Mulberry32: the same number makes the same file. */
function diceOf(seed: number): Dice {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}
