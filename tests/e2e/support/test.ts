/** Playwright's test, after which no page is left open: one that looks for its server goes on for good. */
import { test as base } from '@playwright/test';

export const test = base.extend<{ leavingNothingOpen: undefined }>({
  leavingNothingOpen: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
