/** Pages that are loaded anew while the server is away: what they show, what they keep, how they come back. */
import { type Browser, expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { castAndOpenLobby, openRoom, openWall, startEx } from './support/facilitator.js';
import { keepsItself } from './support/offline.js';
import { Player } from './support/player.js';
import { ServerProcess } from './support/server.js';
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
/** By then every part that tries again has done so. */
const soon = { timeout: 30_000 };

test('[E2E80] a player reloads without a server, sees what is kept, and the answer goes out once', async ({
  browser,
}) => {
  // Twice until all is kept, and several times until nobody answers.
  test.slow();
  await underWay(browser, async ({ server, facilitator, link }) => {
    const player = await Player.open(browser, 'en', 'Alex Rivera');
    const { page, context } = player;
    await player.join(link);
    await startEx(facilitator);
    await openFirstTask(page);
    await keepsItself(page);

    await server.kill();
    await page.getByLabel(say('answer.label')).fill(answer);
    await page.getByRole('button', { name: say('answer.send'), exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: common('actions.send') })
      .click();
    await expect(page.getByText(say('outgoing.waits'))).toBeVisible(soon);

    // More than once: the second reload has nothing from a server either.
    for (const _reload of [1, 2]) {
      await page.reload();
      await expect(page.getByText(say('outgoing.away'))).toBeVisible(soon);
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
    await expect(page.getByText(say('outgoing.begun_one').replace('{{count}}', '1'))).toBeVisible();

    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.getByRole('heading', { name: common('noLine.title') })).toBeVisible(soon);
    await expect(other.getByText('Alex Rivera')).toBeVisible();
    for (const text of [answer, question]) await expect(other.getByText(text)).toBeVisible();
    await check(other, 'a player’s page without a line');

    await server.start();
    for (const tab of [page, other]) {
      await expect(tab.getByText(say('outgoing.away'))).toBeHidden(soon);
      await expect(tab.getByRole('heading', { name: common('noLine.title') })).toBeHidden(soon);
    }
    await openInbox(page);
    await expect(page.getByText(say('answer.sentTitle'))).toBeVisible(soon);
    expect(await sentAnswers(facilitator)).toEqual([answer]);
    await expect(facilitator.getByRole('region', { name: room('msel.title') })).toBeVisible(soon);
  });
});

test('[E2E81] the staff’s room and the wall say that there is no line, and come back by themselves', async ({
  browser,
}) => {
  test.slow();
  await underWay(browser, async ({ server, facilitator }) => {
    await startEx(facilitator);
    const screen = await openWall(browser, facilitator);
    await expect(screen.getByRole('region', { name: wall('clocks') })).toBeVisible();
    for (const page of [facilitator, screen]) await keepsItself(page);

    await server.kill();
    for (const [name, page] of [
      ['the staff’s room', facilitator],
      ['the wall', screen],
    ] as const) {
      await page.reload();
      await expect(page.getByRole('heading', { name: common('noLine.title') })).toBeVisible(soon);
      await expect(page.getByText('EXERCISE EXERCISE EXERCISE')).toBeVisible();
      await check(page, `${name} without a line`);
    }
    // A page that this browser has never been on: nothing of it is kept.
    const door = await screen.context().newPage();
    await door.goto(new URL('/staff', screen.url()).href);
    await expect(door.getByRole('heading', { name: common('noLine.title') })).toBeVisible(soon);

    await server.start();
    await expect(facilitator.getByRole('region', { name: room('msel.title') })).toBeVisible(soon);
    await expect(door.getByText(staff('signIn.text'))).toBeVisible(soon);
    await expect(screen.getByRole('region', { name: wall('clocks') })).toBeVisible(soon);
  });
});

test('[E2E82] a name that was typed for joining survives a reload, and goes once its writer sits', async ({
  browser,
}) => {
  await underWay(browser, async ({ link }) => {
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
});

interface Drill {
  readonly server: ServerProcess;
  readonly facilitator: Page;
  /** For the first table. */
  readonly link: string;
}

async function underWay(browser: Browser, run: (drill: Drill) => Promise<void>): Promise<void> {
  const server = new ServerProcess();
  await server.start();
  try {
    const facilitator = await openRoom(browser, server.staffLink);
    const [link = ''] = await castAndOpenLobby(facilitator);
    await run({ server, facilitator, link });
  } finally {
    await server.stop();
  }
}

async function openFirstTask(page: Page): Promise<void> {
  const tasks = page.getByRole('region', { name: say('tasks.title') });
  await tasks.getByRole('button').first().click(soon);
  await page.getByLabel(say('answer.label')).waitFor();
}

async function openInbox(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: say('tabs.label') })
    .getByRole('button', { name: new RegExp(`^${say('tabs.inbox')}`) })
    .click();
}

/** Texts of all answers in the exercise's log. */
async function sentAnswers(facilitator: Page): Promise<(string | undefined)[]> {
  const exerciseId = new URL(facilitator.url()).pathname.split('/').at(-1);
  const path = `/api/exercises/${exerciseId}/export`;
  const reply = await facilitator.request.get(new URL(path, facilitator.url()).href);
  expect(reply.ok()).toBe(true);
  const { facts } = (await reply.json()) as { facts: { type: string; text?: string }[] };
  return facts.filter(({ type }) => type === 'ResponseSent').map(({ text }) => text);
}
