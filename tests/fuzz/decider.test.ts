/** Laws 2 and 4 over random drills: whole logs, whole in time, and the same every time. */

import type { Command } from '@trilogue/engine/exercise/commands';
import { decide } from '@trilogue/engine/exercise/decide';
import { nextDueMs } from '@trilogue/engine/exercise/due';
import { fold } from '@trilogue/engine/exercise/evolve';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { type ExerciseState, emptyExercise, playTimeAt } from '@trilogue/engine/exercise/state';
import { readFact } from '@trilogue/engine/exercise/upcast';
import type { SeatId, VariantId } from '@trilogue/engine/protocol/ids';
import { parseScenario } from '@trilogue/engine/scenario/load';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { host, running } from '@trilogue/engine/testing/drill';
import { worldFile, worldScenario } from '@trilogue/engine/testing/world-scenario';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judged } from '../support/judged.js';
import { same } from '../support/plain.js';
import {
  type Decide,
  type Move,
  type Played,
  play,
  randomMoves,
  replayed,
  replayedOnTime,
} from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';
import { runs, tried } from '../support/runs.js';
import { checkSums } from '../support/state-law.js';

const looks = fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 5 });

const logOf = ({ steps }: Played): Fact[] => steps.map(({ fact }) => fact);
const storedOf = (log: readonly Fact[]): Fact[] =>
  log.map((fact) => readFact(JSON.parse(JSON.stringify(fact))));

/** Facts that looks in between were compared over, by kind; and looks of a punctual host. */
const counts = new Map<Fact['type'], number>();
let wakes = 0;

interface Drill {
  readonly scenario: Scenario;
  readonly moves: Move[];
  readonly between: number[];
  readonly pick: number;
  readonly played: Played;
}

const drills = fc
  .record({ scenario: randomScenario, moves: randomMoves(100), between: looks, pick: fc.nat() })
  .map((drawn): Drill => ({ ...drawn, played: play(drawn.scenario, drawn.moves) }));

const holds = judged(drills, runs(60), {
  looking: ({ played, between }) => {
    expectAlike(replayed(played, between), played);
    for (const { type } of logOf(played)) counts.set(type, (counts.get(type) ?? 0) + 1);
  },
  onTime: ({ played }) => {
    const punctual = replayedOnTime(played, (facts) => {
      wakes++;
      expect(facts).toBeGreaterThan(0);
    });
    expectAlike(punctual, played);
  },
  nothingDue: ({ played: { submissions, ends, steps } }) => {
    submissions.forEach(({ nowMs }, index) => {
      const state = steps[(ends[index] ?? 0) - 1]?.after;
      const dueAtMs = state === undefined ? null : nextDueMs(state);
      // Asked thousands of times: only what is wrong is worth an expectation.
      if (state && dueAtMs !== null && dueAtMs <= playTimeAt(state, nowMs)) {
        expect.fail(`due at ${dueAtMs} and still there at ${playTimeAt(state, nowMs)}`);
      }
    });
  },
  readsBack: ({ scenario, played }) => {
    const { steps, state } = played;
    const stored = storedOf(logOf(played));
    same(stored, logOf(played), 'the log');
    same(withoutBook(fold(emptyExercise(scenario), stored)), withoutBook(state), 'the state');
    for (const { fact, after } of steps) if (fact.type === 'Rewound') checkSums(after);
    checkSums(state);
  },
  numbered: ({ played }) => {
    logOf(played).reduce(
      (previous, fact) => {
        const isBack = fact.type === 'Rewound';
        const isInOrder =
          fact.seq === previous.seq + 1 &&
          fact.epoch === previous.epoch + Number(isBack) &&
          fact.atMs >= previous.atMs &&
          // Play time goes back at a rewind, and only then.
          (isBack || fact.playMs >= previous.playMs) &&
          (fact.causedBy ?? 0) < fact.seq;
        if (!isInOrder) expect.fail(`${JSON.stringify(fact)} after ${JSON.stringify(previous)}`);
        return fact;
      },
      { seq: 0, epoch: 0, atMs: 0, playMs: 0 },
    );
  },
  sameAgain: ({ played, pick }) => checkSameAgain(played, pick, decide),
  releasedOnce: ({ played }) => {
    const released = played.state.timeline
      .toArray()
      .flatMap((fact) => (fact.type === 'InjectReleased' ? [fact.injectId] : []));
    expect(new Set(released).size).toBe(released.length);
  },
});

