/** Everybody who may knock at a route: nobody, people with proofs of other things, and staff of every kind. */

import { assign, newAccount, type StaffAccount } from './accounts.js';
import { Api } from './api.js';
import { type Drill, sitAt } from './drill.js';

/** Who hold no session of staff, whatever they show. */
export const outsiders = [
  'nobody',
  'a player’s token',
  'a player’s token as cookie',
  'an evaluator’s token as cookie',
  'a made-up cookie',
] as const;

/** Accounts that are nothing in the exercise but what their kind makes them. */
export const strangers = [
  'designer',
  'facilitator',
  'evaluator',
  'translator',
  'observer',
] as const;

/** Accounts of the kind that may do least, each something in the exercise. */
export const assigned = [
  'its director',
  'its facilitator',
  'its Philippine facilitator',
  'its SimCell',
  'its evaluator',
  'its translator',
  'its observer',
] as const;

export type Outsider = (typeof outsiders)[number];
export type Insider =
  | 'the printed link'
  | 'administrator'
  | (typeof strangers)[number]
  | (typeof assigned)[number];
export type CallerName = Outsider | Insider;

export interface CallerOf {
  readonly name: CallerName;
  /** The browser, and what it shows besides its cookie. */
  readonly api: Api;
  readonly headers: Record<string, string>;
  readonly account: StaffAccount | null;
}

const roles = {
  'its director': ['director', null],
  'its facilitator': ['facilitator', null],
  'its Philippine facilitator': ['facilitator', 'ph'],
  'its SimCell': ['simcell', null],
  'its evaluator': ['evaluator', null],
  'its translator': ['translator', null],
  'its observer': ['observer', null],
} as const;

export async function callers(drill: Drill): Promise<readonly CallerOf[]> {
  const { staff, url, exerciseId, links } = drill;
  const { grant } = await sitAt(drill, 'tokyo', 'Aiko');
  const evaluator = await new Api(url).join(links.evaluatorCode, 'Eva');
  const shown: Record<Outsider, Record<string, string>> = {
    nobody: {},
    'a player’s token': { authorization: `Bearer ${grant.token}` },
    'a player’s token as cookie': { cookie: `trilogue_staff=${grant.token}` },
    'an evaluator’s token as cookie': { cookie: `trilogue_staff=${evaluator.token}` },
    'a made-up cookie': { cookie: `trilogue_staff=${'x'.repeat(43)}` },
  };
  const all: CallerOf[] = outsiders.map((name) => ({
    name,
    api: new Api(url),
    headers: shown[name],
    account: null,
  }));
  all.push({ name: 'the printed link', api: staff, headers: {}, account: null });
  for (const kind of ['administrator', ...strangers] as const) {
    const account = await newAccount(staff, kind);
    all.push({ name: kind, api: account.api, headers: {}, account });
  }
  for (const name of assigned) {
    const login = name.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
    const account = await newAccount(staff, 'observer', login);
    const [role, partyId] = roles[name];
    await assign(staff, exerciseId, account.accountId, role, partyId);
    all.push({ name, api: account.api, headers: {}, account });
  }
  return all;
}
