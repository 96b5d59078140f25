/** Whether a page would come without its server, as far as can be told from inside. */
import { expect, type Page } from '@playwright/test';

/** Waits until the worker holds the page and all that this screen has loaded so far. */
export async function keepsItself(page: Page): Promise<void> {
  const lacking = () =>
    page.evaluate(async () => {
      const paths = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.startsWith('/assets/'));
      const found = await Promise.all(
        ['/index.html', ...paths].map(async (path) => [
          path,
          await caches.match(path, { ignoreVary: true }),
        ]),
      );
      return found.filter(([, response]) => response === undefined).map(([path]) => path);
    });
  // Nothing is fetched for it before the page has come to rest.
  await expect.poll(lacking, { timeout: 60_000, intervals: [500] }).toEqual([]);
}
