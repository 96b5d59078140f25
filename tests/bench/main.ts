/** Benchmarks: `npm run bench`, or `npm run bench -- fold` for one of them. */
import { benchAppend } from './append.bench.js';
import { benchDecide } from './decide.bench.js';
import { benchFanOut } from './fan-out.bench.js';
import { benchFold } from './fold.bench.js';
import { benchMemory } from './memory.bench.js';
import { benchRehearsal } from './rehearsal.bench.js';

const benches: Record<string, () => void | Promise<void>> = {
  fold: benchFold,
  decide: benchDecide,
  append: benchAppend,
  memory: benchMemory,
  rehearsal: benchRehearsal,
  'fan-out': benchFanOut,
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}
