/** What a browser has to load before a screen can be used, as it comes over the wire. */
import { type CDPSession, expect, type Page } from '@playwright/test';
import { castAndOpenLobby, openRoom, startEx } from './support/facilitator.js';
import { Player } from './support/player.js';
import { test } from './support/test.js';

/** Compressed, in KB of 1,000 bytes. */
const budgets = { player: 300, facilitator: 600 } as const;

test('[E2E30] a player’s screen loads with under 300 KB, a facilitator’s with under 600 KB', async ({
  browser,
  server,
}) => {
  const room = await openRoom(browser, server.staffLink);
  const [link = ''] = await castAndOpenLobby(room);
  // The longest words are Japanese.
  const player = await Player.open(browser, 'ja', '佐藤 恵');
  await player.join(link);
  await startEx(room);
  const loaded = {
    player: await firstLoad(player.page),
    facilitator: await firstLoad(room),
  };
  for (const [role, kilobytes] of Object.entries(loaded)) {
    console.log(`${role}: ${kilobytes.toFixed(0)} KB`);
  }
  expect(loaded.player).toBeLessThan(budgets.player);
  expect(loaded.facilitator).toBeLessThan(budgets.facilitator);
});

/** Opens the page's address again in a tab that has nothing in its cache. */
async function firstLoad(page: Page): Promise<number> {
  const tab = await page.context().newPage();
  const session = await page.context().newCDPSession(tab);
  const bytes = countBytes(session);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  // Nor anything that the offline shell keeps.
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await tab.goto(page.url());
  await tab.getByRole('main').first().waitFor();
  await tab.waitForLoadState('networkidle');
  await tab.close();
  return bytes() / 1_000;
}

function countBytes(session: CDPSession): () => number {
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return () => bytes;
}
