/** What a director does in the control room in the course of a day, pressed on the screen in English. */
import { expect, type Page } from '@playwright/test';
import { words } from './words.js';

const room = words('facilitator', 'en');

const filled = (key: string, values: Readonly<Record<string, string>>): string =>
  room(key).replace(/{{(\w+)}}/g, (_, name: string) => values[name] ?? '');

/** Something of an inject's menu in the events list. */
export async function onInject(page: Page, number: string, action: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: room('msel.search') });
  await search.fill(number);
  await page.getByRole('button', { name: filled('msel.actions', { number }), exact: true }).click();
  await page.getByRole('menuitem', { name: room(`action.${action}`), exact: true }).click();
  await search.fill('');
}

export async function recall(page: Page, number: string, reason: string): Promise<void> {
  await onInject(page, number, 'recall');
  const dialog = page.getByRole('dialog', { name: room('recall.title') });
  await dialog.getByRole('textbox', { name: room('recall.reason') }).fill(reason);
  await dialog.getByRole('button', { name: room('action.recall') }).click();
  await expect(dialog).toBeHidden();
}

/** @param module the way out's target, as the screen calls it */
export async function goOnTo(page: Page, module: RegExp): Promise<void> {
  // Rows of the events list name a module too, in why they wait; theirs begin with a number.
  const running = page.getByRole('button', { name: /^Module/ }).first();
  await running.click();
  await page.getByRole('menuitem', { name: module }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: room('module.confirm'), exact: true })
    .click();
  await expect(running).toHaveText(module);
}

/** Made up in English for one table that reads another language; translated here before it goes out. */
export async function improviseAndTranslate(
  page: Page,
  text: { readonly title: string; readonly body: string },
  into: {
    readonly table: string;
    readonly language: string;
    readonly title: string;
    readonly body: string;
  },
): Promise<void> {
  await page.getByRole('button', { name: room('tools.improvise') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: room('improvise.from') }).click();
  await page.getByRole('listbox').getByRole('option').first().click();
  await dialog.getByRole('combobox', { name: room('improvise.to') }).click();
  await page.getByRole('listbox').getByRole('option', { name: into.table, exact: true }).click();
  await page.keyboard.press('Escape');
  const inEnglish = { language: 'English' };
  await dialog
    .getByRole('textbox', { name: filled('improvise.titleIn', inEnglish) })
    .fill(text.title);
  await dialog
    .getByRole('textbox', { name: filled('improvise.bodyIn', inEnglish) })
    .fill(text.body);
  await dialog.getByRole('switch', { name: room('improvise.untilTranslated') }).click();
  await dialog.getByRole('button', { name: room('improvise.toTranslators') }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('tab', { name: new RegExp(`^${room('tabs.translation')}`) }).click();
  const desk = page.getByRole('region', { name: room('translate.title') });
  await desk
    .getByRole('button', { name: new RegExp(text.title) })
    .first()
    .click();
  const box = desk.getByRole('textbox', {
    name: filled('translate.into', { language: into.language }),
  });
  await box.fill(into.title);
  await box.press('Control+Enter');
  await expect(desk.getByText(text.body).locator('visible=true').first()).toBeVisible();
  await expect(box).toHaveValue('');
  await box.fill(into.body);
  await box.press('Control+Enter');
  await page.getByRole('tab', { name: room('msel.title') }).click();
}

/** @param moment what the list of moments calls it; the last such one is gone back to */
export async function rewindTo(page: Page, moment: RegExp, reason: string): Promise<void> {
  await page.getByRole('button', { name: room('tools.rewind') }).click();
  const dialog = page.getByRole('dialog', { name: room('rewind.title') });
  await dialog.getByRole('button', { name: moment }).last().click();
  await dialog.getByRole('textbox', { name: room('rewind.reason') }).fill(reason);
  await dialog.getByRole('button', { name: /Go back to/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(room('state.rewind'), { exact: true })).toBeVisible();
}

export async function resume(page: Page): Promise<void> {
  await page.getByRole('button', { name: room('clock.resume'), exact: true }).click();
  await expect(page.getByRole('button', { name: room('clock.pause'), exact: true })).toBeVisible();
}
