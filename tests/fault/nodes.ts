/** Two server processes on one PostgreSQL, some behind nginx: killed, stopped, cut off, with a wrong clock. */
import { performance } from 'node:perf_hooks';
import { hasPostgres } from '../support/postgres.js';
import { check } from './checker.js';
import type { FaultOptions } from './main.js';
import { hasNginx, startNginx } from './support/nginx.js';
import { canSetClocks, systemClock, whyNot } from './support/set-clock.js';
import { Stage } from './support/stage.js';
import { type Cut, tcpProxy } from './support/tcp-proxy.js';
import { latencyFigures, skip, type Verdict } from './support/verdict.js';
import { pause, until, type Witness } from './support/witness.js';
import { type Node, Workshop } from './support/workshop.js';

const usualRounds = 3;
/** A killed keeper's exercise goes on within this, ms of wall time. */
const mostTakeoverMs = 15_000;
const driftMs = 1_000;
const stoppedMs = 10_000;
const cutMs = 7_000;

type Script = (workshop: Workshop, rounds: number) => Promise<Verdict>;

const scripts: Readonly<Record<string, Script>> = {
  'nodes: raced behind nginx': raced,
  'nodes: keeper killed': keeperKilled,
  'nodes: keeper stopped for 10 s': keeperStopped,
  'nodes: cut off from the database': cutOff,
  'nodes: clock off by 2 s': clockOff,
};

export async function* nodes({ rounds }: FaultOptions): AsyncIterable<Verdict> {
  for (const [name, script] of Object.entries(scripts)) {
    if (!hasPostgres) {
      yield skip(name, 'PostgreSQL is not installed');
      continue;
    }
    const workshop = new Workshop();
    try {
      const verdict = await script(workshop, rounds ?? usualRounds);
      yield { ...verdict, name };
    } finally {
      await workshop.close();
    }
  }
}

async function twoNodes(workshop: Workshop): Promise<{ env: Env; one: Node; other: Node }> {
  const postgres = await workshop.postgres();
  const env = { DATABASE_URL: await postgres.database() };
  return { env, one: await workshop.node({ env }), other: await workshop.node({ env }) };
}

type Env = { DATABASE_URL: string };

/** Everybody answers every inject at once, and talks; connections are dealt out by nginx. */
async function raced(workshop: Workshop, rounds: number): Promise<Verdict> {
  if (!hasNginx) return skip('', 'nginx is not installed');
  const { one, other } = await twoNodes(workshop);
  const url = await startNginx(workshop, [one.url, other.url]);
  const stage = await Stage.open({ ...one, url }, { plan: workshop.plan, players: 8, speed: 30 });
  const onEach = await Promise.all([one, other].map(({ url: at }) => socketsAt(at)));
  const answered = new Map<Witness, Set<string>>();
  stage.makeNoise(60);
  const end = performance.now() + rounds * 6_000;
  while (performance.now() < end) {
    for (const player of stage.players) {
      const done = answered.get(player) ?? new Set<string>();
      answered.set(player, done);
      for (const injectId of Object.keys(player.view.injects)) {
        if (done.has(injectId)) continue;
        done.add(injectId);
        const text = `${injectId} by ${player.who.seatId}`;
        void player.ask({ type: 'SendResponse', injectId, text }, text);
      }
    }
    await pause(20);
  }
  const history = await stage.history(await one.staff(), { driftMs });
  const log = history.exports.at(-1) ?? [];
  const perTable = log.filter(({ type }) => type === 'ResponseSent').length;
  await stage.end();
  const races = [...answered.values()].reduce((sum, { size }) => sum + size, 0);
  const isSpread = onEach.every((count) => count > 0);
  return {
    name: '',
    figures: {
      'sockets on each node': onEach.join(' and '),
      commands: history.asked.length,
      'answers raced': races,
      'that count': perTable,
      ...latencyFigures(stage.players.flatMap(({ latencies }) => latencies)),
    },
    findings: [...check(history), ...(isSpread ? [] : ['nginx sent everybody to one node'])],
  };
}

/** SIGKILL to whichever node keeps the exercise, which is started anew each time. */
async function keeperKilled(workshop: Workshop, rounds: number): Promise<Verdict> {
  const { env, one, other } = await twoNodes(workshop);
  let [keeper, heir] = [one, other];
  const stage = await Stage.open(keeper, { plan: workshop.plan, urls: [one.url, other.url] });
  const takeovers: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await stage.comeBack([keeper.url, heir.url]);
    stage.makeNoise(50);
    await stage.nextInject();
    await pause(2_000);
    // Nobody asks anything, so that only a keeper can let the next inject out.
    stage.hush();
    await pause(200);
    const listener = stage.players[1];
    await keeper.end('SIGKILL');
    takeovers.push(await stage.nextInject(listener, mostTakeoverMs * 2));
    await stage.comeBack([heir.url]);
    await stage.askAgain();
    [keeper, heir] = [heir, await workshop.node({ env })];
  }
  const history = await stage.history(await keeper.staff(), { driftMs });
  const pauses = gapPauses(history);
  await stage.end();
  const slowest = Math.round(Math.max(...takeovers));
  return {
    name: '',
    figures: {
      kills: rounds,
      'goes on after': `${takeovers.map((ms) => Math.round(ms)).join(', ')} ms`,
      'gap pauses': pauses,
      commands: history.asked.length,
    },
    findings: [
      ...check(history),
      ...(slowest > mostTakeoverMs ? [`it took ${slowest} ms to go on`] : []),
      ...(pauses > 0 ? ['play time was lost'] : []),
    ],
  };
}

