/** The control room's head on screens that are neither small nor large. */
import { expect, type Locator } from '@playwright/test';
import { check } from './support/axe.js';
import { castAndOpenLobby, openRoom, startEx } from './support/facilitator.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const widths = [992, 1_200, 1_440];
/** From here on it holds all, and has no sheet. */
const roomyFrom = 1_440;
/** Two rows and the banner, in pixels. */
const tallest = 125;

test('[ROOM20] the control room’s head takes two rows at any width and in each language, and leaves nothing out', async ({
  browser,
  server,
}) => {
  const page = await openRoom(browser, server.staffLink);
  await castAndOpenLobby(page);
  await startEx(page);
  const head = page.getByRole('banner');
  for (const language of ['en', 'ja', 'fil'] as const) {
    const room = words('facilitator', language);
    const common = words('common', language);
    await page.evaluate((chosen) => localStorage.setItem('trilogue.language', chosen), language);
    await page.reload();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const open = head.getByRole('button', { name: room('more.open'), exact: true });
      await expect(open).toBeVisible({ visible: width < roomyFrom });
      await expect(head.getByLabel(room('clock.play'), { exact: true })).toBeVisible();
      const height = () => head.evaluate((element) => element.getBoundingClientRect().height);
      await expect.poll(height).toBeLessThan(tallest);
      const spare = () => head.evaluate((element) => element.scrollWidth - element.clientWidth);
      await expect.poll(spare).toBe(0);
      for (const tool of ['people', 'improvise', 'rewind'] as const) {
        const name = room(`tools.${tool}`);
        await expect(head.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
      }
      await expect(head.getByRole('button', { name: 'REAL WORLD' })).toBeInViewport({ ratio: 1 });
    }
    const rest = async (place: Locator) => {
      for (const name of [room('end.action'), room('help.title')]) {
        await expect(place.getByRole('button', { name, exact: true })).toBeVisible();
      }
      await expect(place.getByRole('combobox', { name: common('language.choose') })).toBeVisible();
    };
    await rest(head);
    await page.setViewportSize({ width: 992, height: 900 });
    await head.getByRole('button', { name: room('more.open'), exact: true }).click();
    await rest(page.getByRole('dialog', { name: room('more.title') }));
  }
  await check(page, 'the sheet of a head at 992 px');
});
