/** A whole day of three nations at real browsers, from the casting to the take-away. */
import { expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { Desk } from './support/desk.js';
import {
  goOnTo,
  improviseAndTranslate,
  onInject,
  recall,
  resume,
  rewindTo,
} from './support/director.js';
import { agreesOnAText, files, sharesAnItem } from './support/exchange-steps.js';
import {
  castAndOpenLobby,
  endExercise,
  openRoom,
  openWall,
  startEx,
} from './support/facilitator.js';
import { ServerProcess } from './support/server.js';
import { openColleague } from './support/staff.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const room = words('facilitator', 'en');
const shots = process.env.TRILOGUE_SHOTS;

// Six browsers share one machine.
test.setTimeout(900_000);

test('[E2E70] a day of three modules, with a recall, a rewind, a lost line and REAL WORLD, to its take-away', async ({
  browser,
}) => {
  const server = new ServerProcess();
  await server.start();
  try {
    const director = await openRoom(browser, server.staffLink);
    director.setDefaultTimeout(30_000);
    const links = await castAndOpenLobby(director);
    const exerciseId = /control\/([^/?#]+)/.exec(director.url())?.[1] ?? '';
    const japan = await Desk.sit(browser, links[0], 'ja', '佐藤 葵');
    const philippines = await Desk.sit(browser, links[1], 'fil', 'Maria Santos');
    const states = await Desk.sit(browser, links[2], 'en', 'Dana Brooks');
    const desks = [japan, philippines, states];
    const wall = await openWall(browser, director);
    await everyScreenIsHeard(director, desks);
    await startEx(director);
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
    await expect(states.page.getByText('Queues, photos and a rumour').first()).toBeAttached();
    await recall(director, '7', 'Sent too early');
    await states.page.getByRole('button', { name: new RegExp(tabName(states, 'inbox')) }).click();
    await states.page.getByRole('button', { name: /Queues, photos and a rumour/ }).click();
    await expect(states.page.getByText('Sent too early')).toBeVisible();
    await check(states.page, 'a recalled inject');
    await improviseAndTranslate(
      director,
      { title: 'The crane stands still', body: 'EXERCISE. It stopped by itself.' },
      {
        table: 'Japan',
        language: '日本語',
        title: 'クレーンが停止',
        body: '演習。クレーンが自然に停止しました。',
      },
    );
    await japan.page.getByRole('button', { name: new RegExp(tabName(japan, 'inbox')) }).click();
    await expect(japan.page.getByRole('button', { name: /クレーンが停止/ }).first()).toBeVisible();
    await check(director, 'the room in the first module');
    await shoot(director, 'day-room');

    // The second: what was done in it is taken back.
    await goOnTo(director, /Module 2/);
    await expect(
      japan.page.getByRole('button', { name: /リークサイトに三つの港/ }).first(),
    ).toBeVisible();
    await onInject(director, '11', 'release');
    await philippines.show('inbox');
    await expect(
      philippines.page.getByRole('button', { name: /Mga bakunang wala raw/ }).first(),
    ).toBeVisible();
    const inboxBefore = await inboxOf(philippines);
    await rewindTo(director, /Module 2/, 'Once more, please');
    await expect.poll(() => inboxOf(philippines)).toBeLessThan(inboxBefore);
    await resume(director);

    // The third: a text drafted together, a report, and a real alarm.
    await goOnTo(director, /Module 3/);
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
  } finally {
    await server.stop();
  }
});

/** One press at each screen, and the lobby counts them. */
async function everyScreenIsHeard(director: Page, desks: readonly Desk[]): Promise<void> {
  await director.getByRole('button', { name: room('checklist.commsStart') }).click();
  for (const { page, language } of desks) {
    await page.getByRole('button', { name: words('player', language)('comms.answer') }).click();
  }
  const heard = room('checklist.commsHeard').replace('{{heard}}', '3').replace('{{total}}', '3');
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
  await page.getByLabel(say('answer.label')).fill('ゲートを閉鎖し、手作業で続けます。');
  await expect(page.getByText(say('answer.state.saved'))).toBeVisible();
  await player.context.setOffline(true);
  await page.getByRole('button', { name: say('answer.send'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: common('actions.send') })
    .click();
  await expect(page.getByText(say('outgoing.waits'))).toBeVisible({ timeout: 30_000 });
  await player.context.setOffline(false);
  await expect(page.getByText(say('answer.sentTitle'))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(say('outgoing.waits'))).toBeHidden();
}

async function stopsForReal(caller: Desk, director: Page, others: readonly Page[]): Promise<void> {
  await caller.page.getByRole('button', { name: 'REAL WORLD' }).click();
  await caller.page
    .getByRole('dialog')
    .getByRole('button', { name: words('player', caller.language)('realWorld.raise') })
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
async function inboxOf({ page, language }: Desk): Promise<number> {
  const button = page.getByRole('button', {
    name: new RegExp(words('player', language)('tabs.inbox')),
  });
  if ((await button.getAttribute('aria-current')) === null) await button.click();
  const all = await page.getByRole('radiogroup').first().innerText();
  return Number(/\d+/.exec(all)?.[0] ?? 0);
}

function tabName({ language }: Desk, tab: string): string {
  return `^${words('player', language)(`tabs.${tab}`)}`;
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}
