/** In which words an inject reached a table or a wall, worked out from the scenario and the log. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { tokensIn } from './canary.js';
import type { People } from './canary-people.js';

/** Texts of an inject, and of a form of it that leaves some of them out. */
interface Form {
  readonly title?: LocalizedText | undefined;
  readonly body?: LocalizedText | undefined;
  readonly from?: string | undefined;
}

interface Script extends Form {
  readonly tlp: string;
  readonly variants: readonly (Form & { readonly id: string })[];
  readonly perRecipient: readonly (Form & { readonly to: readonly string[] })[];
  readonly expectations: readonly Expected[];
}

export interface Expected {
  readonly id: string;
  readonly kind: string;
  readonly announced: boolean;
  readonly teams?: readonly string[] | undefined;
  readonly objective?: string | undefined;
  readonly with?: readonly string[];
  readonly item?: string;
}

/** What somebody reads: tokens, and who seems to speak. */
interface Reading {
  readonly title: readonly string[];
  readonly body: readonly string[];
  readonly from: string;
}

const tokens = (text: LocalizedText | undefined) => tokensIn(JSON.stringify(text ?? ''));

export class Words {
  readonly #scenario: Scenario;
  readonly #people: People;
  readonly #scripts: Map<string, Script>;
  readonly #drawn = new Map<string, string>();
  readonly #readings = new Map<string, ReadonlyMap<string, Reading>>();
  readonly #onWalls = new Map<string, Reading>();
  readonly #recalled = new Set<string>();
  readonly #revealed = new Set<string>();
  readonly #spokeAs = new Set<string>();

  constructor(scenario: Scenario, people: People) {
    this.#scenario = scenario;
    this.#people = people;
    this.#scripts = new Map(
      scenario.injects.map((inject) => [inject.id, { ...inject, variants: inject.variants ?? [] }]),
    );
  }

  take(fact: Fact): void {
    switch (fact.type) {
      case 'VariantDrawn':
        this.#drawn.set(fact.injectId, fact.variantId);
        break;
      case 'InjectEdited':
        this.#edit(fact);
        break;
      case 'InjectImprovised':
        this.#scripts.set(fact.injectId, {
          ...fact,
          variants: [],
          perRecipient: [],
          expectations: fact.expectations.map((rule) => ({ ...rule, announced: true })),
        });
        break;
      case 'InjectReleased':
        this.#release(fact);
        break;
      case 'InjectRecalled':
        this.#recalled.add(fact.injectId);
        break;
      case 'ExpectationRevealed':
        this.#revealed.add(`${fact.injectId} ${fact.tableId} ${fact.expectationId}`);
        break;
      case 'MessageSent':
        if (fact.as !== null && fact.thread.kind === 'table') {
          this.#spokeAs.add(`${fact.as} ${fact.thread.tableId}`);
        }
        break;
      default:
    }
  }

  /** All injects there are, those made up in play too. */
  get ids(): string[] {
    return [...this.#scripts.keys()];
  }

  got(injectId: string, tableId: string): boolean {
    return this.#readings.get(injectId)?.has(tableId) ?? false;
  }

  isInHand(injectId: string, tableId: string): boolean {
    return this.got(injectId, tableId) && !this.#recalled.has(injectId);
  }

  hasTitle(injectId: string, tableId: string, token: string): boolean {
    return this.#readings.get(injectId)?.get(tableId)?.title.includes(token) ?? false;
  }

  hasBody(injectId: string, tableId: string, token: string): boolean {
    const reading = this.#readings.get(injectId)?.get(tableId);
    return (reading?.body.includes(token) ?? false) && !this.#recalled.has(injectId);
  }

  /** A wall names what its marking lets the whole community read. */
  isOnWall(injectId: string, token: string): boolean {
    return this.#onWalls.get(injectId)?.title.includes(token) ?? false;
  }

  /** In an inject or in a message. */
  hearsContact(contactId: string, tableId: string): boolean {
    return (
      this.#spokeAs.has(`${contactId} ${tableId}`) ||
      [...this.#readings.values()].some((readings) => readings.get(tableId)?.from === contactId)
    );
  }

  rule(injectId: string, expectationId: string): Expected | undefined {
    return this.#scripts.get(injectId)?.expectations.find(({ id }) => id === expectationId);
  }

  rules(injectId: string): readonly Expected[] {
    return this.#scripts.get(injectId)?.expectations ?? [];
  }

  /** Announced to those it is expected of, at once or when its time came. */
  isAnnounced(injectId: string, expectationId: string, tableId: string): boolean {
    const rule = this.rule(injectId, expectationId);
    if (rule === undefined || !this.got(injectId, tableId)) return false;
    if (this.#revealed.has(`${injectId} ${tableId} ${expectationId}`)) return true;
    const isTheirs = rule.teams?.some((id) => this.#people.isAt(tableId, id)) ?? true;
    return rule.announced && isTheirs;
  }

  /** The words that a person wrote are everybody's; whoever spoke in the form drawn still does. */
  #edit({ injectId, title, body, tlp }: Extract<Fact, { type: 'InjectEdited' }>): void {
    const old = this.#scripts.get(injectId);
    if (old === undefined) return;
    const isWritten = title !== null || body !== null;
    const { from } = this.#read(injectId, null);
    this.#scripts.set(injectId, {
      ...old,
      ...(isWritten && { from, variants: [], perRecipient: [] }),
      ...(title !== null && { title }),
      ...(body !== null && { body }),
      ...(tlp !== null && { tlp }),
    });
  }

  #release({ injectId, tableIds }: Extract<Fact, { type: 'InjectReleased' }>): void {
    const script = this.#scripts.get(injectId);
    if (script === undefined) return;
    const readings = tableIds.map((tableId) => [tableId, this.#read(injectId, tableId)] as const);
    this.#readings.set(injectId, new Map(readings));
    const isOpen = script.tlp === 'CLEAR' || script.tlp === 'GREEN';
    if (isOpen && tableIds.length > 0) this.#onWalls.set(injectId, this.#read(injectId, null));
  }

  /** The inject's own words, over them those of the form drawn, over them those for the table. */
  #read(injectId: string, tableId: string | null): Reading {
    const script = this.#scripts.get(injectId);
    const variant = script?.variants.find(({ id }) => id === this.#drawn.get(injectId));
    const own =
      tableId === null
        ? undefined
        : script?.perRecipient.find(({ to }) => this.#isFor(to, tableId));
    const forms = [own, variant, script];
    return {
      title: tokens(forms.find((form) => form?.title !== undefined)?.title),
      body: tokens(forms.find((form) => form?.body !== undefined)?.body),
      from: forms.find((form) => form?.from !== undefined)?.from ?? '',
    };
  }

  #isFor(to: readonly string[], tableId: string): boolean {
    return this.#scenario.teams.some(
      ({ id, party }) =>
        this.#people.isAt(tableId, id) &&
        (to.includes('all') || to.includes(id) || to.includes(party)),
    );
  }
}
