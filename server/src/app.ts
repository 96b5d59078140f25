/** Wires the server: store, clock, keeper, exercises, HTTP and sockets. */
import { createServer } from 'node:http';
import { nanoid } from 'nanoid';
import { seating } from './auth/seating.js';
import { staffAuth } from './auth/staff-auth.js';
import type { Config } from './config.js';
import { createHttp } from './http/create-http.js';
import { createLog } from './log.js';
import { listen, originsOf } from './network.js';
import { startClock } from './runtime/clock.js';
import { Exercises } from './runtime/exercises.js';
import { Keeper } from './runtime/keeper.js';
import { readScenarios } from './scenarios.js';
import { createSocketServer, serveSockets } from './socket/serve-sockets.js';
import { sessionRoom, socketRooms } from './socket/socket-rooms.js';
import { openSqliteStore } from './store/store.js';
import { version } from './version.js';

export interface App {
  /** Where this machine's own browser finds it. */
  readonly url: string;
  /** The facilitators' link. It carries the secret and is told here once. */
  readonly staffLink: string;
  /** Addresses for people on the network first, this machine's last. */
  readonly origins: readonly string[];
  close(): Promise<void>;
}

/** How long requests under way may take to end when the server closes, in ms. */
const closingGraceMs = 1_000;

/**
 * Opens the data directory, takes up what was live, and listens.
 * @throws DatabaseUnavailable, or the error of a port that is taken
 */
export async function startApp(config: Config): Promise<App> {
  const log = createLog(config.logLevel);
  const scenarios = await readScenarios(config.scenariosDir, log);
  const store = await openSqliteStore(config.dataDir);
  const { events, directory } = store;
  const clock = startClock(await events.nowMs(), await events.lastRecordedMs());
  const keeper = new Keeper({ events, clock, log, holder: nanoid(12) });
  const io = createSocketServer();
  const exercises = new Exercises({
    store,
    clock,
    keeper,
    log,
    roomsOf: (exerciseId) => socketRooms(io, exerciseId),
  });
  const staff = staffAuth(store.staff, clock.now);
  const secret = await staff.renewSecret();
  await exercises.start();
  keeper.start();

  let origins: readonly string[] = [];
  const http = createServer(
    createHttp({
      config,
      log,
      version,
      exercises,
      scenarios,
      seating: seating(store, clock),
      store,
      directory,
      staff,
      origins: () => origins,
      hangUp: (session) => io.in(sessionRoom(session)).disconnectSockets(true),
    }),
  );
  serveSockets(io, http, { exercises, directory, staff, clock, log, limits: config.limits });

  const close = async () => {
    io.emit('goodbye', { code: 'server/closing' });
    const impatience = setTimeout(() => http.closeAllConnections(), closingGraceMs);
    await io.close();
    clearTimeout(impatience);
    await keeper.close();
    await exercises.close();
    await store.close();
  };
  try {
    const port = await listen(http, config.host, config.port, config.otherPorts);
    // Not before: what keeps it from listening is thrown.
    http.on('error', (error) => log.error({ err: error }, 'the HTTP server broke'));
    origins = originsOf(config.host, port);
    const url = origins.at(-1) ?? `http://127.0.0.1:${port}`;
    return { url, staffLink: `${url}/staff#${secret}`, origins, close };
  } catch (error) {
    await close();
    throw error;
  }
}
