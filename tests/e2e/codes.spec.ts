/** Staff who come by a code, without an account: an evaluator and a translator on pages of their own. */
import { type Browser, expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { pressUntil } from './support/keys.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const room = words('facilitator', 'ja');
const lobby = words('lobby', 'ja');
const common = words('common', 'ja');
const evaluation = words('evaluator', 'ja');
const noteNow = evaluation('note.title', { time: '' }).trim();

test('[E2E41] a translator and an evaluator who come by codes find their desks, and nothing else', async ({
  browser,
  server,
  openStage,
}) => {
  const { url } = server;
  const stage = await openStage();
  const { translatorCode, evaluatorCode } = await stage.staff.links(stage.exerciseId);
  const translator = await joinBy(browser, url, translatorCode, '通訳 春香');
  await translator.waitForURL(/\/translate\/[^/]+\/[^/]+$/);
  await expect(translator.getByText(room('translate.notYet'))).toBeVisible();

  await stage.start();
  await stage.do({
    type: 'SendMessage',
    thread: { kind: 'table', tableId: 'ph-port' },
    text: 'The quay stands still.',
  } as never);
  const desk = translator.getByRole('region', { name: room('translate.title') });
  await desk.getByRole('button', { name: /The quay stands still\./ }).click();
  const into = desk.getByRole('textbox', {
    name: room('translate.into', { language: 'Filipino' }),
  });
  await into.fill('Nakatigil ang pantalan.');
  await check(translator, 'a translator’s desk');
  await into.press('Control+Enter');
  const player = stage.players.find(({ grant }) => grant.tableId === 'ph-port');
  await expect
    .poll(() => Object.values(player?.view.messages ?? {}).map(({ textIn }) => textIn.fil))
    .toContain('Nakatigil ang pantalan.');

  // A line to the other staff, and no control that is not theirs.
  const line = translator.getByRole('region', { name: room('staffLine.title') });
  await line.getByRole('textbox', { name: room('messages.write') }).fill('訳しました。');
  await line.getByRole('button', { name: room('messages.send') }).click();
  await expect(line.getByText('訳しました。').first()).toBeVisible();
  for (const name of [room('clock.pause'), room('tools.improvise'), room('end.action')]) {
    await expect(translator.getByRole('button', { name })).toHaveCount(0);
  }
  await translator.setViewportSize({ width: 390, height: 844 });
  await expect(translator.getByRole('tab')).toHaveCount(2);
  await check(translator, 'a translator’s desk on a phone');
  await translator.reload();
  await expect(translator.getByRole('region', { name: room('translate.title') })).toBeVisible();

  const evaluator = await joinBy(browser, url, evaluatorCode, '評価 健');
  await evaluator.waitForURL(/\/evaluate\/[^/]+\/[^/]+$/);
  await expect(evaluator.getByRole('navigation', { name: evaluation('objectives') })).toBeVisible();
  const note = evaluator.getByRole('dialog', { name: noteNow });
  await pressUntil(evaluator, 'n', note);
  await evaluator.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await stage.do({ type: 'EndExercise', reason: '' });
  await evaluator.getByRole('link', { name: evaluation('takeaway') }).click();
  await expect(evaluator.getByText(words('review', 'ja')('frame.forStaff')).first()).toBeVisible();

  // A seat that this device does not hold is none.
  const stranger = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await stranger.goto(translator.url());
  await expect(stranger.getByRole('link', { name: common('staffExercise.toCode') })).toBeVisible();
});

async function joinBy(browser: Browser, url: string, code: string, name: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 1_440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(`${url}/join/${code}`);
  await page.getByRole('textbox', { name: new RegExp(lobby('join.name')) }).fill(name);
  await page.getByRole('button', { name: lobby('join.sit') }).click();
  return page;
}
