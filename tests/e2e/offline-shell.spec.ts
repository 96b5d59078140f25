/** Pages that are loaded anew while the server is away: what they show, what they keep, how they come back. */
import { type Browser, expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import {
  castAndOpenLobby,
  exerciseOf,
  openRoom,
  openWall,
  startEx,
} from './support/facilitator.js';
import { keepsItself } from './support/offline.js';
import { Player } from './support/player.js';
import type { ServerProcess } from './support/server.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const say = words('player', 'en');
const common = words('common', 'en');
const lobby = words('lobby', 'en');
const room = words('facilitator', 'en');
const wall = words('observer', 'en');
const staff = words('staff', 'en');

const answer = 'We keep the gates shut until both partners have read this.';
const question = 'Which of the two logs may we show?';

test('[E2E80] a player reloads without a server, sees what is kept, and the answer goes out once', async ({
  browser,
  server,
}) => {
  const { facilitator, link } = await underWay(browser, server);
  const player = await Player.open(browser, 'en', 'Alex Rivera');
  const { page, context } = player;
  await player.join(link);
  await startEx(facilitator);
  await openFirstTask(page);
  await keepsItself(page);

  await server.kill();
  await page.getByLabel(say('answer.label'), { exact: true }).fill(answer);
  await page.getByRole('button', { name: say('answer.send'), exact: true }).click();
  await page
    .getByRole('dialog', { name: say('answer.confirmTitle') })
    .getByRole('button', { name: common('actions.send'), exact: true })
    .click();
  await expect(page.getByText(say('outgoing.waits'))).toBeVisible();

  // More than once: the second reload has nothing from a server either.
  for (const _reload of [1, 2]) {
    await page.reload();
    await expect(page.getByText(say('outgoing.away'))).toBeVisible();
    await expect(page.getByText(say('outgoing.waits'))).toBeVisible();
    await expect(page.getByText(answer)).toBeVisible();
  }
  await check(page, 'a player’s screen, reloaded without a line');

  // A part that was never opened, and what is begun there.
  await page
    .getByRole('navigation', { name: say('tabs.label') })
    .getByRole('button', { name: say('tabs.messages') })
    .click();
  await page.getByLabel(say('messages.write'), { exact: true }).fill(question);
  await expect(page.getByText(say('outgoing.begun_one', { count: 1 }))).toBeVisible();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('heading', { name: common('noLine.title') })).toBeVisible();
  await expect(other.getByText('Alex Rivera')).toBeVisible();
  for (const text of [answer, question]) await expect(other.getByText(text)).toBeVisible();
  await check(other, 'a player’s page without a line');

  await server.start();
  for (const tab of [page, other]) {
    await expect(tab.getByText(say('outgoing.away'))).toBeHidden();
    await expect(tab.getByRole('heading', { name: common('noLine.title') })).toBeHidden();
  }
  await openInbox(page);
  await expect(page.getByRole('heading', { name: say('answer.sentTitle') })).toBeVisible();
  expect(await sentAnswers(facilitator)).toEqual([answer]);
  await expect(facilitator.getByRole('region', { name: room('msel.title') })).toBeVisible();
});

test('[E2E81] the staff’s room and the wall say that there is no line, and come back by themselves', async ({
  browser,
  server,
}) => {
  const { facilitator } = await underWay(browser, server);
  await startEx(facilitator);
  const screen = await openWall(browser, facilitator);
  await expect(screen.getByRole('region', { name: wall('clocks') })).toBeVisible();
  for (const page of [facilitator, screen]) await keepsItself(page);

  await server.kill();
  // What they showed last stands on, under the sign that it is from then.
  const signs = [
    ['the staff’s room', facilitator.getByText(room('noLine.text'))],
    ['the wall', screen.getByText(wall('offline.text'))],
  ] as const;
  for (const [name, sign] of signs) {
    const page = sign.page();
    await page.reload();
    await expect(sign).toBeVisible();
    await expect(page.getByText('EXERCISE EXERCISE EXERCISE')).toBeVisible();
    await check(page, `${name} without a line`);
  }
  // A page that this browser has never been on: nothing of it is kept.
  const door = await screen.context().newPage();
  await door.goto(new URL('/staff', screen.url()).href);
  await expect(door.getByRole('heading', { name: common('noLine.title') })).toBeVisible();

  await expect(facilitator.getByRole('region', { name: room('msel.title') })).toBeVisible();
  await expect(screen.getByRole('region', { name: wall('clocks') })).toContainText('≈');

  await server.start();
  for (const [, sign] of signs) await expect(sign).toBeHidden();
  await expect(facilitator.getByRole('region', { name: room('msel.title') })).toBeVisible();
  await expect(door.getByText(staff('signIn.text'))).toBeVisible();
  await expect(screen.getByRole('region', { name: wall('clocks') })).toBeVisible();
});

test('[E2E82] a name that was typed for joining survives a reload, and goes once its writer sits', async ({
  browser,
  server,
}) => {
  const { link } = await underWay(browser, server);
  const { page } = await Player.open(browser, 'en', 'Alex Rivera');
  await page.goto(link);
  const name = page.getByRole('textbox', { name: lobby('join.name') });
  await name.fill('Alex Rivera');
  await page.reload();
  await expect(name).toHaveValue('Alex Rivera');
  await page.getByRole('button', { name: lobby('join.sit') }).click();
  await page.waitForURL(/\/play\//);
  await page.goto(link);
  await expect(name).toHaveValue('');
});

interface Drill {
  readonly facilitator: Page;
  /** For the first table. */
  readonly link: string;
}

/** Its lobby is open. */
async function underWay(browser: Browser, server: ServerProcess): Promise<Drill> {
  const facilitator = await openRoom(browser, server.staffLink);
  const [link = ''] = await castAndOpenLobby(facilitator);
  return { facilitator, link };
}

async function openFirstTask(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: say('tasks.title') })
    .getByRole('button', { name: new RegExp(`^${common('expectationKinds.respond')}`) })
    .first()
    .click();
  await page.getByLabel(say('answer.label'), { exact: true }).waitFor();
}

async function openInbox(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: say('tabs.label') })
    .getByRole('button', { name: new RegExp(`^${say('tabs.inbox')}`) })
    .click();
}

/** Texts of all answers in the exercise's log. */
async function sentAnswers(facilitator: Page): Promise<(string | undefined)[]> {
  const path = `/api/exercises/${exerciseOf(facilitator)}/export`;
  const reply = await facilitator.request.get(new URL(path, facilitator.url()).href);
  expect(reply.ok()).toBe(true);
  const { facts } = (await reply.json()) as { facts: { type: string; text?: string }[] };
  return facts.filter(({ type }) => type === 'ResponseSent').map(({ text }) => text);
}
