/** Wires the server: store, clock, keeper, exercises, HTTP and sockets. */
import { hostname } from 'node:os';
import { nanoid } from 'nanoid';
import { attachments } from './attachments/attachments.js';
import { createAudit } from './audit/audit.js';
import { createAccess } from './auth/access.js';
import { createAccounts } from './auth/accounts.js';
import { seating } from './auth/seating.js';
import { signingKeys } from './auth/signing-keys.js';
import { staffAuth } from './auth/staff-auth.js';
import { announcement } from './backup/running.js';
import { removeOldSnapshots } from './backup/snapshot.js';
import type { Config } from './config.js';
import { createHttp } from './http/create-http.js';
import { createLog, type Log } from './log.js';
import { createMetrics } from './metrics/metrics.js';
import { listen, originsOf } from './network.js';
import { Exercises } from './runtime/exercises.js';
import { Keeper } from './runtime/keeper.js';
import { ownClock, type SharedClock, startSharedClock } from './runtime/shared-clock.js';
import { StorageHealth } from './runtime/storage-health.js';
import { readScenarios } from './scenarios.js';
import { shutdown } from './shutdown.js';
import { ConnectionLimits } from './socket/connection-limits.js';
import { joinNodes } from './socket/nodes.js';
import { createSocketServer, serveSockets } from './socket/serve-sockets.js';
import { endLinesOf, sessionRoom, socketRooms } from './socket/socket-rooms.js';
import { openStore, type Store } from './store/store.js';
import { createWebServer } from './tls/web-server.js';
import { version } from './version.js';

export interface App {
  /** Where this machine's own browser finds it. */
  readonly url: string;
  /** The facilitators' link. It carries the secret and is told here once; null where only accounts open. */
  readonly staffLink: string | null;
  /** Where the first administrator makes their account; null once there is one. Told here once. */
  readonly firstAdministratorLink: string | null;
  /** Addresses for people on the network first, this machine's last. */
  readonly origins: readonly string[];
  /** SHA-256 of the certificate, to be compared with what a browser shows; null without HTTPS. */
  readonly fingerprint: string | null;
  close(): Promise<void>;
}

/** How often connections of sessions that have come to their end are closed, in ms. */
const sweepEveryMs = 60_000;

/**
 * Opens the data directory, takes up what was live, and listens.
 * @param log given by tests, which read it.
 * @throws DatabaseUnavailable, or the error of a port that is taken
 */
