/** A player's screen in a real browser: who comes late, who loses the line, who writes to another table. */
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import type { SeatGrant } from '@trilogue/engine/protocol/http';
import { Api } from '../integration/support/api.js';
import type { Stage } from '../stage/stage.js';
import { check } from './support/axe.js';
import { pressUntil } from './support/keys.js';
import { mayWrite } from './support/shared-box.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const say = words('player', 'en');
const common = words('common', 'en');
const minute = 60_000;

/** A further person at a table, as they are let in by its code. */
async function seatAt(stage: Stage, url: string, tableId: string, name: string) {
  const { tables } = await stage.staff.links(stage.exerciseId as never);
  const code = tables.find((table) => table.tableId === tableId)?.code ?? '';
  return new Api(url).join(code, name, 'en');
}

async function openSeat(
  browser: Browser,
  url: string,
  grant: SeatGrant,
  isNew = false,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1_440, height: 900 },
  });
  await context.addInitScript(
    ([seatId, token, knows]) => {
      localStorage.setItem(`trilogue.seat.${seatId}`, token ?? '');
      if (knows === '') return;
      localStorage.setItem('trilogue.tour', 'seen');
      localStorage.setItem(`trilogue.story.${seatId}`, 'known');
    },
    [grant.seatId, grant.token, isNew ? '' : 'knows'] as const,
  );
  const page = await context.newPage();
  await page.goto(`${url}/play/${grant.exerciseId}/${grant.seatId}`);
  return { page, context };
}

const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: say('tabs.label') })
    .getByRole('button', { name: say(`tabs.${name}`) });
const answerBox = (page: Page) => page.getByLabel(say('answer.label'), { exact: true });
/** Not one of several of whom it is. */
const philippineCert = /^Philippine National CERT(?! ·)/;

