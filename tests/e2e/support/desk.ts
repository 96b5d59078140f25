/** A player's screen in a language, and what is pressed on it by the words that stand there. */
import type { Browser, Locator, Page } from '@playwright/test';
import { Player } from './player.js';
import { type Language, words } from './words.js';

export class Desk {
  readonly page: Page;
  /** What stands in the middle: toasts and the bar say the same things again. */
  readonly main: Locator;
  /** The list of injects beside it. */
  readonly inbox: Locator;
  readonly language: Language;
  readonly say: ReturnType<typeof words>;

  readonly player: Player;

  private constructor(player: Player, language: Language) {
    const { page } = player;
    this.player = player;
    this.page = page;
    this.main = page.getByRole('main');
    this.inbox = page.getByRole('region', {
      name: words('player', language)('tabs.inbox'),
      exact: true,
    });
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
    await this.tab(tab).click();
  }

  /** Its name goes on with how much is new there. */
  tab(tab: string): Locator {
    const say = words('player', this.language);
    return this.page
      .getByRole('navigation', { name: say('tabs.label') })
      .getByRole('button', { name: new RegExp(`^${say(`tabs.${tab}`)}`) });
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
    return this.say(key, { version });
  }

  /** Of whatever version: it is written anew on top of what came meanwhile. */
  draft(): Locator {
    const label = this.say('draft.label', { version: '\\d+' });
    return this.main.getByLabel(new RegExp(`^${label}$`));
  }

  async write(text: string): Promise<void> {
    await this.draft().fill(text);
  }
}
