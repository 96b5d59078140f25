/** Kestrel Locker from casting to score: a facilitator and three nations, each in its own browser. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { toFrozenLog } from '../replay/frozen-log.js';
import {
  castAndOpenLobby,
  endExercise,
  exerciseOf,
  openRoom,
  placeOf,
  setSpeed,
  startEx,
} from './support/facilitator.js';
import { Player } from './support/player.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const room = words('facilitator', 'en');

/** Times the speed of play. */
const fast = 60;

/** Where screenshots go, when they are wanted; never into the repository. */
const shots = process.env.TRILOGUE_SHOTS;
/** Where this run's log is to be frozen, when a release is made. */
const freeze = process.env.TRILOGUE_FREEZE;

// A hundred seconds of play, and as long as it takes to do something in it.
test.setTimeout(900_000);

test('[E2E1] three nations play Kestrel Locker to its scores, over a reload and a killed server', async ({
  browser,
  server,
}) => {
  const facilitator = await openRoom(browser, server.staffLink);
  const links = await castAndOpenLobby(facilitator);
  const japan = await Player.open(browser, 'ja', '佐藤 恵');
  const philippines = await Player.open(browser, 'fil', 'Maria Santos');
  const unitedStates = await Player.open(browser, 'en', 'Alex Rivera');
  const players = [japan, philippines, unitedStates];
  for (const [index, player] of players.entries()) await player.join(links[index] ?? '');
  await expect(
    placeOf(facilitator, 'Philippines').getByText('Maria Santos', { exact: true }),
  ).toBeVisible();
  await shoot(facilitator, 'lobby');

  await startEx(facilitator);
  await setSpeed(facilitator, fast);
  const stop = new AbortController();
  const playing = players.map((player) => keepPlaying(player, stop.signal));

  await everybodyHasActed(facilitator, players, { minutes: 4, acts: 1 });
  await playedFor(facilitator, 12);
  await japan.page.reload();
  await playedFor(facilitator, 24);
  await shoot(facilitator, 'before-kill');
  await server.kill('SIGKILL');
  await server.start();
  await everybodyHasActed(facilitator, players, { minutes: 32, acts: 2 });
  await playedFor(facilitator, 40);
  await shoot(facilitator, 'module-2');
  for (const player of players) await shoot(player.page, `player-${player.language}`);
  await everybodyHasActed(facilitator, players, { minutes: 62, acts: 3 });
  await playedFor(facilitator, 88);
  stop.abort();
  await Promise.all(playing);

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
});

interface Log {
  readonly scenario: { readonly injects: readonly Record<string, unknown>[] };
  readonly facts: readonly (Record<string, unknown> & { type: string; text?: string })[];
}

async function keepPlaying(player: Player, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await player.act();
    } catch {
      // The page was reloaded, the server was away, or time was up: look again.
    }
    await player.page.waitForTimeout(150).catch(() => undefined);
  }
}

/**
 * Plays on to where each nation has something to do. There a slow machine has all the time it needs; on
 * a fast one everybody did as much long ago.
 */
async function everybodyHasActed(
  page: Page,
  players: readonly Player[],
  { minutes, acts }: { readonly minutes: number; readonly acts: number },
): Promise<void> {
  await playedFor(page, minutes);
  await setSpeed(page, 1);
  await expect
    .poll(() => Math.min(...players.map((player) => player.acts)), { timeout: 200_000 })
    .toBeGreaterThanOrEqual(acts);
  await setSpeed(page, fast);
}

/** Waits until the screen shows so many minutes of play. */
async function playedFor(page: Page, minutes: number): Promise<void> {
  const clock = page.getByLabel(room('clock.play'), { exact: true });
  const resume = page.getByRole('button', { name: room('clock.resume'), exact: true });
  await expect
    .poll(
      async () => {
        // A server that was away for longer than play may stand still leaves it to the director.
        if (await resume.isVisible()) await resume.click();
        return minutesShown(await clock.innerText());
      },
      { timeout: 300_000, intervals: [200] },
    )
    .toBeGreaterThanOrEqual(minutes);
}

function minutesShown(clock: string): number {
  const parts = clock.trim().split(':').map(Number);
  return parts.length === 3 ? (parts[0] ?? 0) * 60 + (parts[1] ?? 0) : (parts[0] ?? 0);
}

async function exportOf(page: Page): Promise<Log> {
  const path = new URL(`/api/exercises/${exerciseOf(page)}/export`, page.url());
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
