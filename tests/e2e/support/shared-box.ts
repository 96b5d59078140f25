/** The answer box that a table's people share: one writes at a time. */
import { expect, type Page } from '@playwright/test';
import { words } from './words.js';

const say = words('player', 'en');

/** While a team-mate counts as writing one takes over, for as long as it takes. */
export async function mayWrite(page: Page): Promise<void> {
  const box = page.getByLabel(say('answer.label'), { exact: true });
  const takeOver = page.getByRole('button', { name: say('answer.takeOver') });
  await expect(async () => {
    if (await takeOver.isVisible()) await takeOver.click({ timeout: 1_000 });
    await expect(box).toBeEditable({ timeout: 1_000 });
  }).toPass();
}
