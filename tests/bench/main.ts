/**
 * Benchmarks: `npm run bench`, or `npm run bench -- fan-out join --rounds 7` for some of them.
 * Servers are measured beside their peers, in turns, so that whatever else the machine does meets all.
 */
import { parseArgs } from 'node:util';
import { hasPostgres } from '../support/postgres.js';
import { benchAnswers } from './answers.bench.js';
import { benchAppend } from './append.bench.js';
import { benchDecide } from './decide.bench.js';
import { benchFanOut } from './fan-out.bench.js';
import { benchFold } from './fold.bench.js';
import { benchHours } from './hours.bench.js';
import { benchJoin } from './join.bench.js';
import { benchMemory } from './memory.bench.js';
import { benchRehearsal } from './rehearsal.bench.js';
import { benchScreens } from './screens.bench.js';
import { benchWireBytes } from './wire-bytes.bench.js';

export interface BenchOptions {
  /** How often each is measured; what is told is the middle. */
  readonly rounds: number;
  /** Wall time that the long one may take. */
  readonly minutes: number;
  /** How many listen to a fan-out, one size after the other. */
  readonly sockets: readonly number[];
  /** Whether answers are kept in PostgreSQL as well. */
  readonly isPostgresMeasured: boolean;
}

const benches: Record<string, (options: BenchOptions) => void | Promise<void>> = {
  fold: benchFold,
  decide: benchDecide,
  append: benchAppend,
  memory: benchMemory,
  rehearsal: benchRehearsal,
  'fan-out': benchFanOut,
  answers: benchAnswers,
  join: benchJoin,
  'wire-bytes': benchWireBytes,
  screens: benchScreens,
  hours: benchHours,
};

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '8' },
    sockets: { type: 'string', default: '300,1000' },
    'sqlite-only': { type: 'boolean', default: false },
  },
});
const options: BenchOptions = {
  rounds: Number(values.rounds),
  minutes: Number(values.minutes),
  sockets: values.sockets.split(',').map(Number),
  isPostgresMeasured: hasPostgres && !values['sqlite-only'],
};
const stranger = wanted.find((name) => benches[name] === undefined);
if (stranger !== undefined) {
  console.error(`no benchmark "${stranger}"; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench(options);
}
process.exit();
