/** Stands before every route of /api, asks the table who may, and tells the routes who it is. */
import type { Assignment } from '@trilogue/engine/protocol/accounts';
import { exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import type { RequestHandler, Response } from 'express';
import type { Access } from '../auth/access.js';
import type { Caller, StaffAuth } from '../auth/staff-auth.js';
import type { Account } from '../store/accounts.js';
import { Problem } from './problem.js';
import { matchRoute, type Who } from './route-table.js';

export interface DoorkeeperParts {
  readonly staff: StaffAuth;
  readonly access: Access;
}

/**
 * Refusals: `http/unknown` for what has no row, `staff/no-session`, `staff/not-allowed`,
 * `exercise/unknown` for an exercise that is not there and for one that is none of theirs.
 */
export function doorkeeper({ staff, access }: DoorkeeperParts): RequestHandler {
  return async (request, response, next) => {
    const route = matchRoute(request.method, `${request.baseUrl}${request.path}`);
    if (route === null) throw new Problem(404, 'http/unknown', 'no such thing here');
    const { who } = route;
    if (who === 'anybody') return next();
    const caller = await staff.callerOf(request.headers.cookie);
    if (caller === null) throw new Problem(401, 'staff/no-session', 'sign in first');
    const isIn = typeof who === 'string' || 'kinds' in who;
    const part = isIn ? null : await partOf(access, caller, route.params.exerciseId);
    if (!may(who, caller, part)) throw new Problem(403, 'staff/not-allowed', 'you may not do that');
    response.locals.session = caller.session;
    response.locals.caller = caller;
    response.locals.part = part;
    next();
  };
}

/** Who asks, behind any row but "anybody". */
export function callerOf(response: Response): Caller {
  return response.locals.caller as Caller;
}

/** Whose account it is, behind a row of accounts. */
export function accountOf(response: Response): Account {
  const { account } = callerOf(response);
  if (account === null) throw new Problem(403, 'staff/not-allowed', 'this needs an account');
  return account;
}

/** What they are in the exercise, behind a row of roles. */
export function partIn(response: Response): Assignment {
  return response.locals.part as Assignment;
}

function may(who: Exclude<Who, 'anybody'>, caller: Caller, part: Assignment | null): boolean {
  if (who === 'staff') return true;
  if (who === 'account') return caller.account !== null;
  if ('kinds' in who) return who.kinds.includes(caller.kind);
  return part !== null && who.roles.includes(part.role);
}

async function partOf(access: Access, caller: Caller, id: string | undefined): Promise<Assignment> {
  const exerciseId = exerciseIdSchema.safeParse(id);
  const part = exerciseId.success ? await access.roleIn(caller, exerciseId.data) : null;
  if (part === null) throw new Problem(404, 'exercise/unknown', 'no such exercise');
  return part;
}
