/** Law 7: what an audience is told, folded, is what it may see; at any cut, after any reconnection. */
import { type FactType, factScope } from '@trilogue/engine/exercise/facts';
import type { Audience } from '@trilogue/engine/views/audience';
import { audienceKey, playerAudience } from '@trilogue/engine/views/audience';
import { project, type View, viewOf } from '@trilogue/engine/views/project';
import { evolveView, type ViewStep } from '@trilogue/engine/views/view-model';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Played, play, randomMoves, type Step } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';

type Project = (step: Step, audience: Audience) => ViewStep<View>;

const honest: Project = ({ before, fact, after }, audience) =>
  project(before, fact, after, audience);

const runs = 1_000;
const counts = new Map<FactType, number>();
/** Kinds of fact that a step could not tell, so that the whole view was sent. */
const resetBy = new Set<FactType>();
const tally = { facts: 0, resets: 0, bytes: 0, steps: 0 };

describe('projection', () => {
  test(`[VIEW1] over ${runs} random drills, the fold of what was sent is the view, at any cut`, () => {
    fc.assert(
      fc.property(
        randomScenario,
        randomMoves(120),
        fc.array(fc.nat({ max: 4_000 }), { maxLength: 3 }),
        (scenario, moves, cuts) => {
          const played = play(scenario, moves);
          for (const { fact } of played.steps) {
            counts.set(fact.type, (counts.get(fact.type) ?? 0) + 1);
          }
          tally.facts += played.steps.length;
          for (const audience of audiencesOf(played)) {
            checkAudience(played, audience, cuts, honest);
          }
        },
      ),
      { numRuns: runs },
    );
  });

  test('[VIEW2] the drills held every kind of fact', () => {
    const kinds = Object.keys(factScope) as FactType[];
    const table = kinds.map((kind) => `${kind} ${counts.get(kind) ?? 0}`);
    console.log(`${tally.facts} facts:\n  ${table.join('\n  ')}`);
    expect(kinds.filter((kind) => !counts.get(kind))).toEqual([]);
  });

  test('[VIEW3] whole views are sent seldom, and steps are small', () => {
    const resetShare = tally.resets / tally.steps;
    const bytesAStep = tally.bytes / tally.steps;
    console.log(
      `resets ${(resetShare * 100).toFixed(2)} % of ${tally.steps} steps, ${bytesAStep.toFixed(0)} bytes a step`,
    );
    expect([...resetBy].sort()).toEqual(['ExerciseCreated', 'TeamsCast']);
    expect(resetShare).toBeLessThan(0.08);
    expect(bytesAStep).toBeLessThan(600);
  });

  const faults: [string, Project][] = [
    [
      'an acknowledgement that is not passed on',
      (step, audience) =>
        step.fact.type === 'InjectAcknowledged' && audience.role === 'player'
          ? { kind: 'changes', changes: [] }
          : honest(step, audience),
    ],
    [
      'an inject that goes to a table it was not sent to',
      ({ before, fact, after }, audience) =>
        fact.type === 'InjectReleased' && audience.role === 'player'
          ? project(before, fact, after, playerAudience(fact.tableIds[0] ?? audience.tableId))
          : project(before, fact, after, audience),
    ],
    [
      'a recall that leaves the inject standing',
      (step, audience) => {
        const told = honest(step, audience);
        return step.fact.type === 'InjectRecalled' && told.kind === 'changes'
          ? {
              ...told,
              changes: told.changes.filter(({ part }) => part !== 'injects' && part !== 'events'),
            }
          : told;
      },
    ],
  ];

  test.each(faults)('[VIEW4] the law catches %s', (_, faulty) => {
    const outcome = fc.check(
      fc.property(randomScenario, randomMoves(120), (scenario, moves) => {
        const played = play(scenario, moves);
        for (const audience of audiencesOf(played)) checkAudience(played, audience, [], faulty);
      }),
      { numRuns: 300 },
    );
    expect(outcome.failed).toBe(true);
  });
});

afterAll(() => counts.clear());

function audiencesOf({ tableIds }: Played): Audience[] {
  return [...tableIds.map(playerAudience), { role: 'facilitator' }, { role: 'observer' }];
}

/** Follows the log as one client would, and as one that was cut off at each cut. */
function checkAudience(
  { steps, state }: Played,
  audience: Audience,
  cuts: readonly number[],
  tell: Project,
): void {
  const first = steps[0];
  if (first === undefined) return;
  const told = steps.map((step) => tell(step, audience));
  let view = viewOf(first.before, audience);
  const checkpoints = new Set(cuts.map((cut) => cut % steps.length));
  told.forEach((step, index) => {
    view = evolveView(view, step);
    tally.steps++;
    if (step.kind === 'reset') {
      tally.resets++;
      resetBy.add(steps[index]?.fact.type ?? 'ExerciseCreated');
    } else if (step.changes.length > 0) tally.bytes += JSON.stringify(step).length;
    if (checkpoints.has(index))
      same(view, viewOf(steps[index]?.after ?? state, audience), audience);
  });
  same(view, viewOf(state, audience), audience);
  for (const cut of checkpoints) {
    // Whoever comes back gets the view as it stood, then what came after.
    const from = viewOf(steps[cut]?.after ?? state, audience);
    same(told.slice(cut + 1).reduce(evolveView, from), viewOf(state, audience), audience);
  }
}

function same(actual: View, wanted: View, audience: Audience): void {
  if (canonical(actual) !== canonical(wanted)) {
    expect(JSON.parse(canonical(actual)), audienceKey(audience)).toEqual(
      JSON.parse(canonical(wanted)),
    );
  }
}

/** JSON with the keys of every object in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
