/** A call on a socket: within its rate, of the right shape, answered whatever happens. */
import { type Rejection, reject } from '@trilogue/engine/exercise/rejections';
import type { RateLimiterMemory } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/metrics.js';
import { unavailable } from '../runtime/turn.js';
import type { LiveSocket } from './socket-rooms.js';

type Event =
  | 'subscribe'
  | 'command'
  | 'readInject'
  | 'viewAs'
  | 'readInjectAs'
  | 'readPeople'
  | 'readEvaluation'
  | 'readMoments'
  | 'previewRewind'
  | 'draft';

export interface CallParts {
  readonly socket: LiveSocket;
  readonly log: Log;
  readonly metrics: Metrics;
}

/**
 * Registers a call: rate, shape, then the work, which returns its answer or, with null, gives it
 * later by itself. Whoever sends no acknowledgement function is not answered and not heard.
 */
export function handling({ socket, log, metrics }: CallParts) {
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
      const refuse = (rejection: Rejection) => {
        metrics.refused(rejection.code);
        reply(rejection);
      };
      try {
        if (!(await isWithin(limiter, socket.data.seatId))) {
          return refuse(reject('server/overloaded', 'too much at once; slow down'));
        }
        const parsed = schema.safeParse(raw);
        if (!parsed.success) return refuse(invalid(parsed.error));
        const given = await work(parsed.data, reply);
        if (given !== null) reply(given);
      } catch (error) {
        log.error({ err: error, event, ...socket.data }, 'a call broke');
        refuse(unavailable);
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
