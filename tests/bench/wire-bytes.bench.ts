/**
 * What one player's line carries over a whole drill: Kestrel Locker, all nine teams at work, every
 * command a turn of its own, through the server's own streams and packets, and every text fetched.
 */
import { readFileSync } from 'node:fs';
import { evolve } from '@trilogue/engine/exercise/evolve';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import type { InjectId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Frame } from '@trilogue/engine/protocol/socket';
import { rehearse } from '@trilogue/engine/rehearsal/rehearse';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { toPlaybook } from '@trilogue/engine/scenario/playbook';
import {
  type Audience,
  audienceKey,
  audienceOfSeat,
  playerAudience,
} from '@trilogue/engine/views/audience';
import { injectBody } from '@trilogue/engine/views/project';
import pino from 'pino';
import { LiveExercise } from '../../server/src/live/live-exercise.js';
import type { Rooms } from '../../server/src/live/rooms.js';
import { sharedPacket } from '../../server/src/socket/shared-packet.js';
import type { BenchOptions } from './main.js';
import { median, table } from './report.js';

const scenarioFile = new URL('../../scenarios/kestrel-locker/scenario.json', import.meta.url);
/** Engine.IO asks so often whether anybody is there, in ms, and is answered. */
const pingEveryMs = 25_000;

/** Bytes on one table's line. */
interface Tally {
  frames: number;
  count: number;
  bodies: number;
  answers: number;
  pings: number;
}

export function benchWireBytes({ rounds }: BenchOptions): void {
  const loaded = loadScenario(readFileSync(scenarioFile, 'utf8'));
  if (!loaded.ok) throw new Error('the scenario does not load');
  const playbook = toPlaybook(loaded.scenario);
  const drills = Array.from({ length: rounds }, (_, index) => {
    const { facts, actions } = rehearse(playbook, { seed: index + 1, teams: 'prompt' });
    const { tallies, welcome } = play(emptyExercise(playbook), facts);
    return { actions, facts: facts.length, tallies, welcome };
  });
  const all = drills.flatMap(({ tallies }) => tallies);
  const busiest = drills.map(({ tallies }) =>
    tallies.reduce((most, tally) => (sum(tally) > sum(most) ? tally : most)),
  );
  const middle = (of: readonly Tally[], part: (tally: Tally) => number) =>
    `${(median(of.map(part)) / 1_000).toFixed(0)} KB`;
  table(
    `one player's line over a drill of Kestrel Locker: ${median(drills.map(({ actions }) => actions))} actions, ${median(drills.map(({ facts }) => facts))} facts, first view ${(median(drills.map(({ welcome }) => welcome)) / 1_000).toFixed(0)} KB; medians of ${rounds}`,
    [
      { player: 'at any of nine tables', of: all },
      { player: 'at the busiest', of: busiest },
    ].map(({ player, of }) => ({
      player,
      frames: middle(of, ({ frames }) => frames),
      'how many': String(median(of.map(({ count }) => count))),
      'texts fetched': middle(of, ({ bodies }) => bodies),
      answers: middle(of, ({ answers }) => answers),
      pings: middle(of, ({ pings }) => pings),
      'in all': middle(of, sum),
    })),
  );
}

function sum({ frames, bodies, answers, pings }: Tally): number {
  return frames + bodies + answers + pings;
}

function play(empty: ExerciseState, facts: readonly Fact[]) {
  const tallies = new Map<string, Tally>();
  const movedSeats: SeatId[] = [];
  let state = empty;
  const frame = (audience: Audience, told: Frame) => {
    const tally = tallies.get(audienceKey(audience));
    if (tally === undefined) return;
    tally.frames += sharedPacket('frame', JSON.stringify(told)).frame.length;
    tally.count += 1;
    for (const injectId of textsIn(told)) tally.bodies += fetchedBytes(state, audience, injectId);
  };
  const live = new LiveExercise(
    {
      rooms: { ...nobody, frame, moved: (seatId) => void movedSeats.push(seatId) },
      names: new Map<SeatId, string>(),
      log: pino({ level: 'silent' }),
      nowMs: Date.now,
      published: () => undefined,
    },
    state,
    [],
  );
  let welcome = 0;
  for (const turn of turnsOf(facts)) {
    const before = state;
    const states = turn.map((fact) => {
      state = evolve(state, fact);
      return state;
    });
    live.publish({ before, facts: turn, states, after: state });
    live.settle();
    // Somebody was told something in private: from now on they have a view of their own.
    for (const seatId of movedSeats.splice(0)) {
      const [was, is] = [audienceOfSeat(before, seatId), audienceOfSeat(state, seatId)];
      const tally = was && tallies.get(audienceKey(was));
      if (!tally || !is) continue;
      tally.frames += Buffer.byteLength(JSON.stringify(live.catchUp(is, seatId, null)));
      tallies.delete(audienceKey(was));
      tallies.set(audienceKey(is), tally);
    }
    const [first] = turn;
    if (first?.by.kind === 'seat') {
      const audience = audienceOfSeat(state, first.by.seatId);
      const tally = audience && tallies.get(audienceKey(audience));
      if (tally) tally.answers += answerBytes(state);
    }
    if (first?.type !== 'ExerciseStarted') continue;
    // From here on somebody looks, at every table.
    for (const { tableId, seatId } of state.seats.values()) {
      const audience = playerAudience(tableId as TableId);
      const view = live.catchUp(audience, seatId, null);
      welcome = Math.max(welcome, JSON.stringify(view).length);
      tallies.set(audienceKey(audience), { frames: 0, count: 0, bodies: 0, answers: 0, pings: 0 });
    }
  }
  live.close();
  const pings = Math.ceil(state.lastPlayMs / pingEveryMs) * 3;
  for (const tally of tallies.values()) tally.pings = pings;
  return { tallies: [...tallies.values()], welcome };
}

/** What one command, or the clock, brought about. */
function turnsOf(facts: readonly Fact[]): Fact[][] {
  const turns: Fact[][] = [];
  for (const fact of facts) {
    if (fact.causedBy === null || turns.length === 0) turns.push([fact]);
    else turns.at(-1)?.push(fact);
  }
  return turns;
}

/** Injects whose text is new, or another now: everyone opens everything. */
function textsIn({ steps }: Frame): InjectId[] {
  return steps.flatMap((step) =>
    step.kind === 'reset'
      ? []
      : step.changes
          .filter(({ part, value }) => part === 'injects' && value !== null)
          .map(({ id }) => id as InjectId),
  );
}

function fetchedBytes(state: ExerciseState, audience: Audience, injectId: InjectId): number {
  const answer = JSON.stringify([{ ok: true, body: injectBody(state, audience, injectId) }]);
  return Buffer.byteLength(answer) + frameOverhead;
}

/** The acknowledgement of an own command. */
function answerBytes({ epoch, seq }: ExerciseState): number {
  return JSON.stringify([{ ok: true, cursor: { epoch, seq } }]).length + frameOverhead;
}

/** A WebSocket's header, Engine.IO's and Socket.IO's type, and an id of three digits. */
const frameOverhead = 4 + 2 + 3;

const nobody: Rooms = {
  frame: () => undefined,
  roster: () => undefined,
  present: () => undefined,
  draft: () => undefined,
  moved: () => undefined,
  gone: () => undefined,
};
