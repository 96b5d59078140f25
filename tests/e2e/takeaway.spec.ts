/** After EndEx at real browsers: a player's take-away, its files and the feedback form; what staff see of it. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { openSeat } from './support/seat.js';
import { japanOf, tellsTheStates } from './support/stage-steps.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const review = words('review', 'ja');
const english = words('review', 'en');
const comment = '連絡先の一覧が最初に必要でした。';

test('[E2E9] a player reads, takes and answers; staff read what was answered', async ({
  browser,
  server,
  openStage,
}) => {
  const stage = await openStage();
  await stage.start();
  expect(await tellsTheStates(japanOf(stage))).toBe(true);
  await stage.playTo(12 * 60_000);
  await stage.do({ type: 'EndExercise', reason: '' });

  const { grant } = japanOf(stage);
  const player = await openSeat(browser, server.url, grant, { locale: 'ja-JP' });
  await player
    .getByRole('link', { name: words('player', 'ja')('ended.review') })
    .last()
    .click();
  await player.waitForURL(/\/review\//);
  await expect(player.getByRole('heading', { name: review('sections.told') })).toBeVisible();
  await expect(player.getByRole('img', { name: review('told.picture') }).first()).toBeVisible();
  await check(player, 'the take-away of a table');
  await test.step('[E2E10] a print holds every part and no control', () => seenByPrinter(player));
  await player.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => player.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  const [file] = await Promise.all([
    player.waitForEvent('download'),
    player.getByRole('button', { name: review('take.html') }).click(),
  ]);
  const printed = readFileSync(await file.path(), 'utf8');
  expect(printed).toContain('<html lang="ja">');
  expect(printed).toContain(review('sections.told'));

  await player
    .getByRole('combobox', { name: review('choose.label') })
    .selectOption({ label: review('choose.all') });
  await expect(player.getByText(review('frame.forEverybody'))).toBeVisible();
  await expect(player.getByRole('heading', { name: review('sections.clocks') })).toHaveCount(0);

  const sharing = player.getByRole('radiogroup', { name: review('statements.sharing') });
  await sharing.getByRole('radio', { name: '4', exact: true }).check();
  await player.getByRole('textbox', { name: review('feedback.comments') }).fill(comment);
  await player.getByRole('button', { name: review('form.send') }).click();
  await expect(player.getByText(review('form.thanks'))).toBeVisible();
  await player.reload();
  await expect(player.getByRole('textbox', { name: review('feedback.comments') })).toHaveValue(
    comment,
  );
  await expect(sharing.getByRole('radio', { name: '4', exact: true })).toBeChecked();

  const staff = await (await browser.newContext({ locale: 'en' })).newPage();
  await staff.goto(server.staffLink);
  // Signed in: the address says so earlier.
  await staff.getByRole('textbox', { name: words('staff', 'en')('name.label') }).waitFor();
  await staff.goto(`${server.url}/review/${stage.exerciseId}`);
  await expect(staff.getByText(comment, { exact: true })).toBeVisible();
  await check(staff, 'the take-away of staff');
  await staff.getByRole('button', { name: english('results.close') }).click();
  await expect(staff.getByRole('button', { name: english('results.open') })).toBeVisible();
  await player.reload();
  await expect(player.getByText(review('form.closed'))).toBeVisible();
});

/** As a printer sees it: every part and every row, on white, its marking on each sheet, nothing to press. */
async function seenByPrinter(page: Page): Promise<void> {
  const root = page.locator('html');
  await page.evaluate(() => {
    document.documentElement.setAttribute('data-mantine-color-scheme', 'dark');
    window.dispatchEvent(new Event('beforeprint'));
  });
  await page.emulateMedia({ media: 'print' });
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'light');
  const parts = ['glance', 'key', 'cascade', 'told', 'together', 'decisions', 'clocks', 'notes'];
  for (const part of parts) {
    await expect(page.getByRole('heading', { name: review(`sections.${part}`) })).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: review('form.title') })).toBeHidden();
  for (const control of ['button', 'combobox', 'textbox', 'radio'] as const) {
    await expect(page.getByRole(control)).toHaveCount(0);
  }
  await expect(page.locator('main').getByRole('link')).toHaveCount(0);
  const hidden = await page
    .locator('main tr')
    .evaluateAll((rows) => rows.filter((row) => row.getClientRects().length === 0).length);
  expect(hidden).toBe(0);
  const sheets = await page
    .locator('style')
    .evaluateAll((styles) => styles.map(({ textContent }) => textContent ?? '').join(''));
  expect(sheets.match(/TLP\\3a (GREEN|AMBER)/g)).toHaveLength(2);
  expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
}
