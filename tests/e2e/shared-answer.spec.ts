/** Two people of one table write one answer, and one of them loses the line. */
import { expect, type Page } from '@playwright/test';
import { castAndOpenLobby, openRoom, startEx } from './support/facilitator.js';
import { Player } from './support/player.js';
import { mayWrite } from './support/shared-box.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const say = words('player', 'en');
const common = words('common', 'en');

test('[E2E3] a late answer from a lost line takes nobody’s words away', async ({
  browser,
  server,
}) => {
  const facilitator = await openRoom(browser, server.staffLink);
  const [link = ''] = await castAndOpenLobby(facilitator);
  const first = await Player.open(browser, 'en', 'First');
  const second = await Player.open(browser, 'en', 'Second');
  for (const player of [first, second]) await player.join(link);
  await startEx(facilitator);
  for (const { page } of [first, second]) await openFirstTask(page);

  await answerBox(first.page).fill('Version one.');
  await expect(answerBox(second.page)).toHaveValue('Version one.');
  await first.context.setOffline(true);
  await first.page.getByRole('button', { name: say('answer.send'), exact: true }).click();
  const dialog = first.page.getByRole('dialog', { name: say('answer.confirmTitle') });
  await dialog.getByRole('button', { name: common('actions.send'), exact: true }).click();

  await mayWrite(second.page);
  await answerBox(second.page).fill('Version one. And one more sentence.');
  await expect(second.page.getByText(say('answer.state.saved'))).toBeVisible();
  await first.context.setOffline(false);

  await expect(second.page.getByRole('heading', { name: say('answer.sentTitle') })).toBeVisible();
  await expect(second.page.getByLabel(say('answer.noteLabel'))).toHaveValue(
    'Version one. And one more sentence.',
  );
  await second.page.reload();
  await expect(second.page.getByLabel(say('answer.noteLabel'))).toHaveValue(
    'Version one. And one more sentence.',
  );
});

async function openFirstTask(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: say('tasks.title') })
    .getByRole('button', { name: new RegExp(`^${common('expectationKinds.respond')}`) })
    .first()
    .click();
  await answerBox(page).waitFor();
}

function answerBox(page: Page) {
  return page.getByLabel(say('answer.label'), { exact: true });
}