/** SIGSTOP and SIGCONT to the node that keeps the exercise: another takes over, and it must not matter. */
async function keeperStopped(workshop: Workshop, rounds: number): Promise<Verdict> {
  const { one, other } = await twoNodes(workshop);
  const stage = await Stage.open(one, { plan: workshop.plan, urls: [one.url, other.url] });
  const takeovers: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const keeper = round % 2 === 0 ? one : other;
    const listener = stage.players[round % 2 === 0 ? 1 : 0];
    stage.makeNoise(50);
    await pause(1_000);
    keeper.child.kill('SIGSTOP');
    const from = performance.now();
    takeovers.push(await stage.nextInject(listener, stoppedMs));
    await pause(stoppedMs - (performance.now() - from));
    keeper.child.kill('SIGCONT');
    await pause(1_500);
    stage.hush();
    await stage.comeBack([one.url, other.url]);
    await stage.askAgain();
  }
  const history = await stage.history(await one.staff(), { driftMs });
  const pauses = gapPauses(history);
  await stage.end();
  return {
    name: '',
    figures: {
      'times stopped': rounds,
      'next inject elsewhere after': `${takeovers.map((ms) => Math.round(ms)).join(', ')} ms`,
      'gap pauses': pauses,
      commands: history.asked.length,
    },
    findings: check(history),
  };
}

/** The line between one node and the database is refused, or swallows everything. */
async function cutOff(workshop: Workshop, rounds: number): Promise<Verdict> {
  const postgres = await workshop.postgres();
  const database = await postgres.database();
  const proxy = await tcpProxy(workshop, database);
  const cut = await workshop.node({ env: { DATABASE_URL: proxy.url } });
  const whole = await workshop.node({ env: { DATABASE_URL: database } });
  // It keeps the exercise, to begin with.
  const stage = await Stage.open(cut, { plan: workshop.plan, urls: [cut.url, whole.url] });
  const findings: string[] = [];
  const backAfter: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const how: Cut = round % 2 === 0 ? 'refused' : 'silent';
    stage.makeNoise(100);
    await pause(1_500);
    proxy.cut(how);
    await pause(1_000);
    await until(async () => (await ready(cut.url)) === 503, 'it says so', cutMs).catch(() =>
      findings.push(`${how}: /readyz did not say so`),
    );
    const [near, far] = stage.players;
    const answer = await near?.say();
    if (answer?.ok !== false) findings.push(`${how}: a command was not refused`);
    else if (answer.code !== 'server/unavailable') findings.push(`${how}: ${answer.code}`);
    await stage.nextInject(far, mostTakeoverMs);
    proxy.heal();
    const from = performance.now();
    await until(async () => (await ready(cut.url)) === 200, 'it recovers', 20_000);
    await until(async () => (await near?.say())?.ok === true, 'commands are kept again', 20_000);
    backAfter.push(Math.round(performance.now() - from));
    stage.hush();
    await stage.askAgain();
    await stage.nextInject(near);
  }
  const history = await stage.history(await whole.staff(), { driftMs });
  const refused = history.asked.filter(({ attempts }) =>
    attempts.some(({ answer }) => answer?.ok === false && answer.code === 'server/unavailable'),
  ).length;
  await stage.end();
  return {
    name: '',
    figures: {
      'times cut off': rounds,
      'commands refused': refused,
      'works again after': `${backAfter.join(', ')} ms`,
      'gap pauses': gapPauses(history),
      commands: history.asked.length,
    },
    findings: [...findings, ...check(history)],
  };
}

/** A node whose system clock is wrong takes part, and then keeps the exercise alone. */
async function clockOff(workshop: Workshop): Promise<Verdict> {
  if (!canSetClocks) return skip('', whyNot);
  const postgres = await workshop.postgres();
  const env = { DATABASE_URL: await postgres.database() };
  const clock = systemClock(workshop);
  clock.set(2);
  const right = await workshop.node({ env });
  const wrong = await workshop.node({ env: { ...env, ...clock.env } });
  const stage = await Stage.open(right, { plan: workshop.plan, urls: [right.url, wrong.url] });
  stage.makeNoise(60);
  await pause(4_000);
  clock.set(-2);
  await pause(3_000);
  await right.end('SIGKILL');
  await stage.comeBack([wrong.url]);
  await stage.nextInject(stage.players[1], mostTakeoverMs);
  await stage.nextInject(stage.players[1], mostTakeoverMs);
  stage.hush();
  const history = await stage.history(await wrong.staff(), { driftMs: 500 });
  const pauses = gapPauses(history);
  await stage.end();
  return {
    name: '',
    figures: { commands: history.asked.length, 'gap pauses': pauses },
    findings: [...check(history), ...(pauses > 0 ? ['play was paused'] : [])],
  };
}

function gapPauses({ exports }: Parameters<typeof check>[0]): number {
  const log = exports.at(-1) ?? [];
  return log.filter((fact) => fact.type === 'ClockPaused' && fact.cause === 'gap').length;
}

async function ready(url: string): Promise<number> {
  return (await fetch(`${url}/readyz`)).status;
}

async function socketsAt(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^trilogue_sockets (\d+)/m.exec(text)?.[1] ?? 0);
}
