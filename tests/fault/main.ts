/**
 * Faults, one script each: `npm run fault`, or `npm run fault -- kill --rounds 200 --database sqlite`.
 * Ends with 1 when a checker found anything.
 */
import { parseArgs } from 'node:util';
import { clocks } from './clocks.js';
import { corrupt } from './corrupt.js';
import { crash } from './crash.js';
import { deaf } from './deaf.js';
import { disk } from './disk.js';
import { frames } from './frames.js';
import { kill } from './kill.js';
import { nodes } from './nodes.js';
import { storm } from './storm.js';
import { tell, type Verdict } from './support/verdict.js';
import type { DatabaseKind } from './support/workshop.js';

export interface FaultOptions {
  /** How often it is done; left out, so often that it takes a few minutes at most. */
  readonly rounds: number | null;
  readonly seed: number;
  readonly databases: readonly DatabaseKind[];
}

type FaultScript = (options: FaultOptions) => AsyncIterable<Verdict>;

const scripts: Record<string, FaultScript> = {
  kill,
  disk,
  corrupt,
  crash,
  clocks,
  frames,
  storm,
  deaf,
  nodes,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string' },
    database: { type: 'string' },
  },
});
const unknown = positionals.filter((name) => !(name in scripts));
if (unknown.length > 0) {
  console.error(`no fault "${unknown[0]}"; there are: ${Object.keys(scripts).join(', ')}`);
  process.exit(2);
}
const options: FaultOptions = {
  rounds: values.rounds === undefined ? null : Math.max(1, Number(values.rounds)),
  seed: Number(values.seed ?? Math.floor(Math.random() * 1e6)),
  databases:
    values.database === undefined
      ? ['sqlite', 'postgres']
      : [values.database === 'postgres' ? 'postgres' : 'sqlite'],
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.setMaxListeners(0);
console.log(`seed ${options.seed}`);
let isWell = true;
for (const [name, script] of Object.entries(scripts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  try {
    for await (const verdict of script(options)) isWell = tell(verdict) && isWell;
  } catch (error) {
    console.error(`${name} broke:`, error);
    isWell = false;
  }
}
process.exit(isWell ? 0 : 1);
