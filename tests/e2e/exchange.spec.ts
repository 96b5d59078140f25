/** Three nations share, ask, decide together and report, each in its language, and axe on every panel. */
import { expect } from '@playwright/test';
import { check } from './support/axe.js';
import { Desk } from './support/desk.js';
import { agreesOnAText, files, sharesAnItem } from './support/exchange-steps.js';
import { StaffLine } from './support/staff-line.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const tables = [
  {
    tableId: 'japan',
    name: '日本',
    language: 'ja',
    teamIds: ['jp-port', 'jp-transport', 'jp-cert'],
  },
  {
    tableId: 'philippines',
    name: 'Pilipinas',
    language: 'fil',
    teamIds: ['ph-port', 'ph-customs', 'ph-cert'],
  },
  {
    tableId: 'states',
    name: 'United States',
    language: 'en',
    teamIds: ['us-port', 'us-maritime', 'us-cyber'],
  },
];

// Three browsers, and axe on each of their panels in light and dark.
test.setTimeout(420_000);

test('[E2E6] three nations share an item, ask a permission, agree on a text and report', async ({
  browser,
  server,
}) => {
  const staff = await StaffLine.open(server, 'kestrel-locker', tables);
  const links = await staff.links();
  const japan = await Desk.sit(browser, links.get('japan'), 'ja', '佐藤 葵');
  const philippines = await Desk.sit(browser, links.get('philippines'), 'fil', 'Maria Santos');
  const states = await Desk.sit(browser, links.get('states'), 'en', 'Dana Brooks');
  await staff.do({ type: 'StartExercise' });
  await staff.do({ type: 'ReleaseInject', injectId: 'corrupt-lists' });
  await staff.do({ type: 'ReleaseInject', injectId: 'marking-decision' });

  await isWarned(states, philippines);
  await sharesAnItem(philippines, japan);
  await asksPermission(japan, philippines);
  await staff.do({ type: 'OpenPosition', positionId: 'joint-text' });
  await agreesOnAText(japan, philippines, states);
  await staff.do({ type: 'StartObligation', obligationId: 'ph-breach-notice' });
  await files(philippines);
  await philippines.show('situation');
  await expect(
    philippines.page.getByRole('heading', { name: words('player', 'fil')('world.systems') }),
  ).toBeVisible();
  await check(philippines.page, 'situation');
  staff.leave();
});

/** In full it would break its marking, and the form says so before anything is sent. */
async function isWarned(states: Desk, philippines: Desk): Promise<void> {
  const { page } = states;
  const title = 'Report LMN-27 on three clients';
  await states.show('holdings');
  await page.getByText(title).click();
  await check(page, 'an item');
  await states.press('item.share');
  await check(page, 'the form of a share');
  await states.press('share.review');
  await expect(page.getByRole('alert').filter({ hasText: /still missing/ })).toBeVisible();
  await page.getByLabel('Philippine National CERT').check();
  await page.getByLabel(states.say('share.channel')).selectOption('cert');
  await page.getByLabel(states.say('share.facts')).fill('Two clients saw the same beacon.');
  await expect(page.getByLabel('TLP:AMBER+STRICT', { exact: true })).toBeChecked();
  // What was typed survives a reload.
  await page.reload();
  await states.press('share.goOn');
  await expect(page.getByLabel(states.say('share.facts'))).toHaveValue(
    'Two clients saw the same beacon.',
  );
  await states.press('share.review');
  await states.confirm('actions.send', 'common');
  const warning = page.getByRole('dialog', { name: states.say('breach.title') });
  await expect(warning).toContainText(title);
  await expect(warning).toContainText('Philippine National CERT');
  await check(page, 'the warning');
  await warning.getByRole('button', { name: states.say('breach.back') }).click();

  await page.getByLabel(`${title}: ${states.say('form.sanitised')}`).check();
  await expect(page.getByLabel('TLP:GREEN', { exact: true })).toBeChecked();
  await states.press('share.review');
  await states.confirm('actions.send', 'common');
  await expect(page.getByRole('article')).toContainText('Two clients saw the same beacon.');
  await philippines.show('holdings');
  await philippines.list(philippines.say('holdings.lists.received'));
  await expect(philippines.page.getByRole('article')).toContainText(
    'Two clients saw the same beacon.',
  );
  await check(philippines.page, 'what was received');
}

async function asksPermission(asking: Desk, asked: Desk): Promise<void> {
  await asking.page.getByRole('button', { name: /改ざん/ }).click();
  await asking.press('item.permission');
  await asking.page.getByLabel('国家サイバー機関（米国）').check();
  await asking.page
    .getByLabel(asking.say('permission.reason'))
    .fill('同じ手口の有無を確認するため。');
  await check(asking.page, 'asking for a permission');
  await asking.press('permission.send');
  await expect(
    asking.main.getByText(asking.say('requests.state.waiting'), { exact: true }),
  ).toBeVisible();

  await asked.show('holdings');
  await asked.list(asked.say('holdings.requestsWaiting', { count: 1 }));
  await expect(asked.main.getByText('同じ手口の有無を確認するため。')).toBeVisible();
  await asked.press('requests.grant');
  await check(asked.page, 'answering a request');
  await asked.press('requests.grant');
  await asked.confirm('requests.grant');
  await expect(
    asked.main.getByText(asked.say('requests.state.granted'), { exact: true }),
  ).toBeVisible();
  await expect(
    asking.main.getByText(asking.say('requests.state.granted'), { exact: true }),
  ).toBeVisible();
}