test('[E2E20] who comes late is shown the tour and the story so far, all of it accessible', async ({
  browser,
  server: { url },
  openStage,
}) => {
  const stage = await openStage();
  await stage.start();
  await stage.playTo(5 * minute);
  // Nothing else comes while one looks around.
  await stage.do({ type: 'PauseClock', reason: '' });
  const grant = await seatAt(stage, url, 'jp-port', 'Late Comer');
  const { page } = await openSeat(browser, url, grant, true);

  const tour = page.getByRole('dialog', { name: say('tour.inbox.title') });
  await expect(tour).toBeVisible();
  await check(page, 'the tour');
  for (const step of ['answer', 'share', 'talk', 'stop']) {
    await page.getByRole('button', { name: say('tour.next') }).press('Enter');
    await expect(page.getByRole('heading', { name: say(`tour.${step}.title`) })).toBeFocused();
  }
  await page.getByRole('button', { name: say('tour.done') }).press('Enter');

  await expect(page.getByRole('heading', { name: say('story.title') })).toBeVisible();
  await check(page, 'the story so far');
  await page.getByRole('button', { name: say('story.close') }).click();
  await check(page, 'the inbox');

  await pressUntil(page, 'j', page.getByRole('article'));
  await check(page, 'an inject');
  const help = page.getByRole('dialog', { name: say('help.title') });
  await pressUntil(page, '?', help);
  await check(page, 'the help');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await tab(page, 'messages').click();
  await page.getByRole('button', { name: philippineCert }).click();
  await check(page, 'messages');
  await page.setViewportSize({ width: 390, height: 844 });
  await check(page, 'a conversation on a phone');
  await tab(page, 'inbox').click();
  await check(page, 'an inject on a phone');
  await page.reload();
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('[E2E21] what was not sent is said, and so is a team-mate’s answer that came first', async ({
  browser,
  server: { url },
  openStage,
}) => {
  const stage = await openStage();
  await stage.start();
  const [mate, own] = await Promise.all([
    seatAt(stage, url, 'jp-port', 'First Mate'),
    seatAt(stage, url, 'jp-port', 'Second Mate'),
  ]);
  const first = await openSeat(browser, url, mate);
  const second = await openSeat(browser, url, own);
  for (const { page } of [first, second]) {
    await page
      .getByRole('region', { name: say('tasks.title') })
      .getByRole('button', { name: new RegExp(common('expectationKinds.respond')) })
      .first()
      .click();
    await expect(answerBox(page)).toBeVisible();
  }

  await answerBox(second.page).fill('We keep the gates shut.');
  await expect(second.page.getByText(say('answer.state.saved'))).toBeVisible();
  await second.context.setOffline(true);
  await second.page.getByRole('button', { name: say('answer.send'), exact: true }).click();
  await second.page
    .getByRole('dialog', { name: say('answer.confirmTitle') })
    .getByRole('button', { name: common('actions.send'), exact: true })
    .click();
  await expect(second.page.getByText(say('outgoing.waits'))).toBeVisible();
  await expect(second.page.getByText(say('outgoing.away'))).toBeVisible();
  await expect(
    second.page.getByText(new RegExp(say('late.what.SendResponse'))).first(),
  ).toBeVisible();

  await mayWrite(first.page);
  await answerBox(first.page).fill('We open one lane.');
  await first.page.getByRole('button', { name: say('answer.send'), exact: true }).click();
  await first.page
    .getByRole('dialog', { name: say('answer.confirmTitle') })
    .getByRole('button', { name: common('actions.send'), exact: true })
    .click();
  await expect(first.page.getByRole('heading', { name: say('answer.sentTitle') })).toBeVisible();

  await second.context.setOffline(false);
  await expect(second.page.getByText(say('answer.wasFirst'))).toBeVisible();
  await expect(second.page.getByText('We open one lane.').first()).toBeVisible();
  await expect(second.page.getByText('We keep the gates shut.').first()).toBeVisible();
  await expect(second.page.getByText(say('outgoing.waits'))).toBeHidden();
});

test('[E2E22] a message to another table carries a marking and is unread there until it is shown', async ({
  browser,
  server: { url },
  openStage,
}) => {
  const stage = await openStage();
  await stage.start();
  const from = await openSeat(browser, url, await seatAt(stage, url, 'jp-port', 'Sender'));
  const to = await openSeat(browser, url, await seatAt(stage, url, 'ph-cert', 'Reader'));
  await expect(tab(to.page, 'messages')).toBeVisible();

  await tab(from.page, 'messages').click();
  await from.page.getByRole('button', { name: philippineCert }).click();
  await from.page.getByLabel(say('messages.writeOthers')).fill('Gate 5 stands still.');
  const send = from.page.getByRole('button', { name: say('messages.send') });
  await expect(send).toBeDisabled();
  await from.page.getByLabel(say('messages.marking')).selectOption('GREEN');
  await from.page.getByLabel(say('messages.channel')).selectOption('cert');
  await send.click();
  const log = from.page.getByRole('log');
  await expect(log.getByText('Gate 5 stands still.')).toBeVisible();
  await expect(log.getByText('TLP:GREEN')).toBeVisible();

  const inbox = tab(to.page, 'messages');
  await expect(inbox).toHaveAccessibleName(/1/);
  await inbox.click();
  await to.page.getByRole('button', { name: /^Japan port operator(?! ·)/ }).click();
  await expect(to.page.getByRole('log').getByText('Gate 5 stands still.')).toBeVisible();
  await expect(inbox).toHaveAccessibleName(say('tabs.messages'));
  await to.page.reload();
  await expect(to.page.getByRole('log').getByText('Gate 5 stands still.')).toBeVisible();
  await expect(inbox).toHaveAccessibleName(say('tabs.messages'));
});

test('[E2E23] in a comms check one press says that a table hears', async ({
  browser,
  server: { url },
  openStage,
}) => {
  const stage = await openStage();
  const grant = await seatAt(stage, url, 'us-cyber', 'Listener');
  const { page } = await openSeat(browser, url, grant);
  await expect(page.getByText(say('waiting.status'))).toBeVisible();
  await stage.do({ type: 'StartCommsCheck' });
  const button = page.getByRole('button', { name: say('comms.answer') });
  await expect(button).toBeVisible();
  await check(page, 'a comms check');
  await button.click();
  await expect(button).toBeHidden();
  await expect(page.getByText(/1 of 2/)).toBeVisible();
  await expect.poll(() => stage.view.commsCheck?.seatIds).toContain(grant.seatId);
});
