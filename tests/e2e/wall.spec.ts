/** The wall at a real browser: a projector nobody touches, from the lobby to the closing page. */
import { expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { openSeat } from './support/seat.js';
import { japanOf, tellsTheStates } from './support/stage-steps.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const wall = words('observer', 'en');
const common = words('common', 'en');

const screens = [
  { width: 1_280, height: 720 },
  { width: 1_920, height: 1_080 },
  { width: 3_840, height: 2_160 },
];

test('[E2E60] the wall shows failures and help on a map, stops for REAL WORLD, and says when it is stale', async ({
  browser,
  server,
  openStage,
}) => {
  const { url } = server;
  const stage = await openStage();
  if (stage.wall === null) throw new Error('the wall has no seat');
  const page = await openSeat(browser, url, stage.wall, screens[1]);
  await expect(page.getByText(wall('welcome.title'), { exact: true })).toBeVisible();
  await check(page, 'wall before StartEx');

  await stage.start();
  await expect(page.getByRole('region', { name: wall('clocks') })).toContainText('UTC+8, Manila');
  const quay = page.getByRole('img', { name: /Quay and truck traffic, Hoshimi/ });
  await expect(quay).toHaveAccessibleName(new RegExp(common('assetStatuses.operational')));
  await stage.do({ type: 'SetAsset', assetId: 'hoshimi-quay', status: 'down' } as never);
  await expect(quay).toHaveAccessibleName(new RegExp(common('assetStatuses.down')));
  await stage.playTo(20 * 60_000);
  // An arc runs from nation to nation while one informs the other.
  const arc = page.locator('path[data-pulse]').first();
  await expect(async () => {
    expect(await tellsTheStates(japanOf(stage))).toBe(true);
    await expect(arc).toBeAttached({ timeout: 5_000 });
  }).toPass();
  const ticker = page.getByRole('region', { name: wall('ticker') });
  await expect(ticker.getByRole('listitem').first()).toBeVisible();
  await check(page, 'wall under way');
  for (const size of screens) {
    await page.setViewportSize(size);
    await expectNothingToScroll(page);
  }

  await stage.do({ type: 'RaiseRealWorld', reason: '' });
  await expect(page.getByText('REAL WORLD', { exact: true })).toBeVisible();
  await check(page, 'wall at REAL WORLD');
  await stage.do({ type: 'LiftRealWorld' });
  await expect(page.getByText('REAL WORLD', { exact: true })).toBeHidden();

  await stage.do({ type: 'EndExercise', reason: '' });
  await expect(page.getByRole('heading', { name: wall('ended.title') })).toBeVisible();
  await check(page, 'wall after EndEx');

  stage.leave();
  await server.kill();
  const stale = page.getByText(wall('offline.text'));
  await expect(stale).toBeVisible();
  await check(page, 'wall without a line');
  await server.start();
  await expect(stale).toBeHidden();
});

async function expectNothingToScroll(page: Page): Promise<void> {
  const spare = () =>
    page.evaluate(() => {
      const { scrollHeight, scrollWidth } = document.documentElement;
      return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight];
    });
  await expect.poll(async () => Math.max(...(await spare()))).toBeLessThanOrEqual(0);
}
