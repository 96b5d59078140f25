/** What a state keeps beside what happened, so that nobody need count or search, worked out anew. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { Tallies } from '@trilogue/engine/exercise/state-parts';
import { plain, same } from './plain.js';

/** Sums are what adding up gives, and indexes hold what a search would find. */
export function checkSums(state: ExerciseState): void {
  same(state.tallies, talliesOf(state, null), 'tallies');
  for (const [injectId, { tallies }] of state.injects) {
    same(tallies, talliesOf(state, injectId), `tallies of ${injectId}`);
  }
  for (const { tableId } of state.casting.tables) {
    const lines = [...state.scores.values()].filter((line) => line.tableId === tableId);
    same(state.scores.total(tableId), sumOf(lines), `the total of ${tableId}`);
  }
  same(state.scores.total(), sumOf([...state.scores.values()]), 'the total of all');
  // After EndEx nothing is due.
  if (state.lifecycle.stage !== 'live') return;
  const { expectations, positions, obligations, injects, exits } = state;
  const isOpen = ({ status }: { readonly status: string }) => status === 'open';
  index(
    state.openDeadlines,
    expectations.filter(isOpen).map(({ dueAtMs }) => dueAtMs),
  );
  index(
    state.openPositions,
    positions.filter(isOpen).map(({ dueAtMs }) => dueAtMs),
  );
  index(
    state.openObligations,
    obligations.filter(isOpen).map(({ dueScenarioMs }) => dueScenarioMs),
  );
  const ticking = injects.filter(({ status, isHeld }) => status === 'armed' && !isHeld);
  index(
    state.armedInjects,
    ticking.map(({ dueAtMs }) => dueAtMs),
  );
  const armed = exits.filter(({ status }) => status === 'armed');
  index(
    state.armedExits,
    armed.map(({ dueAtMs }) => dueAtMs),
  );
}

function index(kept: object, found: object): void {
  same(plain(kept), plain(found), 'an index of what is due');
}

function talliesOf({ deliveries, expectations }: ExerciseState, injectId: string | null): Tallies {
  const isOf = (key: string) => injectId === null || key.split(' ')[0] === injectId;
  const about = [...deliveries].flatMap(([key, found]) => (isOf(key) ? [found] : []));
  const count = (what: 'acknowledged' | 'response' | 'choice') =>
    about.filter((found) => found[what] !== null).length;
  const asked = [...expectations].flatMap(([key, found]) => (isOf(key) ? [found] : []));
  return {
    acknowledged: count('acknowledged'),
    responses: count('response'),
    choices: count('choice'),
    missed: asked.filter(({ status }) => status === 'missed' || status === 'late').length,
  };
}

function sumOf(lines: readonly { readonly points: number; readonly maximum: number }[]) {
  return {
    points: lines.reduce((sum, { points }) => sum + points, 0),
    maximum: lines.reduce((sum, { maximum }) => sum + maximum, 0),
  };
}
