/**
 * `npm run shots -- STAGE.json`: pictures of a stage's screens, for looking at them side by side.
 *
 *   --who control|wall|TABLE-ID   (control)     --path /PATH    another page of that person's
 *   --widths 390,1440             (1440)        --languages en,ja,fil  (en)    --schemes light,dark (light)
 *   --click NAME                  a button, tab or link to press first; may be given several times
 *   --out DIR                     (a new folder)   --whole      the whole page, not what fits
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    who: { type: 'string', default: 'control' },
    path: { type: 'string' },
    widths: { type: 'string', default: '1440' },
    languages: { type: 'string', default: 'en' },
    schemes: { type: 'string', default: 'light' },
    click: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    whole: { type: 'boolean', default: false },
  },
});

interface Seat {
  readonly tableId: string | null;
  readonly page: string;
  readonly localStorage: Record<string, string>;
}
interface StageFile {
  readonly url: string;
  readonly staffLink: string;
  readonly control: string;
  readonly wall: Seat;
  readonly players: readonly Seat[];
}

const heights: Record<string, number> = { 390: 844, 1920: 1_080, 1440: 900 };
const locales: Record<string, string> = { en: 'en-US', ja: 'ja-JP', fil: 'fil-PH' };

const stage = JSON.parse(readFileSync(positionals[0] ?? '', 'utf8')) as StageFile;
const out = values.out ?? mkdtempSync(join(tmpdir(), 'trilogue-shots-'));
const browser = await chromium.launch({
  executablePath: process.env.TRILOGUE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const language of values.languages.split(',')) {
    for (const scheme of values.schemes.split(',')) {
      for (const width of values.widths.split(',')) await shoot(language, scheme, width);
    }
  }
} finally {
  await browser.close();
}

async function shoot(language: string, scheme: string, width: string): Promise<void> {
  const context = await browser.newContext({
    locale: locales[language] ?? 'en-US',
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: { width: Number(width), height: heights[width] ?? 900 },
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error('page:', error.message));
  page.on('console', (said) => {
    if (said.type() === 'error') console.error('console:', said.text());
  });
  await open(page, { language, scheme });
  for (const name of values.click) {
    const target = page
      .getByRole('button', { name })
      .or(page.getByRole('tab', { name }))
      .or(page.getByRole('link', { name }))
      .or(page.getByRole('menuitem', { name }));
    await target.first().click();
    await page.waitForTimeout(600);
  }
  const file = join(out, `${values.who}-${language}-${scheme}-${width}.png`);
  await page.screenshot({ path: file, fullPage: values.whole });
  console.log(file);
  await context.close();
}

async function open(page: Page, look: { language: string; scheme: string }): Promise<void> {
  const { who, path } = values;
  const kept: Record<string, string> = {
    'trilogue.language': look.language,
    'mantine-color-scheme-value': look.scheme,
    'trilogue.staff.name': 'Fe Aquino',
    'trilogue.tour': 'seen',
  };
  let target = stage.control;
  if (who !== 'control') {
    const seat = who === 'wall' ? stage.wall : stage.players.find(({ tableId }) => tableId === who);
    if (seat === undefined) throw new Error(`nobody is called ${who}`);
    Object.assign(kept, seat.localStorage);
    target = seat.page;
  }
  await page.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, kept);
  if (who === 'control') {
    await page.goto(stage.staffLink);
    await page.waitForTimeout(1_500);
  }
  await page.goto(path === undefined ? target : `${stage.url}${path}`);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(1_500);
}
