/** The story's date and hour at any play time, from the clocks that the modules set one after another. */
import type { ExerciseState } from '../exercise/state.js';
import { scenarioTimeAt } from '../exercise/state.js';
import type { ScenarioClock } from '../exercise/state-parts.js';

/** Scenario time, ms since 1970 UTC, at a play time; null before the first module. */
export type ScenarioTimes = (playMs: number) => number | null;

export function scenarioTimes({ timeline }: ExerciseState): ScenarioTimes {
  const clocks: ScenarioClock[] = [];
  for (const fact of timeline) {
    if (fact.type === 'PhaseChanged' && fact.scenarioClock !== null)
      clocks.push(fact.scenarioClock);
  }
  return (playMs) => {
    // Where two modules begin at one moment, the later one's clock holds.
    const clock = clocks.findLast(({ fromPlayMs }) => fromPlayMs <= playMs) ?? null;
    const atMs = scenarioTimeAt(clock, playMs);
    return atMs === null ? null : Math.round(atMs);
  };
}
