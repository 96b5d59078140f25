/** All accounts, for administrators: listed, invited, changed, reset. */
import {
  type AccountCard,
  type AccountInvitation,
  accountIdSchema,
  changeAccountSchema,
  createAccountSchema,
} from '@trilogue/engine/protocol/accounts';
import { type Request, type Response, Router } from 'express';
import type { Audit } from '../audit/audit.js';
import type { Accounts } from '../auth/accounts.js';
import type { AccountStore } from '../store/accounts.js';
import { accountProblem } from './account-problem.js';
import { actorOf } from './audit-actor.js';
import { callerOf } from './doorkeeper.js';
import { parseBody } from './problem.js';

export interface AccountsRouteParts {
  readonly accounts: Accounts;
  readonly accountStore: AccountStore;
  readonly audit: Audit;
  readonly origins: () => readonly string[];
}

export function accountsRoutes(parts: AccountsRouteParts): Router {
  const { accounts, accountStore, audit, origins } = parts;
  const router = Router();

  const note = (
    request: Request,
    response: Response,
    action: string,
    accountId: string | undefined,
    outcome: string,
  ) =>
    audit.record({
      action,
      actor: actorOf(response),
      address: request.ip ?? null,
      targets: { accountId },
      outcome,
    });
  const idOf = (request: Request) => {
    const accountId = accountIdSchema.safeParse(request.params.accountId);
    if (!accountId.success) throw accountProblem('account/unknown');
    return accountId.data;
  };
  const isPrintedLink = (response: Response) => callerOf(response).account === null;

  router.get('/accounts', async (_request, response) => {
    const cards = (await accountStore.list()).map(
      ({ accountId, login, name, kind, isDisabled, createdAtMs, ...secret }): AccountCard => ({
        accountId,
        login,
        name,
        kind,
        isDisabled,
        isSetUp: secret.passwordHash !== null,
        hasSecondFactor: secret.totpSealed !== null,
        createdAtMs,
      }),
    );
    response.json(cards);
  });

  router.post('/accounts', async (request, response) => {
    const invitation = await accounts.invite(parseBody(createAccountSchema, request.body));
    if (typeof invitation === 'string') throw accountProblem(invitation);
    note(request, response, 'account/created', invitation.accountId, 'ok');
    const made: AccountInvitation = { ...invitation, origins: origins() };
    response.status(201).json(made);
  });

  router.patch('/accounts/:accountId', async (request, response) => {
    const accountId = idOf(request);
    const change = parseBody(changeAccountSchema, request.body);
    const fault = await accounts.change(accountId, change, isPrintedLink(response));
    note(request, response, 'account/changed', accountId, fault ?? 'ok');
    if (fault !== null) throw accountProblem(fault);
    response.json({ ok: true });
  });

  router.post('/accounts/:accountId/reset', async (request, response) => {
    const accountId = idOf(request);
    const invitation = await accounts.reset(accountId, isPrintedLink(response));
    const outcome = typeof invitation === 'string' ? invitation : 'ok';
    note(request, response, 'account/reset', accountId, outcome);
    if (typeof invitation === 'string') throw accountProblem(invitation);
    response.json({ ...invitation, origins: origins() } satisfies AccountInvitation);
  });
  return router;
}
