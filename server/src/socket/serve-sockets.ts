/** The socket's side of the server: every payload is parsed, every call answered, nothing crashes it. */
import type { Server as HttpServer } from 'node:http';
import { type Rejection, reject } from '@trilogue/engine/exercise/rejections';
import {
  draftSchema,
  readEvaluationSchema,
  readInjectSchema,
  readPeopleSchema,
  submitSchema,
  subscribeSchema,
} from '@trilogue/engine/protocol/socket';
import { audienceOfSeat } from '@trilogue/engine/views/audience';
import { evaluationReading } from '@trilogue/engine/views/evaluation-reading';
import { injectBody } from '@trilogue/engine/views/project';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server } from 'socket.io';
import type { z } from 'zod';
import type { Limits } from '../config.js';
import type { Log } from '../log.js';
import type { ServerClock } from '../runtime/clock.js';
import { unavailable } from '../runtime/turn.js';
import { type Guest, type HandshakeParts, isOwnOrigin, receive } from './handshake.js';
import {
  audienceRoom,
  type LiveServer,
  type LiveSocket,
  leaveAudiences,
  seatRoom,
  sessionRoom,
  tableRoom,
} from './socket-rooms.js';

/** Largest message in bytes: the longest answer, in a script of three bytes a character, with room. */
const maxMessageBytes = 100_000;

export interface SocketParts extends HandshakeParts {
  readonly clock: ServerClock;
  readonly log: Log;
  readonly limits: Limits;
}

export function createSocketServer(): LiveServer {
  return new Server({
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    // Costs eight times the CPU for frames that are small already.
    perMessageDeflate: false,
    allowRequest: (request, allow) => allow(null, isOwnOrigin(request)),
  });
}

export function serveSockets(io: LiveServer, http: HttpServer, parts: SocketParts): void {
  const { limits, log } = parts;
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
        if ('code' in guest) return next(refused(guest));
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
    const { exercise, session } = guest;
    const { exerciseId, seatId } = socket.data;
    const { runner, live } = exercise;
    socket.join(seatRoom(exerciseId, seatId));
    if (session !== null) socket.join(sessionRoom(session));
    live.arrived(seatId);
    socket.on('disconnect', () => live.left(seatId));
    // A seat may have left between the handshake and here.
    if (audienceOfSeat(runner.state, seatId) === null) return live.rooms.gone(seatId);

    const on = handling({ socket, log });
    on('subscribe', subscribeSchema, reads, ({ cursor }) => {
      const audience = audienceOfSeat(runner.state, seatId);
      if (audience === null) return reject('seat/unknown', 'this seat is gone');
      leaveAudiences(socket);
      socket.join(audienceRoom(exerciseId, audience));
      if (audience.role === 'player') socket.join(tableRoom(exerciseId, audience.tableId));
      return {
        ok: true,
        seatId,
        audience,
        nowMs: parts.clock.now(),
        frame: live.catchUp(audience, seatId, cursor),
        roster: live.roster(audience),
        drafts:
          audience.role === 'player' ? exercise.drafts.of(runner.state, audience.tableId) : [],
      };
    });

    on('command', submitSchema, commands, ({ commandId, epoch, command }, answer) => {
      runner.submit({ actor: { kind: 'seat', seatId }, command, commandId, epoch }, answer);
      return null;
    });

    on('readInject', readInjectSchema, reads, ({ injectId }) => {
      const audience = audienceOfSeat(runner.state, seatId);
      const body = audience === null ? null : injectBody(runner.state, audience, injectId);
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
}

type Event = 'subscribe' | 'command' | 'readInject' | 'readPeople' | 'readEvaluation' | 'draft';

/**
 * Registers a call: rate, shape, then the work, which returns its answer or, with null, gives it
 * later by itself. Whoever sends no acknowledgement function is not answered and not heard.
 */
function handling({ socket, log }: { socket: LiveSocket; log: Log }) {
  return <Schema extends z.ZodType, Answer>(
    event: Event,
    schema: Schema,
    limiter: RateLimiterMemory,
    work: (
      request: z.output<Schema>,
      answer: (answer: Answer | Rejection) => void,
    ) => Answer | Rejection | null | Promise<Answer | Rejection | null>,
  ) => {
    const call = async (raw: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return;
      const reply = (given: Answer | Rejection) => answer(given);
      try {
        if (!(await isWithin(limiter, socket.data.seatId))) {
          return reply(reject('server/overloaded', 'too much at once; slow down'));
        }
        const parsed = schema.safeParse(raw);
        if (!parsed.success) return reply(invalid(parsed.error));
        const given = await work(parsed.data, reply);
        if (given !== null) reply(given);
      } catch (error) {
        log.error({ err: error, event }, 'a call broke');
        reply(unavailable);
      }
    };
    // The typed map says what a well-behaved client sends; what comes is unknown until parsed.
    socket.on(event, call as never);
  };
}

async function isWithin(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}

function invalid({ issues }: z.ZodError): Rejection {
  const [issue] = issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return reject('command/invalid', issue?.message ?? 'it can’t be read', { path });
}

function refused({ code, message }: { code: string; message: string }): Error {
  return Object.assign(new Error(message), { data: { code } });
}
