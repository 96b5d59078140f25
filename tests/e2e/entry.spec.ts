/** Coming in: a list of names, a door that opens one by one, a seat that goes to another device. */
import { expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { castAndOpenLobby, openRoom, startEx } from './support/facilitator.js';
import { ServerProcess } from './support/server.js';
import { test } from './support/test.js';
import { type Language, words } from './support/words.js';

const people = words('facilitator/people', 'en');
const room = words('facilitator', 'en');

test('[E2E50] a named person waits, is let in, and takes their seat to another device', async ({
  browser,
}) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const lead = await openRoom(browser, server.staffLink);
    await castAndOpenLobby(lead);
    const link = await nameSomebody(lead, '佐藤 恵');
    const oneByOne = lead.getByRole('switch', { name: people('settings.oneByOne') });
    await oneByOne.click();
    await expect(oneByOne).toBeChecked();

    const phone = await open(browser, 'ja', link);
    const lobby = words('lobby', 'ja');
    await phone.getByRole('button', { name: /佐藤 恵/ }).click();
    await expect(phone.getByRole('heading', { name: lobby('wait.title') })).toBeVisible();

    const waiting = lead.getByRole('region', { name: /1 person is waiting/ });
    await waiting
      .getByRole('button', { name: /佐藤 恵/ })
      .first()
      .click();
    // By itself, without a reload.
    await phone.waitForURL(/\/play\//);
    const japan = lead.getByRole('region', { name: 'Japan' });
    await expect(japan.getByText(room('lobby.online'), { exact: true })).toBeVisible();

    await japan.getByRole('button', { name: /Actions for 佐藤 恵/ }).click();
    await lead.getByRole('menuitem', { name: people('person.handOver') }).click();
    const offer = lead.getByRole('dialog');
    const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(
      await textOf(offer, /[A-Z0-9]{5}-[A-Z0-9]{5}/),
    )?.[0];
    const laptop = await open(browser, 'ja', `${server.url}/join/${code}`);
    await laptop.getByRole('button', { name: /佐藤 恵/ }).click();
    await laptop.waitForURL(/\/play\//);
    const handedOver = words('common', 'ja')('rejections.seat/handed-over');
    await expect(phone.getByText(handedOver)).toBeVisible();
  } finally {
    await server.stop();
  }
});

test('[ROOM17] whoever comes while play runs is counted on the way to the people, told of once, and let in', async ({
  browser,
}) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const lead = await openRoom(browser, server.staffLink);
    const [japanLink = ''] = await castAndOpenLobby(lead);
    await lead.getByRole('switch', { name: people('settings.oneByOne') }).click();
    await startEx(lead);
    const button = lead.getByRole('button', { name: room('tools.people'), exact: true });
    await expect(button).toBeVisible();

    const late = await comeIn(browser, japanLink, '田中 玲子');
    const counted = lead.getByRole('button', {
      name: people('door.button_one', { name: room('tools.people'), count: 1 }),
    });
    await expect(counted).toBeVisible();
    await expect(counted).toHaveText(/1/);
    const told = people('door.one', { name: '田中 玲子' });
    await expect(lead.getByRole('status').filter({ hasText: told })).toHaveCount(1);
    await check(lead, 'somebody at the door');

    await lead.setViewportSize({ width: 390, height: 844 });
    const more = people('door.button_one', { name: room('more.open'), count: 1 });
    await lead.getByRole('button', { name: more }).click();
    await counted.click();
    await lead.getByRole('button', { name: people('waiting.admitAll') }).click();
    await late.waitForURL(/\/play\//);
    await lead.keyboard.press('Escape');
    await expect(lead.getByRole('button', { name: room('more.open'), exact: true })).toBeVisible();
    await expect(lead.getByText(told)).toHaveCount(0);
  } finally {
    await server.stop();
  }
});

async function comeIn(
  browser: Parameters<typeof openRoom>[0],
  link: string,
  name: string,
): Promise<Page> {
  const phone = await open(browser, 'ja', link);
  const lobby = words('lobby', 'ja');
  await phone.getByRole('textbox', { name: lobby('join.name') }).fill(name);
  await phone.getByRole('button', { name: lobby('join.sit') }).click();
  await expect(phone.getByRole('heading', { name: lobby('wait.title') })).toBeVisible();
  return phone;
}

/** By the list that a spreadsheet would write. Returns their link. */
async function nameSomebody(lead: Page, name: string): Promise<string> {
  await lead.getByRole('button', { name: people('named.title') }).click();
  await lead.getByRole('button', { name: people('named.import') }).click();
  const form = lead.getByRole('dialog', { name: people('roster.importTitle') });
  await form.getByLabel(people('roster.paste')).fill(`氏名,卓\n${name},日本`);
  await form.getByRole('button', { name: people('roster.look') }).click();
  await form.getByRole('button', { name: /Take 1 seat/ }).click();
  await expect(form).toBeHidden();
  const row = lead.getByRole('row', { name: new RegExp(name) });
  const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(await row.innerText())?.[0] ?? '';
  await lead.keyboard.press('Escape');
  return `${new URL(lead.url()).origin}/join/${code}`;
}

async function open(
  browser: Parameters<typeof openRoom>[0],
  language: Language,
  link: string,
): Promise<Page> {
  const locale = { en: 'en-US', ja: 'ja-JP', fil: 'fil-PH' }[language];
  const context = await browser.newContext({ locale, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

async function textOf(part: ReturnType<Page['getByRole']>, wanted: RegExp): Promise<string> {
  await part.getByText(wanted).first().waitFor();
  return part.innerText();
}
