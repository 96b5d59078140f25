/** What tables of Kestrel Locker do together at their screens: share, agree on a text, report. */
import { expect } from '@playwright/test';
import { check } from './axe.js';
import type { Desk } from './desk.js';

/** Its own item, under the marking it chooses. */
export async function sharesAnItem(from: Desk, to: Desk): Promise<void> {
  await from.list(from.say('holdings.lists.held'));
  await from.main.getByRole('button', { name: /Dalawang binagong cargo file/ }).click();
  await from.press('item.share');
  await from.page.getByLabel('Pambansang koordinasyon sa cyber (Japan)').check();
  await from.page.getByLabel(from.say('share.channel')).selectOption('cert');
  await from.page.getByLabel(from.say('share.facts')).fill('May dalawang cargo file na binago.');
  await from.press('share.review');
  await from.confirm('actions.send', 'common');
  await expect(from.main.getByRole('article')).toContainText('May dalawang cargo file na binago.');
  await to.show('holdings');
  await expect(to.main.getByRole('button', { name: /改ざん/ })).toBeVisible();
  await check(to.page, 'what is held');
}

/** Two write at once: the later one is told, keeps their words, and puts them on top. */
export async function agreesOnAText(japan: Desk, philippines: Desk, states: Desk): Promise<void> {
  for (const [desk, title] of [
    [japan, '正午公表の三か国共同声明'],
    [philippines, 'Joint statement para sa tanghali'],
    [states, 'Joint statement for noon'],
  ] as const) {
    await desk.show('joint');
    await desk.main.getByRole('button', { name: title }).click();
  }
  await check(states.page, 'a joint position');
  const first = 'The three nations are dealing with an attack on their ports together.';
  const second = `${first} What left the ports is still being looked into.`;
  await japan.press('draft.open');
  await japan.write(second);
  await states.press('draft.open');
  await states.write(first);
  await states.pressVersion('draft.send', 1);
  await expect(states.main.getByText(first).first()).toBeVisible();

  const told = japan.page
    .getByRole('alert')
    .filter({ hasText: japan.versioned('draft.conflict.mine', 1) });
  await expect(told).toBeVisible();
  await check(japan.page, 'two wrote at once');
  await expect(japan.draft()).toHaveValue(second);
  await japan.pressVersion('draft.conflict.mine', 1);
  await japan.pressVersion('draft.send', 2);

  for (const desk of [japan, philippines, states]) {
    await expect(desk.main.getByText(second).first()).toBeVisible();
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

export async function files(desk: Desk): Promise<void> {
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
