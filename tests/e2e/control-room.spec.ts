/** The control room with its hands on everything: timeline, table, world, rewind, keys. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { png } from '../integration/support/files.js';
import { check } from './support/axe.js';
import { castAndOpenLobby, openRoom, pause, startEx } from './support/facilitator.js';
import { pressUntil } from './support/keys.js';
import type { ServerProcess } from './support/server.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const room = words('facilitator', 'en');
const running = room('state.running', { speed: 1 });

test('[ROOM13] on one screen in each form, and an inject moves by keyboard, by pointer and not by a slip', async ({
  browser,
  server,
}) => {
  const page = await inRoom(browser, server);
  await expect(page.getByText(running, { exact: true })).toBeVisible();
  const shows = shownBy(page);
  await pressUntil(page, '2', shows[2]);
  await page.keyboard.press('Space');
  await expect(page.getByText(room('state.person'), { exact: true })).toBeVisible();
  for (const key of [1, 2, 4, 3] as const) {
    await pressUntil(page, `${key}`, shows[key]);
    await expect.poll(() => scrolls(page)).toBe(false);
    await check(page, `control room, ${key}`);
  }
  const chip = page.locator('[data-stage] [data-standing="next"]').first();
  const id = (await chip.getAttribute('data-inject')) ?? '';
  const set = page.locator(`[data-stage] [data-inject="${id}"]`).first();
  await walkTo(page, id);
  const before = await set.getAttribute('aria-label');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(set).not.toHaveAttribute('aria-label', before ?? '');
  await expect(page.getByText(moved)).toBeVisible();
  const near = await set.getAttribute('aria-label');

  await drag(set, 300);
  const asked = page.getByRole('dialog', { name: room('move.title') });
  await expect(asked.getByText(room('timeline.warning.far'))).toBeVisible();
  await asked.getByRole('button', { name: room('cancel') }).click();
  await expect(asked).toBeHidden();
  await expect(set).toHaveAttribute('aria-label', near ?? '');

  await drag(set, 40);
  await expect(set).not.toHaveAttribute('aria-label', near ?? '');
});

test('[ROOM14] a rewind says what it undoes and wants a reason; [ROOM15] the world is set after asking', async ({
  browser,
  server,
}) => {
  const page = await inRoom(browser, server);
  await pause(page);
  const yard = await openWorld(page);
  await setDown(page, yard);
  await expect(yard.getByText(down)).toBeVisible();
  const dialog = page.getByRole('dialog', { name: room('rewind.title') });
  await pressUntil(page, 'r', dialog);
  await dialog.getByRole('button', { name: room('rewind.what.ExerciseStarted') }).click();
  await expect(dialog.getByText(/1 change of the world/)).toBeVisible();
  const confirm = dialog.getByRole('button', { name: /Go back to/ });
  await expect(confirm).toBeDisabled();
  await check(page, 'rewind');
  await dialog.getByRole('textbox', { name: room('rewind.reason') }).fill('A slip of the hand');
  await confirm.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(room('state.rewind'), { exact: true })).toBeVisible();
  await expect(yard.getByText(down)).toBeHidden();
});

test('[ROOM15] nothing of the world changes before it is confirmed', async ({
  browser,
  server,
}) => {
  const page = await inRoom(browser, server);
  await pause(page);
  const yard = await openWorld(page);
  const before = await yard.innerText();
  const dialog = await askForDown(page, yard);
  await dialog.getByRole('button', { name: room('cancel') }).click();
  await expect(dialog).toBeHidden();
  await expect(yard).toHaveText(before, { useInnerText: true });
  await setDown(page, yard);
  await expect(yard.getByText(down)).toBeVisible();
});

test('[ROOM12] keys rest once they were turned off', async ({ browser, server }) => {
  const page = await inRoom(browser, server);
  await pause(page);
  await pressUntil(page, '3', shownBy(page)[3]);
  const help = page.getByRole('dialog', { name: room('help.title') });
  await pressUntil(page, '?', help);
  const keys = help.getByRole('switch', { name: room('help.switch') });
  await keys.click();
  await expect(keys).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('2');
  await page.keyboard.press('?');
  // By hand it opens: had a key been heard, something would have been seen of it by now.
  await page.getByRole('button', { name: room('help.title'), exact: true }).click();
  await keys.click();
  await expect(keys).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(shownBy(page)[3]).toBeAttached();
  await pressUntil(page, '2', shownBy(page)[2]);
});

test('[ROOM18] a phone’s head is small, stays in sight, and leads to all the rest', async ({
  browser,
  server,
}) => {
  const page = await inRoom(browser, server);
  await page.setViewportSize({ width: 390, height: 844 });
  const head = page.getByRole('banner');
  await expect(head.getByText(running, { exact: true })).toBeVisible();
  await expect(head.getByLabel(room('clock.play'), { exact: true })).toBeVisible();
  await expect(head.getByText(/^in \d/)).toBeVisible();
  await expect.poll(async () => (await head.boundingBox())?.height).toBeLessThan(844 / 5);
  await expect.poll(() => tooSmall(page)).toEqual([]);
  await page.mouse.wheel(0, 900);
  await expect(head).toBeInViewport({ ratio: 1 });
  await check(page, 'control room on a phone');

  await head.getByRole('button', { name: room('clock.pause'), exact: true }).click();
  await expect(head.getByText(room('state.person'), { exact: true })).toBeVisible();
  await head.getByRole('button', { name: room('more.open'), exact: true }).click();
  const sheet = page.getByRole('dialog', { name: room('more.title') });
  await expect(sheet.getByText(/UTC\+8, Manila/)).toBeVisible();
  await sheet.getByRole('button', { name: /Module 2/ }).click();
  const asked = page.getByRole('dialog', { name: /Module 2/ });
  await asked.getByRole('button', { name: room('cancel') }).click();
  await expect(asked).toBeHidden();
  await check(page, 'the sheet of a phone’s head');
  await sheet.getByRole('button', { name: room('end.action'), exact: true }).click();
  const end = page.getByRole('dialog', { name: room('end.title') });
  await end.getByRole('button', { name: room('cancel') }).click();
  await expect(end).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await head.getByRole('button', { name: room('more.open'), exact: true }).click();
  await sheet.getByRole('button', { name: room('help.title') }).click();
  await expect(sheet).toBeHidden();
  await page.getByRole('dialog', { name: room('help.title') }).press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await pressUntil(page, '4', shownBy(page)[4]);
  // The key that opens the module’s menu in a broad head leads to the sheet here.
  await pressUntil(page, 'm', sheet);
});

test('[ROOM19] a file is added to an inject that waits, and left out again', async ({
  browser,
  server,
}) => {
  const page = await inRoom(browser, server);
  // It must not go out meanwhile.
  await pause(page);
  await pressUntil(page, '1', shownBy(page)[1]);
  const list = page.getByRole('region', { name: room('msel.title') });
  await list.getByRole('button', { name: /^#4\b/ }).click();
  const panel = page.getByRole('region', { name: room('inject.title', { number: '4' }) });
  const edit = panel.getByRole('button', { name: room('action.edit'), exact: true });
  await edit.click();
  const form = page.getByRole('dialog', { name: room('edit.title', { number: '4' }) });
  const save = form.getByRole('button', { name: room('edit.save') });
  await expect(save).toBeDisabled();
  const file = { name: 'crane.png', mimeType: 'image/png', buffer: png };
  await form.locator('input[type="file"]').setInputFiles(file);
  await form.getByRole('textbox', { name: room('improvise.fileTitle') }).fill('Crane 4');
  await form.getByRole('textbox', { name: room('improvise.fileAlt') }).fill('A crane');
  await check(page, 'editing an inject with a file');
  await save.click();
  await expect(form).toBeHidden();
  await expect(panel.getByRole('img', { name: 'A crane' })).toBeVisible();

  await edit.click();
  const drop = room('improvise.dropFile', { title: 'Crane 4' });
  await form.getByRole('button', { name: drop }).click();
  await save.click();
  await expect(form).toBeHidden();
  await expect(panel.getByRole('img', { name: 'A crane' })).toHaveCount(0);
});

/** Names of what is pressed in the head and is smaller than 24 by 24 pixels. */
function tooSmall(page: Page): Promise<string[]> {
  return page
    .getByRole('banner')
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const { width, height } = button.getBoundingClientRect();
        return width < 24 || height < 24 ? [button.getAttribute('aria-label') ?? ''] : [];
      }),
    );
}

