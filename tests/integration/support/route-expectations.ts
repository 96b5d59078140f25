/** What each HTTP route is to answer to each kind of caller: kept here, to hold the server's own table against. */
import type { RouteKey } from '../../../server/src/http/route-table.js';
import { goodPassword } from './accounts.js';
import { assigned, type CallerName, type CallerOf, outsiders, strangers } from './callers.js';
import { codeOf, type Drill } from './drill.js';

const hash = '0'.repeat(64);
/** The id of nothing and nobody. */
const nowhere = 'nowhere-at-all';
const ofOneParty: CallerName = 'its Philippine facilitator';
/** "status", or "status code". */
export type Outcome = string;

export interface Expectation {
  /** Of the exercise and the accounts at hand, where the path has names. */
  readonly path?: (room: Room) => string;
  readonly body?: (room: Room, caller: CallerOf) => unknown;
  /** What everybody gets, or what whoever may gets. */
  readonly all?: Outcome;
  readonly may?: readonly CallerName[];
  readonly done?: Outcome | ((name: CallerName) => Outcome);
  /** For those of the staff who may not; else what is usual for the row. */
  readonly otherwise?: Outcome;
}

export interface Room {
  readonly drill: Drill;
  readonly spare: string;
  readonly count: number;
}

const chief: readonly CallerName[] = ['the printed link', 'administrator'];
const everyAccount: readonly CallerName[] = ['administrator', ...strangers, ...assigned];
const everyStaff: readonly CallerName[] = ['the printed link', ...everyAccount];
const directing: readonly CallerName[] = [...chief, 'its director'];
const running: readonly CallerName[] = [
  ...directing,
  'its facilitator',
  'its Philippine facilitator',
];
/** Who is something in the exercise. */
export const part: readonly CallerName[] = [...chief, ...assigned];
const seeing: readonly CallerName[] = part.filter((name) => name !== 'its observer');

const participating: readonly CallerName[] = ['a player’s token', 'its observer'];

const of = (rest: string) => (room: Room) => `/api/exercises/${room.drill.exerciseId}/${rest}`;
export const spareAt = (room: Room) =>
  `/api/exercises/${room.drill.exerciseId}/staff/${room.spare}`;
const wrongCode = () => ({ password: goodPassword, code: '000000' });

