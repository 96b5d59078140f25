/** Makes guessing slow: whoever named too many wrong secrets has to wait, and so does an account that too many were named for. */
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { hashOf } from '../auth/secrets.js';
import type { Limits } from '../config.js';
import { Problem } from './problem.js';

const windowSeconds = 5 * 60;
const subjectWindowSeconds = 15 * 60;

/**
 * What is guessed at besides an address. account: a login's password, from many addresses; more than
 * one address is allowed to get wrong, so that nobody is locked out by a single one. code: the second
 * factor, which only whoever knows the password comes to.
 */
export interface Subject {
  readonly of: 'account' | 'code';
  readonly name: string;
}

/** Looks a secret up; null is a wrong one. Right ones cost nothing, for a whole room may share an address. */
export type FailureGuard = <Found>(
  request: Request,
  lookUp: () => Promise<Found | null>,
  subject?: Subject,
) => Promise<Found | null>;

/** @throws Problem `http/too-many` (429). */
export function failureGuard({ failures, failureDelayMs }: Limits): FailureGuard {
  const addresses = new RateLimiterMemory({ points: failures, duration: windowSeconds });
  const subject = (points: number) =>
    new RateLimiterMemory({ points, duration: subjectWindowSeconds });
  const subjects = { account: subject(failures * 5), code: subject(Math.ceil(failures / 2)) };
  const tooMany = () =>
    new Problem(429, 'http/too-many', 'too many wrong codes; wait some minutes');

  /** Paid before looking and given back when it was right: asking in parallel gains nothing. */
  const pay = async (address: string, { of, name }: Subject) => {
    const paid = [
      [addresses, address],
      // Whatever length and script somebody calls a login.
      [subjects[of], hashOf(name)],
    ] as const;
    for (const [limiter, key] of paid) {
      await limiter.consume(key).catch(() => {
        throw tooMany();
      });
    }
    return async () => {
      for (const [limiter, key] of paid) await limiter.reward(key);
    };
  };

  return async (request, lookUp, guessedAt) => {
    const address = ipKeyGenerator(request.ip ?? 'unknown');
    const so = await addresses.get(address);
    if (so !== null && so.consumedPoints >= failures) throw tooMany();
    const giveBack = guessedAt === undefined ? null : await pay(address, guessedAt);
    const found = await lookUp();
    if (found !== null) {
      await giveBack?.();
      return found;
    }
    if (giveBack === null) {
      // Counted before the answer is held back, so that asking in parallel gains nothing.
      await addresses.consume(address).catch(() => {
        throw tooMany();
      });
    }
    await new Promise((resolve) => setTimeout(resolve, failureDelayMs));
    return null;
  };
}
