/** One's own account: who one is, password, second factor, signing out everywhere. */
import {
  beginSecondFactorSchema,
  changePasswordSchema,
  confirmSecondFactorSchema,
  type Myself,
  type RecoveryCodes,
  type SecondFactorOffer,
} from '@trilogue/engine/protocol/accounts';
import { type Request, type Response, Router } from 'express';
import type { Audit } from '../audit/audit.js';
import type { Accounts } from '../auth/accounts.js';
import { staffCookie } from '../auth/staff-auth.js';
import type { Account, AccountStore } from '../store/accounts.js';
import { accountProblem } from './account-problem.js';
import { actorOf } from './audit-actor.js';
import { accountOf, callerOf } from './doorkeeper.js';
import type { FailureGuard } from './failure-guard.js';
import { Problem, parseBody } from './problem.js';
import { cookie } from './staff-routes.js';

export interface AccountRouteParts {
  readonly accounts: Accounts;
  readonly accountStore: AccountStore;
  readonly guard: FailureGuard;
  readonly audit: Audit;
}

export function accountRoutes(parts: AccountRouteParts): Router {
  const { accounts, accountStore, guard, audit } = parts;
  const { secondFactor } = accounts;
  const router = Router();

  const note = (request: Request, response: Response, action: string, outcome = 'ok') =>
    audit.record({
      action,
      actor: actorOf(response),
      address: request.ip ?? null,
      targets: { accountId: callerOf(response).account?.accountId },
      outcome,
    });

  /** Whoever finds an open browser does not know the password. */
  const provePassword = async (request: Request, account: Account, password: string) => {
    const isRight = await guard(
      request,
      async () => ((await accounts.isPassword(account, password)) ? true : null),
      { of: 'account', name: account.login },
    );
    if (isRight === null) {
      throw new Problem(403, 'staff/wrong-own-password', 'this is not your password');
    }
  };
  const wrongCode = () => new Problem(403, 'staff/wrong-code', 'this code does not count');

  router.get('/account', async (_request, response) => {
    const { account, kind } = callerOf(response);
    const myself: Myself = {
      kind,
      account:
        account === null
          ? null
          : {
              accountId: account.accountId,
              login: account.login,
              name: account.name,
              hasSecondFactor: account.totpSealed !== null,
              recoveryCodesLeft: await accountStore.recoveryCodesLeft(account.accountId),
            },
    };
    response.json(myself);
  });

  router.post('/account/password', async (request, response) => {
    const change = parseBody(changePasswordSchema, request.body);
    const account = accountOf(response);
    await provePassword(request, account, change.current);
    const fault = await accounts.changePassword(account, change, callerOf(response).session);
    note(request, response, 'account/password-changed', fault ?? 'ok');
    if (fault !== null) throw accountProblem(fault);
    response.json({ ok: true });
  });

  router.post('/account/sign-out-everywhere', async (request, response) => {
    await accounts.signOutEverywhere(accountOf(response).accountId);
    note(request, response, 'account/signed-out-everywhere');
    response.clearCookie(staffCookie, cookie(request)).json({ ok: true });
  });

  router.post('/account/second-factor', async (request, response) => {
    const { password } = parseBody(beginSecondFactorSchema, request.body);
    const account = accountOf(response);
    await provePassword(request, account, password);
    if (account.totpSealed !== null) {
      throw new Problem(409, 'account/second-factor-on', 'take the one that is on off first');
    }
    response.json((await secondFactor.offer(account, password)) satisfies SecondFactorOffer);
  });

  router.post('/account/second-factor/confirm', async (request, response) => {
    const { password, code } = parseBody(confirmSecondFactorSchema, request.body);
    const account = accountOf(response);
    await provePassword(request, account, password);
    const codes = await guard(request, () => secondFactor.confirm(account, password, code), {
      of: 'code',
      name: account.login,
    });
    note(request, response, 'account/second-factor-on', codes === null ? 'staff/wrong-code' : 'ok');
    if (codes === null) throw wrongCode();
    response.json(codes satisfies RecoveryCodes);
  });

  router.post('/account/second-factor/off', async (request, response) => {
    const { password, code } = parseBody(confirmSecondFactorSchema, request.body);
    const account = accountOf(response);
    await provePassword(request, account, password);
    const isRight = await guard(
      request,
      async () => ((await secondFactor.isCode(account, password, code)) ? true : null),
      { of: 'code', name: account.login },
    );
    note(
      request,
      response,
      'account/second-factor-off',
      isRight === null ? 'staff/wrong-code' : 'ok',
    );
    if (isRight === null) throw wrongCode();
    await secondFactor.takeOff(account);
    response.json({ ok: true });
  });
  return router;
}
