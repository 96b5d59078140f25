/** Kestrel Locker from casting to score: a facilitator and three nations, each in its own browser. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { toFrozenLog } from '../replay/frozen-log.js';
import {
  castAndOpenLobby,
  endExercise,
  openRoom,
  setSpeed,
  startEx,
} from './support/facilitator.js';
import { Player } from './support/player.js';
import { ServerProcess } from './support/server.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const room = words('facilitator', 'en');

/** Where screenshots go, when they are wanted; never into the repository. */
const shots = process.env.TRILOGUE_SHOTS;
/** Where this run's log is to be frozen, when a release is made. */
const freeze = process.env.TRILOGUE_FREEZE;

test('[E2E1] three nations play Kestrel Locker to its scores, over a reload and a killed server', async ({
  browser,
}) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const facilitator = await openRoom(browser, server.staffLink);
    const links = await castAndOpenLobby(facilitator);
    const japan = await Player.open(browser, 'ja', '佐藤 恵');
    const philippines = await Player.open(browser, 'fil', 'Maria Santos');
    const unitedStates = await Player.open(browser, 'en', 'Alex Rivera');
    const players = [japan, philippines, unitedStates];
    for (const [index, player] of players.entries()) await player.join(links[index] ?? '');
    await expect(facilitator.getByText('Maria Santos')).toBeVisible();
    await shoot(facilitator, 'lobby');

    await startEx(facilitator);
    await setSpeed(facilitator, 60);
    const stop = new AbortController();
    const playing = players.map((player) => keepPlaying(player, stop.signal));

    await playedFor(facilitator, 12);
    await japan.page.reload();
    await playedFor(facilitator, 24);
    await shoot(facilitator, 'before-kill');
    await server.kill('SIGKILL');
    await server.start();
    await playedFor(facilitator, 40);
    await shoot(facilitator, 'module-2');
    for (const player of players) await shoot(player.page, `player-${player.language}`);
    await playedFor(facilitator, 88);
    stop.abort();
    const done = await Promise.all(playing);
    for (const acts of done) expect(acts).toBeGreaterThan(3);

    await endExercise(facilitator);
    await shoot(facilitator, 'scores');
    for (const player of players) {
      await expect(
        player.page.getByText(words('player', player.language)('scores.total')),
      ).toBeVisible();
      await shoot(player.page, `ended-${player.language}`);
    }
    const log = await exportOf(facilitator);
    everythingIsThereOnce(log, players);
    if (freeze !== undefined) {
      mkdirSync(freeze, { recursive: true });
      const frozen = toFrozenLog(log.scenario, log.facts);
      writeFileSync(`${freeze}/kestrel-locker.json`, `${JSON.stringify(frozen)}\n`);
    }
  } finally {
    await server.stop();
  }
});

interface Log {
  readonly scenario: { readonly injects: readonly Record<string, unknown>[] };
  readonly facts: readonly (Record<string, unknown> & { type: string; text?: string })[];
}

async function keepPlaying(player: Player, signal: AbortSignal): Promise<number> {
  let acts = 0;
  while (!signal.aborted) {
    try {
      if ((await player.act()) !== null) acts++;
    } catch {
      // The page was reloaded, the server was away, or time was up: look again.
    }
    await player.page.waitForTimeout(150).catch(() => undefined);
  }
  return acts;
}

/** Waits until the screen shows so many minutes of play. */
async function playedFor(page: Page, minutes: number): Promise<void> {
  await expect
    .poll(async () => minutesShown(await page.getByLabel(room('clock.play')).innerText()), {
      timeout: 150_000,
      intervals: [200],
    })
    .toBeGreaterThanOrEqual(minutes);
}

function minutesShown(clock: string): number {
  const parts = clock.trim().split(':').map(Number);
  return parts.length === 3 ? (parts[0] ?? 0) * 60 + (parts[1] ?? 0) : (parts[0] ?? 0);
}

async function exportOf(page: Page): Promise<Log> {
  const exerciseId = new URL(page.url()).pathname.split('/').at(-1);
  const path = new URL(`/api/exercises/${exerciseId}/export`, page.url());
  const response = await page.request.get(path.href);
  expect(response.ok()).toBe(true);
  return (await response.json()) as Log;
}

/** What was confirmed on a screen is in the log, once; nothing fired twice; nobody read another's. */
function everythingIsThereOnce({ scenario, facts }: Log, players: readonly Player[]): void {
  const sent = facts.filter(({ type }) => type === 'ResponseSent').map(({ text }) => text);
  for (const { answered } of players) {
    for (const text of answered) expect(sent.filter((one) => one === text)).toEqual([text]);
  }
  const answers = facts.filter(({ type }) => type === 'ResponseSent' || type === 'ChoiceMade');
  const places = answers.map(({ type, injectId, tableId }) => `${type} ${injectId} ${tableId}`);
  expect(new Set(places).size).toBe(places.length);
  const released = facts.filter(({ type }) => type === 'InjectReleased');
  expect(new Set(released.map(({ injectId }) => injectId)).size).toBe(released.length);
  expect(released.length).toBeGreaterThan(15);

  const tables = ['Japan', 'Philippines', 'United States'];
  const cast = facts.findLast(({ type }) => type === 'TeamsCast') as unknown as {
    casting: { tables: { tableId: string; name: string }[] };
  };
  players.forEach((player, index) => {
    const tableId = cast.casting.tables.find(({ name }) => name === tables[index])?.tableId ?? '';
    for (const { injectId, tableIds } of released) {
      const inject = scenario.injects.find(({ id }) => id === injectId);
      const title = (inject?.title as Record<string, string> | undefined)?.[player.language] ?? '';
      const wasTold = player.heard.some((told) =>
        told.includes(JSON.stringify(title).slice(1, -1)),
      );
      const isOwn = (tableIds as string[]).includes(tableId);
      expect([player.name, title, wasTold]).toEqual([player.name, title, isOwn]);
    }
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}
