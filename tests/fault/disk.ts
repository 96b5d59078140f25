/** A disk that is full, and a database that somebody else holds. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openSqlite } from '../../server/src/store/sqlite.js';
import { hasPostgres } from '../support/postgres.js';
import { check } from './checker.js';
import type { Finding, History } from './laws/history.js';
import type { FaultOptions } from './main.js';
import { Stage } from './support/stage.js';
import { skip, type Verdict } from './support/verdict.js';
import { pause } from './support/witness.js';
import { Workshop } from './support/workshop.js';

const usualRounds = 3;
/** Shorter than the gap that pauses play, ms. */
const troubleMs = 6_000;
const diskSize = '24m';

export async function* disk({ rounds, databases }: FaultOptions): AsyncIterable<Verdict> {
  if (databases.includes('sqlite')) {
    yield await inWorkshop((workshop) => fullDisk(workshop, rounds ?? usualRounds));
    yield await inWorkshop(heldFile);
  }
  if (!databases.includes('postgres')) return;
  if (hasPostgres) yield await inWorkshop(lockedTables);
  else yield skip('locked database, postgres', 'PostgreSQL is not installed');
}

async function inWorkshop(work: (workshop: Workshop) => Promise<Verdict>): Promise<Verdict> {
  const workshop = new Workshop();
  try {
    return await work(workshop);
  } finally {
    await workshop.close();
  }
}

async function fullDisk(workshop: Workshop, rounds: number): Promise<Verdict> {
  const name = 'full disk, sqlite';
  const dataDir = workshop.folder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskSize}`, 'tmpfs', dataDir], {
      stdio: 'ignore',
    });
  } catch {
    return skip(name, 'a small disk can’t be mounted here');
  }
  workshop.after(() => execFileSync('umount', ['-l', dataDir]));
  const ballast = join(dataDir, 'ballast');
  const node = await workshop.node({ dataDir });
  const stage = await Stage.open(node, { plan: workshop.plan });
  const findings: string[] = [];
  for (let round = 0; round < rounds; round++) {
    stage.makeNoise();
    await pause(1_000);
    fill(ballast);
    await pause(troubleMs);
    if (!node.isAlive()) findings.push('the server ended on a full disk');
    rmSync(ballast);
    await pause(1_500);
    stage.hush();
    await stage.askAgain();
  }
  const history = await stage.history(await node.staff(), { driftMs: 1_000 });
  const refused = refusals(history);
  if (refused === 0) findings.push('nobody was told that nothing could be kept');
  await stage.end();
  await node.end('SIGTERM');
  fill(ballast);
  const start = await workshop.node({ dataDir }).catch((error: Error) => error.message);
  if (typeof start !== 'string') await start.end('SIGTERM');
  else if (!start.includes('can’t start')) findings.push(`not a clear message: ${start}`);
  return {
    name,
    figures: {
      'times full': rounds,
      commands: history.asked.length,
      'told “could not keep”': refused,
      'start on a full disk': typeof start === 'string' ? 'refused with a message' : 'works',
    },
    findings: [...findings, ...check(history)],
  };
}

/** To the last byte, as far as the server leaves any. */
function fill(file: string): void {
  const some = Buffer.alloc(4_096);
  try {
    for (;;) writeFileSync(file, some, { flag: 'a' });
  } catch {
    // That was the last one.
  }
}

/** The embedded database belongs to one process: whoever comes second is told so. */
async function heldFile(workshop: Workshop): Promise<Verdict> {
  const dataDir = workshop.folder();
  const findings: string[] = [];
  const expectRefusal = async (who: string) => {
    const start = await workshop.node({ dataDir }).catch((error: Error) => error.message);
    if (typeof start !== 'string') findings.push(`${who} did not keep a second server out`);
    else if (!start.includes('another Trilogue already uses')) findings.push(start);
  };
  const held = await openSqlite(dataDir);
  await expectRefusal('a process that holds the file');
  await held.close();
  const node = await workshop.node({ dataDir });
  const stage = await Stage.open(node, { plan: workshop.plan });
  stage.makeNoise();
  await expectRefusal('a server that runs');
  const intruder = await openSqlite(dataDir).then(
    async (database) => {
      await database.close();
      return 'came in';
    },
    () => 'kept out',
  );
  if (intruder !== 'kept out') findings.push('somebody else could write while the server ran');
  const history = await stage.history(await node.staff(), { driftMs: 1_000 });
  await stage.end();
  return {
    name: 'locked database, sqlite',
    figures: { 'second servers refused': 2, intruder, commands: history.asked.length },
    findings: [...findings, ...check(history)],
  };
}

async function lockedTables(workshop: Workshop): Promise<Verdict> {
  const place = await workshop.database('postgres');
  const node = await workshop.node(place);
  const locked = await Stage.open(node, { plan: workshop.plan });
  const other = await Stage.open(node, { plan: workshop.plan });
  const locker = new pg.Client({ connectionString: place.env?.DATABASE_URL });
  await locker.connect();
  workshop.after(() => locker.end());
  const hold = async (statement: string, values: string[] = []) => {
    locked.makeNoise();
    other.makeNoise();
    await pause(500);
    await locker.query('begin');
    await locker.query(statement, values);
    const before = accepted(other);
    await pause(troubleMs);
    const meanwhile = accepted(other) - before;
    await locker.query('rollback');
    await pause(2_000);
    locked.hush();
    other.hush();
    await Promise.all([locked.askAgain(), other.askAgain()]);
    return meanwhile;
  };
  const meanwhile = await hold('select * from exercises where id = $1 for update', [
    locked.exerciseId,
  ]);
  await hold('lock table facts in access exclusive mode');
  const staff = await node.staff();
  const histories: History[] = [];
  for (const stage of [locked, other]) {
    histories.push(await stage.history(staff, { driftMs: 1_000 }));
    await stage.end();
  }
  const findings: (Finding | string)[] = histories.flatMap(check);
  if (meanwhile < 50) findings.push('another exercise was held up by a locked one');
  return {
    name: 'locked database, postgres',
    figures: {
      'row and table locked for': `${troubleMs} ms each`,
      'kept in another exercise meanwhile': meanwhile,
      commands: histories.reduce((sum, { asked }) => sum + asked.length, 0),
      'told “could not keep”': histories.reduce((sum, history) => sum + refusals(history), 0),
    },
    findings,
  };
}

function accepted(stage: Stage): number {
  return stage.everyone
    .flatMap(({ asked }) => asked)
    .filter(({ attempts }) => attempts.some(({ answer }) => answer?.ok)).length;
}

/** Commands that were told at least once that they could not be kept. */
function refusals({ asked }: History): number {
  return asked.filter(({ attempts }) =>
    attempts.some(({ answer }) => answer?.ok === false && answer.code === 'server/unavailable'),
  ).length;
}
