/** Questions over HTTP while there is no line: asked on until somebody answers. */
import { ApiProblem } from './api';

/** Nobody answered, or a proxy whose server is away did. */
export function isWithoutLine(error: unknown): boolean {
  if (!(error instanceof ApiProblem) || error.code !== 'server/unavailable') return false;
  return error.status === 0 || error.status >= 500;
}

export const longestWaitMs = 5_000;

/**
 * For a query that a whole page waits for; its `failureReason` tells meanwhile that there is no line.
 * What a server stumbles over is asked twice more, what it refuses is not.
 */
export const untilAnswered = {
  retry(count: number, error: Error): boolean {
    const isRefused = error instanceof ApiProblem && error.status < 500;
    return isWithoutLine(error) || (count < 2 && !isRefused);
  },
  retryDelay: (count: number) => Math.min(500 * 2 ** count, longestWaitMs),
};
