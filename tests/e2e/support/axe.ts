/** A screen judged by axe: WCAG 2.2 A and AA, light and dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A toast may come or go while a screen is judged: what is a fault is still one when it is gone. */
const looks = 3;

export async function check(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate((wanted) => {
      document.documentElement.setAttribute('data-mantine-color-scheme', wanted);
    }, scheme);
    let found = await violationsOn(page);
    for (let look = 1; look < looks && found.length > 0; look++) {
      await page.waitForTimeout(1_500);
      found = await violationsOn(page);
    }
    expect([name, scheme, found]).toEqual([name, scheme, []]);
  }
}

async function violationsOn(page: Page): Promise<[string, string[]][]> {
  await page.evaluate(settle);
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
}

/** Colours and dialogs fade in; contrast is judged once they stand, and nothing has begun to move since. */
async function settle(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let quiet = 0, frames = 0; quiet < 3 && frames < 60; frames++) {
    const moving = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState !== 'finished' &&
          effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      );
    for (const animation of moving) animation.finish();
    quiet = moving.length === 0 ? quiet + 1 : 0;
    await frame();
  }
}