/** In the order in which they are tried: what ends sessions comes last. */
export const expectations: Readonly<Record<RouteKey, Expectation>> = {
  'GET /healthz': { all: '200' },
  'GET /readyz': { all: '200' },
  // These ask from this very machine.
  'GET /metrics': { all: '200' },
  'GET /{*path}': { path: () => '/somewhere', all: '503' },

  'POST /api/staff/session': {
    body: () => ({ secret: 'x'.repeat(43) }),
    all: '401 staff/wrong-secret',
  },
  'POST /api/staff/sign-in': {
    body: () => ({ login: 'administrator', password: 'not the password' }),
    all: '401 staff/wrong-password',
  },
  'POST /api/staff/one-time-link/look': {
    body: () => ({ token: 'x'.repeat(43) }),
    all: '404 staff/unknown-link',
  },
  'POST /api/staff/one-time-link': {
    body: () => ({ token: 'x'.repeat(43), password: goodPassword, login: 'me', name: 'Me' }),
    all: '404 staff/unknown-link',
  },
  'POST /api/join/look': { body: ({ drill }) => ({ code: codeOf(drill, 'tokyo') }), all: '200' },
  'POST /api/join': {
    body: ({ drill }) => ({ code: codeOf(drill, 'tokyo'), name: 'Guest', language: 'en' }),
    all: '200',
  },

  'POST /api/join/wait': {
    body: ({ drill }) => ({ exerciseId: drill.exerciseId, token: 'x'.repeat(43) }),
    all: '404 seat/unknown',
  },
  'PUT /api/join/listed': {
    body: ({ drill }) => ({
      exerciseId: drill.exerciseId,
      token: 'x'.repeat(43),
      listed: ['Ben'],
    }),
    all: '404 seat/unknown',
  },

  'GET /api/staff/session': { may: everyStaff },
  'GET /api/account': { may: everyStaff },
  'GET /api/accounts': { may: chief },
  'POST /api/accounts': {
    body: ({ count }) => ({ login: `new-${count}`, name: 'New', kind: 'observer' }),
    may: chief,
    done: '201',
  },
  'PATCH /api/accounts/:accountId': {
    path: ({ spare }) => `/api/accounts/${spare}`,
    body: () => ({ name: 'Renamed' }),
    may: chief,
  },
  'POST /api/accounts/:accountId/reset': {
    path: ({ spare }) => `/api/accounts/${spare}/reset`,
    body: () => ({}),
    may: chief,
  },
  'GET /api/audit': { may: chief },

  'GET /api/scenarios': { may: [...chief, 'designer', 'facilitator'] },
  'GET /api/exercises': { may: everyStaff },
  'POST /api/exercises': {
    body: () => ({ scenarioId: 'two-tables', title: 'Another', pace: 'auto', mode: 'coach' }),
    may: [...chief, 'facilitator'],
    done: '201',
  },
  'GET /api/exercises/:exerciseId/links': { path: of('links'), may: running },
  'GET /api/exercises/:exerciseId/scenario-check': { path: of('scenario-check'), may: running },
  'GET /api/exercises/:exerciseId/entry': { path: of('entry'), may: running },
  'PUT /api/exercises/:exerciseId/entry': {
    path: of('entry'),
    body: () => ({ admission: 'all', device: 'person' }),
    may: running,
    // What concerns everybody is not for a facilitator of one party.
    done: (name) => (name === ofOneParty ? '403 command/out-of-scope' : '200'),
  },
  'POST /api/exercises/:exerciseId/invitations': {
    path: of('invitations'),
    body: () => ({ tableId: 'manila' }),
    may: running,
    done: '201',
  },
  'PATCH /api/exercises/:exerciseId/invitations/:invitationId': {
    path: of(`invitations/${nowhere}`),
    body: () => ({ cap: 1 }),
    may: running,
    done: '404 invitation/unknown',
  },
  'POST /api/exercises/:exerciseId/invitations/:invitationId/renew': {
    path: of(`invitations/${nowhere}/renew`),
    body: () => ({}),
    may: running,
    done: '404 invitation/unknown',
  },
  'DELETE /api/exercises/:exerciseId/invitations/:invitationId': {
    path: of(`invitations/${nowhere}`),
    may: running,
    done: '404 invitation/unknown',
  },
  'GET /api/exercises/:exerciseId/roster': { path: of('roster'), may: running },
  'POST /api/exercises/:exerciseId/roster/preview': {
    path: of('roster/preview'),
    body: () => ({ text: 'name,table\nJun,Manila' }),
    may: running,
  },
  'POST /api/exercises/:exerciseId/roster': {
    path: of('roster'),
    body: () => ({ text: 'name,table\nJun,Manila' }),
    may: running,
  },
  'POST /api/exercises/:exerciseId/admissions': {
    path: of('admissions'),
    body: () => ({ seatIds: [nowhere], verdict: 'admit' }),
    may: running,
  },
  'PATCH /api/exercises/:exerciseId/people/:seatId': {
    path: of(`people/${nowhere}`),
    body: () => ({ name: 'Renamed' }),
    may: running,
    done: '404 seat/unknown',
  },
  'POST /api/exercises/:exerciseId/people/:seatId/hand-over': {
    path: of(`people/${nowhere}/hand-over`),
    body: () => ({}),
    may: running,
    done: '404 seat/unknown',
  },
  'GET /api/exercises/:exerciseId/export': { path: of('export'), may: running },
  'GET /api/exercises/:exerciseId/audit': { path: of('audit'), may: directing },
  'POST /api/exercises/:exerciseId/staff-seat': {
    path: of('staff-seat'),
    body: () => ({ name: 'Fe' }),
    may: part,
  },
  'GET /api/exercises/:exerciseId/staff': { path: of('staff'), may: directing },
  'PUT /api/exercises/:exerciseId/staff/:accountId': {
    path: spareAt,
    body: () => ({ role: 'observer' }),
    may: directing,
  },
  'DELETE /api/exercises/:exerciseId/staff/:accountId': { path: spareAt, may: directing },
  // By the seats that they have just taken; the player's inject has not gone out.
  'GET /api/exercises/:exerciseId/attachments': {
    path: of('attachments?inject=jp-alarm'),
    may: seeing,
    otherwise: '404 attachment/unknown',
  },
  'POST /api/exercises/:exerciseId/attachments': {
    path: of('attachments'),
    body: () => ({ not: 'a picture' }),
    // Whoever makes injects up, the SimCell too.
    may: [...running, 'its SimCell'],
    done: '415 attachment/wrong-type',
    otherwise: '403 command/not-allowed',
  },
  'GET /api/exercises/:exerciseId/attachments/:hash': {
    path: of(`attachments/${hash}`),
    all: '404 attachment/unknown',
  },
  'DELETE /api/exercises/:exerciseId/attachments/:hash': {
    path: of(`attachments/${hash}`),
    may: [...running, 'its SimCell'],
    done: '404 attachment/unknown',
    otherwise: '403 command/not-allowed',
  },
  'GET /api/exercises/:exerciseId/file': { path: of('file'), may: directing },
  'GET /api/exercises/:exerciseId/takeaway': {
    path: of('takeaway'),
    may: seeing,
    otherwise: '409 takeaway/not-yet',
  },
  'GET /api/exercises/:exerciseId/feedback': {
    path: of('feedback'),
    may: participating,
    otherwise: '403 feedback/not-asked',
  },
  'PUT /api/exercises/:exerciseId/feedback': {
    path: of('feedback'),
    body: () => ({ ratings: { realistic: 4 } }),
    may: participating,
    done: '409 feedback/not-open',
    otherwise: '403 feedback/not-asked',
  },
  'PUT /api/exercises/:exerciseId/feedback/closing': {
    path: of('feedback/closing'),
    body: () => ({ isClosed: true }),
    may: directing,
  },
  // For whoever has the data directory's own token.
  'POST /api/admin/backup': { body: () => ({}), all: '404 http/unknown' },
  'POST /api/admin/export-exercise': { body: () => ({}), all: '404 http/unknown' },
  'POST /api/admin/import-exercise': { body: () => ({}), all: '404 http/unknown' },

  'POST /api/account/password': {
    body: () => ({ current: goodPassword, next: goodPassword }),
    may: everyAccount,
  },
  'POST /api/account/second-factor': {
    body: () => ({ password: goodPassword }),
    may: everyAccount,
  },
  'POST /api/account/second-factor/confirm': {
    body: wrongCode,
    may: everyAccount,
    done: '403 staff/wrong-code',
  },
  'POST /api/account/second-factor/off': {
    body: wrongCode,
    may: everyAccount,
    done: '403 staff/wrong-code',
  },
  'POST /api/account/sign-out-everywhere': { body: () => ({}), may: everyAccount },
  'DELETE /api/staff/session': { all: '200' },
};

/** What a caller of this name is answered. */
export function wanted(
  route: RouteKey,
  { all, may = [], done = '200', otherwise }: Expectation,
  name: CallerName,
): Outcome {
  if (all !== undefined) return all;
  if (may.includes(name)) return typeof done === 'function' ? done(name) : done;
  const isOutside = (outsiders as readonly CallerName[]).includes(name);
  // Some ask for a seat themselves; the player has one.
  const hasSeat = part.includes(name) || name === 'a player’s token';
  if (hasSeat && otherwise !== undefined) return otherwise;
  if (route.includes('/attachments')) return '404 attachment/unknown';
  if (isOutside) return '401 staff/no-session';
  if (route.includes(':exerciseId') && !part.includes(name)) return '404 exercise/unknown';
  return '403 staff/not-allowed';
}
