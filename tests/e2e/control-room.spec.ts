/** The control room with its hands on everything: timeline, table, world, rewind, keys. */
import { expect, type Page } from '@playwright/test';
import { png } from '../integration/support/files.js';
import { check } from './support/axe.js';
import { castAndOpenLobby, openRoom, startEx } from './support/facilitator.js';
import { ServerProcess } from './support/server.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const room = words('facilitator', 'en');

test('[ROOM13] on one screen in each form, and an inject moves by keyboard, by pointer and not by a slip', async ({
  browser,
}) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const page = await openRoom(browser, server.staffLink);
    await castAndOpenLobby(page);
    await startEx(page);
    await expect(page.getByText(/^Running, 1×$/)).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByText(room('state.person'), { exact: true })).toBeVisible();
    for (const key of ['1', '2', '4', '3']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(500);
      expect(await scrolls(page)).toBe(false);
      await check(page, `control room, ${key}`);
    }
    const chip = page.locator('[data-standing="next"]').first();
    const id = (await chip.getAttribute('data-inject')) ?? '';
    const set = page.locator(`[data-inject="${id}"]`).first();
    await walkTo(page, id);
    const before = await set.getAttribute('aria-label');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await expect(set).not.toHaveAttribute('aria-label', before ?? '');
    await expect(page.getByText(moved)).toBeVisible();
    const near = await set.getAttribute('aria-label');

    await drag(page, id, 300);
    const asked = page.getByRole('dialog', { name: room('move.title') });
    await expect(asked.getByText(room('timeline.warning.far'))).toBeVisible();
    await asked.getByRole('button', { name: room('cancel') }).click();
    await expect(asked).toBeHidden();
    await expect(set).toHaveAttribute('aria-label', near ?? '');

    await drag(page, id, 40);
    await expect(set).not.toHaveAttribute('aria-label', near ?? '');
  } finally {
    await server.stop();
  }
});

test('[ROOM14] a rewind says what it undoes and wants a reason; [ROOM15] the world is set after asking', async ({
  browser,
}) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const page = await openRoom(browser, server.staffLink);
    await castAndOpenLobby(page);
    await startEx(page);
    await setFirstSystemDown(page);
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: room('rewind.title') });
    await dialog
      .getByRole('button', { name: new RegExp(room('rewind.what.ExerciseStarted')) })
      .click();
    await expect(dialog.getByText(/1 change of the world/)).toBeVisible();
    const confirm = dialog.getByRole('button', { name: /Go back to/ });
    await expect(confirm).toBeDisabled();
    await check(page, 'rewind');
    await dialog.getByRole('textbox', { name: room('rewind.reason') }).fill('A slip of the hand');
    await confirm.click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(room('state.rewind'), { exact: true })).toBeVisible();
    await expect(systems(page).first().getByText(/Down/)).toBeHidden();
  } finally {
    await server.stop();
  }
});

test('[ROOM15] nothing of the world changes before it is confirmed', async ({ browser }) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const page = await openRoom(browser, server.staffLink);
    await castAndOpenLobby(page);
    await startEx(page);
    await page.keyboard.press('4');
    const first = systems(page).first();
    const before = await first.innerText();
    await first.getByRole('button', { name: /^Set / }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Down/ }).check();
    await dialog.getByRole('button', { name: room('cancel') }).click();
    await expect(dialog).toBeHidden();
    expect(await first.innerText()).toBe(before);
    await setFirstSystemDown(page);
    await expect(first.getByText(/Down/)).toBeVisible();
  } finally {
    await server.stop();
  }
});

test('[ROOM12] keys rest once they were turned off', async ({ browser }) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const page = await openRoom(browser, server.staffLink);
    await castAndOpenLobby(page);
    await startEx(page);
    await page.keyboard.press('3');
    await expect(page.locator('[data-stage]')).toBeVisible();
    await page.keyboard.press('?');
    await page.getByRole('switch', { name: room('help.switch') }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('2');
    await page.waitForTimeout(300);
    await expect(page.locator('[data-stage]')).toBeVisible();
  } finally {
    await server.stop();
  }
});

test('[ROOM18] a phone’s head is small, stays in sight, and leads to all the rest', async ({
  browser,
}) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const page = await openRoom(browser, server.staffLink);
    await castAndOpenLobby(page);
    await startEx(page);
    await page.setViewportSize({ width: 390, height: 844 });
    const head = page.getByRole('banner');
    await expect(head.getByText(/^Running, 1×$/)).toBeVisible();
    await expect(head.getByLabel(room('clock.play'))).toBeVisible();
    await expect(head.getByText(/^in \d/)).toBeVisible();
    const { height = 0 } = (await head.boundingBox()) ?? {};
    expect(height).toBeLessThan(844 / 5);
    expect(await tooSmall(page)).toEqual([]);
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
    await sheet.getByRole('button', { name: room('end.action') }).click();
    const end = page.getByRole('dialog', { name: room('end.title') });
    await end.getByRole('button', { name: room('cancel') }).click();
    await expect(end).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await head.getByRole('button', { name: room('more.open'), exact: true }).click();
    await sheet.getByRole('button', { name: room('help.title') }).click();
    await expect(sheet).toBeHidden();
    await page.getByRole('dialog', { name: room('help.title') }).press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('4');
    await expect(page.getByRole('tab', { name: room('world.title') })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    // The key that opens the module’s menu in a broad head leads to the sheet here.
    await page.keyboard.press('m');
    await expect(sheet).toBeVisible();
  } finally {
    await server.stop();
  }
});

test('[ROOM19] a file is added to an inject that waits, and left out again', async ({
  browser,
}) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const page = await openRoom(browser, server.staffLink);
    await castAndOpenLobby(page);
    await startEx(page);
    // It must not go out meanwhile.
    await page.keyboard.press('Space');
    await page.keyboard.press('1');
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
  } finally {
    await server.stop();
  }
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

function systems(page: Page) {
  return page.getByRole('tabpanel', { name: room('world.assets') }).locator('> div');
}

async function setFirstSystemDown(page: Page): Promise<void> {
  await page.keyboard.press('4');
  await systems(page).first().getByRole('button', { name: /^Set / }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Down/ }).check();
  await dialog.getByRole('button', { name: room('world.confirm') }).click();
  await expect(dialog).toBeHidden();
}

async function scrolls(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      document.documentElement.scrollHeight > window.innerHeight ||
      document.documentElement.scrollWidth > window.innerWidth,
  );
}

/** Tab comes to one chip; from there the arrows lead to every other. */
async function walkTo(page: Page, injectId: string): Promise<void> {
  await page.locator('[data-chip][tabindex="0"]').first().focus();
  let key = 'ArrowRight';
  let last: string | undefined;
  for (let step = 0; step < 300; step++) {
    const at = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.inject);
    if (at === injectId) return;
    // At the end of a lane it goes back.
    if (at === last) key = key === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    last = at;
    await page.keyboard.press(key);
    await page.waitForTimeout(40);
  }
  throw new Error(`no way to ${injectId}`);
}

async function drag(page: Page, injectId: string, pixels: number): Promise<void> {
  const box = await page.locator(`[data-stage] [data-inject="${injectId}"]`).first().boundingBox();
  if (box === null) throw new Error(`${injectId} is not in sight`);
  const [x, y] = [box.x + 20, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + pixels / 2, y, { steps: 4 });
  await page.mouse.move(x + pixels, y, { steps: 4 });
  await page.mouse.up();
}
