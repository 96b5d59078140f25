/** Law 8: after a rewind, play is as if what came later had never happened, and the room is as it was. */
import { decide } from '@trilogue/engine/exercise/decide';
import { evolve, fold } from '@trilogue/engine/exercise/evolve';
import type { Fact, FactOf } from '@trilogue/engine/exercise/facts';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { director, host } from '../support/drill-chooser.js';
import { judged } from '../support/judged.js';
import { same } from '../support/plain.js';
import { type Played, play, randomMoves, type Step } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';
import { checkRewind, cutOf, isOfTheRoom } from '../support/rewind-law.js';
import { runs, tried } from '../support/runs.js';

const drills = runs(40);
const seen = { rewinds: 0, most: 0, afterEnd: 0, fromQuarantine: 0, continued: 0 };

const rewindsOf = ({ steps }: Played) => steps.filter(({ fact }) => fact.type === 'Rewound');

const played = fc
  .tuple(randomScenario, randomMoves(120))
  .map(([scenario, moves]) => play(scenario, moves));

const laws = {
  goesBack: (drill: Played) => {
    const rewinds = rewindsOf(drill);
    for (const step of rewinds) {
      checkRewind(step);
      checkEpoch(step);
      if (step.before.lifecycle.stage === 'ended') seen.afterEnd++;
      if (step.before.quarantine !== null) seen.fromQuarantine++;
    }
    seen.rewinds += rewinds.length;
    seen.most = Math.max(seen.most, rewinds.length);
  },
  standsWhole: (drill: Played) => {
    const standing = drill.state.timeline.toArray();
    const once = standing.flatMap((fact) => onceOnly(fact) ?? []);
    expect(once.filter((key, index) => once.indexOf(key) !== index)).toEqual([]);
    const seqs = new Set(standing.map(({ seq }) => seq));
    const uncaused = standing.filter(({ causedBy }) => causedBy !== null && !seqs.has(causedBy));
    expect(uncaused).toEqual([]);
    for (const step of rewindsOf(drill)) expectWhole(step);
  },
  foldedAlike: (drill: Played) => checkFold(isOfTheRoom, drill),
};

const holds = judged(played, drills, laws);

describe('rewind', () => {
  test(`[LAW8] over ${drills} random drills, play is as it was and the room as it is`, () => {
    holds('goesBack');
    const isSeen = () => seen.most > 2 && seen.afterEnd > 0 && seen.fromQuarantine > 0;
    // What chance left out is waited for a while.
    const law = fc.property(played, laws.goesBack);
    for (let more = 0; more < 50 && !isSeen(); more++) fc.assert(law, tried(10));
    console.log(JSON.stringify(seen));
    expect(isSeen()).toBe(true);
    expect(seen.rewinds).toBeGreaterThan(drills / 2);
  });

  test('[LAW8] what comes due afterwards is what would have come without it', () => {
    fc.assert(
      fc.property(randomScenario, randomMoves(60), fc.nat(), (scenario, moves, pick) => {
        const { state, nowMs } = play(scenario, moves);
        const back = rewound(state, pick, nowMs);
        if (back === null) return;
        const never = asIfNever(state, back);
        const later = continued(never, nowMs);
        expect(continued(back.after, nowMs)).toEqual(later);
        seen.continued += later.length;
      }),
      tried(runs(30)),
    );
    console.log(`${seen.continued} facts after rewinds compared`);
    expect(seen.continued).toBeGreaterThan(0);
  });

  test('[LAW8] in the play that stands nothing happens twice, and no effect lacks its cause', () => {
    holds('standsWhole');
  });

  test('[LAW8] forty rewinds of one drill cost no more than forty of one each', () => {
    const [drawn] = fc.sample(fc.tuple(randomScenario, randomMoves(60)), { numRuns: 1, seed: 1 });
    if (drawn === undefined) throw new Error('no drill');
    const played = play(...drawn);
    const start = played.state.timeline.find(({ type }) => type === 'ExerciseStarted');
    for (let times = 0; times < 40; times++) {
      played.submit(director, { type: 'SetSpeed', speed: 2 + (times % 2) });
      played.submit(director, { type: 'Rewind', toSeq: start?.seq ?? 1, reason: '' });
    }
    const rewinds = rewindsOf(played);
    expect(rewinds.length).toBeGreaterThanOrEqual(40);
    for (const step of rewinds.slice(-2)) checkRewind(step);
  });

  test('[LAW8] a fold that keeps what it should passes', () => {
    holds('foldedAlike');
  });

  const faults: readonly [string, (fact: Fact, known: readonly Fact[]) => boolean][] = [
    [
      'takes back who has joined',
      (fact, known) => fact.type !== 'SeatJoined' && isOfTheRoom(fact, known),
    ],
    [
      'takes back notes of evaluators',
      (fact, known) => fact.type !== 'ObservationNoted' && isOfTheRoom(fact, known),
    ],
    [
      'leaves standing what was shared',
      (fact, known) => fact.type === 'InformationShared' || isOfTheRoom(fact, known),
    ],
    [
      'leaves standing the speed of the clock',
      (fact, known) => fact.type === 'SpeedSet' || isOfTheRoom(fact, known),
    ],
  ];

  test.each(faults)('[LAW8] the law catches a rewind that %s', (_, stays) => {
    expect(
      fc.check(
        fc.property(played, (drill) => checkFold(stays, drill)),
        tried(100),
      ).failed,
    ).toBe(true);
  });
});

