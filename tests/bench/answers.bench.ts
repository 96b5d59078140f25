/**
 * Players who answer: each answer is decided, on the disk, acknowledged and told to its table. Beside
 * it, Socket.IO that writes a row, waits for the disk, acknowledges and emits, answer by answer.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../support/postgres.js';
import type { BenchOptions } from './main.js';
import { median, pause, percentile, table, times } from './report.js';
import { type Child, startChild } from './support/child.js';
import { BenchDrill, inBatches } from './support/drill.js';
import { Line } from './support/line.js';
import { injectIdOf, tableIdOf, writePlainScenario } from './support/plain-scenario.js';

const players = 300;
const tables = 3;
/** A table's first answer to an inject counts, so many after it are kept as notes. */
const answersAnInject = 21;
/** As many as a scenario may have: two climbs to the top use most of them up. */
const injects = 2_000;
const steadySeconds = 5;
/** So long at each rate. */
const climbSeconds = 1.4;
const climb = [
  25, 50, 100, 200, 300, 450, 650, 900, 1_300, 1_900, 2_700, 3_900, 5_500, 7_800, 9_500,
];
/** Answers that a climb needs to say something. */
const roomToClimb = 50_000;
/** A rate is sustained while its acknowledgements come within so many ms, 99 of 100. */
const goodMs = 100;
const text =
  'We have isolated the gateway, told the duty officer, and ask for an assessment by noon.';

interface Bed {
  readonly name: string;
  readonly children: readonly Child[];
  readonly lines: readonly Line[];
  /** @returns whether it was kept */
  readonly answer: (player: number) => Promise<boolean>;
  /** How many more the scenario has room for. */
  readonly left: () => number;
  readonly p99s: number[];
  readonly cpus: number[];
  readonly highest: number[];
}

