/** The other process of a benchmark: the product's server, or one of those it is held against. */
import { writeFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { startApp } from '../../../server/src/app.js';
import { defaultLimits, defaultSafety } from '../../../server/src/config.js';
import { createLog } from '../../../server/src/log.js';
import type { Figures, ServerWish } from './child.js';

const wish = JSON.parse(process.argv[2] ?? '') as ServerWish;

const servers = { trilogue: startTrilogue, socketio: startSocketIo, ws: startWs };
let profile: Session | null = null;
const close = await servers[wish.kind]();

process.on('message', (asked) => {
  if (asked === 'end') void end();
  else tell(figures(asked === 'tidied'));
  startProfile();
});
process.on('disconnect', () => process.exit());

async function end(): Promise<void> {
  if (profile !== null) {
    const { profile: found } = await profile.post('Profiler.stop');
    const file = `${wish.kind}-${process.pid}.cpuprofile`;
    writeFileSync(join(process.env.TRILOGUE_BENCH_PROFILE ?? '', file), JSON.stringify(found));
  }
  await close();
  process.exit();
}

/** `TRILOGUE_BENCH_PROFILE=folder` has every server write a profile there, of what was measured only. */
function startProfile(): void {
  if (process.env.TRILOGUE_BENCH_PROFILE === undefined || profile !== null) return;
  profile = new Session();
  profile.connect();
  void profile.post('Profiler.enable');
  void profile.post('Profiler.start');
}

function figures(isTidied: boolean): Figures {
  const { user, system } = process.cpuUsage();
  if (isTidied) for (let times = 0; times < 3; times++) globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { cpuMs: (user + system) / 1_000, heapMb: heapUsed / 1e6, residentMb: rss / 1e6 };
}

async function startTrilogue() {
  const app = await startApp(
    {
      host: '127.0.0.1',
      port: 0,
      otherPorts: 0,
      dataDir: wish.dataDir,
      databaseUrl: wish.databaseUrl,
      scenariosDir: wish.scenariosDir ?? wish.dataDir,
      clientDir: wish.dataDir,
      logLevel: 'error',
      // All comes from one address, and faster than people write.
      limits: {
        ...defaultLimits,
        commandsPerSecond: 100_000,
        requestsPerMinute: 10_000_000,
        connectionsPerAddress: 100_000,
        handshakesPerMinute: 10_000_000,
        exercisesPerCreator: 100_000,
      },
      ...defaultSafety,
    },
    createLog('error'),
  );
  tell({ url: app.url, staffLink: app.staffLink });
  return () => app.close();
}

/**
 * Socket.IO as its manual shows it: a room a table, an emit for what happened. An answer is kept
 * first, in a transaction of its own that is on the disk before it is acknowledged.
 */
async function startSocketIo() {
  const http = createServer();
  const io = new Server(http, { serveClient: false, perMessageDeflate: false });
  const append = appendTo(join(wish.dataDir, 'bare.db'));
  const byId = new Map<string, unknown>();
  io.on('connection', (socket) => {
    const { room } = socket.handshake.auth as { room: string };
    void socket.join(room);
    byId.set(socket.id, room);
    socket.on('say', (rooms: string[], text: string) => {
      for (const name of rooms) io.to(name).emit('frame', { text });
    });
    socket.on('answer', (answer: object, acknowledge: (answer: object) => void) => {
      const seq = append(answer);
      acknowledge({ ok: true, seq });
      io.to(room).emit('frame', { seq, ...answer });
    });
  });
  await listening(http);
  return async () => void (await io.close());
}

/** What is least: one buffer, sent to everybody in a loop. */
async function startWs() {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  const rooms = new Map<string, Set<{ send(data: Buffer, options: { binary: boolean }): void }>>();
  const welcome = Buffer.from('w'.repeat(wish.welcomeBytes ?? 0));
  sockets.on('connection', (socket, { url = '' }) => {
    const room = new URL(url, 'http://here').searchParams.get('room') ?? '';
    const members = rooms.get(room) ?? new Set();
    rooms.set(room, members.add(socket));
    socket.on('close', () => members.delete(socket));
    if (welcome.length > 0) socket.send(welcome, { binary: false });
    socket.on('message', (data) => {
      const { to, text } = JSON.parse(String(data)) as { to: string[]; text: string };
      for (const name of to) {
        const frame = Buffer.from(JSON.stringify(['frame', { text }]));
        for (const member of rooms.get(name) ?? []) member.send(frame, { binary: false });
      }
    });
  });
  await listening(http);
  return async () => {
    for (const socket of sockets.clients) socket.terminate();
    http.close();
  };
}

function appendTo(file: string): (answer: object) => number {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table facts (seq integer primary key, body text not null, recorded_at integer)');
  const insert = db.prepare('insert into facts (seq, body, recorded_at) values (?, ?, ?)');
  let seq = 0;
  return (answer) => {
    insert.run(++seq, JSON.stringify(answer), Date.now());
    return seq;
  };
}

async function listening(http: HttpServer): Promise<void> {
  await new Promise<void>((resolve) =>
    http.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, resolve),
  );
  const address = http.address();
  tell({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
}

function tell(message: object): void {
  process.send?.(message);
}
