/** What a director does in the control room in the course of a day, pressed on the screen in English. */
import { expect, type Locator, type Page } from '@playwright/test';
import { words } from './words.js';

const room = words('facilitator', 'en');

/** Something of an inject's menu in the events list. */
export async function onInject(page: Page, number: string, action: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: room('msel.search') });
  await search.fill(`#${number}`);
  await page.getByRole('button', { name: room('msel.actions', { number }), exact: true }).click();
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

/** @param module its whole title, as the screen calls it */
export async function goOnTo(page: Page, module: string): Promise<void> {
  // Rows of the events list name a module too, in why they wait.
  const running = page.getByRole('banner').getByRole('button', { name: /^Module \d/ });
  await running.click();
  await page.getByRole('menuitem', { name: module }).click();
  await page
    .getByRole('dialog', { name: room('module.confirmTitle', { phase: module }) })
    .getByRole('button', { name: room('module.confirm'), exact: true })
    .click();
  await expect(running).toHaveText(module);
}

/** Made up in English, to be held until it is translated; the form stands open, filled in. */
export async function makeUp(
  page: Page,
  text: { readonly title: string; readonly body: string },
  table: string,
): Promise<Locator> {
  await page.getByRole('button', { name: room('tools.improvise'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: room('improvise.title') });
  await choose(dialog, room('improvise.from'));
  await choose(dialog, room('improvise.to'), table);
  const language = 'English';
  await dialog
    .getByRole('textbox', { name: room('improvise.titleIn', { language }) })
    .fill(text.title);
  await dialog
    .getByRole('textbox', { name: room('improvise.bodyIn', { language }) })
    .fill(text.body);
  await dialog.getByRole('switch', { name: room('improvise.untilTranslated') }).click();
  return dialog;
}

export async function sendForTranslation(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: room('improvise.toTranslators') }).click();
  await expect(dialog).toBeHidden();
}

/** Opens what is held for a language at the translation desk. Returns the box it is written into. */
export async function openHeld(page: Page, title: string, language: string): Promise<Locator> {
  const desk = page.getByRole('region', { name: room('translate.title') });
  const held = desk.getByRole('region', { name: room('translate.urgency.held') });
  await held.getByRole('button', { name: title }).click();
  return desk.getByRole('textbox', { name: room('translate.into', { language }) });
}

/** The text that stands under the title comes next by itself; with it the inject goes out. */
export async function translate(
  box: Locator,
  into: { readonly title: string; readonly body: string },
): Promise<void> {
  await box.fill(into.title);
  await box.press('Control+Enter');
  await expect(box).toHaveValue('');
  await box.fill(into.body);
  await box.press('Control+Enter');
  const held = box.page().getByRole('region', { name: room('translate.urgency.held') });
  await expect(held).toHaveCount(0);
}

/** From the list that opens at a field: what is called so, or whatever stands first. */
export async function choose(within: Locator, field: string, name?: string): Promise<void> {
  await within.getByRole('combobox', { name: field, exact: true }).click();
  const list = within.page().getByRole('listbox', { name: field, exact: true });
  const options =
    name === undefined ? list.getByRole('option') : list.getByRole('option', { name, exact: true });
  await options.first().click();
}

/** @param module the one that play goes back into, as it had just begun */
export async function rewindToStartOf(page: Page, module: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: room('tools.rewind'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: room('rewind.title') });
  const moment = room('rewind.what.PhaseChanged', { subject: module });
  await dialog.getByRole('button', { name: moment }).click();
  await dialog.getByRole('textbox', { name: room('rewind.reason') }).fill(reason);
  await dialog.getByRole('button', { name: room('rewind.confirm', { time: '' }) }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(room('state.rewind'), { exact: true })).toBeVisible();
}
