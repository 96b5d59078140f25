/** Refusals of accounts over HTTP: statuses and sentences of their codes. */
import type { AccountFault } from '../auth/accounts.js';
import { Problem } from './problem.js';

const faults: Readonly<Record<AccountFault, readonly [status: number, message: string]>> = {
  // One answer for what is used, has expired, or never was.
  'staff/unknown-link': [404, 'this link opens nothing'],
  'account/unknown': [404, 'no such account'],
  'account/login-taken': [409, 'somebody has this login'],
  'account/last-administrator': [409, 'there has to be one administrator'],
  'password/too-short': [400, 'the password is too short'],
  'password/too-simple': [400, 'the password repeats too few signs, or a row of keys'],
  'password/too-common': [400, 'the password is among those guessed first'],
  'password/like-yourself': [400, 'the password is the login or the name'],
};

export function accountProblem(code: AccountFault): Problem {
  const [status, message] = faults[code];
  return new Problem(status, code, message);
}
