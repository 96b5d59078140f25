/** Who did it, for the audit log. */
import type { Response } from 'express';
import type { AuditActor } from '../audit/audit.js';
import { callerOf } from './doorkeeper.js';

/** Behind any row of the route table but "anybody". */
export function actorOf(response: Response): AuditActor {
  const { account, session } = callerOf(response);
  return account === null
    ? { kind: 'session', session }
    : { kind: 'account', accountId: account.accountId, session };
}
