/** Who may use which route: one row each. A route without a row is not to be had, and keeps the server from starting. */

import type { Role } from '@trilogue/engine/exercise/settings';
import type { AccountKind } from '@trilogue/engine/protocol/accounts';

/**
 * anybody: also those who prove to the route itself who they are, by a code, a token or a signature.
 * staff: whoever holds a session, by the printed link or an account. account: by an account. kinds: an
 * account of one of these, the printed link as an administrator. roles: whoever is one of these in the
 * exercise that the path names; for all others that exercise does not exist.
 */
export type Who =
  | 'anybody'
  | 'staff'
  | 'account'
  | { readonly kinds: readonly AccountKind[] }
  | { readonly roles: readonly Role[] };

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RouteKey = `${Method} /${string}`;

const administrators: Who = { kinds: ['administrator'] };
/** Those who set exercises up, and those who write what they are set up from. */
const makers: Who = { kinds: ['administrator', 'designer', 'facilitator'] };
const creators: Who = { kinds: ['administrator', 'facilitator'] };
const everyPart: Who = {
  roles: ['director', 'facilitator', 'simcell', 'evaluator', 'translator', 'observer'],
};
/** Join codes and the whole log are for those who run the exercise. */
const runners: Who = { roles: ['director', 'facilitator'] };
const directors: Who = { roles: ['director'] };

export const routeTable = {
  'GET /healthz': 'anybody',
  'GET /readyz': 'anybody',
  // Asks for a token of its own, or for this machine.
  'GET /metrics': 'anybody',

  'POST /api/staff/session': 'anybody',
  'GET /api/staff/session': 'staff',
  // Signing out without a session is no fault.
  'DELETE /api/staff/session': 'anybody',
  'POST /api/staff/sign-in': 'anybody',
  'POST /api/staff/one-time-link/look': 'anybody',
  'POST /api/staff/one-time-link': 'anybody',

  'POST /api/join/look': 'anybody',
  'POST /api/join': 'anybody',
  // By the token that joining gave.
  'POST /api/join/wait': 'anybody',
  'PUT /api/join/listed': 'anybody',

  'GET /api/account': 'staff',
  'POST /api/account/password': 'account',
  'POST /api/account/sign-out-everywhere': 'account',
  'POST /api/account/second-factor': 'account',
  'POST /api/account/second-factor/confirm': 'account',
  'POST /api/account/second-factor/off': 'account',

  'GET /api/accounts': administrators,
  'POST /api/accounts': administrators,
  'PATCH /api/accounts/:accountId': administrators,
  'POST /api/accounts/:accountId/reset': administrators,
  'GET /api/audit': administrators,

  'GET /api/scenarios': makers,
  'GET /api/exercises': 'staff',
  'POST /api/exercises': creators,
  'GET /api/exercises/:exerciseId/links': runners,
  'GET /api/exercises/:exerciseId/scenario-check': runners,
  'GET /api/exercises/:exerciseId/entry': runners,
  'PUT /api/exercises/:exerciseId/entry': runners,
  'POST /api/exercises/:exerciseId/invitations': runners,
  'PATCH /api/exercises/:exerciseId/invitations/:invitationId': runners,
  'POST /api/exercises/:exerciseId/invitations/:invitationId/renew': runners,
  'DELETE /api/exercises/:exerciseId/invitations/:invitationId': runners,
  'GET /api/exercises/:exerciseId/roster': runners,
  'POST /api/exercises/:exerciseId/roster/preview': runners,
  'POST /api/exercises/:exerciseId/roster': runners,
  'POST /api/exercises/:exerciseId/admissions': runners,
  'PATCH /api/exercises/:exerciseId/people/:seatId': runners,
  'POST /api/exercises/:exerciseId/people/:seatId/hand-over': runners,
  'GET /api/exercises/:exerciseId/export': runners,
  'GET /api/exercises/:exerciseId/file': directors,
  'GET /api/exercises/:exerciseId/audit': directors,
  'POST /api/exercises/:exerciseId/staff-seat': everyPart,
  'GET /api/exercises/:exerciseId/staff': directors,
  'PUT /api/exercises/:exerciseId/staff/:accountId': directors,
  'DELETE /api/exercises/:exerciseId/staff/:accountId': directors,

  // By a seat's token, or a session of somebody who has a part in it.
  'GET /api/exercises/:exerciseId/takeaway': 'anybody',
  'GET /api/exercises/:exerciseId/feedback': 'anybody',
  'PUT /api/exercises/:exerciseId/feedback': 'anybody',
  'PUT /api/exercises/:exerciseId/feedback/closing': directors,

  // By a seat's token, a session's seat, or a signed link.
  'GET /api/exercises/:exerciseId/attachments': 'anybody',
  'POST /api/exercises/:exerciseId/attachments': 'anybody',
  'GET /api/exercises/:exerciseId/attachments/:hash': 'anybody',
  'DELETE /api/exercises/:exerciseId/attachments/:hash': 'anybody',

  // By a token that stands in the data directory, from this machine.
  'POST /api/admin/backup': 'anybody',
  'POST /api/admin/export-exercise': 'anybody',
  'POST /api/admin/import-exercise': 'anybody',

  'GET /{*path}': 'anybody',
} as const satisfies Readonly<Record<RouteKey, Who>>;

export interface MatchedRoute {
  readonly who: Who;
  /** Values of the path's names, still encoded as they came. */
  readonly params: Readonly<Record<string, string>>;
}

const rows = (Object.entries(routeTable) as [RouteKey, Who][]).map(([key, who]) => {
  const [method = '', path = ''] = key.split(' ');
  return { method, parts: path.split('/'), who };
});

/** @param path as it came, without its query. Null where no row is. */
export function matchRoute(method: string, path: string): MatchedRoute | null {
  // What reads may be asked for its headers alone.
  const asked = method === 'HEAD' ? 'GET' : method;
  // As Express does, which is not strict about the end and the case of a path.
  const given = path.replace(/\/$/, '').split('/');
  for (const { method: known, parts, who } of rows) {
    if (known !== asked || parts.length !== given.length) continue;
    const isSame = parts.every(
      (part, index) =>
        (part.startsWith(':') && given[index] !== '') ||
        part.toLowerCase() === given[index]?.toLowerCase(),
    );
    if (!isSame) continue;
    const params = parts.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), given[index] ?? ''] as const] : [],
    );
    return { who, params: Object.fromEntries(params) };
  }
  return null;
}
