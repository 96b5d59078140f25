/** Three nations share, ask, decide together and report, each in its language, and axe on every panel. */
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { check } from './support/axe.js';
import { Player } from './support/player.js';
import { ServerProcess } from './support/server.js';
import { StaffLine } from './support/staff-line.js';
import { type Language, words } from './support/words.js';

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
}) => {
  const server = new ServerProcess();
  await server.start();
  try {
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
  } finally {
    await server.stop();
  }
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

/** Its own item, under the marking it chooses. */
async function sharesAnItem(from: Desk, to: Desk): Promise<void> {
  await from.list(from.say('holdings.lists.held'));
  await from.page.getByText('Dalawang binagong cargo file').click();
  await from.press('item.share');
  await from.page.getByLabel('Pambansang koordinasyon sa cyber (Japan)').check();
  await from.page.getByLabel(from.say('share.channel')).selectOption('cert');
  await from.page.getByLabel(from.say('share.facts')).fill('May dalawang cargo file na binago.');
  await from.press('share.review');
  await from.confirm('actions.send', 'common');
  await expect(from.page.getByRole('article')).toContainText('May dalawang cargo file na binago.');
  await to.show('holdings');
  await expect(to.page.getByRole('button', { name: /改ざん/ })).toBeVisible();
  await check(to.page, 'what is held');
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
  await asked.list(asked.say('holdings.requestsWaiting').replace('{{count}}', '1'));
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

/** Two write at once: the later one is told, keeps their words, and puts them on top. */
async function agreesOnAText(japan: Desk, philippines: Desk, states: Desk): Promise<void> {
  for (const [desk, title] of [
    [japan, '正午公表の三か国共同声明'],
    [philippines, 'Joint statement para sa tanghali'],
    [states, 'Joint statement for noon'],
  ] as const) {
    await desk.show('joint');
    await desk.page.getByRole('button', { name: title }).click();
  }
  await check(states.page, 'a joint position');
  const first = 'The three nations are dealing with an attack on their ports together.';
  const second = `${first} What left the ports is still being looked into.`;
  await japan.press('draft.open');
  await japan.write(second);
  await states.press('draft.open');
  await states.write(first);
  await states.pressVersion('draft.send', 1);
  await expect(states.main.getByText(first)).toBeVisible();

  const told = japan.page
    .getByRole('alert')
    .filter({ hasText: japan.versioned('draft.conflict.mine', 1) });
  await expect(told).toBeVisible();
  await check(japan.page, 'two wrote at once');
  await expect(japan.draft()).toHaveValue(second);
  await japan.pressVersion('draft.conflict.mine', 1);
  await japan.pressVersion('draft.send', 2);

  for (const desk of [japan, philippines, states]) {
    await expect(desk.main.getByText(second)).toBeVisible();
  }
  await philippines.pressVersion('joint.showChanges', 1);
  await expect(philippines.page.locator('ins')).toContainText('What left the ports');
  await philippines.page
    .getByLabel(philippines.versioned('comments.write', 2))
    .fill('Sang-ayon ang CERT namin dito.');
  await philippines.press('comments.send');
  await expect(japan.main.getByText('Sang-ayon ang CERT namin dito.')).toBeVisible();

  for (const desk of [japan, philippines, states]) {
    await desk.page.getByLabel(desk.say('stance.concur'), { exact: true }).check();
    await desk.press('stance.take');
    await desk.confirm('stance.confirm');
  }
  for (const desk of [japan, philippines, states]) {
    await expect(desk.page.getByRole('alert').filter({ hasText: second })).toContainText(
      desk.say('joint.agreed'),
    );
  }
  await check(japan.page, 'what was agreed');
}

async function files(desk: Desk): Promise<void> {
  await desk.show('duties');
  await check(desk.page, 'duties');
  await desk.press('report.open');
  await desk.press('report.file');
  await expect(
    desk.main.getByText(desk.say('report.empty'), { exact: true }).first(),
  ).toBeVisible();
  await check(desk.page, 'an incomplete report');
  const fields = desk.page.locator('form').getByRole('textbox');
  const count = await fields.count();
  for (let at = 0; at < count; at++) await fields.nth(at).fill(`Sagot ${at + 1}`);
  await desk.page.reload();
  await desk.press('report.goOn');
  await expect(fields.first()).toHaveValue('Sagot 1');
  await desk.press('report.file');
  await desk.confirm('report.confirm');
  await expect(desk.main.getByText(desk.say('report.filed'), { exact: true })).toBeVisible();
  await expect(desk.main.getByText(`Sagot ${count}`)).toBeVisible();
  await expect(desk.main.getByText(desk.say('duties.status.met'), { exact: true })).toBeVisible();
}

/** A player's screen, and what is pressed on it by the words that stand there. */
class Desk {
  readonly page: Page;
  /** What stands in the middle: toasts and the bar say the same things again. */
  readonly main: Locator;
  readonly language: Language;
  readonly say: (key: string) => string;

  private constructor(page: Page, language: Language) {
    this.page = page;
    this.main = page.getByRole('main');
    this.language = language;
    this.say = words('player/exchange', language);
  }

  static async sit(
    browser: Browser,
    link: string | undefined,
    language: Language,
    name: string,
  ): Promise<Desk> {
    const player = await Player.open(browser, language, name);
    // Nobody needs to be shown around.
    await player.context.addInitScript(() => localStorage.setItem('trilogue.tour', 'seen'));
    await player.join(link ?? '');
    return new Desk(player.page, language);
  }

  async show(tab: 'holdings' | 'situation' | 'joint' | 'duties'): Promise<void> {
    const name = words('player', this.language)(`tabs.${tab}`);
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
  }

  async list(name: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: this.say('holdings.show') })
      .getByText(name, { exact: true })
      .click();
  }

  async press(key: string): Promise<void> {
    await this.page
      .getByRole('button', { name: this.say(key), exact: true })
      .last()
      .click();
  }

  async pressVersion(key: string, version: number): Promise<void> {
    await this.page
      .getByRole('button', { name: this.versioned(key, version), exact: true })
      .click();
  }

  async confirm(key: string, namespace?: string): Promise<void> {
    const say = namespace === undefined ? this.say : words(namespace, this.language);
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: say(key), exact: true })
      .click();
  }

  versioned(key: string, version: number): string {
    return this.say(key).replace('{{version}}', String(version));
  }

  draft(): Locator {
    return this.page.locator('textarea').first();
  }

  async write(text: string): Promise<void> {
    await this.draft().fill(text);
  }
}
