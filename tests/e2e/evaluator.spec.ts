/** The evaluator's page at a real browser: evidence, criteria, a note at its moment, ratings. */
import { expect } from '@playwright/test';
import { check } from './support/axe.js';
import { pressUntil } from './support/keys.js';
import { openStaff } from './support/seat.js';
import { test } from './support/test.js';
import { words } from './support/words.js';

const say = words('evaluator', 'en');
/** A table that bears its team's name is called in the reader's language, however it was cast. */
const port = 'Japan port operator';

test('[E2E61] an evaluator chooses what to follow, marks, notes by one key, rates and confirms', async ({
  browser,
  openStage,
}) => {
  const stage = await openStage({ mode: 'assess' });
  const path = `/evaluate/${stage.exerciseId}`;
  const page = await openStaff(browser, stage, path, { width: 820, height: 1_180 });
  await expect(page.getByText(say('evidence.notBegun'))).toBeVisible();
  await stage.start();
  await stage.playTo(20 * 60_000);
  await stage.do({ type: 'PauseClock', reason: '' });
  await expect.poll(() => stage.view.clock.status).toBe('paused');
  // At this speed play may have gone on a little.
  const minute = Math.floor(stage.playMs / 60_000);

  // One team and one objective, kept over a reload.
  await page.getByRole('button', { name: /^Following/ }).click();
  const choice = page.getByRole('dialog', { name: say('follow.title') });
  await check(page, 'what an evaluator follows');
  for (const box of await choice.getByRole('checkbox').all()) await box.uncheck();
  await choice.getByRole('checkbox', { name: port }).check();
  await choice.getByRole('checkbox', { name: 'Keep vital cargo moving' }).check();
  await choice.getByRole('button', { name: say('follow.save') }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Following 1 teams, 1 objectives' })).toBeVisible();
  const evidence = page.getByRole('article');
  await expect(evidence.first()).toContainText(port);
  await expect(evidence.filter({ hasNotText: new RegExp(`^${port}`) })).toHaveCount(0);

  const criterion = page.getByRole('radiogroup').first();
  await criterion.getByText(say('criteria.met'), { exact: true }).click();
  await expect(page.getByText(say('criteria.by', { name: 'Fe Aquino' }))).toBeVisible();
  await check(page, 'evidence');

  // The note keeps the moment of the key, however long the writing takes.
  const note = page.getByRole('dialog', { name: new RegExp(`^Note at ${minute}:`) });
  await pressUntil(page, 'n', note);
  await note.getByRole('textbox', { name: say('note.text') }).fill('They asked twice.');
  await note.getByText(say('note.kinds.strength'), { exact: true }).click();
  await check(page, 'a note');
  await page.keyboard.press('Control+Enter');
  await expect(note).toBeHidden();
  await page.getByRole('tab', { name: new RegExp(`^${say('tabs.notes')}`) }).click();
  const kept = page.getByRole('article').filter({ hasText: 'They asked twice.' });
  await expect(kept).toContainText(`${minute}:`);
  await expect(kept).toContainText(say('note.kinds.strength'));
  await check(page, 'notes');

  await page.getByRole('tab', { name: say('tabs.ratings') }).click();
  const row = page.getByRole('region', { name: port });
  await row.getByRole('button', { name: /^S:/ }).click();
  await expect(row.getByRole('button', { name: /^S:/ })).toHaveAttribute('aria-pressed', 'true');
  await row.getByRole('button', { name: /^M:/ }).click();
  await expect(row.getByRole('button', { name: /^M:/ })).toHaveAttribute('aria-pressed', 'true');
  await row.getByRole('button', { name: say('ratings.confirm', { rating: 'M' }) }).click();
  await expect(row.getByText('Final: M (Fe Aquino)')).toBeVisible();
  await check(page, 'ratings');
  await page.setViewportSize({ width: 390, height: 844 });
  await check(page, 'ratings on a phone');
  const spare = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(spare).toBeLessThanOrEqual(0);
});
