/** The facilitator at a real browser: from the printed link to EndEx. */
import { type Browser, expect, type Page } from '@playwright/test';
import { words } from './words.js';

const room = words('facilitator', 'en');
const staff = words('staff', 'en');

export async function openRoom(browser: Browser, staffLink: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  const page = await context.newPage();
  await page.goto(staffLink);
  await page.getByRole('textbox', { name: staff('name.label') }).fill('Fe Cruz');
  await page.getByRole('button', { name: staff('name.go') }).click();
  await page
    .getByRole('article', { name: /Kestrel Locker/ })
    .getByRole('button', { name: staff('scenarios.newExercise') })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(staff('new.paces.auto'), { exact: true }).click();
  await dialog.getByRole('button', { name: staff('new.create') }).click();
  await page.waitForURL(/\/control\//);
  return page;
}

/** One table a nation. Returns the three join links, in the order of the tables. */
export async function castAndOpenLobby(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: room('casting.preset.perNation') }).click();
  await page.getByRole('button', { name: room('casting.openLobby') }).click();
  const links: string[] = [];
  for (const nation of ['Japan', 'Philippines', 'United States']) {
    const card = page.getByRole('region', { name: nation });
    await card.waitFor();
    const text = (await card.innerText()).replace(/\s+/g, '');
    links.push(/https?:\/\/[^/]+\/join\/[A-Z0-9-]+?(?=Copylink)/i.exec(text)?.[0] ?? '');
  }
  expect(new Set(links).size).toBe(3);
  return links;
}

export async function startEx(page: Page): Promise<void> {
  await page.getByRole('button', { name: room('checklist.start') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: room('checklist.start') })
    .click();
  await expect(page.getByRole('region', { name: room('msel.title') })).toBeVisible();
}

export async function setSpeed(page: Page, speed: number): Promise<void> {
  await page.getByRole('combobox', { name: room('clock.speed') }).click();
  await page.getByRole('option', { name: `${speed}×`, exact: true }).click();
}

export async function endExercise(page: Page): Promise<void> {
  await page.getByRole('button', { name: room('end.action'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: room('end.confirm') })
    .click();
  await expect(page.getByRole('region', { name: room('scores.title') })).toBeVisible();
  await page.getByRole('switch', { name: room('scores.showPlayers') }).click();
}
