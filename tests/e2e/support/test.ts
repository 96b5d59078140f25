/** Playwright's test with what each drill needs: a server of its own, and somebody at every table where asked. */
import { type Browser, test as base } from '@playwright/test';
import { Stage, type StageWish } from '../../stage/stage.js';
import { ServerProcess } from './server.js';

interface Fixtures {
  /** Runs before the test begins; it may be killed and started again. */
  readonly server: ServerProcess;
  /** Kestrel Locker on that server, a table for each team, one person at each; they leave at the end. */
  readonly openStage: (wish?: Pick<StageWish, 'mode'>) => Promise<Stage>;
}

export const test = base.extend<Fixtures>({
  server: async ({ browser }, use) => {
    const server = new ServerProcess();
    try {
      await server.start();
      await use(server);
    } finally {
      await closePages(browser);
      await server.stop();
    }
  },
  openStage: async ({ server: { url, staffLink } }, use) => {
    const opened: Stage[] = [];
    await use(async (wish) => {
      const stage = await Stage.open({ url, staffLink, scenarioId: 'kestrel-locker', ...wish });
      opened.push(stage);
      return stage;
    });
    for (const stage of opened) stage.leave();
  },
});

/** A page that looks for its server goes on for good. */
async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}
