/** The socket's side of the server: every payload is parsed, every call answered, nothing crashes it. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { reject } from '@trilogue/engine/exercise/rejections';
import {
  draftSchema,
  previewRewindSchema,
  readEvaluationSchema,
  readInjectAsSchema,
  readInjectSchema,
  readMomentsSchema,
  readPeopleSchema,
  submitSchema,
  subscribeSchema,
  viewAsSchema,
  type Welcome,
} from '@trilogue/engine/protocol/socket';
import { audienceOfSeat } from '@trilogue/engine/views/audience';
import { evaluationReading } from '@trilogue/engine/views/evaluation-reading';
import { injectBody } from '@trilogue/engine/views/project';
import { rewindMoments, rewindPreview } from '@trilogue/engine/views/rewind-reading';
import { bodyAs, viewAs } from '@trilogue/engine/views/view-as';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server } from 'socket.io';
import type { Audit } from '../audit/audit.js';
import type { Limits } from '../config.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/metrics.js';
import type { ServerClock } from '../runtime/clock.js';
import type { StorageHealth } from '../runtime/storage-health.js';
import { unavailable } from '../runtime/turn.js';
import { backlogGuard, type GuardedLine, lookEveryMs } from './backlog-guard.js';
import { handling } from './calls.js';
import type { ConnectionLimits } from './connection-limits.js';
import { type Guest, type HandshakeParts, isOwnOrigin, receive, stillHolds } from './handshake.js';
import { packetLine, SharingAnswer, sharingParser } from './shared-packet.js';
import {
  audienceRoom,
  type LiveServer,
  type LiveSocket,
  leaveAudiences,
  proofRoom,
  seatRoom,
  sessionRoom,
  tableRoom,
} from './socket-rooms.js';
import { watchCommand } from './watch-command.js';

/** Largest message in bytes: the longest answer, in a script of three bytes a character, with room. */
const maxMessageBytes = 100_000;

export interface SocketParts extends HandshakeParts {
  readonly clock: ServerClock;
  readonly log: Log;
  readonly limits: Limits;
  readonly connections: ConnectionLimits;
  readonly audit: Audit;
  readonly metrics: Metrics;
  readonly health: StorageHealth;
}

export function createSocketServer(connections: ConnectionLimits): LiveServer {
  return new Server({
    serveClient: false,
    parser: sharingParser,
    maxHttpBufferSize: maxMessageBytes,
    // Costs eight times the CPU for frames that are small already.
    perMessageDeflate: false,
    // Whoever opens a line and says nothing is not waited for.
    connectTimeout: 10_000,
    allowRequest(request, allow) {
      if (!isOwnOrigin(request)) return allow('http/foreign-origin', false);
      void connections.refusal(request).then((code) => allow(code, code === null));
    },
  });
}