describe('the decider at random', () => {
  test('[LAW4] looking in between changes nothing: a→c is a→b→c', () => {
    holds('looking');
    const timed = [...timedFacts].map((type) => `${type} ${counts.get(type) ?? 0}`);
    console.log(
      `${[...counts.values()].reduce((a, b) => a + b, 0)} facts compared: ${timed.join(', ')}`,
    );
    expect(timedFacts.filter((type) => !counts.get(type))).toEqual([]);
  });

  test('[CLK6] a host that looks when it was told to misses nothing and never looks in vain', () => {
    holds('onTime');
    console.log(`${wakes} looks on time`);
    expect(wakes).toBeGreaterThan(0);
  });

  test('[CLK2] after every command nothing is left that has come due', () => {
    holds('nothingDue');
  });

  test('[LAW2] a log reads back whole and folds to the same state, and what is kept beside it adds up', () => {
    holds('readsBack');
  });

  test('[LAW2] a log is numbered without a gap, in time, and each cause comes before its effect', () => {
    holds('numbered');
  });

  test('[LAW2] the same state and command give the same facts, on any node, as often as one asks', () => {
    holds('sameAgain');
  });

  test('[INJ1] no inject is released twice in the play that stands', () => {
    holds('releasedOnce');
  });

  test('[DEC4] whoever calls for help as the exercise is put aside is heard, looked at before or not', () => {
    const { state, nowMs } = running(worldScenario());
    const moments = [1, 2, 3, 4, 5].map((minute) => nowMs + minute * 60_000);
    const calls: readonly Command[] = [
      { type: 'RaiseRealWorld', reason: 'Fire' },
      { type: 'SendMessage', thread: { kind: 'staff' }, text: 'Help' },
      { type: 'EndExercise', reason: 'Fire' },
    ];
    const heard = moments.flatMap((now) =>
      calls.flatMap((command) => {
        const facilitator = { kind: 'seat', seatId: 'facilitator' as SeatId } as const;
        const at = { actor: facilitator, command };
        const look = decide(state, { actor: host, command: { type: 'AdvanceClock' } }, now, 2);
        const after = decide(look.state, at, now, 2);
        const atOnce = decide(state, at, now, 2);
        expect(atOnce.facts).toEqual([...look.facts, ...after.facts]);
        expect(atOnce.rejection).toEqual(after.rejection);
        return look.state.quarantine !== null && atOnce.rejection === null ? [command.type] : [];
      }),
    );
    expect(new Set(heard)).toEqual(new Set(calls.map(({ type }) => type)));
  });

  test('[CLK7] a gap in which the exercise ended by itself leaves nothing to be stopped', () => {
    const endings = [
      { id: 'over', title: 'Over', when: { kind: 'elapsed', minutes: 2 }, ends: true },
    ];
    const loaded = parseScenario({ ...worldFile(), endings });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const { state, nowMs } = running(loaded.scenario);
    const command = { type: 'RecoverClock', lastPlayMs: 240_000 } as const;
    const { facts, rejection } = decide(state, { actor: host, command }, nowMs + 600_000);
    expect(rejection).toBeNull();
    const ended = facts.find(({ type }) => type === 'ExerciseEnded');
    expect(ended?.playMs).toBe(120_000);
    expect(facts.map(({ type }) => type)).not.toContain('ClockPaused');
  });

  test('[LAW4] the law catches a moment that is taken from the look instead of the clock', () => {
    const late: Decide = (state, submission, nowMs, limit) =>
      changed(decide(state, submission, nowMs, limit), (fact) =>
        fact.type === 'ExpectationMissed' ? { ...fact, atMs: Math.max(nowMs, fact.atMs) } : fact,
      );
    const law = fc.property(randomScenario, randomMoves(100), looks, (scenario, moves, between) => {
      const played = play(scenario, moves);
      expectAlike(replayed(played, between, late), replayed(played, [], late));
    });
    expect(fc.check(law, tried(60)).failed).toBe(true);
  });

  test('[LAW2] the law catches a draw that depends on how often somebody asked', () => {
    let asked = 0;
    const moody: Decide = (state, submission, nowMs, limit) => {
      asked++;
      return changed(decide(state, submission, nowMs, limit), (fact) =>
        fact.type === 'VariantDrawn'
          ? { ...fact, variantId: `variant-${asked % 2}` as VariantId }
          : fact,
      );
    };
    const law = fc.property(randomScenario, randomMoves(80), fc.nat(), (scenario, moves, pick) => {
      checkSameAgain(play(scenario, moves), pick, moody);
    });
    expect(fc.check(law, tried(200)).failed).toBe(true);
  });
});

/** What comes at a moment of its own, which a look must not move. */
const timedFacts: readonly Fact['type'][] = [
  'ExpectationMissed',
  'ExpectationRevealed',
  'ObligationMissed',
  'PositionFailed',
  'DependencyFelt',
  'MomentReached',
  'InjectDue',
  'ExitDue',
  'PhaseChanged',
];

function expectAlike(often: Played, seldom: Played): void {
  const [a, b] = [logOf(often), logOf(seldom)];
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a).toEqual(b);
}

/** Some commands of a drill again: on the state as it was, and on one folded from what was stored. */
function checkSameAgain(played: Played, pick: number, decideBy: Decide): void {
  const { scenario } = played.state.loaded;
  const log = logOf(played);
  const { submissions, ends } = played;
  const start = submissions.findIndex(({ command }) => command.type === 'StartExercise');
  for (const chosen of [start, pick % submissions.length, (pick * 7) % submissions.length]) {
    const asked = submissions[chosen];
    if (asked === undefined) continue;
    const { actor, command, nowMs } = asked;
    const from = ends[chosen - 1] ?? 0;
    const stored = storedOf(log.slice(0, from));
    const limit = played.limitFor(command);
    const [first, second] = [played.steps[from]?.before, fold(emptyExercise(scenario), stored)].map(
      (state) => decideBy(state ?? played.state, { actor, command }, nowMs, limit).facts,
    );
    if (played.steps[from] !== undefined) expect(first).toEqual(second);
    const again = decideBy(fold(emptyExercise(scenario), stored), { actor, command }, nowMs, limit);
    expect(again.facts).toEqual(second);
    expect(again.facts).toEqual(log.slice(from, ends[chosen]));
  }
}

function changed(decision: ReturnType<Decide>, change: (fact: Fact) => Fact): ReturnType<Decide> {
  return { ...decision, facts: decision.facts.map(change) };
}

/** The scenario is long, and the same for both unless something of it was translated. */
function withoutBook({ playbook, loaded, ...state }: ExerciseState): unknown {
  return { ...state, translated: playbook === loaded ? null : playbook.scenario };
}
