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
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const found = violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ html }) => html).slice(0, 3),
    ]);
    expect([name, scheme, found]).toEqual([name, scheme, []]);
  }
}
