/** A screen judged by axe: WCAG 2.2 A and AA, light and dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function check(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate((wanted) => {
      document.documentElement.setAttribute('data-mantine-color-scheme', wanted);
    }, scheme);
    // Colours fade in; contrast is judged once they stand.
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) {
          animation.finish();
        }
      }
    });
    let found = await violationsOn(page);
    // A toast may have been on its way out: what is a fault is still one when it is gone.
    if (found.length > 0) {
      await page.waitForTimeout(1_500);
      found = await violationsOn(page);
    }
    expect([name, scheme, found]).toEqual([name, scheme, []]);
  }
}

async function violationsOn(page: Page): Promise<[string, string[]][]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
}
