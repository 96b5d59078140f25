import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editionOf } from '@trilogue/engine/handout/edition';
import { handoutLanguages } from '@trilogue/engine/handout/words/words';
import { parseScenario } from '@trilogue/engine/scenario/load';
import { textsOf } from '@trilogue/engine/scenario/localize';
import { type Playbook, toPlaybook } from '@trilogue/engine/scenario/playbook';
import { Command } from 'commander';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { registerPrint } from '../print-command.js';
import { findChromium, printPdf } from './chromium.js';
import { filesOf, type PrintedKind, printedKinds } from './documents.js';
import { cssText } from './frame.js';

const root = new URL('../../../..', import.meta.url).pathname;
const kestrel = join(root, 'scenarios/kestrel-locker/scenario.json');
const scratch = mkdtempSync(join(tmpdir(), 'trilogue-print-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A scenario in which every text is a canary that tells where it stands. */
const { playbook: planted, paths } = plantCanaries();

describe('secrets of printed matter', () => {
  test.each(handoutLanguages)(
    '[PRINT6] %s: players’ papers hold only what players may read',
    (language) => {
      const edition = editionOf(planted, language);
      const told = (kind: PrintedKind, name: RegExp) =>
        pathsIn(
          filesOf(edition, kind, 'a4')
            .filter((file) => name.test(file.name))
            .map(({ html }) => html()),
        );
      expect(told('sitman', /^sitman$/).filter((path) => !onSituationManual(path))).toEqual([]);
      expect(told('sitman', /^module-sheets$/).filter((path) => !onModuleSheet(path))).toEqual([]);
      expect(told('cards', /^cards-(?!register)/).filter((path) => !onCard(path))).toEqual([]);
      for (const kind of ['signin', 'feedback'] as const) {
        const allowed = /^(title|(teams|parties)\[\d+\]\.name)$/;
        expect(told(kind, /./).filter((path) => !allowed.test(path))).toEqual([]);
      }
    },
  );

  test('[PRINT6] the canaries sing where they may: none of this is an empty promise', () => {
    const edition = editionOf(planted, 'en');
    const told = new Set(
      pathsIn(
        ['msel', 'cards', 'sitman', 'controller', 'evaluator'].flatMap((kind) =>
          filesOf(edition, kind as PrintedKind, 'a4').map(({ html }) => html()),
        ),
      ),
    );
    const kept = paths.filter((path) => !told.has(path));
    // A place on the map that only one nation sees is of no use on paper.
    expect(kept.filter((path) => !/^assets\[\d+\]\.(sector|place\.name)$/.test(path))).toEqual([]);
  });

  test('[PRINT6] a team’s cards hold no text that is addressed to others only', () => {
    const edition = editionOf(planted, 'en');
    for (const { id } of planted.scenario.teams) {
      const [file] = filesOf(edition, 'cards', 'a4').filter(({ name }) => name === `cards-${id}`);
      const foreign = pathsIn([file?.html() ?? '']).filter((path) => {
        const place = /^injects\[(\d+)\]/.exec(path)?.[1];
        const inject = place === undefined ? undefined : planted.scenario.injects[Number(place)];
        return inject !== undefined && !planted.recipients.get(inject.id)?.includes(id);
      });
      expect(foreign).toEqual([]);
    }
  });

  test('[PRINT6] no number of the events list, no ATT&CK id and no points stand on players’ papers', () => {
    const edition = editionOf(planted, 'en');
    const papers = (['cards', 'sitman'] as const)
      .flatMap((kind) => filesOf(edition, kind, 'a4'))
      .filter(({ name }) => name !== 'cards-register');
    expect(papers.length).toBeGreaterThan(planted.scenario.teams.length);
    for (const { html } of papers) {
      const words = wordsOf(html());
      expect(words).not.toMatch(/#\d/);
      expect(words).not.toMatch(/\bT\d{4}\b/);
      expect(words).not.toMatch(/points|branch|contingency|hidden/i);
    }
  });
});

describe('what stands in a scenario is words, not code', () => {
  const attack =
    '</style><script>alert(1)</script><img src=x onerror=alert(1)> "quoted" \\22 [x](javascript:alert(1)) ![y](https://x.example/y.png) <https://x.example> `<b>`';

  test('[PRINT7] nothing runs, nothing is fetched, no link leads out', () => {
    const playbook = scenarioWith(() => attack);
    for (const kind of printedKinds) {
      for (const file of filesOf(editionOf(playbook, 'en'), kind, 'a4')) {
        const html = file.html();
        const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
        expect(
          tags.filter((tag) => /<(script|img|iframe|object|link|b\b[^>]*on)/i.test(tag)),
        ).toEqual([]);
        expect(tags.filter((tag) => /\son[a-z]+\s*=/i.test(tag))).toEqual([]);
        expect(
          tags.filter(
            (tag) => /\s(src|srcset|href|action)\s*=/i.test(tag) && !/href="#part-\d+"/.test(tag),
          ),
        ).toEqual([]);
        expect(html.match(/<\/style>/g)).toHaveLength(1);
        const style = html.slice(html.indexOf('<style>') + 7, html.indexOf('</style>'));
        expect(style).not.toMatch(/url\(|@import|<|alert\(1/);
      }
    }
  });

  test('[PRINT7] a title can’t break out of the running heads', () => {
    expect(cssText('Port "A"\n</style> \\ 港')).toBe(
      '"Port \\22 A\\22  \\3c \\2f style\\3e  \\5c  港"',
    );
  });
});

describe('the print command', () => {
  test('[PRINT8] writes what was asked for, in each language, and names it', async () => {
    const out = join(scratch, 'some');
    await run(
      kestrel,
      '--out',
      out,
      '--lang',
      'ja,en',
      '--what',
      'signin,msel',
      '--paper',
      'letter',
    );
    expect(readdirSync(out).sort()).toEqual(['en', 'ja']);
    expect(readdirSync(join(out, 'ja')).sort()).toEqual(['msel.html', 'sign-in.html']);
    const html = readFileSync(join(out, 'ja/msel.html'), 'utf8');
    expect(html).toContain('<html lang="ja">');
    expect(html).toContain('size: letter landscape');
    expect(html).toContain('状況付与一覧（MSEL）');
  });

  test('[PRINT8] refuses a language or a kind that there is not', async () => {
    await expect(run(kestrel, '--out', scratch, '--lang', 'tl')).rejects.toThrow(/"tl" is none of/);
    await expect(run(kestrel, '--out', scratch, '--what', 'poster')).rejects.toThrow(/"poster"/);
  });

  test('[PRINT9] without a browser it says what to install, before it writes anything', async () => {
    vi.stubEnv('CHROMIUM_PATH', '');
    vi.stubEnv('TRILOGUE_CHROMIUM', '');
    vi.stubEnv('PATH', scratch);
    const out = join(scratch, 'none');
    try {
      await expect(run(kestrel, '--out', out, '--pdf')).rejects.toThrow(/CHROMIUM_PATH/);
    } finally {
      vi.unstubAllEnvs();
    }
    expect(readdirSync(scratch)).not.toContain('none');
  });

  test('[PRINT9] a browser that is named and not there is told by name', () => {
    expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(
      /\/nowhere\/chromium/,
    );
    expect(findChromium({ PATH: scratch })).toBeNull();
  });

  const chromium = findChromium(process.env);
  test.skipIf(chromium === null)(
    '[PRINT9] PDF has the paper’s size and Japanese letters',
    async () => {
      const out = join(scratch, 'pdf');
      await run(kestrel, '--out', out, '--lang', 'ja', '--what', 'feedback');
      const pdf = join(out, 'ja/feedback.pdf');
      const profiles = join(scratch, 'profiles');
      mkdirSync(profiles);
      vi.stubEnv('TMPDIR', profiles);
      await printPdf(chromium ?? '', join(out, 'ja/feedback.html'), pdf).finally(() =>
        vi.unstubAllEnvs(),
      );
      const bytes = readFileSync(pdf, 'latin1');
      expect(bytes.startsWith('%PDF-')).toBe(true);
      expect(bytes).toMatch(/\/MediaBox \[0 0 59\d\.\d+ 84\d\.\d+\]/);
      expect(bytes).toMatch(/\/FontName \/[A-Z]{6}\+/);
      if (hasJapaneseFont()) expect(bytes).toMatch(/CJK|Gothic|Hiragino|Meiryo/i);
      expect(readdirSync(profiles), 'the browser’s profile is left behind').toEqual([]);
    },
  );
});

const onSituationManual = (path: string) =>
  /^(title|parties\[\d+\]\.(name|city)|teams\[\d+\]\.(name|sector|mission)|objectives\[\d+\]\.(title|capability))$/.test(
    path,
  ) ||
  isOpen(path, 'assets', /^(name|sector|place\.name)$/) ||
  isOpen(path, 'indicators', /^name$/) ||
  isReachable(path);

const onModuleSheet = (path: string) =>
  /^(title|parties\[\d+\]\.city|phases\[\d+\]\.(title|briefing|questions\[\d+\]))$/.test(path);

const onCard = (path: string) =>
  /^(title|parties\[\d+\]\.(name|city)|teams\[\d+\]\.(name|sector|mission)|contacts\[\d+\]\.(name|role))$/.test(
    path,
  ) ||
  /^injects\[\d+\]\.(title|body|(variants|perRecipient)\[\d+\]\.(title|body)|choices\[\d+\]\.label)$/.test(
    path,
  ) ||
  /^items\[\d+\]\.(title|body|sanitised\.body)$/.test(path) ||
  /^positions\[\d+\]\.(title|question|text|options\[\d+\]\.label)$/.test(path) ||
  /^obligations\[\d+\]\.(title|rule|fields\[\d+\]\.label)$/.test(path);

function isOpen(path: string, list: 'assets' | 'indicators', fields: RegExp): boolean {
  const [, place, field] = new RegExp(`^${list}\\[(\\d+)\\]\\.(.+)$`).exec(path) ?? [];
  if (place === undefined || field === undefined || !fields.test(field)) return false;
  return planted.scenario[list][Number(place)]?.visibleTo.includes('all') ?? false;
}

function isReachable(path: string): boolean {
  const place = /^contacts\[(\d+)\]\.(name|role)$/.exec(path)?.[1];
  return place !== undefined && planted.scenario.contacts[Number(place)]?.reachable === true;
}

function plantCanaries(): { playbook: Playbook; paths: readonly string[] } {
  const all: string[] = [];
  const playbook = scenarioWith((path) => {
    all.push(path);
    return `canary${all.length - 1}end`;
  });
  return { playbook, paths: all };
}

/** Kestrel Locker with other words at every place where there are words. */
function scenarioWith(wordsAt: (path: string) => string): Playbook {
  const file = JSON.parse(readFileSync(kestrel, 'utf8'));
  for (const { path } of [...textsOf(file)]) {
    const steps = path.match(/[^.[\]]+/g) ?? [];
    const last = steps.pop() ?? '';
    const owner = steps.reduce((at, step) => at[step], file);
    owner[last] = wordsAt(path);
  }
  const loaded = parseScenario(file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
  return toPlaybook(loaded.scenario);
}

function pathsIn(pages: readonly string[]): string[] {
  const numbers = pages.flatMap((html) =>
    [...html.matchAll(/canary(\d+)end/g)].map(([, number]) => Number(number)),
  );
  return [...new Set(numbers)].map((number) => paths[number] ?? '');
}

/** What a page says, without its tags and its style. */
function wordsOf(html: string): string {
  return html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, ' ');
}

async function run(...args: string[]): Promise<void> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerPrint(program);
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await program.parseAsync(['node', 'trilogue', 'print', ...args]);
  } finally {
    written.mockRestore();
  }
}

function hasJapaneseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return (stdout ?? '') !== '';
}
