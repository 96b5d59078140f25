/** A player at a real browser: joins by link, reads, acknowledges, decides and answers. */
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { type Language, words } from './words.js';

/** Kinds of tasks that are done on the inject's own page. */
const doneHere = ['respond', 'choose', 'acknowledge'] as const;

/** What stood there may be gone by now: then something else is tried. */
const patienceMs = 20_000;

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
  /** How many tasks were done. */
  acts = 0;
  readonly #say: ReturnType<typeof words>;
  readonly #common: ReturnType<typeof words>;
  #attempts = 0;

  private constructor(context: BrowserContext, page: Page, language: Language, name: string) {
    this.context = context;
    this.page = page;
    this.language = language;
    this.name = name;
    this.#say = words('player', language);
    this.#common = words('common', language);
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

  /** Does the nearest open task that is done where its inject is read, if there is one. */
  async act(): Promise<void> {
    // Time was up while it was asked for the last yes.
    if (await this.page.getByRole('dialog').isVisible()) await this.page.keyboard.press('Escape');
    const kinds = doneHere.map((kind) => this.#common(`expectationKinds.${kind}`)).join('|');
    const next = this.page
      .getByRole('region', { name: this.#say('tasks.title') })
      .getByRole('button', { name: new RegExp(`^(${kinds})`) })
      .first();
    if (!(await next.isVisible())) return;
    await next.click({ timeout: patienceMs });
    const options = this.page
      .getByRole('radiogroup', { name: this.#say('choice.title') })
      .getByRole('radio');
    const box = this.page.getByLabel(this.#say('answer.label'), { exact: true });
    const acknowledge = this.page.getByRole('button', { name: this.#say('acknowledge.button') });
    await options.or(box).or(acknowledge).first().waitFor({ timeout: patienceMs });
    if ((await options.count()) > 0) await this.#decide(options.first());
    else if (await box.isVisible()) await this.#answer(box);
    else await acknowledge.click({ timeout: patienceMs });
    this.acts++;
  }

  async #decide(option: Locator): Promise<void> {
    await option.click({ timeout: patienceMs });
    await this.#press('choice.decide');
    await this.#press('choice.confirm');
    await option.waitFor({ state: 'detached', timeout: patienceMs });
  }

  async #answer(box: Locator): Promise<void> {
    // A number of its own, also where an earlier one was sent but its confirmation not seen.
    this.#attempts++;
    const text = `${this.name} ${this.#attempts}: ${sentences[this.language]}`;
    await box.fill(text, { timeout: patienceMs });
    await this.#press('answer.send');
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: this.#common('actions.send'), exact: true })
      .click({ timeout: patienceMs });
    await this.page
      .getByRole('heading', { name: this.#say('answer.sentTitle') })
      .waitFor({ timeout: patienceMs });
    this.answered.push(text);
  }

  async #press(key: string): Promise<void> {
    await this.page
      .getByRole('button', { name: this.#say(key), exact: true })
      .click({ timeout: patienceMs });
  }
}

const sentences: Record<Language, string> = {
  en: 'We are telling both partners what we know and what we do not.',
  ja: '確認できた事実と未確認の点を、両国の窓口に速報で伝えます。',
  fil: 'Ibinabahagi namin sa dalawang partner ang nakumpirma at hindi pa nakukumpirma.',
};