const moved = /#\S+ moved to/;

/** Under way, as three nations' tables. */
async function inRoom(browser: Browser, server: ServerProcess): Promise<Page> {
  const page = await openRoom(browser, server.staffLink);
  await castAndOpenLobby(page);
  await startEx(page);
  return page;
}

/** What stands there once a key has been heard. */
function shownBy(page: Page): Readonly<Record<1 | 2 | 3 | 4, Locator>> {
  const form = (name: string) =>
    page.getByRole('radio', { name: room(`msel.forms.${name}`), exact: true, checked: true });
  return {
    1: form('list'),
    2: form('table'),
    3: form('timeline'),
    4: page.getByRole('tab', { name: room('world.title'), selected: true }),
  };
}

const down = room('assetStatus.down');

/** The part of the room where the world stands. Returns the row of a system that nothing else touches. */
async function openWorld(page: Page): Promise<Locator> {
  await pressUntil(page, '4', shownBy(page)[4]);
  return page
    .getByRole('tabpanel', { name: room('world.assets') })
    .locator('> div')
    .filter({ hasText: 'Yard system, Sable Cove' });
}

async function askForDown(page: Page, system: Locator): Promise<Locator> {
  await system.getByRole('button', { name: /^Set / }).click();
  const dialog = page.getByRole('dialog', { name: /^Set / });
  await dialog.getByRole('radio', { name: down }).check();
  return dialog;
}

async function setDown(page: Page, system: Locator): Promise<void> {
  const dialog = await askForDown(page, system);
  await dialog.getByRole('button', { name: room('world.confirm'), exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function scrolls(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      document.documentElement.scrollHeight > window.innerHeight ||
      document.documentElement.scrollWidth > window.innerWidth,
  );
}

/** Tab comes to one chip; from the first the arrows lead to every other. */
async function walkTo(page: Page, injectId: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const { chip, inject } = (document.activeElement as HTMLElement).dataset;
      return { chip, inject };
    });
  const current = page.locator('[data-chip][tabindex="0"]');
  await current.focus();
  await page.keyboard.press('Home');
  await expect(current).toBeFocused();
  for (let at = await focused(); at.inject !== injectId; at = await focused()) {
    await page.keyboard.press('ArrowRight');
    const before = at.chip;
    await expect.poll(async () => (await focused()).chip).not.toBe(before);
  }
}

/** By the hand: taken where it can be pressed, let go so many pixels further right. */
async function drag(chip: Locator, pixels: number): Promise<void> {
  const grip = { x: 20, y: 8 };
  await chip.hover({ position: grip });
  const box = await chip.boundingBox();
  if (box === null) throw new Error('the chip is not in sight');
  const [x, y] = [box.x + grip.x, box.y + grip.y];
  const { mouse } = chip.page();
  await mouse.down();
  await mouse.move(x + pixels / 2, y, { steps: 4 });
  await mouse.move(x + pixels, y, { steps: 4 });
  await mouse.up();
}
