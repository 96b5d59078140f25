/** Everybody's line drops at once and everybody comes back at once, also to a server that was killed. */
import { performance } from 'node:perf_hooks';
import { hasPostgres } from '../support/postgres.js';
import { check } from './checker.js';
import type { FaultOptions } from './main.js';
import { Stage } from './support/stage.js';
import { latencyFigures, skip, type Verdict } from './support/verdict.js';
import { pause, Witness } from './support/witness.js';
import { type DatabaseKind, Workshop } from './support/workshop.js';

const usualRounds = 6;
const seats = 30;
const linesPerSeat = 15;
const steady = 4;

export async function* storm({ rounds, databases }: FaultOptions): AsyncIterable<Verdict> {
  for (const database of databases) {
    if (database === 'postgres' && !hasPostgres) {
      yield skip(`reconnect storm, ${database}`, 'PostgreSQL is not installed');
    } else yield await stormOn(database, rounds ?? usualRounds);
  }
}

async function stormOn(database: DatabaseKind, rounds: number): Promise<Verdict> {
  const workshop = new Workshop();
  try {
    const place = await workshop.database(database);
    let node = await workshop.node(place);
    const stage = await Stage.open(node, {
      plan: workshop.plan,
      players: steady + seats,
      speed: 10,
    });
    const crowd = stage.players
      .slice(steady)
      .flatMap((seat) => [
        seat,
        ...Array.from({ length: linesPerSeat - 1 }, () => new Witness(seat.who)),
      ]);
    await Promise.all(crowd.map((one) => one.connect(node.url)));
    const backMs: number[] = [];
    let peakMb = 0;
    for (let round = 0; round < rounds; round++) {
      for (const player of stage.players.slice(0, steady)) player.chatter(50);
      await pause(1_000);
      if (round % 3 === 2) {
        await node.end('SIGKILL');
        node = await workshop.node(place);
        const first = stage.everyone.filter((one) => !crowd.includes(one));
        const from = performance.now();
        await Promise.all([...first, ...crowd].map((one) => one.comeBack(node.url, 60_000)));
        backMs.push(performance.now() - from);
        for (const one of first) await one.askAgain();
      } else {
        for (const one of crowd) one.leave();
        await pause(50);
        const from = performance.now();
        await Promise.all(crowd.map((one) => one.comeBack(node.url, 60_000)));
        backMs.push(performance.now() - from);
      }
      peakMb = Math.max(peakMb, node.memoryMb());
    }
    const history = await stage.history(await node.staff(), { driftMs: 1_000 });
    await pause(500);
    const findings = check({
      ...history,
      shown: [...history.shown, ...crowd.flatMap(({ shown }) => shown)],
      screens: [...history.screens, ...crowd.map((one) => one.screen())],
      jumps: [...history.jumps, ...crowd.flatMap(({ jumps }) => jumps)],
    });
    for (const one of crowd) one.leave();
    await stage.end();
    return {
      name: `reconnect storm, ${database}`,
      figures: {
        storms: rounds,
        lines: crowd.length,
        'all back within': `${Math.round(Math.max(...backMs))} ms`,
        'peak memory': `${Math.round(peakMb)} MB`,
        commands: history.asked.length,
        ...latencyFigures(stage.players.flatMap(({ latencies }) => latencies)),
      },
      findings,
    };
  } finally {
    await workshop.close();
  }
}
