import type { FaultOptions } from './main.js';
import type { Verdict } from './support/verdict.js';

export async function* clocks(_options: FaultOptions): AsyncIterable<Verdict> {}
