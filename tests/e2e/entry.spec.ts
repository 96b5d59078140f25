/** Coming in: a list of names, a door that opens one by one, a seat that goes to another device. */
import { expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { castAndOpenLobby, openRoom, placeOf, startEx } from './support/facilitator.js';
import { test } from './support/test.js';
import { type Language, words } from './support/words.js';

const people = words('facilitator/people', 'en');
const room = words('facilitator', 'en');
const common = words('common', 'en');
const lobby = words('lobby', 'ja');
/** As people read it out. */
const codeAlone = /^[A-Z0-9]{5}-[A-Z0-9]{5}$/;

test('[E2E50] a named person waits, is let in, and takes their seat to another device', async ({
  browser,
  server,
}) => {
  const lead = await openRoom(browser, server.staffLink);
  await castAndOpenLobby(lead);
  const name = '佐藤 恵';
  const link = await nameSomebody(lead, name);
  await letInOneByOne(lead);

  const phone = await open(browser, 'ja', link);
  await phone.getByRole('button', { name: lobby('join.sitAs', { name }) }).click();
  await expect(phone.getByRole('heading', { name: lobby('wait.title') })).toBeVisible();

  await lead
    .getByRole('region', { name: people('waiting.title_one', { count: 1 }) })
    .getByRole('button', { name: people('waiting.admitOne', { name }) })
    .click();
  // By itself, without a reload.
  await phone.waitForURL(/\/play\//);
  const japan = placeOf(lead, 'Japan');
  await expect(japan.getByText(room('lobby.online'), { exact: true })).toBeVisible();

  await japan.getByRole('button', { name: room('lobby.personActions', { name }) }).click();
  await lead.getByRole('menuitem', { name: people('person.handOver') }).click();
  const offer = lead.getByRole('dialog', { name: people('handOver.title', { name }) });
  const code = await offer.getByText(codeAlone).innerText();
  const laptop = await open(browser, 'ja', `${server.url}/join/${code}`);
  await laptop.getByRole('button', { name: lobby('join.takeOver', { name }) }).click();
  await laptop.waitForURL(/\/play\//);
  const handedOver = words('common', 'ja')('rejections.seat/handed-over');
  await expect(phone.getByText(handedOver)).toBeVisible();
});

test('[ROOM17] whoever comes while play runs is counted on the way to the people, told of once, and let in', async ({
  browser,
  server,
}) => {
  const lead = await openRoom(browser, server.staffLink);
  const [japanLink = ''] = await castAndOpenLobby(lead);
  await letInOneByOne(lead);
  await startEx(lead);
  const button = lead.getByRole('button', { name: room('tools.people'), exact: true });
  await expect(button).toBeVisible();

  const late = await comeIn(browser, japanLink, '田中 玲子');
  const counted = lead.getByRole('button', {
    name: people('door.button_one', { name: room('tools.people'), count: 1 }),
  });
  await expect(counted).toBeVisible();
  await expect(lead.getByRole('banner').getByText('1', { exact: true })).toBeVisible();
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
});

async function letInOneByOne(lead: Page): Promise<void> {
  const oneByOne = lead.getByRole('switch', { name: people('settings.oneByOne') });
  await oneByOne.click();
  await expect(oneByOne).toBeChecked();
}

async function comeIn(
  browser: Parameters<typeof openRoom>[0],
  link: string,
  name: string,
): Promise<Page> {
  const phone = await open(browser, 'ja', link);
  await phone.getByRole('textbox', { name: lobby('join.name') }).fill(name);
  await phone.getByRole('button', { name: lobby('join.sit') }).click();
  await expect(phone.getByRole('heading', { name: lobby('wait.title') })).toBeVisible();
  return phone;
}

/** By the list that a spreadsheet would write. Returns their link. */
async function nameSomebody(lead: Page, name: string): Promise<string> {
  await lead.getByRole('button', { name: people('named.title'), exact: true }).click();
  const seats = lead.getByRole('dialog', { name: people('named.title') });
  await seats.getByRole('button', { name: people('named.import') }).click();
  const form = lead.getByRole('dialog', { name: people('roster.importTitle') });
  await form.getByLabel(people('roster.paste')).fill(`氏名,卓\n${name},日本`);
  await form.getByRole('button', { name: people('roster.look') }).click();
  await form.getByRole('button', { name: people('roster.take_one', { count: 1 }) }).click();
  await expect(form).toBeHidden();
  const row = seats.getByRole('row', { name: new RegExp(name) });
  const code = await row.getByRole('cell', { name: codeAlone }).innerText();
  await seats.getByRole('button', { name: common('actions.close'), exact: true }).click();
  await expect(seats).toBeHidden();
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
