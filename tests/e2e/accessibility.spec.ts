/** Every screen, light and dark, in three languages, by axe: WCAG 2.2 A and AA. */
import { check } from './support/axe.js';
import {
  castAndOpenLobby,
  endExercise,
  openRoom,
  openWall,
  pause,
  startEx,
} from './support/facilitator.js';
import { Player } from './support/player.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

test('[E2E2] no screen has an accessibility violation, in light and dark', async ({
  browser,
  server,
}) => {
  const facilitator = await openRoom(browser, server.staffLink);
  await check(facilitator, 'casting');
  const links = await castAndOpenLobby(facilitator);
  await check(facilitator, 'lobby of the facilitator');
  const entrance = await (await browser.newContext()).newPage();
  await entrance.goto(server.url);
  await check(entrance, 'entrance');
  await entrance.goto(links[0] ?? '');
  await entrance.getByRole('textbox', { name: words('lobby', 'en')('join.name') }).waitFor();
  await check(entrance, 'invitation');

  const japan = await Player.open(browser, 'ja', '佐藤 恵');
  const philippines = await Player.open(browser, 'fil', 'Maria Santos');
  const players = [japan, philippines];
  for (const [index, player] of players.entries()) {
    await player.join(links[index] ?? '');
    await check(player.page, `waiting room in ${player.language}`);
  }
  const wall = await openWall(browser, facilitator);
  await check(wall, 'wall in the lobby');

  await startEx(facilitator);
  await pause(facilitator);
  const tasks = words('player', 'ja')('tasks.title');
  await japan.page.getByRole('region', { name: tasks }).waitFor();
  await japan.page.getByRole('region', { name: tasks }).getByRole('button').first().click();
  await check(japan.page, 'an inject');
  await philippines.page.setViewportSize({ width: 390, height: 844 });
  await check(philippines.page, 'inbox on a phone');
  await check(facilitator, 'control room');
  await check(wall, 'wall under way');
  await endExercise(facilitator);
  await check(facilitator, 'end for the facilitator');
  await check(japan.page, 'end for a player');
});
