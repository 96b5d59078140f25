/** The desks behind an exercise: two facilitators, a translator, and a table that knows nothing of them. */
import { expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { choose, makeUp, openHeld, sendForTranslation, translate } from './support/director.js';
import { castAndOpenLobby, exerciseOf, openRoom, startEx } from './support/facilitator.js';
import { QuietPlayer } from './support/quiet-player.js';
import { openColleague } from './support/staff.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const room = words('facilitator', 'en');

test('[E2E40] an answer is taken and answered by a contact, an inject made up is held until it is translated, and a table is looked at over its shoulder', async ({
  browser,
  server,
}) => {
  const director = await openRoom(browser, server.staffLink);
  const [japanLink = ''] = await castAndOpenLobby(director);
  const exerciseId = exerciseOf(director);
  const japan = await QuietPlayer.join(server.url, exerciseId, japanLink, '佐藤 恵');
  await startEx(director);
  const colleague = await openColleague(browser, server, exerciseId, {
    kind: 'facilitator',
    role: 'facilitator',
  });
  const translator = await openColleague(browser, server, exerciseId, {
    kind: 'translator',
    role: 'translator',
  });

  await takeAndReply(director, colleague.page, colleague.name, japan);
  await holdUntilTranslated(director, translator.page, japan);

  await director.getByRole('button', { name: room('seenAs.openAs', { table: 'Japan' }) }).click();
  const seen = director.getByRole('dialog', { name: room('seenAs.title', { table: 'Japan' }) });
  await expect(seen.getByText('The crane stands still')).toBeVisible();
  await seen.getByRole('tab', { name: new RegExp(room('seenAs.parts.messages')) }).click();
  await expect(seen.getByText('We are on our way.')).toBeVisible();
  await check(director, 'a table seen over its shoulder');
  japan.leave();
});

/** The colleague takes it, which the director sees at once; the director answers as a contact. */
async function takeAndReply(
  director: Page,
  colleague: Page,
  colleagueName: string,
  japan: QuietPlayer,
): Promise<void> {
  const { tableId } = japan.view.table;
  await japan.must({
    type: 'SendMessage',
    thread: { kind: 'table', tableId },
    text: 'Who stops the cranes?',
  });
  const answers = (page: Page) => page.getByRole('region', { name: room('answers.title') });
  await expect(answers(director).getByText('Who stops the cranes?')).toBeVisible();
  const take = room('feed.takeLabel', { table: 'Japan' });
  await answers(colleague).getByRole('button', { name: take }).click();
  await expect(answers(colleague).getByText(room('feed.mine'), { exact: true })).toBeVisible();
  await expect(answers(director).getByText(colleagueName)).toBeVisible();
  await expect(answers(director).getByRole('button', { name: take })).toBeHidden();

  await answers(director)
    .getByRole('button', { name: room('feed.open', { table: 'Japan' }) })
    .click();
  await choose(answers(director), room('messages.speakAs'));
  await answers(director)
    .getByRole('textbox', { name: room('messages.write') })
    .fill('We are on our way.');
  await answers(director)
    .getByRole('button', { name: room('messages.send') })
    .click();
  await expect
    .poll(() => Object.values(japan.view.messages).find(({ as }) => as !== null)?.text)
    .toBe('We are on our way.');
  await check(director, 'an answer being dealt with');
}

/** Made up for Japan in English, it waits for the translator; with the last word it is there. */
async function holdUntilTranslated(
  director: Page,
  translator: Page,
  japan: QuietPlayer,
): Promise<void> {
  const text = { title: 'The crane stands still', body: 'EXERCISE. It stopped by itself.' };
  const dialog = await makeUp(director, text, 'Japan');
  await check(director, 'an inject being made up');
  await sendForTranslation(dialog);

  const box = await openHeld(translator, text.title, '日本語');
  expect(Object.keys(japan.view.injects).some((id) => id.startsWith('x-'))).toBe(false);
  await box.fill('クレーンが停止');
  await check(translator, 'a text being translated');
  await translate(box, { title: 'クレーンが停止', body: '演習。クレーンが自然に停止しました。' });
  await expect
    .poll(() => Object.values(japan.view.injects).map(({ title }) => title))
    .toContainEqual({ en: 'The crane stands still', ja: 'クレーンが停止' });
}
