/** Law 7: what an audience is told, folded, is what it may see; at any cut, after any reconnection. */
import type { FactType } from '@trilogue/engine/exercise/facts';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { SeatId } from '@trilogue/engine/protocol/ids';
import { type Audience, playerAudience } from '@trilogue/engine/views/audience';
import { project } from '@trilogue/engine/views/project';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DrillTally } from '../support/drill-tally.js';
import { play, randomMoves } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';
import { runs, tried } from '../support/runs.js';
import { checkDrill, honest, Measure, type Project } from '../support/view-law.js';

const drills = runs(40);
const tally = new DrillTally();
const measure = new Measure();

describe('projection', () => {
  const law = fc.property(
    randomScenario,
    randomMoves(120),
    fc.array(fc.nat({ max: 4_000 }), { maxLength: 3 }),
    (scenario, moves, cuts) => {
      const played = play(scenario, moves);
      tally.take(played);
      checkDrill(played, cuts, honest, measure);
    },
  );

  test(`[VIEW1] over ${drills} random drills, the fold of what was sent is the view, at any cut`, () => {
    fc.assert(law, tried(drills));
  });

  test('[VIEW2] the drills held every kind of fact, and all that scenarios can say came about', () => {
    // What chance left out is waited for a while.
    for (let more = 0; more < 200 && tally.missing().length > 0; more++) {
      fc.assert(law, tried(5));
    }
    console.log(`  ${tally}`);
    expect(tally.missing()).toEqual([]);
  });

  test('[VIEW3] whole views are sent seldom, and steps are small', () => {
    const resetShare = measure.resets / measure.steps;
    const bytesAStep = measure.bytes / measure.steps;
    console.log(
      `resets ${(resetShare * 100).toFixed(2)} % of ${measure.steps} steps, ${bytesAStep.toFixed(0)} bytes a step`,
    );
    const resetBy = ['ContentRedacted', 'ExerciseCreated', 'Rewound', 'TeamsCast'];
    expect([...measure.resetBy].sort()).toEqual(resetBy);
    expect(resetShare).toBeLessThan(0.04);
    expect(bytesAStep).toBeLessThan(300);
  });

  test('[VIEW5] a seat whose audience changes gets a whole view, and is told from there', () => {
    console.log(`${measure.restarts} changes of audience, ${measure.privateSteps} private steps`);
    expect(measure.restarts).toBeGreaterThan(drills / 4);
    expect(measure.privateSteps).toBeGreaterThan(drills);
  });

  const nothing = { kind: 'changes', changes: [] } as const;
  const faults: readonly [string, Project][] = [
    [
      'an acknowledgement that is not passed on',
      (step, audience) =>
        step.fact.type === 'InjectAcknowledged' && audience.role === 'player'
          ? nothing
          : honest(step, audience),
    ],
    [
      'an inject that goes to a table it was not sent to',
      ({ before, fact, after }, audience) =>
        fact.type === 'InjectReleased' && audience.role === 'player'
          ? project(before, fact, after, playerAudience(fact.tableIds[0] ?? audience.tableId))
          : project(before, fact, after, audience),
    ],
    ['a recall that leaves the inject standing', without('InjectRecalled', ['injects', 'events'])],
    ['a share that gives nobody the item', without('InformationShared', ['holdings'])],
    ['a request that its answer leaves open', without('RequestAnswered', ['requests'])],
    ['a stance that nobody hears of', without('StanceTaken', ['positions'])],
    ['a reporting clock that starts in silence', without('ObligationStarted', ['obligations'])],
    ['a task whose time to be shown passes by', without('ExpectationRevealed', ['tasks'])],
    ['a translation that does not appear', without('TextTranslated', ['messages', 'shares'])],
    [
      'a whisper that the whole table hears',
      ({ before, fact, after }, audience) => {
        const seats = fact.type === 'InformationShared' ? fact.seatIds : [];
        const [seatId] = seats.filter((id) => isAt(after, id, audience));
        return audience.role === 'player' && seatId !== undefined
          ? project(before, fact, after, { ...audience, seatId })
          : project(before, fact, after, audience);
      },
    ],
    [
      'a rewind told as if nothing had been taken back',
      (step, audience) => (step.fact.type === 'Rewound' ? nothing : honest(step, audience)),
    ],
  ];

  test.each(faults)('[VIEW4] the law catches %s', (_, faulty) => {
    const law = fc.property(randomScenario, randomMoves(120), (scenario, moves) => {
      checkDrill(play(scenario, moves), [], faulty);
    });
    expect(fc.check(law, tried(200)).failed).toBe(true);
  });
});

/** What a kind of fact changes, with some parts kept back. */
function without(type: FactType, parts: readonly string[]): Project {
  return (step, audience) => {
    const told = honest(step, audience);
    return step.fact.type === type && told.kind === 'changes'
      ? { ...told, changes: told.changes.filter(({ part }) => !parts.includes(part)) }
      : told;
  };
}

function isAt({ seats }: ExerciseState, seatId: SeatId, audience: Audience): boolean {
  return audience.role === 'player' && seats.get(seatId)?.tableId === audience.tableId;
}
