/** One line a request at level info: its id, method, route, exercise, status and time. Nothing people wrote. */
import type { RequestHandler } from 'express';
import { nanoid } from 'nanoid';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/metrics.js';
import { stopwatch } from '../metrics/stopwatch.js';
import { routeTable } from './route-table.js';

const requestIdHeader = 'x-request-id';
/** A proxy's id is taken over where it can't carry anything but an id. */
const safeId = /^[A-Za-z0-9_-]{8,64}$/;
/** Exercises' ids are drawn at random by the server. */
const exerciseInPath = /^\/api\/exercises\/([A-Za-z0-9_-]{6,64})(?=\/|$)/;

/** Words of our routes. Whatever else stands in a path may be a code or a name, and stays out. */
const routeWords: ReadonlySet<string> = new Set([
  ...Object.keys(routeTable).flatMap((route) => route.split(/[ /]/).slice(2)),
  ...['healthz', 'readyz', 'metrics', 'assets'],
]);

export function requestLog(log: Log, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const elapsed = stopwatch();
    const given = request.headers[requestIdHeader];
    const requestId = typeof given === 'string' && safeId.test(given) ? given : nanoid(16);
    response.locals.requestId = requestId;
    response.setHeader(requestIdHeader, requestId);
    const path = request.originalUrl.split('?', 1)[0] ?? '';
    response.on('close', () => {
      const ms = Math.round(elapsed() * 10) / 10;
      const { statusCode: status } = response;
      metrics.requestAnswered(kindOf(path), status, ms);
      // Of an exercise that was found; what else stands in its place anybody may have made up.
      const isFound = status < 400 || status === 409;
      const exerciseId = isFound ? exerciseInPath.exec(path)?.[1] : undefined;
      log[status === 500 ? 'error' : 'info'](
        {
          requestId,
          method: request.method,
          route: routeOf(path),
          ...(exerciseId === undefined ? {} : { exerciseId }),
          status,
          ...(typeof response.locals.refusal === 'string'
            ? { refusal: response.locals.refusal }
            : {}),
          ms,
          // Whoever went away before the answer was whole.
          ...(response.writableFinished ? {} : { isCutOff: true }),
        },
        'request',
      );
    });
    next();
  };
}

export function routeOf(path: string): string {
  const words = path.split('/').slice(1, 8);
  return `/${words.map((word) => (word === '' || routeWords.has(word) ? word : '*')).join('/')}`;
}

function kindOf(path: string): string {
  if (path.startsWith('/api/')) return 'api';
  if (path.startsWith('/assets/')) return 'asset';
  return ['/healthz', '/readyz', '/metrics'].includes(path) ? 'probe' : 'page';
}