/** The law over a fold that keeps perhaps other facts than it should. */
function checkFold(stays: (fact: Fact, known: readonly Fact[]) => boolean, drill: Played): void {
  for (const step of rewindsOf(drill)) checkRewind({ ...step, after: rewoundBy(stays, step) });
}

/** As `evolve` does it, with another notion of what stays. */
function rewoundBy(
  stays: (fact: Fact, known: readonly Fact[]) => boolean,
  { before, fact, after }: Step,
): ExerciseState {
  const { toSeq } = fact as FactOf<'Rewound'>;
  const known = before.timeline.toArray();
  const kept = known.filter((past) => past.seq <= toSeq || stays(past, known));
  const back = fold(emptyExercise(before.loaded), kept);
  const { lifecycle, seq, epoch, lastAtMs, lastPlayMs, timeline } = after;
  const clock = { ...after.clock, speed: back.clock.speed };
  return { ...back, lifecycle, clock, seq, epoch, lastAtMs, lastPlayMs, timeline };
}

/** Whoever had not heard of the rewind is refused, and leaves no trace. */
function checkEpoch({ before, after }: Step): void {
  const command = { type: 'SendMessage', thread: { kind: 'staff' }, text: 'Hm' } as const;
  const sent = { actor: director, command };
  const stale = decide(after, { ...sent, epoch: before.epoch }, after.lastAtMs);
  expect([stale.facts, stale.rejection?.code]).toEqual([[], 'command/stale-epoch']);
  const fresh = decide(after, { ...sent, epoch: after.epoch }, after.lastAtMs);
  expect(fresh.rejection?.code).not.toBe('command/stale-epoch');
}

/** The state after a rewind to some moment of play, where there is one to go back to. */
function rewound(state: ExerciseState, pick: number, nowMs: number) {
  const facts = state.timeline.toArray();
  const start = facts.findIndex(({ type }) => type === 'ExerciseStarted');
  if (start < 0) return null;
  const { seq } = facts[start + (pick % (facts.length - start))] ?? { seq: 0 };
  const command = { type: 'Rewind', toSeq: seq, reason: '' } as const;
  const decision = decide(state, { actor: director, command }, nowMs);
  const fact = decision.facts.find(({ type }) => type === 'Rewound') as
    | FactOf<'Rewound'>
    | undefined;
  return fact === undefined ? null : { fact, after: decision.state };
}

