/** Secrecy over random drills: canaries in every text and name, and rules that share no code with the views. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { decide } from '@trilogue/engine/exercise/decide';
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { SeatId } from '@trilogue/engine/protocol/ids';
import { parseScenario } from '@trilogue/engine/scenario/load';
import { inject, running, seat, table } from '@trilogue/engine/testing/drill';
import { sampleFile } from '@trilogue/engine/testing/sample-scenario';
import { type Audience, playerAudience } from '@trilogue/engine/views/audience';
import { viewOf } from '@trilogue/engine/views/project';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensIn } from '../support/canary.js';
import { type CanaryDrill, playCanaries, replay } from '../support/canary-drill.js';
import {
  type Kind,
  plantedKinds,
  publicKinds,
  staffKinds,
  typedKinds,
} from '../support/canary-kinds.js';
import { Ledger } from '../support/canary-ledger.js';
import { plantedLeaks } from '../support/planted-leaks.js';
import { actsOnRequests, actsOnWithheld } from '../support/prying.js';
import { randomMoves } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';
import { Pool, runs, tried } from '../support/runs.js';
import { audiencesOf, honest, leaksOf, read, type Tally } from '../support/secrecy-check.js';

const drills = runs(30);
/** For a machine that is busy with other things, ms. */
const patienceMs = 180_000;
const tally: Tally = new Map();
/** With which codes prying was refused. */
const codes = new Set<string>();

describe('secrecy', () => {
  const law = fc.property(randomScenario, randomMoves(70), (scenario, moves) => {
    const drill = playCanaries(scenario, moves);
    expect(leaksOf(drill, honest, tally)).toEqual([]);
  });

  test(
    `[SECRET1] over ${drills} random drills, nobody holds what they were not given`,
    () => fc.assert(law, tried(drills)),
    patienceMs,
  );

  test('[SECRET1] points for what another table was sent do not name the inject', () => {
    const file = sampleFile();
    const [note] = file.injects;
    const awarded = { kind: 'awardPoints', team: 'ph-customs', points: 3, reason: 'A warning' };
    const loaded = parseScenario({
      ...file,
      injects: [{ ...note, effects: [awarded] }, ...file.injects.slice(1)],
    });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const drill = running(loaded.scenario);
    drill.do(seat('facilitator'), { type: 'ShowScores', players: true, observers: true });
    drill.do(seat('facilitator'), { type: 'ReleaseInject', injectId: inject('note') });
    const told = JSON.stringify(viewOf(drill.state, playerAudience(table('ph'))));
    expect(told).toContain('A warning');
    expect(told).not.toContain('"note"');
  });

  test('[SECRET1] the drills held every kind of secret, told to some and kept from others', () => {
    const kinds = [...plantedKinds, ...typedKinds].filter((kind) => kind !== 'typed') as Kind[];
    const isPublic = (kind: Kind) => publicKinds.includes(kind);
    const neverKept = () => kinds.filter((kind) => !isPublic(kind) && !tally.get(kind)?.kept);
    const neverTold = () =>
      kinds.filter((kind) => !staffKinds.includes(kind) && !tally.get(kind)?.told);
    const isLacking = () =>
      neverKept().length + neverTold().length > 0 || read.points === 0 || read.whispers === 0;
    // What chance left out is waited for a while.
    for (let more = 0; more < 20 && isLacking(); more++) fc.assert(law, tried(10));
    const lines = kinds.map((kind) => {
      const { told, kept } = tally.get(kind) ?? { told: 0, kept: 0 };
      return `${kind}: ${told} told, ${kept} kept`;
    });
    console.log(
      `${read.texts} texts with ${read.tokens} tokens, ${read.refusals} refusals, ${read.points} with points, ${read.whispers} whispers\n  ${lines.join('\n  ')}`,
    );
    expect(read.points).toBeGreaterThan(0);
    expect(read.whispers).toBeGreaterThan(0);
    expect(neverKept()).toEqual([]);
    expect(neverTold()).toEqual([]);
  });

  test('[SECRET2] a refusal tells a withheld inject from a made-up one by nothing', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomScenario, randomMoves(60), (scenario, moves) => {
        compared += compareRefusals(playCanaries(scenario, moves));
      }),
      tried(runs(25)),
    );
    console.log(`${compared} refusals compared: ${[...codes].sort().join(', ')}`);
    expect(compared).toBeGreaterThan(100);
    // It was the thing that was refused, and not the moment.
    expect([...codes]).toEqual(
      expect.arrayContaining([
        'inject/unknown',
        'item/unknown',
        'position/unknown',
        'obligation/not-started',
        'request/unknown',
      ]),
    );
  });

  test('[SECRET3] other words of others change not a byte of what a table is told', () => {
    let replaced = 0;
    fc.assert(
      fc.property(randomScenario, randomMoves(60), (scenario, moves) => {
        const drill = playCanaries(scenario, moves);
        for (const audience of readersOf(drill)) {
          const others = typedByOthers(drill, audience);
          replaced += others.size;
          const changed = drill.submissions.map((sent) => rewrite(sent, others));
          const other = replay(drill.canary, changed, drill.limit);
          expect(toldTo(other, audience)).toBe(toldTo(drill, audience));
        }
      }),
      tried(runs(15)),
    );
    console.log(`${replaced} texts replaced`);
    expect(replaced).toBeGreaterThan(100);
  });

  const pool = new Pool(
    fc.tuple(randomScenario, randomMoves(80)).map((drawn) => playCanaries(...drawn)),
    100,
  );

  test.each(plantedLeaks)('[SECRET4] it catches $name', ({ isCaught, teller }) => {
    const isSeen = pool.some((drill) => {
      const caught = leaksOf(drill, teller).filter(isCaught);
      if (caught.length === 0) return false;
      // What leaks anyhow says nothing about the fault that was planted.
      const usual = new Set(leaksOf(drill, honest).map(({ token }) => token));
      return caught.some(({ token }) => !usual.has(token));
    });
    expect(isSeen, `drills from seed ${pool.seed}`).toBe(true);
  });
});

