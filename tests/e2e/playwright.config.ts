import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** An installed Chromium or Chrome; Playwright's own where there is none. */
const executablePath = [
  process.env.TRILOGUE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/playwright',
  // A drill is long, and its steps build on each other. On a slow machine all of it takes several times
  // as long; only what never comes should run into these.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  workers: 1,
  reporter: [['list'], ['json']],
  use: {
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    trace: 'retain-on-failure',
  },
});
