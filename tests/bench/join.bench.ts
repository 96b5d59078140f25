/**
 * A whole exercise joins at once: every line is opened, seated and sent its view of some 50 KB, until
 * the last has it. Beside it, WebSockets that are sent as much when they connect.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from './main.js';
import { median, pause, table, times } from './report.js';
import { type Child, startChild } from './support/child.js';
import { BenchDrill } from './support/drill.js';
import { Line } from './support/line.js';
import { injectIdOf, writePlainScenario } from './support/plain-scenario.js';

const people = 1_000;
const tables = 9;
/** Released before anybody comes; with the thousand people's seats they make the view. */
const injects = 2;

interface Bed {
  readonly name: string;
  readonly child: Child;
  /** One of them joins; resolves when everything is there. */
  readonly join: (person: number) => Promise<Line>;
  readonly lastMs: number[];
  readonly cpus: number[];
}

export async function benchJoin({ rounds }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  writePlainScenario(folder, { id: 'join', tables, injects });
  const trilogue = await trilogueBed(folder);
  const bytes = await bytesOfOne(trilogue);
  const beds = [await wsBed(bytes), trilogue];
  try {
    for (let round = -1; round < rounds; round++) {
      for (const bed of beds) await storm(bed, round < 0);
    }
  } finally {
    for (const { child } of beds) await child.end();
    rmSync(folder, { recursive: true, force: true });
  }
  const ws = median(beds[0]?.lastMs ?? []);
  table(
    `join storm: ${people} at once, ${Math.round(bytes / 1_000)} KB to each, medians of ${rounds}`,
    beds.map(({ name, lastMs, cpus }) => ({
      server: name,
      'last one ready after': `${median(lastMs).toFixed(0)} ms`,
      'to ws': times(median(lastMs) / ws),
      'server CPU each': `${median(cpus).toFixed(2)} ms`,
    })),
  );
}

async function storm(bed: Bed, isWarmingUp: boolean): Promise<void> {
  const before = await bed.child.figures();
  const begun = performance.now();
  const lines = await Promise.all(Array.from({ length: people }, (_, index) => bed.join(index)));
  const lastMs = performance.now() - begun;
  const after = await bed.child.figures();
  for (const line of lines) line.close();
  // All are gone, and the room has been told, before the next comes.
  await pause(3_000);
  if (isWarmingUp) return;
  bed.lastMs.push(lastMs);
  bed.cpus.push((after.cpuMs - before.cpuMs) / people);
}

async function bytesOfOne({ join }: Bed): Promise<number> {
  const line = await join(0);
  line.close();
  return line.bytesHeard;
}

async function trilogueBed(scenariosDir: string): Promise<Bed> {
  const child = await startChild({ kind: 'trilogue', scenariosDir });
  const drill = await BenchDrill.begin(child, 'join', tables);
  for (let index = 0; index < injects; index++) {
    await drill.direct({ type: 'ReleaseInject', injectId: injectIdOf(index) } as never);
  }
  const seats = await drill.seats(people);
  const sit = (person: number) => drill.sit(seats[person] ?? { tableId: '', token: '' });
  return { name: 'Trilogue', child, join: sit, lastMs: [], cpus: [] };
}

async function wsBed(welcomeBytes: number): Promise<Bed> {
  const child = await startChild({ kind: 'ws', welcomeBytes });
  const connect = async () => {
    const line = await Line.plain(child.url, 'all');
    while (line.bytesHeard < welcomeBytes) await line.next();
    return line;
  };
  return { name: 'raw ws', child, join: connect, lastMs: [], cpus: [] };
}