/** All but the staff; of those with views of their own, the first. */
function readersOf({ canary, steps, state }: CanaryDrill): Audience[] {
  const ledger = new Ledger(canary.scenario, canary.tokens);
  for (const { fact } of steps) ledger.take(fact);
  return [
    ...audiencesOf(state).filter(({ role }) => role !== 'facilitator'),
    ...ledger.privateAudiences.slice(0, 1),
  ];
}

/** Every act of every player on all that did not come to them, beside what never was. */
function compareRefusals({ canary, steps, ends }: CanaryDrill): number {
  const isPlayed = (state: ExerciseState | undefined) =>
    state?.lifecycle.stage === 'live' &&
    state.lifecycle.world === 'play' &&
    state.quarantine === null;
  // As late as somebody could try.
  const end = ends.findLast((length) => isPlayed(steps[length - 1]?.after)) ?? 0;
  const state = steps[end - 1]?.after;
  if (state === undefined) return 0;
  const ledger = new Ledger(canary.scenario, canary.tokens);
  for (const { fact } of steps.slice(0, end)) ledger.take(fact);
  let compared = 0;
  for (const seatId of state.seats.keys()) {
    const audience = ledger.audienceOf(seatId);
    if (audience?.role !== 'player') continue;
    const acts = [
      ...actsOnWithheld(canary.scenario, ledger, audience),
      ...actsOnRequests(state.timeline, audience.tableId),
    ];
    for (const { id, withheld, madeUp } of acts) {
      const refused = refusalOf(state, seatId, withheld, state.lastAtMs);
      const wanted = refusalOf(state, seatId, madeUp, state.lastAtMs);
      expect(JSON.stringify(refused).replaceAll(id, 'made-up')).toBe(JSON.stringify(wanted));
      expect(refused).not.toBeNull();
      codes.add(refused?.code ?? '');
      compared++;
    }
  }
  return compared;
}

function refusalOf(
  state: ExerciseState,
  seatId: SeatId,
  command: Command,
  nowMs: number,
): Rejection | null {
  return decide(state, { actor: { kind: 'seat', seatId }, command }, nowMs).rejection;
}

/** Every text typed in the drill that this audience was never to read, whoever typed it. */
function typedByOthers({ canary, steps }: CanaryDrill, audience: Audience): Set<string> {
  const ledger = new Ledger(canary.scenario, canary.tokens);
  const others = new Set(
    [...canary.tokens.about].filter(([, { kind }]) => kind === 'typed').map(([token]) => token),
  );
  const lessThoseHeld = () => {
    for (const token of others) if (ledger.mayHold(audience, token)) others.delete(token);
  };
  for (const { fact } of steps) {
    if (ledger.takesAway(fact)) lessThoseHeld();
    ledger.take(fact);
  }
  lessThoseHeld();
  return others;
}

function rewrite<Sent>(sent: Sent, others: ReadonlySet<string>): Sent {
  const text = JSON.stringify(sent);
  const next = tokensIn(text)
    .filter((token) => others.has(token))
    // Texts that differed still differ.
    .reduce((so, token) => so.replaceAll(token, `${[...token].reverse().join('')}, longer`), text);
  // Only words within strings were replaced.
  return JSON.parse(next) as Sent;
}

function toldTo({ steps, state }: CanaryDrill, audience: Audience): string {
  return JSON.stringify([
    steps.map((step) => honest.step(step, audience)),
    honest.view(state, audience),
  ]);
}
