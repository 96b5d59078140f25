/** What the facts that stand have told everybody: one rule for each kind of text and name. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import type { About } from './canary.js';
import { Exchange } from './canary-exchange.js';
import type { PlantedKind, TypedKind } from './canary-kinds.js';
import { Lines } from './canary-lines.js';
import { anybody, nobody, People, type Who } from './canary-people.js';
import { type Parts, Typed } from './canary-typed.js';
import { Words } from './canary-words.js';

interface Rule {
  readonly table: (who: Who, about: About, token: string) => boolean;
  readonly wall?: (about: About, token: string) => boolean;
}

export class Knowledge {
  readonly #parts: Parts;
  readonly #typed: Typed;
  readonly #entered = new Set<string>();
  /** "inject table choice". */
  readonly #chosen = new Set<string>();

  constructor(scenario: Scenario, kinds: Map<string, TypedKind>) {
    const people = new People();
    const words = new Words(scenario, people);
    const exchange = new Exchange(people);
    const lines = new Lines(scenario, words, exchange);
    this.#parts = { scenario, people, words, exchange, lines };
    this.#typed = new Typed(this.#parts, kinds);
  }

  get people(): People {
    return this.#parts.people;
  }
  get words(): Words {
    return this.#parts.words;
  }
  get exchange(): Exchange {
    return this.#parts.exchange;
  }
  get lines(): Lines {
    return this.#parts.lines;
  }

  take(fact: Fact): void {
    this.people.take(fact);
    this.words.take(fact);
    this.exchange.take(fact);
    this.lines.take(fact);
    this.#typed.take(fact);
    if (fact.type === 'PhaseChanged') for (const id of fact.entered) this.#entered.add(id);
    if (fact.type === 'ChoiceMade') {
      this.#chosen.add(`${fact.injectId} ${fact.tableId} ${fact.choiceId}`);
    }
  }

  mayHold(who: Who, about: About, token: string): boolean {
    if (about.kind === 'typed') return this.#typed.mayRead(who, token);
    return this.#rules[about.kind].table(who, about, token);
  }

  isOnWall(about: About, token: string): boolean {
    if (about.kind === 'typed') return this.#typed.isOnWall(token);
    return this.#rules[about.kind].wall?.(about, token) ?? false;
  }

  /** In the directory; or named in what the table may read besides. */
  #knowsTeam(who: Who, teamId: string): boolean {
    const { scenario, people, words, exchange } = this.#parts;
    if (people.isCast(teamId)) return true;
    const isNamedIn = (to: readonly string[] = []) => to.includes(teamId);
    return (
      scenario.items.some(
        ({ id, releasableTo, sanitised }) =>
          (exchange.holds(who, id, 'full') && isNamedIn(releasableTo)) ||
          (this.#hasSanitised(who, id) && isNamedIn(sanitised?.releasableTo)),
      ) ||
      scenario.positions.some(
        ({ id, rule }) =>
          exchange.takesPart(who, id) && rule.kind === 'lead' && rule.team === teamId,
      ) ||
      words.ids.some((injectId) =>
        words
          .rules(injectId)
          .some(
            (rule) => isNamedIn(rule.with) && words.isAnnounced(injectId, rule.id, who.tableId),
          ),
      )
    );
  }

  #hasSanitised(who: Who, itemId: string): boolean {
    const { exchange } = this.#parts;
    return exchange.holds(who, itemId, 'full') || exchange.holds(who, itemId, 'sanitised');
  }

  /** Whose item it is stands beside the item. */
  #holdsItemOf(who: Who, originator: string): boolean {
    return this.#parts.scenario.items.some(
      (item) => item.originator === originator && this.#hasSanitised(who, item.id),
    );
  }

  #owesReportTo(who: Who, contactId: string): boolean {
    const { scenario, exchange } = this.#parts;
    return scenario.obligations.some(
      ({ id, to }) => to === contactId && exchange.isObliged(who, id),
    );
  }

  #isReachable(contactId: string): boolean {
    const { contacts } = this.#parts.scenario;
    return contacts.find(({ id }) => id === contactId)?.reachable ?? false;
  }

  /** An author's list of who may see a system or a gauge. */
  #sees(list: readonly { id: string; visibleTo: readonly string[] }[], id: string): Rule {
    const visibleTo = list.find((one) => one.id === id)?.visibleTo ?? [];
    const { scenario, people } = this.#parts;
    return {
      wall: () => visibleTo.includes('all'),
      table: ({ tableId }) =>
        visibleTo.includes('all') ||
        scenario.teams.some(
          (team) =>
            people.isAt(tableId, team.id) &&
            (visibleTo.includes(team.id) || visibleTo.includes(team.party)),
        ),
    };
  }

  readonly #staff: Rule = { table: nobody };
  readonly #all: Rule = { table: anybody, wall: () => true };
  readonly #title: Rule = {
    table: ({ tableId }, { of }, token) => this.words.hasTitle(of, tableId, token),
    wall: ({ of }, token) => this.words.isOnWall(of, token),
  };
  readonly #body: Rule = {
    table: ({ tableId }, { of }, token) => this.words.hasBody(of, tableId, token),
  };
  readonly #ofPosition: Rule = { table: (who, { of }) => this.exchange.takesPart(who, of) };
  readonly #ofObligation: Rule = { table: (who, { of }) => this.exchange.isObliged(who, of) };
  readonly #ofItem: Rule = {
    table: (who, { of }) => this.exchange.knowsItem(who, of) || this.lines.namesItem(who, of),
  };

  /** A new kind of token does not compile until it has its rule. */
  readonly #rules: { readonly [K in Exclude<PlantedKind, 'typed'>]: Rule } = {
    'scenario id': this.#staff,
    'scenario text': this.#all,
    'exercise title': this.#all,
    party: this.#all,
    'team id': { table: (who, { of }) => this.#knowsTeam(who, of) },
    'team name': {
      table: (who, { of }) => this.people.isCast(of) || this.#holdsItemOf(who, of),
    },
    'team sector': { table: (_, { of }) => this.people.isCast(of) },
    'team mission': { table: ({ tableId }, { of }) => this.people.isAt(tableId, of) },
    'contact id': { table: (_, { of }) => this.#isReachable(of) },
    'contact name': {
      table: (who, { of }) =>
        this.#isReachable(of) ||
        this.words.hearsContact(of, who.tableId) ||
        this.#holdsItemOf(who, of) ||
        this.#owesReportTo(who, of),
    },
    'contact role': {
      table: (who, { of }) =>
        this.#isReachable(of) ||
        this.words.hearsContact(of, who.tableId) ||
        this.#owesReportTo(who, of),
    },
    // A rating stands under the id of what is rated.
    'objective id': { table: (who, { of }) => this.lines.isRated(who, (rated) => rated === of) },
    'objective title': {
      table: (who, { of }) =>
        this.lines.namesObjective(who, of) ||
        this.lines.isRated(who, (rated) => rated === of) ||
        this.#typed.namesObjective(who, of),
    },
    'objective capability': {
      table: (who, _, token) => this.lines.isRated(who, (rated) => rated.includes(token)),
    },
    'objective detail': this.#staff,
    phase: {
      table: (_, { of }) => this.#entered.has(of),
      wall: ({ of }) => this.#entered.has(of),
    },
    asset: {
      table: (who, about, token) =>
        this.#sees(this.#parts.scenario.assets, about.of).table(who, about, token),
      wall: (about, token) =>
        this.#sees(this.#parts.scenario.assets, about.of).wall?.(about, token) ?? false,
    },
    indicator: {
      table: (who, about, token) =>
        this.#sees(this.#parts.scenario.indicators, about.of).table(who, about, token),
      wall: (about, token) =>
        this.#sees(this.#parts.scenario.indicators, about.of).wall?.(about, token) ?? false,
    },
    milestone: this.#staff,
    ending: this.#staff,
    'inject id': { table: ({ tableId }, { of }) => this.words.got(of, tableId) },
    'inject title': this.#title,
    'inject body': this.#body,
    'variant id': this.#staff,
    'variant title': this.#title,
    'variant body': this.#body,
    'own title': this.#title,
    'own body': this.#body,
    'inject number': this.#staff,
    'attack id': this.#staff,
    'choice id': {
      table: ({ tableId }, { of, part }) =>
        this.words.isInHand(of, tableId) || this.#chosen.has(`${of} ${tableId} ${part ?? ''}`),
    },
    'choice label': { table: ({ tableId }, { of }) => this.words.isInHand(of, tableId) },
    'choice rationale': this.#staff,
    // What was hidden comes out with the scores, after EndEx.
    'expectation id': {
      table: (who, { of, part }) =>
        this.words.isAnnounced(of, part ?? '', who.tableId) ||
        this.lines.isScored(who, of, part ?? ''),
    },
    'expectation action': this.#staff,
    'criterion id': this.#staff,
    'criterion text': this.#staff,
    'award reason': { table: (who, _, token) => this.lines.givesReason(who, token) },
    'item id': this.#ofItem,
    'item title': this.#ofItem,
    'item body': { table: (who, { of }) => this.exchange.holds(who, of, 'full') },
    'item sanitised body': { table: (who, { of }) => this.#hasSanitised(who, of) },
    'position id': this.#ofPosition,
    'position title': this.#ofPosition,
    'position question': this.#ofPosition,
    'position text': this.#ofPosition,
    'option id': this.#ofPosition,
    'option label': this.#ofPosition,
    'option rationale': this.#staff,
    'obligation id': this.#ofObligation,
    'obligation title': this.#ofObligation,
    'obligation rule': this.#ofObligation,
    'field id': this.#ofObligation,
    'field label': this.#ofObligation,
    'table id': this.#all,
    'table name': {
      table: ({ tableId }, { of }) => of === tableId,
      wall: () => true,
    },
    seat: { table: (who, { of }) => this.people.knows(who, of) },
  };
}
