/** A whole day of three nations at real browsers, from the casting to the take-away. */
import { expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { Desk } from './support/desk.js';
import {
  goOnTo,
  makeUp,
  onInject,
  openHeld,
  recall,
  rewindToStartOf,
  sendForTranslation,
  translate,
} from './support/director.js';
import { agreesOnAText, files, sharesAnItem } from './support/exchange-steps.js';
import {
  castAndOpenLobby,
  endExercise,
  exerciseOf,
  openRoom,
  openWall,
  pause,
  resume,
  startEx,
} from './support/facilitator.js';
import { openColleague } from './support/staff.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const room = words('facilitator', 'en');
const modules = ['Module 2: Three names on one page', 'Module 3: The order of restart'] as const;
const rumour = 'Queues, photos and a rumour';
const crane = { title: 'The crane stands still', body: 'EXERCISE. It stopped by itself.' };
const craneInJapanese = { title: 'クレーンが停止', body: '演習。クレーンが自然に停止しました。' };
const shots = process.env.TRILOGUE_SHOTS;

// Six browsers share one machine.
test.setTimeout(1_800_000);

test('[E2E70] a day of three modules, with a recall, a rewind, a lost line and REAL WORLD, to its take-away', async ({
  browser,
  server,
}) => {
  const director = await openRoom(browser, server.staffLink);
  const links = await castAndOpenLobby(director);
  const exerciseId = exerciseOf(director);
  const japan = await Desk.sit(browser, links[0], 'ja', '佐藤 葵');
  const philippines = await Desk.sit(browser, links[1], 'fil', 'Maria Santos');
  const states = await Desk.sit(browser, links[2], 'en', 'Dana Brooks');
  const desks = [japan, philippines, states];
  const wall = await openWall(browser, director);
  await everyScreenIsHeard(director, desks);
  await startEx(director);
  // So far everything goes out by hand, however long it takes to get there.
  await pause(director);
  const evaluator = await openColleague(browser, server, exerciseId, {
    kind: 'evaluator',
    role: 'evaluator',
  });

  // The first module: news, an answer over a lost line, an item shared, one recalled, one made up.
  await answersWithoutALine(japan);
  await onInject(director, '2', 'release');
  await philippines.show('holdings');
  await sharesAnItem(philippines, japan);
  await onInject(director, '7', 'release');
  await expect(states.page.getByText(rumour).first()).toBeAttached();
  await recall(director, '7', 'Sent too early');
  await states.show('inbox');
  const recalled = words('player', 'en')('inbox.recalled');
  await states.inbox.getByRole('button', { name: new RegExp(`${rumour}.*${recalled}`) }).click();
  await expect(states.main.getByText('Sent too early')).toBeVisible();
  await check(states.page, 'a recalled inject');
  // What is held comes once it is translated, and play runs.
  await resume(director);
  await sendForTranslation(await makeUp(director, crane, 'Japan'));
  await director.getByRole('tab', { name: new RegExp(`^${room('tabs.translation')}`) }).click();
  await translate(await openHeld(director, crane.title, '日本語'), craneInJapanese);
  await director.getByRole('tab', { name: room('msel.title') }).click();
  await japan.show('inbox');
  await expect(japan.inbox.getByRole('button', { name: craneInJapanese.title })).toBeVisible();
  await check(director, 'the room in the first module');
  await shoot(director, 'day-room');

  // The second: what was done in it is taken back.
  await goOnTo(director, modules[0]);
  await expect(japan.inbox.getByRole('button', { name: /リークサイトに三つの港/ })).toBeVisible();
  await onInject(director, '11', 'release');
  await philippines.show('inbox');
  const vaccines = philippines.inbox.getByRole('button', { name: /Mga bakunang wala raw/ });
  await expect(vaccines).toBeVisible();
  const inboxBefore = await inboxOf(philippines);
  await rewindToStartOf(director, modules[0], 'Once more, please');
  await expect.poll(() => inboxOf(philippines)).toBeLessThan(inboxBefore);
  await expect(vaccines).toHaveCount(0);
  await resume(director);

  // The third: a text drafted together, a report, and a real alarm.
  await goOnTo(director, modules[1]);
  await onInject(director, '13A', 'release');
  await agreesOnAText(japan, philippines, states);
  await onInject(director, '2A', 'release');
  await files(philippines);
  await stopsForReal(states, director, [...desks.map(({ page }) => page), wall]);
  await resume(director);

  await expect(evaluator.page).toHaveURL(/\/evaluate\//);
  await expect(evaluator.page.getByRole('article').first()).toBeVisible();
  await check(evaluator.page, 'the evaluator’s evidence');
  await check(wall, 'the wall');
  await shoot(wall, 'day-wall');
  await endExercise(director);
  await check(director, 'the end for the director');
  for (const desk of desks) {
    const say = words('player', desk.language);
    await expect(desk.page.getByText(say('scores.total'))).toBeVisible();
    await desk.page
      .getByRole('link', { name: say('ended.review') })
      .last()
      .click();
    await desk.page.waitForURL(/\/review\//);
    const review = words('review', desk.language);
    await expect(desk.page.getByRole('heading', { name: review('sections.told') })).toBeVisible();
    await check(desk.page, `the take-away in ${desk.language}`);
    await shoot(desk.page, `day-review-${desk.language}`);
  }
});

/** One press at each screen, and the lobby counts them. */
async function everyScreenIsHeard(director: Page, desks: readonly Desk[]): Promise<void> {
  await director.getByRole('button', { name: room('checklist.commsStart') }).click();
  for (const { page, language } of desks) {
    await page.getByRole('button', { name: words('player', language)('comms.answer') }).click();
  }
  const heard = room('checklist.commsHeard', { heard: 3, total: 3 });
  await expect(director.getByText(heard)).toBeVisible();
  await check(director, 'the checklist');
}

/** What was answered while the line was gone goes out once it is back. */
async function answersWithoutALine({ page, player, language }: Desk): Promise<void> {
  const say = words('player', language);
  const common = words('common', language);
  await page
    .getByRole('region', { name: say('tasks.title') })
    .getByRole('button', { name: new RegExp(common('expectationKinds.respond')) })
    .first()
    .click();
  await page
    .getByLabel(say('answer.label'), { exact: true })
    .fill('ゲートを閉鎖し、手作業で続けます。');
  await expect(page.getByText(say('answer.state.saved'))).toBeVisible();
  await player.context.setOffline(true);
  await page.getByRole('button', { name: say('answer.send'), exact: true }).click();
  await page
    .getByRole('dialog', { name: say('answer.confirmTitle') })
    .getByRole('button', { name: common('actions.send'), exact: true })
    .click();
  await expect(page.getByText(say('outgoing.waits'))).toBeVisible();
  await player.context.setOffline(false);
  await expect(page.getByRole('heading', { name: say('answer.sentTitle') })).toBeVisible();
  await expect(page.getByText(say('outgoing.waits'))).toBeHidden();
}

async function stopsForReal(caller: Desk, director: Page, others: readonly Page[]): Promise<void> {
  const say = words('player', caller.language);
  await caller.page.getByRole('button', { name: 'REAL WORLD', exact: true }).click();
  await caller.page
    .getByRole('dialog', { name: say('realWorld.title') })
    .getByRole('button', { name: say('realWorld.raise'), exact: true })
    .click();
  for (const page of [director, ...others]) {
    await expect(alarmOn(page)).toBeVisible();
  }
  await check(caller.page, 'REAL WORLD');
  await director.getByRole('button', { name: room('realWorld.lift') }).click();
  for (const page of others) {
    await expect(alarmOn(page)).toHaveCount(0);
  }
}

/** It covers a person's screen, and fills a wall. */
function alarmOn(page: Page) {
  return page
    .getByRole('alertdialog')
    .or(page.getByRole('alert'))
    .filter({ hasText: 'REAL WORLD' });
}

/** How many injects the table's inbox counts. */
async function inboxOf(desk: Desk): Promise<number> {
  const tab = desk.tab('inbox');
  if ((await tab.getAttribute('aria-current')) === null) await tab.click();
  const say = words('player', desk.language);
  const counts = await desk.inbox
    .getByRole('radiogroup', { name: say('inbox.filter'), exact: true })
    .innerText();
  return Number(/\d+/.exec(counts)?.[0] ?? 0);
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}
