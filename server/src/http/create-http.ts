/** The HTTP interface put together: headers, limits, /api, /healthz, and the client's files. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import { isOwnOrigin } from '../socket/handshake.js';
import { type ExerciseRouteParts, exerciseRoutes } from './exercise-routes.js';
import { failureGuard } from './failure-guard.js';
import { type JoinRouteParts, joinRoutes } from './join-routes.js';
import { ownOriginOnly, Problem, problemHandler, unknownRoute } from './problem.js';
import { requestLog } from './request-log.js';
import { type StaffRouteParts, staffOnly, staffRoutes } from './staff-routes.js';
import { staticClient } from './static-client.js';

export interface HttpParts
  extends ExerciseRouteParts,
    Omit<JoinRouteParts, 'guard'>,
    Omit<StaffRouteParts, 'guard'> {
  readonly config: Config;
  readonly log: Log;
  readonly version: string;
}

const maxBody = '100kb';

export function createHttp(parts: HttpParts): Express {
  const { config, log, version } = parts;
  const guard = failureGuard(config.limits);
  const app = express();
  app.disable('x-powered-by');
  app.use(requestLog(log));
  app.use(notForAssets(securityHeaders()));
  // Pages, assets and /api. Sockets never come through here.
  app.use(compression());

  app.get('/healthz', (_request, response) => {
    response.json({ ok: true, version });
  });

  const api = express.Router();
  api.use(
    rateLimit({
      windowMs: 60_000,
      limit: config.limits.requestsPerMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_request, _response, next) =>
        next(new Problem(429, 'http/too-many', 'too many requests; wait a minute')),
    }),
  );
  api.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  api.use(ownOriginOnly(isOwnOrigin));
  api.use(express.json({ limit: maxBody }));
  api.use('/staff', staffRoutes({ ...parts, guard }));
  api.use('/join', joinRoutes({ ...parts, guard }));
  api.use(['/scenarios', '/exercises'], staffOnly(parts.staff));
  api.use(exerciseRoutes(parts));
  api.use(unknownRoute);
  app.use('/api', api);

  app.use(staticClient(config.clientDir));
  app.use(unknownRoute);
  app.use(problemHandler(log));
  return app;
}

/**
 * A policy counts for a page, not for what a page loads; on thirty small files it would weigh as much
 * as a few of them.
 */
function notForAssets(headers: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (!request.path.startsWith('/assets/')) {
      headers(request, response, next);
      return;
    }
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    next();
  };
}

function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The interface's components set styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ownSocket],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The server speaks plain HTTP on a local network: it must not send browsers to HTTPS, and
    // headers that only count there would but fill the console.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: { action: 'deny' },
  });
}

/** Older Safaris don't count a WebSocket to the same host as 'self'. */
function ownSocket({ headers: { host } }: IncomingMessage, _response: ServerResponse): string {
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) ? `ws://${host}` : "'self'";
}
