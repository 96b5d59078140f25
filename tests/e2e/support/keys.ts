/** Single keys of a screen, pressed as a person presses them: once more where nothing came of it. */
import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Presses a key that opens or shows something, until that is there. A screen that has been drawn this
 * very moment may not listen yet, and whoever sits before it would not notice.
 */
export async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(shown).toBeAttached({ timeout: 5_000 });
  }).toPass();
}
