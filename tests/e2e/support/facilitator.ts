/** The facilitator at a real browser: from the printed link to EndEx. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { ExerciseLinks } from '@trilogue/engine/protocol/http';
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
  const dialog = page.getByRole('dialog', { name: staff('new.title') });
  await dialog.getByText(staff('new.paces.auto'), { exact: true }).click();
  await dialog.getByRole('button', { name: staff('new.create'), exact: true }).click();
  await page.waitForURL(/\/control\//);
  return page;
}

/** One table a nation. Returns the three join links, in the order of the tables. */
export async function castAndOpenLobby(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: room('casting.preset.perNation') }).click();
  await page.getByRole('button', { name: room('casting.openLobby') }).click();
  for (const nation of ['Japan', 'Philippines', 'United States']) {
    // Once the code is there, so is the picture of the link.
    const picture = room('lobby.qrFor', { what: nation });
    await expect(placeOf(page, nation).getByRole('img', { name: picture })).toBeVisible();
  }
  const { tables } = await linksOf(page);
  const links = tables.map(({ code }) => joinLink(page, code));
  expect(new Set(links).size).toBe(3);
  return links;
}

/** A table's card in the lobby. */
export function placeOf(page: Page, nation: string): Locator {
  return page.getByRole('region', { name: nation, exact: true });
}

/** A wall at a browser of its own. */
export async function openWall(browser: Browser, page: Page): Promise<Page> {
  const { observerCode } = await linksOf(page);
  const context = await browser.newContext({ viewport: { width: 1_920, height: 1_080 } });
  const wall = await context.newPage();
  const say = words('lobby', 'en');
  await wall.goto(joinLink(page, observerCode));
  await wall.getByRole('textbox', { name: say('join.name') }).fill('Wall');
  await wall.getByRole('button', { name: say('join.watch') }).click();
  await wall.waitForURL(/\/wall\//);
  return wall;
}

export function exerciseOf(page: Page): string {
  return /control\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
}

async function linksOf(page: Page): Promise<ExerciseLinks> {
  const path = `/api/exercises/${exerciseOf(page)}/links`;
  const reply = await page.request.get(new URL(path, page.url()).href);
  expect(reply.ok()).toBe(true);
  return (await reply.json()) as ExerciseLinks;
}

function joinLink(page: Page, code: string): string {
  return new URL(`/join/${code}`, page.url()).href;
}

export async function startEx(page: Page): Promise<void> {
  await page.getByRole('button', { name: room('checklist.start'), exact: true }).click();
  await page
    .getByRole('dialog', { name: room('checklist.confirmTitle') })
    .getByRole('button', { name: room('checklist.start'), exact: true })
    .click();
  await expect(page.getByRole('region', { name: room('msel.title') })).toBeVisible();
}

/** Stops play where it is: what comes next is the test's, not the clock's. */
export async function pause(page: Page): Promise<void> {
  await page.getByRole('button', { name: room('clock.pause'), exact: true }).click();
  await expect(page.getByRole('button', { name: room('clock.resume'), exact: true })).toBeVisible();
}

export async function resume(page: Page): Promise<void> {
  await page.getByRole('button', { name: room('clock.resume'), exact: true }).click();
  await expect(page.getByRole('button', { name: room('clock.pause'), exact: true })).toBeVisible();
}

export async function setSpeed(page: Page, speed: number): Promise<void> {
  const chosen = page.getByRole('combobox', { name: room('clock.speed'), exact: true });
  await chosen.click();
  await page.getByRole('option', { name: `${speed}×`, exact: true }).click();
  await expect(chosen).toHaveValue(`${speed}×`);
}

export async function endExercise(page: Page): Promise<void> {
  await page.getByRole('button', { name: room('end.action'), exact: true }).click();
  await page
    .getByRole('dialog', { name: room('end.title') })
    .getByRole('button', { name: room('end.confirm') })
    .click();
  await expect(page.getByRole('region', { name: room('scores.title') })).toBeVisible();
  const shown = page.getByRole('switch', { name: room('scores.showPlayers') });
  await shown.click();
  await expect(shown).toBeChecked();
}