export function serveSockets(io: LiveServer, http: HttpServer, parts: SocketParts): void {
  const { limits, log, metrics, connections } = parts;
  const limiter = (perSecond: number) =>
    new RateLimiterMemory({ points: perSecond * 2, duration: 2 });
  const commands = limiter(limits.commandsPerSecond);
  const drafts = limiter(limits.draftsPerSecond);
  const reads = limiter(limits.commandsPerSecond);
  // Known between the handshake and the connection that follows it.
  const guests = new WeakMap<LiveSocket, Guest>();

  io.use((socket, next) => {
    receive(socket.handshake.auth, socket.handshake.headers.cookie, parts)
      .then((guest) => {
        if ('code' in guest) {
          metrics.refused(guest.code);
          return next(refused(guest));
        }
        guests.set(socket, guest);
        socket.data = { exerciseId: guest.exercise.exerciseId, seatId: guest.seat.seatId };
        next();
      })
      .catch((error: unknown) => {
        log.error({ err: error }, 'a handshake broke');
        next(refused(unavailable));
      });
  });

  io.on('connection', (socket) => {
    const guest = guests.get(socket);
    if (guest === undefined) return socket.disconnect(true);
    const { exercise, session, accountId, proof } = guest;
    const { exerciseId, seatId } = socket.data;
    const { runner, live } = exercise;
    socket.join(seatRoom(exerciseId, seatId));
    if (session !== null) socket.join(sessionRoom(session));
    if (proof !== null) socket.join(proofRoom(proof));
    live.arrived(seatId);
    socket.on('disconnect', () => live.left(seatId));
    // Whoever hangs up on a proof or a session from here on finds this line; before, nobody did.
    stillHolds(guest, socket.handshake.headers.cookie, parts)
      .then((holds) => holds || socket.disconnect(true))
      .catch((error: unknown) =>
        log.error({ err: error }, 'a handshake could not be looked at again'),
      );
    // A seat may have left between the handshake and here.
    if (audienceOfSeat(runner.state, seatId) === null) return live.rooms.gone(seatId);

    const address = connections.addressOf(socket.request);
    const on = handling({ socket, log, metrics });
    on('subscribe', subscribeSchema, reads, async ({ cursor }, answer) => {
      await exercise.drafts.refresh();
      // From here to the answer nothing may come between, or news would overtake the view.
      live.settle();
      const audience = audienceOfSeat(runner.state, seatId);
      if (audience === null) return reject('seat/unknown', 'this seat is gone');
      leaveAudiences(socket);
      socket.join(audienceRoom(exerciseId, audience));
      if (audience.role === 'player') socket.join(tableRoom(exerciseId, audience.tableId));
      const welcome: Omit<Welcome, 'frame' | 'roster'> = {
        ok: true,
        seatId,
        audience,
        nowMs: parts.clock.now(),
        isKept: parts.health.isKept,
        drafts:
          audience.role === 'player' ? exercise.drafts.of(runner.state, audience.tableId) : [],
      };
      const frame = live.catchUp(audience, seatId, cursor);
      const shared = { frame, roster: live.roster(audience) };
      answer(new SharingAnswer(welcome, shared, packetLine(socket)));
      return null;
    });

    on('command', submitSchema, commands, ({ commandId, epoch, command }, answer) => {
      const role = runner.state.seats.get(seatId)?.role ?? null;
      const sender = { exerciseId, seatId, role, session, accountId, address };
      const { auditOf, answered } = watchCommand(parts, sender, command);
      const actor = { kind: 'seat', seatId } as const;
      runner.submit({ actor, command, commandId, epoch, auditOf }, (given) => {
        answer(given);
        answered(given);
      });
      return null;
    });

    on('readInject', readInjectSchema, reads, ({ injectId }) => {
      const audience = audienceOfSeat(runner.state, seatId);
      const body = audience === null ? null : injectBody(runner.state, audience, injectId);
      return body === null ? reject('inject/unknown', 'no such inject here') : { ok: true, body };
    });

    on('viewAs', viewAsSchema, reads, ({ tableId }) => {
      const audience = audienceOfSeat(runner.state, seatId);
      const view = audience && viewAs(runner.state, audience, tableId);
      return view === null ? reject('table/unknown', 'no such table here') : { ok: true, view };
    });

    on('readInjectAs', readInjectAsSchema, reads, ({ tableId, injectId }) => {
      const audience = audienceOfSeat(runner.state, seatId);
      const body = audience && bodyAs(runner.state, audience, tableId, injectId);
      return body === null ? reject('inject/unknown', 'no such inject here') : { ok: true, body };
    });

    on('readPeople', readPeopleSchema, reads, () => {
      const audience = audienceOfSeat(runner.state, seatId);
      if (audience === null) return reject('seat/unknown', 'this seat is gone');
      return { ok: true, people: live.people(audience) };
    });

    on('readEvaluation', readEvaluationSchema, reads, () => {
      const audience = audienceOfSeat(runner.state, seatId);
      const reading = audience && evaluationReading(runner.state, audience);
      return reading === null
        ? reject('command/not-allowed', 'this seat may not do that')
        : { ok: true, reading };
    });

    on('readMoments', readMomentsSchema, reads, () => {
      const found = rewindMoments(runner.state, seatId);
      return 'code' in found ? found : { ok: true, ...found };
    });

    on('previewRewind', previewRewindSchema, reads, ({ toSeq }) => {
      const undoing = rewindPreview(runner.state, seatId, toSeq);
      return 'code' in undoing ? undoing : { ok: true, undoing };
    });

    on('draft', draftSchema, drafts, async (write) => {
      const audience = audienceOfSeat(runner.state, seatId);
      if (audience?.role !== 'player') {
        return reject('command/not-allowed', 'only players write drafts');
      }
      const { answer, draft } = await exercise.drafts.write(
        runner.state,
        audience.tableId,
        seatId,
        write,
        parts.clock.now(),
      );
      if (draft !== null) live.rooms.draft(audience.tableId, draft, socket.id);
      return answer;
    });

    socket.on('time', (answer) => {
      if (typeof answer === 'function') answer(parts.clock.now());
    });
    return undefined;
  });

  io.attach(http);
  const guard = backlogGuard(parts);
  const lines = new Set<EngineSocket>();
  io.engine.on('connection', (line: EngineSocket) => {
    const closed = connections.opened(line.request);
    lines.add(line);
    guard.watch(line);
    line.on('close', () => {
      lines.delete(line);
      closed();
    });
  });
  const looking = setInterval(() => guard.look(lines, performance.now()), lookEveryMs);
  looking.unref();
  http.once('close', () => clearInterval(looking));
}

/** The line under a socket, before it has said who it is. */
interface EngineSocket extends GuardedLine {
  readonly request: IncomingMessage;
  on(event: 'close' | 'flush', listener: () => void): void;
}

function refused({ code, message }: { code: string; message: string }): Error {
  return Object.assign(new Error(message), { data: { code } });
}
