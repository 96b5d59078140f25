/** One message to a table of a hundred, three tables: the product beside a bare Socket.IO room. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExerciseLinks, SeatGrant } from '@trilogue/engine/protocol/http';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import { io, type Socket } from 'socket.io-client';
import { median, percentile, report } from './report.js';

const tables = ['one', 'two', 'three'];
const seatsPerTable = 100;
const perSecond = 5;
const messages = 40;
const rounds = 5;
const text = 'x'.repeat(700);

interface Bed {
  readonly kind: string;
  readonly child: ChildProcess;
  readonly sockets: readonly Socket[];
  /** Sends to a table; every member of it hears it. */
  readonly say: (table: string) => void;
  readonly heard: (listener: () => void) => void;
}

export async function benchFanOut(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const beds = [await bareBed(), await trilogueBed(folder)];
  const figures = new Map<string, { latencies: number[]; cpu: number[] }>();
  try {
    for (let round = 0; round < rounds; round++) {
      for (const bed of beds) {
        const of = figures.get(bed.kind) ?? { latencies: [], cpu: [] };
        figures.set(bed.kind, of);
        const { latencies, cpuMs } = await measure(bed);
        of.latencies.push(...latencies);
        of.cpu.push((cpuMs * 1_000) / (messages * seatsPerTable));
      }
    }
  } finally {
    for (const { sockets, child } of beds) {
      for (const socket of sockets) socket.disconnect();
      child.kill();
    }
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [kind, { latencies, cpu }] of figures) {
    report(
      `fan-out to 300 sockets in 3 rooms, ${kind}`,
      `p50 ${median(latencies).toFixed(2)} ms, p99 ${percentile(latencies, 99).toFixed(2)} ms, server CPU ${median(cpu).toFixed(1)} µs a delivery`,
    );
  }
}

async function measure(bed: Bed): Promise<{ latencies: number[]; cpuMs: number }> {
  const latencies: number[] = [];
  let sentAt = 0;
  bed.heard(() => latencies.push(performance.now() - sentAt));
  const before = (await ask(bed.child)).cpuMs;
  for (let sent = 0; sent < messages; sent++) {
    const until = latencies.length + seatsPerTable;
    sentAt = performance.now();
    bed.say(tables[sent % tables.length] ?? '');
    while (latencies.length < until) await new Promise((resolve) => setTimeout(resolve, 2));
    await new Promise((resolve) => setTimeout(resolve, 1_000 / perSecond));
  }
  const { cpuMs } = await ask(bed.child);
  bed.heard(() => undefined);
  return { latencies, cpuMs: cpuMs - before };
}

async function bareBed(): Promise<Bed> {
  const { child, told } = await start('bare');
  const sockets = tables.flatMap((room) =>
    Array.from({ length: seatsPerTable }, () =>
      io(told.url, { transports: ['websocket'], forceNew: true, auth: { room } }),
    ),
  );
  await Promise.all(sockets.map(connected));
  const [speaker] = sockets;
  return bed('bare Socket.IO', child, sockets, (table) => speaker?.emit('say', table, text));
}

async function trilogueBed(folder: string): Promise<Bed> {
  const scenarios = new URL('../fixtures/scenarios-bench', import.meta.url).pathname;
  const { child, told } = await start('trilogue', folder, scenarios);
  const { url } = told;
  const staff = await call(url, '/api/staff/session', {
    secret: told.staffLink?.split('#')[1],
  });
  const cookie = staff.cookie;
  const created = await call(
    url,
    '/api/exercises',
    { scenarioId: 'three-tables', title: 'Benchmark', pace: 'auto', mode: 'coach' },
    cookie,
  );
  const { exerciseId } = created.body as { exerciseId: string };
  await call(url, `/api/exercises/${exerciseId}/staff-seat`, { name: 'Director' }, cookie);
  const director = await sit(url, exerciseId, undefined, cookie);
  await command(director, {
    type: 'CastTeams',
    casting: {
      tables: tables.map((tableId) => ({ tableId, name: tableId, teamIds: [`team-${tableId}`] })),
      controlled: [],
    },
  });
  await command(director, { type: 'OpenLobby' });
  const links = (await call(url, `/api/exercises/${exerciseId}/links`, undefined, cookie))
    .body as ExerciseLinks;
  const sockets: Socket[] = [];
  for (const { code } of links.tables) {
    for (let seat = 0; seat < seatsPerTable; seat++) {
      const joined = await call(url, '/api/join', { code, name: `Seat ${seat}`, language: 'en' });
      sockets.push(await sit(url, exerciseId, (joined.body as SeatGrant).token));
    }
  }
  await command(director, { type: 'StartExercise' });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return bed('Trilogue, durable first', child, sockets, (tableId) => {
    void command(director, { type: 'SendMessage', thread: { kind: 'table', tableId }, text });
  });
}

function bed(
  kind: string,
  child: ChildProcess,
  sockets: readonly Socket[],
  say: (table: string) => void,
): Bed {
  let listener: () => void = () => undefined;
  for (const socket of sockets) socket.on('frame', () => listener());
  return {
    kind,
    child,
    sockets,
    say,
    heard: (next) => {
      listener = next;
    },
  };
}

interface Told {
  readonly url: string;
  readonly staffLink?: string;
}

function start(...args: string[]): Promise<{ child: ChildProcess; told: Told }> {
  const child = fork(new URL('./fan-out-server.ts', import.meta.url).pathname, args, {
    execArgv: ['--conditions=trilogue-source', '--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve({ child, told: told as Told }));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function ask(child: ChildProcess): Promise<{ cpuMs: number; rssMb: number }> {
  return new Promise((resolve) => {
    child.once('message', (told) => resolve(told as { cpuMs: number; rssMb: number }));
    child.send('figures');
  });
}

async function call(url: string, path: string, body?: unknown, cookie?: string) {
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const told = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${told}`);
  return {
    body: told === '' ? {} : JSON.parse(told),
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}

async function sit(url: string, exerciseId: string, token?: string, cookie?: string) {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocolVersion, exerciseId, ...(token && { token }) },
    ...(cookie ? { extraHeaders: { cookie } } : {}),
  });
  await connected(socket);
  await socket.emitWithAck('subscribe', { cursor: null });
  return socket;
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

let commandCount = 0;
async function command(socket: Socket, body: object): Promise<void> {
  const commandId = `benchmark-${commandCount++}`;
  const answer = await socket.emitWithAck('command', { commandId, command: body });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}
