/**
 * Canaries: every text and every name that an author writes holds a token of its own, so that a
 * leak can be seen in what was sent, whatever shape it has.
 */
import { parseScenario } from '@trilogue/engine/scenario/load';
import { type LocalizedText, localize } from '@trilogue/engine/scenario/localize';
import type { Scenario, scenarioSchema } from '@trilogue/engine/scenario/schema';
import type { z } from 'zod';
import type { PlantedKind } from './canary-kinds.js';
import { withTexts } from './canary-texts.js';

/** What a token stands for. `of` names whose it is: an inject, a team, a phase and the like. */
export interface About {
  readonly kind: PlantedKind;
  readonly of: string;
  /** A choice or an expectation of the inject, an option of the position and the like. */
  readonly part?: string;
}

/** A token as it stands in a text; numbers of injects and ids of techniques have shapes of their own. */
const tokenShape = /kx[0-9a-z]{4}xk|8[0-9]{3}Q|T[0-9]{4}\.[0-9]{3}/g;

/** Every token in what was sent, once. */
export function tokensIn(sent: string): string[] {
  return [...new Set(sent.match(tokenShape) ?? [])];
}

export class Tokens {
  readonly about = new Map<string, About>();

  mint(about: About): string {
    const token = `kx${this.about.size.toString(36).padStart(4, '0')}xk`;
    this.about.set(token, about);
    return token;
  }

  /** For what has a shape of its own. */
  note(token: string, about: About): string {
    this.about.set(token, about);
    return token;
  }

  /** A text with a token of its own in each language. */
  text(about: About, languages: readonly string[]): LocalizedText {
    return Object.fromEntries(
      languages.map((language) => [language, `${language} text ${this.mint(about)}.`]),
    );
  }
}

export interface Canary {
  readonly scenario: Scenario;
  readonly tokens: Tokens;
  /** From the first scenario's ids to the tokens that took their place. */
  readonly ids: ReadonlyMap<string, string>;
  /** By "inject choice", "position option" and the like, in the first scenario's ids. */
  readonly parts: ReadonlyMap<string, string>;
}

export type Input = z.input<typeof scenarioSchema>;
type Names = Pick<Canary, 'ids' | 'parts'>;

/** The same scenario in tokens, with the texts added that it left out. */
export function plant(scenario: Scenario): Canary {
  const tokens = new Tokens();
  const { ids, parts } = mintNames(scenario, tokens);
  // A parsed scenario is a scenario file, too, once its ids are plain strings.
  const renamed = rename(scenario, { ids, parts }) as unknown as Input;
  const loaded = parseScenario(withTexts(renamed, tokens));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  // A capability has no id: it is rated by its name.
  scenario.objectives.forEach(({ capability }, index) => {
    const planted = loaded.scenario.objectives[index]?.capability;
    if (planted !== undefined)
      ids.set(inDefault(capability, scenario), inDefault(planted, scenario));
  });
  return { scenario: loaded.scenario, tokens, ids, parts };
}

function inDefault(text: LocalizedText, { defaultLanguage }: Scenario): string {
  return localize(text, defaultLanguage, defaultLanguage).text;
}

function mintNames(scenario: Scenario, tokens: Tokens) {
  const ids = new Map<string, string>();
  const parts = new Map<string, string>();
  const name = (kind: PlantedKind, list: readonly { id: string }[]) => {
    for (const { id } of list) {
      const token = tokens.mint({ kind, of: '' });
      tokens.note(token, { kind, of: token });
      ids.set(id, token);
    }
  };
  const within = (owner: string, kind: PlantedKind, list: readonly { id: string }[] = []) => {
    const of = ids.get(owner) ?? '';
    for (const { id } of list) {
      // Criteria of two expectations may be called alike.
      if (parts.has(`${owner} ${id}`)) continue;
      const token = tokens.mint({ kind, of });
      parts.set(`${owner} ${id}`, token);
      tokens.note(token, { kind, of, part: token });
    }
  };
  name('scenario id', [scenario]);
  name('party', scenario.parties);
  name('team id', scenario.teams);
  name('contact id', scenario.contacts);
  name('objective id', scenario.objectives);
  name('phase', phasesOf(scenario.phases));
  name('asset', scenario.assets);
  name('indicator', scenario.indicators);
  name('milestone', scenario.milestones);
  name('ending', scenario.endings);
  name('inject id', scenario.injects);
  name('item id', scenario.items);
  name('position id', scenario.positions);
  name('obligation id', scenario.obligations);
  for (const { id, choices, expectations, variants } of scenario.injects) {
    within(id, 'choice id', choices);
    within(id, 'expectation id', expectations);
    within(id, 'variant id', variants);
    for (const { criteria } of expectations) within(id, 'criterion id', criteria);
  }
  for (const { id, options } of scenario.positions) within(id, 'option id', options);
  for (const { id, fields } of scenario.obligations) within(id, 'field id', fields);
  return { ids, parts };
}

function phasesOf(phases: Scenario['phases']): Scenario['phases'] {
  return phases.flatMap((phase) => [phase, ...phasesOf(phase.phases ?? [])]);
}

/** Keys under which something is named that is only unique within what it belongs to. */
const partKeys = new Set(
  'id choice choiceId expectationId criterionId variantId option optionId fieldId'.split(' '),
);

/**
 * Puts tokens in the place of ids, wherever they stand. Choices, expectations, options and fields
 * are only unique within their inject, position or report, which stands beside or around them.
 */
export function rename(value: unknown, names: Names, around?: string): unknown {
  if (typeof value === 'string') return names.ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => rename(item, names, around));
  if (typeof value !== 'object' || value === null) return value;
  const beside = besideOf(value);
  const own = ownerOf(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      // A seat may be called as its role is.
      if (key === 'role' && typeof inner === 'string') return [key, inner];
      const owner = key === 'id' ? around : (beside ?? around);
      const isPart = partKeys.has(key) && typeof inner === 'string';
      const part = isPart ? names.parts.get(`${owner} ${inner}`) : undefined;
      return [key, part ?? rename(inner, names, own ?? beside ?? around)];
    }),
  );
}

/** An inject, a joint position or an obligation, by what only they have. */
function ownerOf(value: object): string | undefined {
  const isOwner = 'channel' in value || 'question' in value || 'withinHours' in value;
  return isOwner && 'id' in value ? String(value.id) : undefined;
}

/** The inject, position or obligation that stands beside what is named. */
function besideOf(value: object): string | undefined {
  const keys = ['inject', 'injectId', 'position', 'positionId', 'obligation', 'obligationId'];
  const named = keys.map((key) => (value as Record<string, unknown>)[key]);
  const found = named.find((name) => typeof name === 'string');
  return found === undefined ? undefined : String(found);
}
