/** Take-aways of random drills, held against the ledger of who may know what, which shares no code with them. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import { takeawaySchema } from '@trilogue/engine/protocol/takeaway';
import { takeawayOf } from '@trilogue/engine/report/takeaway';
import { playerAudience } from '@trilogue/engine/views/audience';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokensIn } from '../support/canary.js';
import { type CanaryDrill, playCanaries } from '../support/canary-drill.js';
import { Ledger } from '../support/canary-ledger.js';
import { randomMoves } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';
import { runs, tried } from '../support/runs.js';

const drills = runs(40);
const patienceMs = 180_000;
const read = { pages: 0, told: 0, kept: 0, notes: 0, scores: 0, ended: 0 };

test(
  `[AAR14] over ${drills} random drills, no page tells what its readers may not know`,
  () => {
    fc.assert(
      fc.property(randomScenario, randomMoves(70), (scenario, moves) => {
        const drill = playCanaries(scenario, moves);
        expect(leaks(drill, drill.state)).toEqual([]);
      }),
      tried(drills),
    );
    console.log(JSON.stringify(read));
    expect(Math.min(...Object.values(read))).toBeGreaterThan(0);
  },
  patienceMs,
);

test(
  '[AAR14] it is caught when a page is made for more eyes than it is read by',
  () => {
    const outcome = fc.check(
      fc.property(randomScenario, randomMoves(70), (scenario, moves) => {
        const drill = playCanaries(scenario, moves);
        expect(leaks(drill, drill.state, true)).toEqual([]);
      }),
      tried(50),
    );
    expect(outcome.failed).toBe(true);
  },
  patienceMs,
);

/** Also in the middle of play, where staff alone may look: what is no secret then is none afterwards. */
test('[AAR14] nor at any moment of play', () => {
  fc.assert(
    fc.property(randomScenario, randomMoves(50), (scenario, moves) => {
      const drill = playCanaries(scenario, moves);
      const half = Math.floor(drill.steps.length / 2);
      const step = drill.steps[half];
      if (step === undefined) return;
      expect(leaks({ ...drill, steps: drill.steps.slice(0, half + 1) }, step.after)).toEqual([]);
    }),
    tried(runs(20)),
  );
}, 180_000);

type Played = Pick<CanaryDrill, 'canary' | 'steps'>;

/** @param isTooMuch to see that it is caught: everybody is given what staff get */
function leaks({ canary, steps }: Played, state: ExerciseState, isTooMuch = false): string[] {
  const ledger = new Ledger(canary.scenario, canary.tokens);
  for (const { fact } of steps) ledger.take(fact);
  const tables = state.casting.tables.map(({ tableId }) => tableId);
  const staff = takeawayOf(state, { kind: 'staff' });
  takeawaySchema.parse(staff);
  const all = new Set(tokensIn(JSON.stringify(staff)));
  if (state.lifecycle.stage === 'ended') read.ended++;
  return [null, ...tables].flatMap((tableId) => {
    const audience =
      tableId === null ? ({ kind: 'everybody' } as const) : ({ kind: 'table', tableId } as const);
    const page = takeawayOf(state, isTooMuch ? { kind: 'staff' } : audience);
    const text = JSON.stringify(takeawaySchema.parse(page));
    const players = tables.map(playerAudience);
    const wall = { role: 'observer' } as const;
    // What everybody may take home is on the wall, or may be known at every table.
    const mayHold = (token: string) =>
      tableId === null
        ? ledger.mayHold(wall, token) || players.every((one) => ledger.mayHold(one, token))
        : ledger.mayHold(playerAudience(tableId), token) || ledger.mayHold(wall, token);
    const found = tokensIn(text);
    read.pages++;
    read.told += found.length;
    read.kept += [...all].filter((token) => !found.includes(token)).length;
    read.notes += page?.observations.length ?? 0;
    if (page?.scores !== null) read.scores++;
    const wrong = found.filter((token) => !mayHold(token)).map((token) => ledger.kindOf(token));
    const reader = tableId === null ? wall : playerAudience(tableId);
    const hasPoints = text.includes('"points":') && !ledger.mayHoldPoints(reader);
    return [...wrong, ...(hasPoints ? ['points'] : [])].map(
      (kind) => `${tableId ?? 'all'}: ${kind}`,
    );
  });
}
