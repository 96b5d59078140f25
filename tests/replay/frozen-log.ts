/** A drill kept for good: its log, with the views and scores it led to when it was frozen. */
import { fold } from '@trilogue/engine/exercise/evolve';
import { emptyExercise } from '@trilogue/engine/exercise/state';
import { readFact } from '@trilogue/engine/exercise/upcast';
import { parseScenario } from '@trilogue/engine/scenario/load';
import type { ScoreEntry } from '@trilogue/engine/scoring/score';
import type { Audience } from '@trilogue/engine/views/audience';
import { audienceKey, playerAudience } from '@trilogue/engine/views/audience';
import { viewOf } from '@trilogue/engine/views/project';

export interface FrozenLog {
  readonly scenario: unknown;
  readonly facts: readonly unknown[];
  /** By audience. */
  readonly views: Readonly<Record<string, unknown>>;
  readonly scores: readonly ScoreEntry[];
}

export function toFrozenLog(scenario: unknown, facts: readonly unknown[]): FrozenLog {
  const loaded = parseScenario(scenario);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const state = fold(emptyExercise(loaded.scenario), facts.map(readFact));
  const audiences: Audience[] = [
    ...state.casting.tables.map(({ tableId }) => playerAudience(tableId)),
    { role: 'facilitator' },
    { role: 'observer' },
  ];
  return {
    scenario,
    facts,
    views: Object.fromEntries(
      audiences.map((audience) => [audienceKey(audience), viewOf(state, audience)]),
    ),
    scores: [...state.scores.values()].sort((a, b) => a.causedBy - b.causedBy),
  };
}
