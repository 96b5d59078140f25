/** Accounts at a real browser: the terminal's link, an invited evaluator, a second factor, a part in an exercise. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { check } from './support/axe.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const account = words('account', 'en');
const staff = words('staff', 'en');
const common = words('common', 'en');
const evaluation = words('evaluator', 'en');
const password = 'tarsier-on-the-quay-42';

test('[E2E5] from the terminal’s link to an evaluator with a second factor in an exercise', async ({
  browser,
  server,
}) => {
  const administrator = await open(browser, server.welcomeLink);
  await check(administrator, 'welcome');
  await type(administrator, account('name'), 'Aiko Sato');
  await type(administrator, account('login'), 'aiko');
  await setPassword(administrator);
  // The secret is out of the address and of the history.
  await administrator.waitForURL(`${server.url}/staff`);
  await administrator.getByRole('link', { name: staff('accounts') }).click();
  await type(administrator, account('name'), 'Eva Reyes');
  await type(administrator, account('login'), 'eva');
  await administrator
    .getByRole('combobox', { name: account('kind'), exact: true })
    .selectOption({ label: common('accountKinds.evaluator') });
  await administrator.getByRole('button', { name: account('invite.go') }).click();
  const dialog = administrator.getByRole('dialog');
  const link = await dialog.getByText(/\/welcome#/).innerText();
  await check(administrator, 'a one-time link');
  await dialog.getByRole('button', { name: common('actions.close') }).click();
  await check(administrator, 'accounts');

  const evaluator = await open(browser, link.trim());
  await expect(evaluator.getByText('Eva Reyes')).toBeVisible();
  await setPassword(evaluator);
  await expect(evaluator.getByText(staff('exercises.noneAssigned'))).toBeVisible();
  const secret = await turnOnSecondFactor(evaluator);

  await administrator.getByRole('link', { name: account('back') }).click();
  await administrator
    .getByRole('article', { name: /Kestrel Locker/ })
    .getByRole('button', { name: staff('scenarios.newExercise') })
    .click();
  await administrator.getByRole('button', { name: staff('new.create') }).click();
  await administrator.waitForURL(/\/control\//);
  await administrator.goto(`${server.url}/staff`);
  await administrator.getByRole('button', { name: /^Staff of/ }).click();
  const assigning = administrator.getByRole('dialog');
  await assigning
    .getByRole('combobox', { name: staff('assign.person') })
    .selectOption({ label: `Eva Reyes · ${common('accountKinds.evaluator')}` });
  await assigning
    .getByRole('combobox', { name: staff('assign.role'), exact: true })
    .selectOption({ label: common('roles.evaluator') });
  await assigning.getByRole('button', { name: staff('assign.add') }).click();
  await expect(assigning.getByRole('cell', { name: 'Eva Reyes', exact: true })).toBeVisible();
  await check(administrator, 'staff of an exercise');

  const elsewhere = await open(browser, `${server.url}/staff`);
  await check(elsewhere, 'sign in');
  await type(elsewhere, staff('signIn.login'), 'eva');
  await secretField(elsewhere, staff('signIn.password')).fill('not this one');
  const enter = elsewhere.getByRole('button', { name: staff('signIn.go') });
  await enter.click();
  await expect(elsewhere.getByRole('alert')).toContainText(
    common('rejections.staff/wrong-password'),
  );
  await secretField(elsewhere, staff('signIn.password')).fill(password);
  await enter.click();
  const field = elsewhere.getByRole('textbox', { name: staff('signIn.code'), exact: true });
  await expect(field).toBeVisible();
  await check(elsewhere, 'the code');
  // The code that confirmed it is used up; the one after it counts already.
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await field.fill(totp.generate({ timestamp: Date.now() + 30_000 }));
  await enter.click();
  await elsewhere.getByRole('link', { name: /Kestrel Locker/ }).click();
  // Evaluators have a page of their own.
  await elsewhere.waitForURL(/\/evaluate\//);
  await elsewhere.getByText(evaluation('evidence.notBegun')).waitFor();
  await check(elsewhere, 'evaluator before StartEx');
});

async function turnOnSecondFactor(page: Page): Promise<string> {
  await page.getByRole('link', { name: staff('account') }).click();
  const card = page.getByRole('region', { name: account('factor.title') });
  await secretField(card, account('mine.current')).fill(password);
  await card.getByRole('button', { name: account('factor.turnOn') }).click();
  await expect(card.getByRole('img', { name: account('factor.qr') })).toBeVisible();
  await check(page, 'a second factor is offered');
  const secret = (await card.locator('code').innerText()).replace(/\s/g, '');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await card.getByRole('textbox', { name: account('factor.code') }).fill(code);
  await card.getByRole('button', { name: account('factor.confirm') }).click();
  await expect(card.getByText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)).toHaveCount(10);
  await check(page, 'recovery codes');
  await card.getByRole('button', { name: account('factor.codesKept') }).click();
  await expect(card.getByText(account('factor.on'), { exact: true })).toBeVisible();
  await check(page, 'my account');
  return secret;
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en' })).newPage();
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

function type(page: Page, label: string, text: string): Promise<void> {
  return page.getByRole('textbox', { name: label, exact: true }).fill(text);
}

/** A browser gives such a field no role; its label ends in the mark of what is required. */
function secretField(within: Page | Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${label}`));
}

async function setPassword(page: Page): Promise<void> {
  await secretField(page, account('newPassword')).fill(password);
  await secretField(page, account('again')).fill(password);
  await page.getByRole('button', { name: account('welcome.go') }).click();
  await page.waitForURL(/\/staff$/);
}
