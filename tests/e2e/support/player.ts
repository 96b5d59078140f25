/** A player at a real browser: joins by link, reads, acknowledges, decides and answers. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type Language, words } from './words.js';

const locales: Record<Language, string> = { en: 'en-US', ja: 'ja-JP', fil: 'fil-PH' };

export class Player {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly language: Language;
  readonly name: string;
  /** Everything that came over the wire, HTTP bodies and socket frames alike. */
  readonly heard: string[] = [];
  /** What was sent and confirmed on the screen. */
  readonly answered: string[] = [];
  readonly #say: (key: string) => string;
  #attempts = 0;

  private constructor(context: BrowserContext, page: Page, language: Language, name: string) {
    this.context = context;
    this.page = page;
    this.language = language;
    this.name = name;
    this.#say = words('player', language);
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.heard.push(String(payload)));
    });
    page.on('response', (response) => {
      if (!response.url().includes('/api/') && !response.url().includes('/socket.io/')) return;
      response.text().then(
        (text) => this.heard.push(text),
        () => undefined,
      );
    });
  }

  static async open(browser: Browser, language: Language, name: string): Promise<Player> {
    const context = await browser.newContext({
      locale: locales[language],
      viewport: { width: 1_280, height: 800 },
    });
    // A person who has seen the tour: it would stand before what is pressed.
    await context.addInitScript(() => localStorage.setItem('trilogue.tour', 'seen'));
    return new Player(context, await context.newPage(), language, name);
  }

  async join(link: string): Promise<void> {
    const say = words('lobby', this.language);
    await this.page.goto(link);
    await this.page.getByRole('textbox', { name: say('join.name') }).fill(this.name);
    await this.page.getByRole('button', { name: say('join.sit') }).click();
    await this.page.waitForURL(/\/play\//);
    await this.page.getByText(say('hero.title')).waitFor({ state: 'detached' });
  }

  /** Titles in the inbox, as they stand on the screen. */
  async inbox(): Promise<string> {
    return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
  }

  /** Does the nearest open task, if there is one. Returns what was done. */
  async act(): Promise<string | null> {
    const tasks = this.page.getByRole('region', { name: this.#say('tasks.title') });
    const next = tasks.getByRole('button').first();
    if (!(await next.isVisible())) return null;
    await next.click({ timeout: 3_000 });
    return (await this.#decide()) ?? (await this.#answer()) ?? (await this.#acknowledge());
  }

  async #decide(): Promise<string | null> {
    const section = this.page
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { name: this.#say('choice.title') }) })
      .last();
    const options = section.getByRole('radio');
    await this.page
      .getByRole('button', { name: this.#say('answer.send') })
      .or(options.first())
      .first()
      .waitFor({ timeout: 3_000 });
    if ((await options.count()) === 0) return null;
    await options.first().click({ timeout: 3_000 });
    await this.#press('choice.decide');
    await this.#press('choice.confirm');
    // The inbox says it beside, in its own row.
    await section
      .getByText(this.#say('choice.made'), { exact: true })
      .first()
      .waitFor({ timeout: 10_000 });
    return 'choice';
  }

  async #answer(): Promise<string | null> {
    const box = this.page.getByLabel(this.#say('answer.label'));
    if (!(await box.isVisible())) return null;
    // A number of its own, also where an earlier one was sent but its confirmation not seen.
    this.#attempts++;
    const text = `${this.name} ${this.#attempts}: ${sentences[this.language]}`;
    await box.fill(text, { timeout: 3_000 });
    await this.#press('answer.send');
    const dialog = this.page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: words('common', this.language)('actions.send') })
      .click({ timeout: 3_000 });
    await this.page.getByText(this.#say('answer.sentTitle')).waitFor({ timeout: 10_000 });
    this.answered.push(text);
    return text;
  }

  async #acknowledge(): Promise<string | null> {
    const button = this.page.getByRole('button', { name: this.#say('acknowledge.button') });
    if (!(await button.isVisible())) return null;
    await button.click({ timeout: 3_000 });
    return 'acknowledge';
  }

  async #press(key: string): Promise<void> {
    await this.page
      .getByRole('button', { name: this.#say(key), exact: true })
      .click({ timeout: 3_000 });
  }
}

const sentences: Record<Language, string> = {
  en: 'We are telling both partners what we know and what we do not.',
  ja: '確認できた事実と未確認の点を、両国の窓口に速報で伝えます。',
  fil: 'Ibinabahagi namin sa dalawang partner ang nakumpirma at hindi pa nakukumpirma.',
};
