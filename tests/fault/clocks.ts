/** System clocks that jump by an hour, under play and while the server is away. */
import pg from 'pg';
import { hasPostgres } from '../support/postgres.js';
import { check } from './checker.js';
import type { Finding } from './laws/history.js';
import type { FaultOptions } from './main.js';
import { canSetClocks, systemClock, whyNot } from './support/set-clock.js';
import { Stage } from './support/stage.js';
import { skip, type Verdict } from './support/verdict.js';
import { pause } from './support/witness.js';
import { Workshop } from './support/workshop.js';

const hourS = 3_600;
/** One after the other, s from the true time. */
const jumps = [hourS, 0, -hourS, hourS, -2 * hourS, 0];
const betweenMs = 2_500;
/** How far wall time on record may be from how time passed, ms. */
const driftMs = 500;

export async function* clocks({ databases }: FaultOptions): AsyncIterable<Verdict> {
  if (!canSetClocks) return yield skip('clock jumps', whyNot);
  if (databases.includes('sqlite')) {
    yield await inWorkshop(serverClock);
    yield await inWorkshop(whileAway);
  }
  if (databases.includes('postgres') && hasPostgres) yield await inWorkshop(databaseClock);
}

async function inWorkshop(work: (workshop: Workshop) => Promise<Verdict>): Promise<Verdict> {
  const workshop = new Workshop();
  try {
    return await work(workshop);
  } finally {
    await workshop.close();
  }
}

async function serverClock(workshop: Workshop): Promise<Verdict> {
  const clock = systemClock(workshop);
  const node = await workshop.node({ env: clock.env });
  const stage = await Stage.open(node, { plan: workshop.plan });
  await playThrough(stage, clock.set, async () => {
    const { headers } = await fetch(`${node.url}/healthz`);
    return Date.parse(headers.get('date') ?? '');
  });
  return judged(
    'server’s clock jumps ±1 h',
    stage,
    await stage.history(await node.staff(), { driftMs }),
  );
}

/** Two nodes, and the clock that they share. */
async function databaseClock(workshop: Workshop): Promise<Verdict> {
  const clock = systemClock(workshop);
  const postgres = await workshop.postgres({}, clock.env);
  const env = { DATABASE_URL: await postgres.database() };
  const [one, other] = [await workshop.node({ env }), await workshop.node({ env })];
  const urls = [one.url, other.url];
  const stage = await Stage.open(one, { plan: workshop.plan, urls });
  const asker = new pg.Client({ connectionString: env.DATABASE_URL });
  await asker.connect();
  workshop.after(() => asker.end());
  await playThrough(stage, clock.set, async () => {
    const { rows } = await asker.query<{ now: Date }>('select clock_timestamp() as now');
    return rows[0]?.now.getTime() ?? 0;
  });
  await stage.askAgain();
  return judged(
    'database’s clock jumps ±1 h',
    stage,
    await stage.history(await one.staff(), { driftMs }),
  );
}

/** @param read what the clock says that was set, ms: a jump that nobody sees proves nothing */
async function playThrough(
  stage: Stage,
  set: (bySeconds: number) => void,
  read: () => Promise<number>,
): Promise<void> {
  stage.makeNoise();
  await pause(betweenMs);
  for (const seconds of jumps) {
    set(seconds);
    await pause(betweenMs);
    const byMs = (await read()) - Date.now() - seconds * 1_000;
    if (Math.abs(byMs) > 5_000) throw new Error(`the clock is off by ${byMs} ms`);
  }
  await stage.nextInject();
  stage.hush();
}

/** The server comes back to a clock that was set meanwhile: back, it goes on; forward, it pauses. */
async function whileAway(workshop: Workshop): Promise<Verdict> {
  const clock = systemClock(workshop);
  const place = { dataDir: workshop.folder(), env: clock.env };
  let node = await workshop.node(place);
  const stage = await Stage.open(node, { plan: workshop.plan });
  const findings: (Finding | string)[] = [];
  let latest = 0;
  for (const seconds of [-hourS, hourS, 0, 2 * hourS]) {
    stage.makeNoise();
    await pause(1_500);
    await node.end('SIGKILL');
    stage.hush();
    clock.set(seconds);
    node = await workshop.node(place);
    await stage.comeBack([node.url]);
    const { clock: now } = stage.director.view;
    const isLater = seconds > latest;
    latest = Math.max(latest, seconds);
    if (isLater && now.pauseCause !== 'gap') findings.push('an hour’s gap did not pause play');
    if (!isLater && now.status !== 'running') findings.push('a clock set back stopped play');
    await stage.resume();
    await stage.askAgain();
    await stage.nextInject();
  }
  const verdict = await judged(
    'clock set while away',
    stage,
    await stage.history(await node.staff()),
  );
  return { ...verdict, findings: [...findings, ...verdict.findings] };
}

async function judged(
  name: string,
  stage: Stage,
  history: Parameters<typeof check>[0],
): Promise<Verdict> {
  const log = history.exports.at(-1) ?? [];
  const findings: (Finding | string)[] = check(history);
  const pauses = log.filter(({ type }) => type === 'ClockPaused').length;
  await stage.end();
  const playMs = log.at(-1)?.playMs ?? 0;
  return {
    name,
    figures: {
      commands: history.asked.length,
      injects: log.filter(({ type }) => type === 'InjectReleased').length,
      'play time': `${Math.round(playMs / 60_000)} min`,
      'gap pauses': pauses,
      'asked again': history.asked.filter(({ attempts }) => attempts.length > 1).length,
    },
    findings:
      history.driftMs !== undefined && pauses > 0 ? [...findings, 'play was paused'] : findings,
  };
}
