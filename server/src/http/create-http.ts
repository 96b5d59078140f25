/** The HTTP interface put together: headers, limits, /api, /healthz, and the client's files. */
import compression from 'compression';
import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import { sessionLength } from '../audit/audit.js';
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/metrics.js';
import { isOwnOrigin } from '../socket/handshake.js';
import { accountRoutes } from './account-routes.js';
import { accountsRoutes } from './accounts-routes.js';
import { type AdminRouteParts, adminRoutes } from './admin-routes.js';
import { type AttachmentRouteParts, attachmentRoutes } from './attachment-routes.js';
import { auditRoutes } from './audit-routes.js';
import { doorkeeper } from './doorkeeper.js';
import { type EntryRouteParts, entryRoutes } from './entry-routes.js';
import { exerciseFileRoutes } from './exercise-file-routes.js';
import { type ExerciseRouteParts, exerciseRoutes } from './exercise-routes.js';
import { exerciseStaffRoutes } from './exercise-staff-routes.js';
import { failureGuard } from './failure-guard.js';
import { feedbackRoutes } from './feedback-routes.js';
import { healthRoutes } from './health-routes.js';
import { type JoinRouteParts, joinRoutes } from './join-routes.js';
import { checkRoutes } from './known-routes.js';
import { ownOriginOnly, Problem, problemHandler, unknownRoute } from './problem.js';
import { reportRoutes } from './report-routes.js';
import { requestLog } from './request-log.js';
import { securityHeaders } from './security-headers.js';
import { type StaffRouteParts, staffRoutes } from './staff-routes.js';
import { staticClient } from './static-client.js';

export interface HttpParts
  extends Omit<ExerciseRouteParts, 'quota'>,
    Omit<JoinRouteParts, 'guard'>,
    Omit<StaffRouteParts, 'guard'>,
    AttachmentRouteParts,
    EntryRouteParts,
    AdminRouteParts {
  readonly config: Config;
  readonly log: Log;
  readonly version: string;
  readonly metrics: Metrics;
  readonly isClosing: () => boolean;
  readonly nowMs: () => number;
}

const maxBody = '100kb';
/** Longest address that is read, in characters. */
const maxUrl = 2_048;

export function createHttp(parts: HttpParts): Express {
  const { config, log, version, metrics } = parts;
  const guard = failureGuard(config.limits);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(requestLog(log, metrics));
  app.use(securityHeaders(config.tls));
  app.use((request, _response, next) => {
    const isLong = request.originalUrl.length > maxUrl;
    next(isLong ? new Problem(414, 'http/too-large', 'the address is too long') : undefined);
  });
  // Pages, assets and /api. Sockets never come through here.
  app.use(compression());

  app.use(
    healthRoutes({
      version,
      metrics,
      metricsToken: config.metricsToken,
      askDatabase: () => parts.store.events.nowMs(),
      isClosing: parts.isClosing,
    }),
  );

  const api = express.Router();
  api.use(
    rateLimit({
      windowMs: 60_000,
      limit: config.limits.requestsPerMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      // A header that somebody makes up without a proxy is simply not believed.
      validate: { xForwardedForHeader: false },
      handler: (_request, _response, next) =>
        next(new Problem(429, 'http/too-many', 'too many requests; wait a minute')),
    }),
  );
  api.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  api.use(ownOriginOnly(isOwnOrigin));
  api.use(doorkeeper(parts));
  api.use(attachmentRoutes(parts));
  api.use('/admin', adminRoutes(parts));
  api.use(express.json({ limit: maxBody }));
  api.use(staffRoutes({ ...parts, guard }));
  const accountParts = { ...parts, accountStore: parts.store.accounts, guard };
  api.use(accountRoutes(accountParts));
  api.use(accountsRoutes(accountParts));
  api.use('/join', joinRoutes({ ...parts, guard }));
  api.use(auditRoutes({ audit: parts.audit, auditStore: parts.store.audit }));
  const quota = {
    most: config.limits.exercisesPerCreator,
    // An account's id is as long as what is kept of a session.
    countOf: (creator: string) => parts.store.audit.createdIn(creator.slice(0, sessionLength)),
  };
  api.use(exerciseRoutes({ ...parts, quota }));
  api.use(entryRoutes(parts));
  api.use(exerciseStaffRoutes(parts));
  api.use(exerciseFileRoutes(parts));
  api.use(reportRoutes(parts));
  api.use(feedbackRoutes(parts));
  api.use(unknownRoute);
  app.use('/api', api);

  app.use(staticClient(config.clientDir));
  app.use(unknownRoute);
  app.use(problemHandler(log));
  checkRoutes(app);
  return app;
}