export async function startApp(
  config: Config,
  log: Log = createLog(config.logLevel),
): Promise<App> {
  const metrics = createMetrics();
  // First, for what is wrong with a certificate is best said before anything is opened.
  const web = await createWebServer(config, log);
  const http = web.server;
  const scenarios = await readScenarios(config.scenariosDir, log);
  const store = await openStore(config, log);
  const { events, directory } = store;
  const holder = nanoid(12);
  const { clock, sync } = await clockOf(store, holder);
  const health = new StorageHealth((isKept) => {
    log[isKept ? 'info' : 'error'](isKept ? 'the database answers again' : 'nothing can be kept');
    io.local.emit('storage', { isKept });
  });
  const keeper = new Keeper({
    events,
    clock,
    sync,
    log,
    holder,
    isShared: store.isShared,
    takeUp: (exerciseId) => exercises.takeUp(exerciseId),
    health,
    timerFired: metrics.timerFired,
  });
  const connections = new ConnectionLimits(config.limits, config.trustedProxies);
  const io = createSocketServer(connections);
  const exercises = new Exercises({
    health,
    metrics,
    store,
    clock,
    keeper,
    log,
    roomsOf: (exerciseId) => socketRooms(io, exerciseId, store.isShared ? holder : null),
    appended: (exerciseId, seq) => store.nodes?.news.tell(exerciseId, seq),
  });
  const audit = createAudit({
    store: store.audit,
    nowMs: clock.now,
    log,
    keepDays: config.auditDays,
  });
  const hangUp = (session: string) => io.in(sessionRoom(session)).disconnectSockets(true);
  const staff = staffAuth(store.staff, store.accounts, clock.now, config.accountsOnly);
  const access = createAccess(store.exerciseStaff, directory);
  const accounts = createAccounts({
    accounts: store.accounts,
    links: store.links,
    sessions: store.staff,
    nowMs: clock.now,
    hangUp,
  });
  const welcomePath = await accounts.firstAdministratorLink();
  const sweepSessions = async () => {
    for (const session of await staff.sweep()) hangUp(session);
  };
  const sweeping = setInterval(() => {
    sweepSessions().catch((error: unknown) => {
      log.error({ err: error }, 'sessions could not be swept');
    });
  }, sweepEveryMs);
  sweeping.unref();
  const secret = await staff.renewSecret(store.isShared ? nodeName(config, holder) : '');
  await exercises.start();
  keeper.start();
  const nodes = joinNodes({ io, store, exercises, log });

  // Commands find the server that holds a database alone; a shared one they open by themselves.
  const running = store.isShared ? null : announcement(config.dataDir);
  if (running !== null) removeOldSnapshots(config.dataDir);
  let origins: readonly string[] = [];
  let isClosing = false;
  http.on(
    'request',
    createHttp({
      config,
      log,
      version,
      exercises,
      scenarios,
      seating: seating(store, clock, (tokenHash) => {
        endLinesOf(io, tokenHash);
        if (store.isShared) io.serverSideEmit('handedOver', tokenHash);
      }),
      tellRenamed: (exerciseId) => {
        if (store.isShared) io.serverSideEmit('renamed', exerciseId);
      },
      store,
      directory,
      staff,
      access,
      accounts,
      nowMs: clock.now,
      audit,
      metrics,
      attachments: attachments({
        store: store.attachments,
        keys: signingKeys(store.keys, clock.now),
        nowMs: clock.now,
      }),
      admin: running && { token: running.token, db: store.db, dataDir: config.dataDir },
      isClosing: () => isClosing,
      origins: () => origins,
      hangUp,
    }),
  );
  serveSockets(io, http, {
    health,
    exercises,
    directory,
    staff,
    access,
    clock,
    log,
    limits: config.limits,
    connections,
    audit,
    metrics,
  });
  metrics.watch({
    sockets: () => io.engine.clientsCount,
    exercisesOpen: async () => (await exercises.opened()).length,
    exercisesLive: async () =>
      (await exercises.opened()).filter(({ runner }) => runner.state.lifecycle.stage === 'live')
        .length,
  });
  void audit.sweep();

  const end = shutdown({
    http,
    io,
    log,
    settle: async () => {
      const open = await exercises.opened();
      await Promise.all(open.map(({ runner }) => runner.idle()));
    },
    letGo: [
      () => keeper.close(),
      () => exercises.close(),
      () => audit.close(),
      async () => running?.withdraw(),
      () => store.close(),
    ],
  });
  const close = () => {
    isClosing = true;
    clearInterval(sweeping);
    web.stop();
    nodes.close();
    return end();
  };
  try {
    const port = await listen(http, config.host, config.port, config.otherPorts);
    // Not before: what keeps it from listening is thrown.
    http.on('error', (error) => log.error({ err: error }, 'the HTTP server broke'));
    origins = originsOf(config.host, port, web.scheme);
    const url = origins.at(-1) ?? `${web.scheme}://127.0.0.1:${port}`;
    running?.announce(url);
    const staffLink = config.accountsOnly ? null : `${url}/staff#${secret}`;
    const firstAdministratorLink = welcomePath === null ? null : `${url}${welcomePath}`;
    return { url, staffLink, firstAdministratorLink, origins, fingerprint: web.fingerprint, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function clockOf({ events, clock, isShared }: Store, holder: string): Promise<SharedClock> {
  const lastRecordedMs = await events.lastRecordedMs();
  if (isShared) return startSharedClock(clock, holder, lastRecordedMs);
  return ownClock(await events.nowMs(), lastRecordedMs, events.nowMs);
}

/** The same after a restart, so that a node's old link goes when it prints a new one. */
function nodeName({ port }: Config, holder: string): string {
  return port === 0 ? holder : `${hostname()}:${port}`;
}
