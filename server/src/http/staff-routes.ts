/** The staff's session: the printed link's secret becomes a cookie, and goes again. */
import { staffSessionSchema } from '@trilogue/engine/protocol/http';
import { type RequestHandler, Router } from 'express';
import { type StaffAuth, staffCookie, staffSessionMs } from '../auth/staff-auth.js';
import type { FailureGuard } from './failure-guard.js';
import { Problem, parseBody } from './problem.js';

export interface StaffRouteParts {
  readonly staff: StaffAuth;
  readonly guard: FailureGuard;
  /** Closes the connections of a session that was signed out. */
  readonly hangUp: (session: string) => void;
}

export function staffRoutes({ staff, guard, hangUp }: StaffRouteParts): Router {
  const router = Router();
  const cookie = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

  router.post('/session', async (request, response) => {
    const { secret } = parseBody(staffSessionSchema, request.body);
    const token = await guard(request, () => staff.signIn(secret));
    if (token === null) throw new Problem(401, 'staff/wrong-secret', 'this link is not valid');
    response.cookie(staffCookie, token, { ...cookie, maxAge: staffSessionMs }).json({ ok: true });
  });

  router.get('/session', async (request, response) => {
    await requireSession(staff, request.headers.cookie);
    response.json({ ok: true });
  });

  router.delete('/session', async (request, response) => {
    const session = await staff.signOut(request.headers.cookie);
    if (session !== null) hangUp(session);
    response.clearCookie(staffCookie, cookie).json({ ok: true });
  });
  return router;
}

/** Lets staff through, with their session's name in `response.locals.session`. */
export function staffOnly(staff: StaffAuth): RequestHandler {
  return async (request, response, next) => {
    response.locals.session = await requireSession(staff, request.headers.cookie);
    next();
  };
}

async function requireSession(staff: StaffAuth, cookieHeader: string | undefined) {
  const session = await staff.sessionOf(cookieHeader);
  if (session === null) {
    throw new Problem(401, 'staff/no-session', 'open the facilitator’s link first');
  }
  return session;
}
