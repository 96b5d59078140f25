/** A player's screen in a language, and what is pressed on it by the words that stand there. */
import type { Browser, Locator, Page } from '@playwright/test';
import { Player } from './player.js';
import { type Language, words } from './words.js';

export class Desk {
  readonly page: Page;
  /** What stands in the middle: toasts and the bar say the same things again. */
  readonly main: Locator;
  readonly language: Language;
  readonly say: (key: string) => string;

  readonly player: Player;

  private constructor(player: Player, language: Language) {
    const { page } = player;
    this.player = player;
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
    return new Desk(player, language);
  }

  async show(tab: 'inbox' | 'holdings' | 'situation' | 'joint' | 'duties'): Promise<void> {
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
