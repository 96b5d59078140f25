/**
 * An inject to all three tables, five a second: the product, which decides, keeps and projects it
 * first, beside a bare Socket.IO emit to three rooms and a raw WebSocket loop.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from './main.js';
import { median, pause, percentile, table, times } from './report.js';
import { type Child, startChild } from './support/child.js';
import { BenchDrill, inBatches } from './support/drill.js';
import { Line } from './support/line.js';
import { injectIdOf, tableIdOf, writePlainScenario } from './support/plain-scenario.js';

const tables = 3;
const everyMs = 200;
const releasesARound = 20;
const factsBefore = 1_000;
/** Said to a few before anything is measured: no server that is asked to hurry has just been started. */
const warmUps = 240;
const warmUpLines = 30;
const perDrill = 80;
const rooms = Array.from({ length: tables }, (_, index) => tableIdOf(index));

interface Bed {
  readonly name: string;
  readonly child: Child;
  readonly lines: readonly Line[];
  /** Sends one inject to all tables. */
  readonly say: () => void;
  readonly p99s: number[];
  readonly cpus: number[];
}

export async function benchFanOut(options: BenchOptions): Promise<void> {
  for (const size of options.sockets) await measureSize(size, options);
}

async function measureSize(size: number, { rounds }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const injects = Math.max(perDrill, (rounds + 1) * releasesARound) + 1;
  writePlainScenario(folder, { id: 'fan-out', tables, injects, titleLength: 290 });
  const fresh = await trilogueBed('Trilogue', folder, size, 0);
  const bytes = await frameBytes(fresh);
  const beds = [
    await wsBed(size, bytes),
    await socketIoBed(size, bytes),
    fresh,
    await trilogueBed('Trilogue after 1,000 facts', folder, size, factsBefore),
  ];
  try {
    // What starting up and everybody's coming left behind is not tidied away while it is measured.
    for (const { child } of beds) await child.figures(true);
    // The first round warms up.
    for (let round = -1; round < rounds; round++) {
      for (const bed of beds) await measure(bed, round < 0);
    }
  } finally {
    for (const { lines, child } of beds) {
      for (const line of lines) line.close();
      await child.end();
    }
    rmSync(folder, { recursive: true, force: true });
  }
  const [ws, socketIo] = beds.map(({ cpus }) => median(cpus));
  table(
    `fan-out: ${bytes} bytes to ${size} sockets at ${tables} tables, ${1_000 / everyMs} a second, medians of ${rounds}`,
    beds.map(({ name, p99s, cpus }) => ({
      server: name,
      p99: `${median(p99s).toFixed(1)} ms`,
      'CPU a delivery': `${median(cpus).toFixed(1)} µs`,
      'to ws': times(median(cpus) / (ws ?? 1)),
      'to Socket.IO': times(median(cpus) / (socketIo ?? 1)),
    })),
  );
}

async function measure(bed: Bed, isWarmingUp: boolean): Promise<void> {
  const latencies: number[] = [];
  const before = await bed.child.figures();
  for (let release = 0; release < releasesARound; release++) {
    const begun = performance.now();
    const heard = everyoneHears(bed, () => latencies.push(performance.now() - begun));
    bed.say();
    await heard;
    await pause(Math.max(0, everyMs - (performance.now() - begun)));
  }
  const after = await bed.child.figures();
  if (isWarmingUp) return;
  bed.p99s.push(percentile(latencies, 99));
  bed.cpus.push(((after.cpuMs - before.cpuMs) * 1_000) / (releasesARound * bed.lines.length));
}

function everyoneHears({ lines }: Bed, heard: (data: Buffer) => void): Promise<void> {
  return new Promise((resolve) => {
    let left = lines.length;
    for (const line of lines) {
      line.onPush = (data) => {
        // The roster is told now and then as well.
        if (data.indexOf('"frame"') !== 3 && data.indexOf('"frame"') !== 1) return;
        line.onPush = () => undefined;
        heard(data);
        if (--left === 0) resolve();
      };
    }
  });
}

/** What one player is sent, for the others to send as much. */
async function frameBytes(bed: Bed): Promise<number> {
  let bytes = 0;
  const heard = everyoneHears(bed, (data) => {
    bytes = data.length;
  });
  bed.say();
  await heard;
  return bytes;
}

async function trilogueBed(
  name: string,
  scenariosDir: string,
  size: number,
  facts: number,
): Promise<Bed> {
  const child = await startChild({ kind: 'trilogue', scenariosDir });
  await warmUpTrilogue(child);
  const drill = await BenchDrill.begin(child, 'fan-out', tables);
  for (let told = 0; told < facts; told += 50) {
    const thread = { kind: 'table', tableId: tableIdOf(told % tables) } as never;
    const text = 'A question to the table, in a line or two.';
    await Promise.all(
      Array.from({ length: 50 }, () => drill.direct({ type: 'SendMessage', thread, text })),
    );
  }
  const lines = await drill.people(size);
  // The room is told who came.
  await pause(1_500);
  let released = 0;
  const say = () => {
    void drill.direct({ type: 'ReleaseInject', injectId: injectIdOf(released++) } as never);
  };
  return { name, child, lines, say, p99s: [], cpus: [] };
}

/** In exercises of their own, which leave the measured one without a fact. */
async function warmUpTrilogue(child: Child): Promise<void> {
  for (let done = 0; done < warmUps; done += perDrill) {
    const drill = await BenchDrill.begin(child, 'fan-out', tables);
    const lines = await drill.people(warmUpLines);
    for (let index = 0; index < perDrill; index++) {
      await drill.direct({ type: 'ReleaseInject', injectId: injectIdOf(index) } as never);
    }
    for (const line of lines) line.close();
  }
}

async function socketIoBed(size: number, bytes: number): Promise<Bed> {
  const child = await startChild({ kind: 'socketio' });
  const lines = await inBatches(size, (index) =>
    Line.connect(child.url, { room: rooms[index % tables] }),
  );
  const speaker = await Line.connect(child.url, { room: 'speaker' });
  const text = 'x'.repeat(bytes - '42["frame",{"text":""}]'.length);
  const say = () => speaker.emit('say', rooms, text);
  for (let index = 0; index < warmUps; index++) await sayAndRest(say);
  return { name: 'Socket.IO, to three rooms', child, lines, say, p99s: [], cpus: [] };
}

async function wsBed(size: number, bytes: number): Promise<Bed> {
  const child = await startChild({ kind: 'ws' });
  const lines = await inBatches(size, (index) =>
    Line.plain(child.url, rooms[index % tables] ?? ''),
  );
  const speaker = await Line.plain(child.url, 'speaker');
  const text = 'x'.repeat(bytes - '["frame",{"text":""}]'.length);
  const say = () => speaker.say(JSON.stringify({ to: rooms, text }));
  for (let index = 0; index < warmUps; index++) await sayAndRest(say);
  return { name: 'raw ws, one buffer', child, lines, say, p99s: [], cpus: [] };
}

async function sayAndRest(say: () => void): Promise<void> {
  say();
  await pause(5);
}
