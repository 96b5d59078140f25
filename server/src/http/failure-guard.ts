/** Makes guessing slow: an address that named too many wrong secrets has to wait. */
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Limits } from '../config.js';
import { Problem } from './problem.js';

const windowSeconds = 5 * 60;

/** Looks a secret up; null is a wrong one. Right ones cost nothing, for a whole room may share an address. */
export type FailureGuard = <Found>(
  request: Request,
  lookUp: () => Promise<Found | null>,
) => Promise<Found | null>;

/** @throws Problem `http/too-many` (429). */
export function failureGuard({ failures, failureDelayMs }: Limits): FailureGuard {
  const limiter = new RateLimiterMemory({ points: failures, duration: windowSeconds });
  const tooMany = () =>
    new Problem(429, 'http/too-many', 'too many wrong codes; wait five minutes');
  return async (request, lookUp) => {
    const address = ipKeyGenerator(request.ip ?? 'unknown');
    const so = await limiter.get(address);
    if (so !== null && so.consumedPoints >= failures) throw tooMany();
    const found = await lookUp();
    if (found !== null) return found;
    // Counted before the answer is held back, so that asking in parallel gains nothing.
    await limiter.consume(address).catch(() => {
      throw tooMany();
    });
    await new Promise((resolve) => setTimeout(resolve, failureDelayMs));
    return null;
  };
}
