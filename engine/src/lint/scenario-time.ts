/** The story's clock over the whole of play, the modules running as written. */
import type { Phase } from '../scenario/schema.js';
import type { Script } from './script.js';

/** A stretch of play over which scenario time runs at one rate. */
export interface Stretch {
  readonly phaseId: string;
  /** Minutes of play from StartEx. */
  readonly from: number;
  readonly to: number;
  /** Scenario time at its beginning, ms UTC. */
  readonly startsAtMs: number;
  /** Minutes of scenario time in one minute of play. */
  readonly rate: number;
}

/** The stretches of the modules, in the order of the file; phases inside a module do not count. */
export function stretchesOf({ modules }: Script): Stretch[] {
  let atMs = 0;
  let rate = 1;
  return modules.map(({ phase, startsAt, length }) => {
    const set = settingsOf(phase);
    atMs = set.startsAtMs ?? atMs;
    rate = set.rate ?? rate;
    const stretch = {
      phaseId: phase.id,
      from: startsAt,
      to: startsAt + length,
      startsAtMs: atMs,
      rate,
    };
    atMs = endOf(stretch);
    return stretch;
  });
}

/** Scenario time at the end of a stretch, ms UTC. */
export function endOf({ from, to, startsAtMs, rate }: Stretch): number {
  return startsAtMs + (to - from) * rate * 60_000;
}

/** Where the first phases inside a module set time, they set the module's. */
function settingsOf(phase: Phase): { startsAtMs: number | null; rate: number | null } {
  const [first] = phase.phases ?? [];
  const inner = first === undefined ? null : settingsOf(first);
  return {
    startsAtMs:
      inner?.startsAtMs ?? (phase.startsAt === undefined ? null : Date.parse(phase.startsAt)),
    rate: inner?.rate ?? phase.rate ?? null,
  };
}
