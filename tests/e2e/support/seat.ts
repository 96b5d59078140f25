/** A page of somebody whom the stage seated: with what their browser would have kept. */
import type { Browser, Page } from '@playwright/test';
import type { SeatGrant } from '@trilogue/engine/protocol/http';
import type { Stage } from '../../stage/stage.js';

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
}

/** A wall's or a player's page. */
export async function openSeat(
  browser: Browser,
  url: string,
  grant: SeatGrant,
  look: Look = {},
): Promise<Page> {
  const { exerciseId, seatId, role, tableId, token } = grant;
  const seat = { exerciseId, seatId, role, tableId, name: '', title: '', tableName: tableId };
  const page = await newPage(browser, look, {
    'trilogue.seats': JSON.stringify([seat]),
    [`trilogue.seat.${seatId}`]: token,
  });
  await page.goto(`${url}/${role === 'observer' ? 'wall' : 'play'}/${exerciseId}/${seatId}`);
  return page;
}

/** A page of the staff member who set the stage up. */
export async function openStaff(
  browser: Browser,
  stage: Stage,
  path: string,
  look: Look = {},
): Promise<Page> {
  const page = await newPage(browser, look, { 'trilogue.staff.name': 'Fe Aquino' });
  const [name = '', ...value] = (stage.staff.cookie ?? '').split(';')[0]?.split('=') ?? [];
  await page.context().addCookies([{ name, value: value.join('='), url: stage.staff.url }]);
  await page.goto(`${stage.staff.url}${path}`);
  return page;
}

async function newPage(
  browser: Browser,
  { width = 1_280, height = 800, locale = 'en-US' }: Look,
  kept: Record<string, string>,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale });
  const page = await context.newPage();
  await page.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, kept);
  return page;
}