export async function benchAnswers({ rounds, isPostgresMeasured }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  writePlainScenario(folder, { id: 'answers', tables, injects, bodyLength: 60 });
  const beds = [await bareBed(), await trilogueBed('Trilogue, SQLite', folder, [undefined])];
  // As a server keeps it: every commit is on the disk before it is answered.
  const postgres = isPostgresMeasured ? await startPostgres({ fsync: 'on' }) : null;
  if (postgres !== null) {
    const one = await postgres.database();
    const two = await postgres.database();
    beds.push(await trilogueBed('Trilogue, PostgreSQL', folder, [one]));
    beds.push(await trilogueBed('Trilogue, PostgreSQL, two nodes', folder, [two, two]));
  }
  try {
    for (let round = -1; round < rounds; round++) {
      for (const bed of beds) await measureSteady(bed, round < 0);
    }
    // One that has no room for another climb keeps what it has shown.
    for (let round = 0; round < Math.min(rounds, 3); round++) {
      for (const bed of beds) {
        if (bed.left() > roomToClimb) bed.highest.push(await highestRate(bed));
      }
    }
  } finally {
    for (const { lines, children } of beds) {
      for (const line of lines) line.close();
      for (const child of children) await child.end();
    }
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const [bare] = beds;
  table(
    `answers of ${players} players at ${tables} tables, medians of ${rounds}`,
    beds.map(({ name, p99s, cpus, highest }) => ({
      server: name,
      'ack p99 at 300 a second': `${median(p99s).toFixed(1)} ms`,
      'to bare': times(median(p99s) / median(bare?.p99s ?? [])),
      'CPU an answer': `${median(cpus).toFixed(0)} µs`,
      'highest rate': `${median(highest)} a second`,
      'of bare': times(median(highest) / median(bare?.highest ?? [])),
    })),
  );
}

async function measureSteady(bed: Bed, isWarmingUp: boolean): Promise<void> {
  const before = await cpuOf(bed);
  const latencies = await answersAt(bed, players, steadySeconds);
  const cpuMs = (await cpuOf(bed)) - before;
  if (isWarmingUp) return;
  bed.p99s.push(percentile(latencies, 99));
  bed.cpus.push((cpuMs * 1_000) / latencies.length);
}

async function highestRate(bed: Bed): Promise<number> {
  let best = 0;
  for (const rate of climb) {
    if (bed.left() < 2 * rate * climbSeconds) break;
    // Once more before it counts: the machine may have been at something else.
    if (!(await isSustained(bed, rate)) && !(await isSustained(bed, rate))) break;
    best = rate;
  }
  return best;
}

async function isSustained(bed: Bed, rate: number): Promise<boolean> {
  return percentile(await answersAt(bed, rate, climbSeconds), 99) <= goodMs;
}

/** Sends at a rate, whatever comes back, and waits for all acknowledgements. @returns ms of each */
async function answersAt(bed: Bed, perSecond: number, seconds: number): Promise<number[]> {
  const latencies: number[] = [];
  const waiting: Promise<void>[] = [];
  const count = Math.round(perSecond * seconds);
  const begun = performance.now();
  for (let sent = 0; sent < count; ) {
    const due = Math.min(count, Math.ceil(((performance.now() - begun) * perSecond) / 1_000));
    for (; sent < due; sent++) {
      // Timed from when it was to be sent: a sender that is held up must not make things look well.
      const dueAt = begun + (sent * 1_000) / perSecond;
      waiting.push(
        bed.answer(sent % bed.lines.length).then((isKept) => {
          if (!isKept) throw new Error(`${bed.name}: an answer was not kept`);
          latencies.push(performance.now() - dueAt);
        }),
      );
    }
    await pause(1);
  }
  await Promise.all(waiting);
  return latencies;
}

async function cpuOf({ children }: Bed): Promise<number> {
  let sum = 0;
  for (const child of children) sum += (await child.figures()).cpuMs;
  return sum;
}

/** @param databases one node for each; undefined is the embedded one */
async function trilogueBed(
  name: string,
  scenariosDir: string,
  databases: readonly (string | undefined)[],
): Promise<Bed> {
  const children: Child[] = [];
  for (const databaseUrl of databases) {
    children.push(
      await startChild({ kind: 'trilogue', scenariosDir, ...(databaseUrl && { databaseUrl }) }),
    );
  }
  const [first] = children;
  if (first === undefined) throw new Error('no server');
  const drill = await BenchDrill.begin(first, 'answers', tables);
  for (let from = 0; from < injects; from += 100) {
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        drill.direct({ type: 'ReleaseInject', injectId: injectIdOf(from + index) } as never),
      ),
    );
  }
  const seats = await drill.seats(players);
  const lines = await inBatches(players, (index) =>
    drill.sit(seats[index] ?? { tableId: '', token: '' }, children[index % children.length]?.url),
  );
  await pause(1_500);
  let answered = 0;
  const answer = async (player: number): Promise<boolean> => {
    const inject = Math.floor(answered++ / (answersAnInject * tables));
    const line = lines[player];
    if (line === undefined || inject >= injects) throw new Error('no more injects to answer');
    const given = await drill.ask(line, {
      type: 'SendResponse',
      injectId: injectIdOf(inject),
      text,
    });
    // All but a table's first are refused as answers and kept as notes.
    return given.ok || given.code === 'inject/already-answered';
  };
  const left = () => injects * answersAnInject * tables - answered;
  return { name, children, lines, answer, left, p99s: [], cpus: [], highest: [] };
}

async function bareBed(): Promise<Bed> {
  const child = await startChild({ kind: 'socketio' });
  const lines = await inBatches(players, (index) =>
    Line.connect(child.url, { room: tableIdOf(index % tables) }),
  );
  const answer = async (player: number): Promise<boolean> => {
    const message = { player, inject: injectIdOf(player), text };
    return (await lines[player]?.ask<{ ok: boolean }>('answer', message))?.ok === true;
  };
  const name = 'Socket.IO, a transaction each';
  const left = () => Number.POSITIVE_INFINITY;
  return { name, children: [child], lines, answer, left, p99s: [], cpus: [], highest: [] };
}
