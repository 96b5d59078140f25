/** What a live exercise of 10,000 facts weighs: its state and what its audiences were told. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decide } from '@trilogue/engine/exercise/decide';
import type { Actor } from '@trilogue/engine/exercise/fact-shape';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import type { SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { audienceOfSeat } from '@trilogue/engine/views/audience';
import pino from 'pino';
import { LiveExercise } from '../../server/src/live/live-exercise.js';
import type { Rooms } from '../../server/src/live/rooms.js';
import { report } from './report.js';

const wantedFacts = 10_000;
const host: Actor = { kind: 'host' };
const scenarioFile = new URL('../../scenarios/kestrel-locker/scenario.json', import.meta.url);

export function benchMemory(): void {
  const before = heapMb();
  const kept = playTo(wantedFacts);
  const after = heapMb();
  report(
    `live exercise of ${kept.state.seq} facts`,
    `${(after - before).toFixed(1)} MB: state, log and ${kept.audiences} audiences with their views`,
  );
  kept.live.close();
}

/** Nobody listens on the other side: only what the server keeps is weighed. */
const silent: Rooms = {
  frame: () => undefined,
  roster: () => undefined,
  present: () => undefined,
  draft: () => undefined,
  moved: () => undefined,
  gone: () => undefined,
};

function playTo(facts: number) {
  const loaded = loadScenario(readFileSync(scenarioFile, 'utf8'));
  if (!loaded.ok) throw new Error('the scenario does not load');
  const { scenario } = loaded;
  let state: ExerciseState = emptyExercise(scenario);
  const names = new Map<SeatId, string>();
  const log = pino({ level: 'silent' });
  const parts = { rooms: silent, names, log, nowMs: Date.now, published: () => undefined };
  const live = new LiveExercise(parts, state, []);
  let nowMs = 1_780_000_000_000;
  const ask = (actor: Actor, command: Parameters<typeof decide>[1]['command']) => {
    const decision = decide(state, { actor, command }, nowMs);
    if (decision.facts.length > 0) {
      const { facts, states } = decision;
      live.publish({ before: state, facts, states, after: decision.state });
      live.settle();
    }
    state = decision.state;
  };
  const tables = scenario.teams.map(({ id }) => ({
    tableId: id as unknown as TableId,
    name: id,
    teamIds: [id],
  }));
  ask(host, {
    type: 'CreateExercise',
    exerciseId: 'exercise1' as never,
    scenarioId: scenario.id,
    scenarioHash: 'hash',
    title: 'Memory',
    seed: 1,
    pace: 'auto',
    mode: 'assess',
  });
  ask(host, { type: 'CastTeams', casting: { tables, controlled: [] } });
  ask(host, { type: 'OpenLobby' });
  const seats = tables.flatMap(({ tableId }, table) =>
    [0, 1, 2].map((place) => ({ seatId: `seat-${table}-${place}` as SeatId, tableId })),
  );
  for (const { seatId, tableId } of seats) {
    ask(host, { type: 'JoinExercise', seatId, role: 'player', tableId });
  }
  const director = 'seat-director' as SeatId;
  ask(host, { type: 'JoinExercise', seatId: director, role: 'director', tableId: null });
  ask(host, { type: 'StartExercise' });
  for (const seatId of [...seats.map((seat) => seat.seatId), director]) {
    const audience = audienceOfSeat(state, seatId);
    if (audience !== null) live.catchUp(audience, seatId, null);
  }
  live.catchUp({ role: 'observer' }, director, null);
  for (let turn = 0; state.seq < facts; turn++) {
    const seat = seats[(turn * 7) % seats.length];
    if (seat === undefined) break;
    nowMs += 1_500;
    const actor: Actor = { kind: 'seat', seatId: seat.seatId };
    const released = [...state.injects.entries()].filter(
      ([, { tableIds, status }]) => status === 'released' && tableIds.includes(seat.tableId),
    );
    const injectId = released[turn % Math.max(1, released.length)]?.[0];
    const thread = { kind: 'table', tableId: seat.tableId } as const;
    if (injectId !== undefined && turn % 4 === 0) ask(actor, { type: 'OpenInject', injectId });
    else if (injectId !== undefined && turn % 4 === 1) {
      ask(actor, { type: 'SendResponse', injectId, text: 'Our assessment so far. '.repeat(12) });
    } else
      ask(actor, { type: 'SendMessage', thread, text: 'A question to control, in a line or two.' });
  }
  return { state, live, audiences: tables.length + 2 };
}

function heapMb(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}
