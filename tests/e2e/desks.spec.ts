/** The desks behind an exercise: two facilitators, a translator, and a table that knows nothing of them. */
import { expect, type Page } from '@playwright/test';
import { check } from './support/axe.js';
import { castAndOpenLobby, openRoom, startEx } from './support/facilitator.js';
import { QuietPlayer } from './support/quiet-player.js';
import { ServerProcess } from './support/server.js';
import { openColleague } from './support/staff.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const room = words('facilitator', 'en');

test('[E2E40] an answer is taken and answered by a contact, an inject made up is held until it is translated, and a table is looked at over its shoulder', async ({
  browser,
}) => {
  // Three browsers and the judge of each screen share one machine.
  test.slow();
  const server = new ServerProcess();
  await server.start();
  try {
    const director = await openRoom(browser, server.staffLink);
    director.setDefaultTimeout(30_000);
    const [japanLink = ''] = await castAndOpenLobby(director);
    const exerciseId = /control\/([^/?#]+)/.exec(director.url())?.[1] ?? '';
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

    await director.getByRole('button', { name: say('seenAs.openAs', { table: 'Japan' }) }).click();
    const seen = director.getByRole('dialog');
    await expect(seen.getByText('The crane stands still')).toBeVisible();
    await seen.getByRole('tab', { name: new RegExp(room('seenAs.parts.messages')) }).click();
    await expect(seen.getByText('We are on our way.')).toBeVisible();
    await check(director, 'a table seen over its shoulder');
    japan.leave();
  } finally {
    await server.stop();
  }
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
  const take = say('feed.takeLabel', { table: 'Japan' });
  await answers(colleague).getByRole('button', { name: take }).click();
  await expect(answers(colleague).getByText(room('feed.mine'))).toBeVisible();
  await expect(answers(director).getByText(colleagueName)).toBeVisible();
  await expect(answers(director).getByRole('button', { name: take })).toBeHidden();

  await answers(director)
    .getByRole('button', { name: say('feed.open', { table: 'Japan' }) })
    .click();
  await answers(director)
    .getByRole('combobox', { name: room('messages.speakAs') })
    .click();
  await firstOption(director).click();
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
  await director.getByRole('button', { name: room('tools.improvise') }).click();
  const dialog = director.getByRole('dialog');
  await dialog.getByRole('combobox', { name: room('improvise.from') }).click();
  await firstOption(director).click();
  await dialog.getByRole('combobox', { name: room('improvise.to') }).click();
  await director.getByRole('listbox').getByRole('option', { name: 'Japan', exact: true }).click();
  await director.keyboard.press('Escape');
  await dialog
    .getByRole('textbox', { name: say('improvise.titleIn', { language: 'English' }) })
    .fill('The crane stands still');
  await dialog
    .getByRole('textbox', { name: say('improvise.bodyIn', { language: 'English' }) })
    .fill('EXERCISE. It stopped by itself.');
  await dialog.getByRole('switch', { name: room('improvise.untilTranslated') }).click();
  await check(director, 'an inject being made up');
  await dialog.getByRole('button', { name: room('improvise.toTranslators') }).click();
  await expect(dialog).toBeHidden();

  const desk = translator.getByRole('region', { name: room('translate.title') });
  await desk.getByRole('button', { name: /The crane stands still/ }).click();
  const into = desk.getByRole('textbox', { name: say('translate.into', { language: '日本語' }) });
  expect(Object.keys(japan.view.injects).some((id) => id.startsWith('x-'))).toBe(false);
  await into.fill('クレーンが停止');
  await check(translator, 'a text being translated');
  await into.press('Control+Enter');
  const body = desk.getByText('EXERCISE. It stopped by itself.').locator('visible=true');
  await expect(body.first()).toBeVisible();
  await expect(into).toHaveValue('');
  await into.fill('演習。クレーンが自然に停止しました。');
  await into.press('Control+Enter');
  await expect
    .poll(() => Object.values(japan.view.injects).map(({ title }) => title))
    .toContainEqual({ en: 'The crane stands still', ja: 'クレーンが停止' });
}

/** Of the list that stands open. */
function firstOption(page: Page) {
  return page.getByRole('listbox').getByRole('option').first();
}

function say(key: string, values: Readonly<Record<string, string>>): string {
  return room(key).replace(/{{(\w+)}}/g, (_, name: string) => values[name] ?? '');
}
