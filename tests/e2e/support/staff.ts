/** More of the staff at real browsers, each with an account of their own. */

import type { Browser, Page } from '@playwright/test';
import type { AccountKind, AssignedRole } from '@trilogue/engine/protocol/accounts';
import { assign, newAccount } from '../../integration/support/accounts.js';
import { Api } from '../../integration/support/api.js';
import type { ServerProcess } from './server.js';

export interface Colleague {
  readonly page: Page;
  readonly name: string;
}

/** Invited, assigned to the exercise, signed in and in their room. */
export async function openColleague(
  browser: Browser,
  server: ServerProcess,
  exerciseId: string,
  as: { readonly kind: AccountKind; readonly role: AssignedRole; readonly locale?: string },
): Promise<Colleague> {
  const administrator = new Api(server.url);
  await administrator.signIn(server.staffLink);
  const { api, accountId, name } = await newAccount(administrator, as.kind, as.role);
  await assign(administrator, exerciseId, accountId, as.role);
  const context = await browser.newContext({
    locale: as.locale ?? 'en-US',
    viewport: { width: 1_440, height: 900 },
  });
  const [cookie = '', value = ''] = api.cookie?.split('=', 2) ?? [];
  await context.addCookies([{ name: cookie, value, url: server.url }]);
  await context.addInitScript((own) => localStorage.setItem('trilogue.staff.name', own), name);
  const page = await context.newPage();
  await page.goto(`${server.url}/control/${exerciseId}`);
  return { page, name };
}
