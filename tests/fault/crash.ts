/** A database that dies in the middle of its work and comes back by its journal, under two nodes. */
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { Dice } from '../support/dice.js';
import { hasPostgres } from '../support/postgres.js';
import { check } from './checker.js';
import type { FaultOptions } from './main.js';
import { Stage } from './support/stage.js';
import { latencyFigures, skip, type Verdict } from './support/verdict.js';
import { pause, until } from './support/witness.js';
import { Workshop } from './support/workshop.js';

const name = 'database crash, postgres';
const usualRounds = 5;
/** Under noise, before it dies, ms. */
const leastMs = 500;
const moreMs = 2_000;
const patienceMs = 20_000;

export async function* crash({ rounds, databases, seed }: FaultOptions): AsyncIterable<Verdict> {
  if (!databases.includes('postgres')) return;
  if (!hasPostgres) {
    yield skip(name, 'PostgreSQL is not installed');
    return;
  }
  const workshop = new Workshop();
  try {
    yield await crashed(workshop, rounds ?? usualRounds, new Dice(seed));
  } finally {
    await workshop.close();
  }
}

async function crashed(workshop: Workshop, rounds: number, dice: Dice): Promise<Verdict> {
  // What it answered before it was on the disk would be lost here.
  const postgres = await workshop.postgres({ fsync: 'on' });
  const env = { DATABASE_URL: await postgres.database() };
  const one = await workshop.node({ env });
  const other = await workshop.node({ env });
  const urls = [one.url, other.url];
  // Slowly, so that the injects last for many rounds.
  const stage = await Stage.open(one, { plan: workshop.plan, urls, speed: 15 });
  const findings: string[] = [];
  const backAfter: number[] = [];
  for (let round = 0; round < rounds; round++) {
    stage.makeNoise(20);
    await pause(leastMs + dice.upTo(moreMs));
    const from = performance.now();
    await killOneOfItsProcesses(env.DATABASE_URL);
    for (const player of stage.players.slice(0, 2)) {
      await until(async () => (await player.say())?.ok === true, 'kept again', patienceMs);
    }
    backAfter.push(Math.round(performance.now() - from));
    if (!one.isAlive() || !other.isAlive()) findings.push('a node ended with the database');
    stage.hush();
    await stage.askAgain();
    await stage.resume();
    await stage.nextInject();
  }
  const history = await stage.history(await one.staff(), { driftMs: 1_000 });
  await stage.end();
  return {
    name,
    figures: {
      crashes: rounds,
      'kept again on both nodes after': `${backAfter.join(', ')} ms`,
      commands: history.asked.length,
      ...latencyFigures(stage.players.flatMap(({ latencies }) => latencies)),
    },
    findings: [...findings, ...check(history)],
  };
}

/**
 * When one of its processes dies without a word, PostgreSQL trusts none of the others nor what they had
 * in memory: it ends them all, and starts anew from its journal.
 */
async function killOneOfItsProcesses(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  // It is ended with the others.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'trilogue' order by random() limit 1`,
  );
  const [victim] = rows;
  if (victim === undefined) throw new Error('no node is connected');
  process.kill(victim.pid, 'SIGKILL');
  await client.end().catch(() => undefined);
}
