/** The staff's way in: the printed link, a login and password, or a one-time link becomes a cookie, and goes again. */
import {
  type AccountId,
  lookAtLinkSchema,
  type OneTimeLink,
  signInSchema,
  useLinkSchema,
} from '@trilogue/engine/protocol/accounts';
import { staffSessionSchema } from '@trilogue/engine/protocol/http';
import { type Request, type Response, Router } from 'express';
import type { Audit } from '../audit/audit.js';
import type { Accounts } from '../auth/accounts.js';
import { hashOf } from '../auth/secrets.js';
import { type StaffAuth, staffCookie, staffSessionMs } from '../auth/staff-auth.js';
import { accountProblem } from './account-problem.js';
import type { FailureGuard } from './failure-guard.js';
import { Problem, parseBody } from './problem.js';

export interface StaffRouteParts {
  readonly staff: StaffAuth;
  readonly accounts: Accounts;
  readonly guard: FailureGuard;
  /** Closes the connections of a session that was signed out. */
  readonly hangUp: (session: string) => void;
  readonly audit: Audit;
}

export function staffRoutes(parts: StaffRouteParts): Router {
  const { staff, accounts, guard, audit } = parts;
  const router = Router();

  /** What came of trying to get in. */
  const note = (
    request: Request,
    outcome: string,
    came: { session?: string; accountId?: AccountId } = {},
  ) =>
    audit.record({
      action: 'session/opened',
      actor: {
        kind: outcome !== 'ok' ? 'guest' : came.accountId === undefined ? 'session' : 'account',
        ...came,
      },
      address: request.ip ?? null,
      outcome,
    });

  const letIn = async (
    request: Request,
    response: Response,
    token: string,
    accountId?: AccountId,
  ) => {
    // The one from before would stand on with nobody to end it.
    await leave(parts, request.headers.cookie);
    note(request, 'ok', {
      session: hashOf(token),
      ...(accountId === undefined ? {} : { accountId }),
    });
    response
      .cookie(staffCookie, token, { ...cookie(request), maxAge: staffSessionMs })
      .json({ ok: true });
  };

  router.post('/staff/session', async (request, response) => {
    const { secret } = parseBody(staffSessionSchema, request.body);
    const token = await guard(request, () => staff.signIn(secret));
    if (token === null) {
      note(request, 'staff/wrong-secret');
      throw new Problem(401, 'staff/wrong-secret', 'this link is not valid');
    }
    await letIn(request, response, token);
  });

  router.get('/staff/session', (_request, response) => {
    response.json({ ok: true });
  });

  router.delete('/staff/session', async (request, response) => {
    const session = await leave(parts, request.headers.cookie);
    if (session !== null) {
      audit.record({
        action: 'session/closed',
        actor: { kind: 'session', session },
        address: request.ip ?? null,
        outcome: 'ok',
      });
    }
    response.clearCookie(staffCookie, cookie(request)).json({ ok: true });
  });

  router.post('/staff/sign-in', async (request, response) => {
    const { login, password, code } = parseBody(signInSchema, request.body);
    const name = login.trim().toLowerCase();
    const account = await guard(request, () => accounts.byPassword(name, password), {
      of: 'account',
      name,
    });
    if (account === null) {
      note(request, 'staff/wrong-password');
      throw new Problem(401, 'staff/wrong-password', 'login and password do not go together');
    }
    const { accountId } = account;
    if (account.totpSealed !== null) {
      if (code === undefined) {
        throw new Problem(401, 'staff/code-needed', 'this account asks for a code too');
      }
      const isRight = await guard(
        request,
        async () => ((await accounts.secondFactor.isCode(account, password, code)) ? true : null),
        { of: 'code', name },
      );
      if (isRight === null) {
        note(request, 'staff/wrong-code', { accountId });
        throw new Problem(401, 'staff/wrong-code', 'this code does not count');
      }
    }
    await letIn(request, response, await staff.open(accountId), accountId);
  });

  router.post('/staff/one-time-link/look', async (request, response) => {
    const { token } = parseBody(lookAtLinkSchema, request.body);
    const found = await guard(request, () => accounts.look(token));
    if (found === null) throw accountProblem('staff/unknown-link');
    response.json(found satisfies OneTimeLink);
  });

  router.post('/staff/one-time-link', async (request, response) => {
    const { token, ...use } = parseBody(useLinkSchema, request.body);
    const found = await guard(request, () => accounts.look(token));
    if (found === null) throw accountProblem('staff/unknown-link');
    const isFirst = found.login === null;
    if (isFirst && (use.login === undefined || use.name === undefined)) {
      throw new Problem(400, 'http/invalid', 'login: choose a login and a name');
    }
    const account = await accounts.useLink(token, use);
    if (typeof account === 'string') throw accountProblem(account);
    audit.record({
      action: isFirst ? 'account/created' : 'account/password-set',
      actor: { kind: 'account', accountId: account.accountId },
      address: request.ip ?? null,
      targets: { accountId: account.accountId },
      outcome: 'ok',
    });
    await letIn(request, response, await staff.open(account.accountId), account.accountId);
  });
  return router;
}

/** Ends this browser's session and its connections. */
async function leave(
  { staff, hangUp }: StaffRouteParts,
  cookieHeader: string | undefined,
): Promise<string | null> {
  const session = await staff.signOut(cookieHeader);
  if (session !== null) hangUp(session);
  return session;
}

/** Over HTTPS, ours or a trusted proxy's, it never travels in the clear. */
export function cookie(request: Request) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: request.secure } as const;
}