/** The moment gone back to as somebody would have found it who paused there, in the room of now. */
function asIfNever(
  { pace }: ExerciseState,
  { fact, after }: { readonly fact: FactOf<'Rewound'>; readonly after: ExerciseState },
): ExerciseState {
  const cut = cutOf(after, fact.toSeq);
  const { type: _, machine, toSeq: __, reason, ...meta } = fact;
  const paused = { ...meta, type: 'ClockPaused', machine, cause: 'person', reason } as const;
  const then = evolve({ ...cut, seats: after.seats }, { ...paused, seq: cut.seq + 1 });
  const set = { actor: director, command: { type: 'SetPace', pace } } as const;
  return decide(then, set, meta.atMs).state;
}

/** What comes due in the hour after the clock is resumed, without its numbers. */
function continued(state: ExerciseState, nowMs: number): object[] {
  const resume = { actor: director, command: { type: 'ResumeClock' } } as const;
  const resumed = decide(state, resume, nowMs + 1_000).state;
  const look = { actor: host, command: { type: 'AdvanceClock' } } as const;
  return decide(resumed, look, nowMs + 3_600_000).facts.map((fact) => {
    const { seq: _, epoch: __, causedBy: ___, ...rest } = fact;
    return rest;
  });
}

/** What can be only once in one play. */
function onceOnly(fact: Fact): string | null {
  switch (fact.type) {
    case 'ExerciseStarted':
      return fact.type;
    case 'InjectReleased':
    case 'InjectRecalled':
    case 'InjectImprovised':
      return `${fact.type} ${fact.injectId}`;
    case 'InjectAcknowledged':
    case 'ResponseSent':
    case 'ChoiceMade':
      return `${fact.type} ${fact.injectId} ${fact.tableId}`;
    case 'ExpectationRevealed':
      return `${fact.type} ${fact.injectId} ${fact.tableId} ${fact.expectationId}`;
    case 'ItemGiven':
      return `${fact.type} ${fact.itemId}`;
    case 'NeedMet':
      return `${fact.type} ${fact.itemId} ${fact.need} ${fact.teamId}`;
    case 'RequestAnswered':
      return `${fact.type} ${fact.requestSeq}`;
    case 'PositionOpened':
      return `${fact.type} ${fact.positionId}`;
    case 'PositionDrafted':
      return `${fact.type} ${fact.positionId} ${fact.version}`;
    case 'ObligationStarted':
      return `${fact.type} ${fact.obligationId}`;
    case 'ReportFiled':
    case 'ObligationMet':
    case 'ObligationMissed':
      return `${fact.type} ${fact.obligationId} ${fact.tableId}`;
    case 'MilestoneReached':
      return `${fact.type} ${fact.milestoneId}`;
    case 'EndingReached':
      return `${fact.type} ${fact.endingId}`;
    case 'ExerciseEnded':
      return fact.type;
    default:
      return null;
  }
}

/** What comes at its own moment, and so may be left for another time. */
const comesDue: readonly Fact['type'][] = [
  'ExpectationMissed',
  'ExpectationRevealed',
  'ObligationMissed',
  'PositionFailed',
  'DependencyFelt',
  'InjectDue',
  'InjectReleased',
  'ExitDue',
  'PhaseChanged',
];

/** Nothing is gone that followed at once from what stands. */
function expectWhole({ before, fact }: Step): void {
  const { toSeq } = fact as FactOf<'Rewound'>;
  const known = before.timeline.toArray();
  const momentOf = (seq: number | null) => {
    const found = known.find((past) => past.seq === seq);
    return found && `${found.atMs} ${found.playMs}`;
  };
  const torn = known.filter(({ seq, causedBy, type }) => {
    const isLost = seq > toSeq && causedBy !== null && causedBy <= toSeq;
    return isLost && momentOf(seq) === momentOf(causedBy) && !comesDue.includes(type);
  });
  same(torn, [], 'torn from what it followed from');
}
