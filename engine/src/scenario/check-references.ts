/** Everything a scenario names exists, once. What makes sense beyond that stands in `check-sense`. */
import type { Condition } from './condition-schema.js';
import type { Effect } from './effect-schema.js';
import { didYouMean, type ScenarioProblem } from './errors.js';
import { walkPhases } from './playbook.js';
import type { Inject, Phase, Scenario } from './schema.js';
import type { Trigger } from './trigger-schema.js';
import { everyone } from './world-schema.js';

export type Report = (problem: ScenarioProblem) => void;

/** A suggestion is worth its time for a handful of names, not for thousands. */
const maxSuggestions = 50;

/**
 * Codes: `scenario/duplicate-id` and `scenario/unknown-…` with party, team, contact, objective,
 * phase, inject, choice, asset, indicator or milestone.
 */
export function checkReferences(scenario: Scenario, report: Report): void {
  checkUnique(scenario, report);
  new References(scenario, report).check();
}

type Kind =
  | 'party'
  | 'team'
  | 'contact'
  | 'objective'
  | 'phase'
  | 'inject'
  | 'choice'
  | 'asset'
  | 'indicator'
  | 'milestone';

class References {
  readonly #scenario: Scenario;
  readonly #report: Report;
  readonly #names: Record<Exclude<Kind, 'choice'>, ReadonlySet<string>>;
  readonly #addressable: ReadonlySet<string>;
  readonly #choices: ReadonlyMap<string, ReadonlySet<string>>;
  #suggestionsLeft = maxSuggestions;

  constructor(scenario: Scenario, report: Report) {
    this.#scenario = scenario;
    this.#report = report;
    const ids = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
    const phases = new Set<string>();
    walkPhases(scenario.phases, null, ({ id }) => phases.add(id));
    this.#names = {
      party: ids(scenario.parties),
      team: ids(scenario.teams),
      contact: ids(scenario.contacts),
      objective: ids(scenario.objectives),
      phase: phases,
      inject: ids(scenario.injects),
      asset: ids(scenario.assets),
      indicator: ids(scenario.indicators),
      milestone: ids(scenario.milestones),
    };
    this.#addressable = new Set([everyone, ...this.#names.party, ...this.#names.team]);
    this.#choices = new Map(
      scenario.injects.map((inject) => [inject.id, ids(inject.choices ?? [])]),
    );
  }

  check(): void {
    const { teams, contacts, assets, indicators, injects, endings, phases } = this.#scenario;
    teams.forEach(({ party }, index) => {
      this.#known('party', party, `teams[${index}].party`);
    });
    contacts.forEach(({ party }, index) => {
      if (party !== undefined) this.#known('party', party, `contacts[${index}].party`);
    });
    assets.forEach((asset, index) => {
      const path = `assets[${index}]`;
      this.#known('party', asset.party, `${path}.party`);
      if (asset.owner !== undefined) this.#known('team', asset.owner, `${path}.owner`);
      this.#recipients(asset.visibleTo, `${path}.visibleTo`);
      asset.dependsOn.forEach(({ asset: on }, place) => {
        this.#known('asset', on, `${path}.dependsOn[${place}].asset`);
      });
    });
    indicators.forEach(({ party, visibleTo }, index) => {
      if (party !== undefined) this.#known('party', party, `indicators[${index}].party`);
      this.#recipients(visibleTo, `indicators[${index}].visibleTo`);
    });
    this.#phases(phases, 'phases');
    injects.forEach((inject, index) => {
      this.#inject(inject, `injects[${index}]`);
    });
    endings.forEach(({ when }, index) => {
      this.#condition(when, `endings[${index}].when`);
    });
  }

  #known(kind: Kind, name: string, path: string, among?: ReadonlySet<string>): boolean {
    const names = among ?? (kind === 'choice' ? new Set<string>() : this.#names[kind]);
    if (names.has(name)) return true;
    const hint = this.#suggestionsLeft-- > 0 ? didYouMean(name, names) : undefined;
    this.#report({
      code: `scenario/unknown-${kind}`,
      path,
      message: `"${name}"`,
      ...(hint === undefined ? {} : { hint }),
    });
    return false;
  }

  #recipients(to: readonly string[], path: string): void {
    to.forEach((name, index) => {
      this.#known('team', name, `${path}[${index}]`, this.#addressable);
    });
  }

  #phases(list: readonly Phase[], path: string): void {
    list.forEach((phase, index) => {
      const where = `${path}[${index}]`;
      phase.exits.forEach((exit, place) => {
        this.#known('phase', exit.to, `${where}.exits[${place}].to`);
        this.#trigger(exit.when, `${where}.exits[${place}].when`);
      });
      this.#effects(phase.onEnter, `${where}.onEnter`);
      this.#phases(phase.phases ?? [], `${where}.phases`);
    });
  }

  #inject(inject: Inject, path: string): void {
    this.#known('phase', inject.phase, `${path}.phase`);
    this.#known('contact', inject.from, `${path}.from`);
    this.#recipients(inject.to, `${path}.to`);
    this.#trigger(inject.release, `${path}.release`);
    this.#effects(inject.effects, `${path}.effects`);
    inject.choices?.forEach(({ effects }, index) => {
      this.#effects(effects, `${path}.choices[${index}].effects`);
    });
    inject.expectations.forEach((expectation, index) => {
      const where = `${path}.expectations[${index}]`;
      if (expectation.objective !== undefined) {
        this.#known('objective', expectation.objective, `${where}.objective`);
      }
      expectation.teams?.forEach((team, place) => {
        this.#known('team', team, `${where}.teams[${place}]`);
      });
      this.#effects(expectation.onMet, `${where}.onMet`);
      this.#effects(expectation.onMissed, `${where}.onMissed`);
    });
  }

  #trigger(trigger: Trigger, path: string): void {
    if ('inject' in trigger) this.#known('inject', trigger.inject, `${path}.inject`);
    if ('by' in trigger && trigger.by !== undefined) {
      this.#known('team', trigger.by, `${path}.by`);
    }
    if (trigger.kind === 'whenChoice') this.#choice(trigger.inject, trigger.choice, path);
    if (trigger.kind === 'when') this.#condition(trigger.condition, `${path}.condition`);
    if (trigger.kind === 'onPhase' && trigger.phase !== undefined) {
      this.#known('phase', trigger.phase, `${path}.phase`);
    }
  }

  #choice(inject: string, choice: string, path: string): void {
    const offered = this.#choices.get(inject);
    if (offered !== undefined) this.#known('choice', choice, `${path}.choice`, offered);
  }

  #condition(condition: Condition, path: string): void {
    switch (condition.kind) {
      case 'all':
      case 'any':
        condition.of.forEach((part, index) => {
          this.#condition(part, `${path}.of[${index}]`);
        });
        return;
      case 'not':
        this.#condition(condition.of, `${path}.of`);
        return;
      case 'milestone':
      case 'asset':
      case 'indicator':
      case 'phase':
        this.#known(
          condition.kind,
          condition[condition.kind as never],
          `${path}.${condition.kind}`,
        );
        return;
      case 'choice':
        this.#known('inject', condition.inject, `${path}.inject`);
        this.#choice(condition.inject, condition.choice, path);
        if (condition.by !== undefined) this.#known('team', condition.by, `${path}.by`);
        return;
      case 'inject':
        this.#known('inject', condition.inject, `${path}.inject`);
        return;
      case 'count':
        if (condition.inject !== undefined) {
          this.#known('inject', condition.inject, `${path}.inject`);
        }
        return;
      case 'score':
        if (condition.team !== undefined) this.#known('team', condition.team, `${path}.team`);
        return;
      case 'elapsed':
        if (condition.since !== 'startEx') {
          this.#known('phase', condition.since, `${path}.since`);
        }
        return;
    }
  }

  #effects(effects: readonly Effect[], path: string): void {
    effects.forEach((effect, index) => {
      const where = `${path}[${index}]`;
      const named = effect as Partial<Record<Kind, string>>;
      for (const kind of ['milestone', 'asset', 'indicator', 'inject', 'phase', 'team'] as const) {
        const name = named[kind];
        if (name !== undefined) this.#known(kind, name, `${where}.${kind}`);
      }
    });
  }
}

function checkUnique(scenario: Scenario, report: Report): void {
  const once = (items: readonly { id: string }[], path: string, seen = new Set<string>()) => {
    items.forEach(({ id }, index) => {
      if (seen.has(id)) {
        report({
          code: 'scenario/duplicate-id',
          path: `${path}[${index}].id`,
          message: `"${id}" is used twice`,
          hint: 'give each its own id',
        });
      }
      seen.add(id);
    });
  };
  // Parties and teams share one name space, for an inject may be addressed to either.
  const addressable = new Set<string>([everyone]);
  once(scenario.parties, 'parties', addressable);
  once(scenario.teams, 'teams', addressable);
  for (const part of [
    'contacts',
    'objectives',
    'injects',
    'assets',
    'indicators',
    'milestones',
    'endings',
  ] as const) {
    once(scenario[part], part);
  }
  const phases = new Set<string>();
  const oncePhases = (list: readonly Phase[], path: string) => {
    once(list, path, phases);
    list.forEach((phase, index) => {
      oncePhases(phase.phases ?? [], `${path}[${index}].phases`);
    });
  };
  oncePhases(scenario.phases, 'phases');
  scenario.injects.forEach((inject, index) => {
    once(inject.choices ?? [], `injects[${index}].choices`);
    once(inject.expectations, `injects[${index}].expectations`);
  });
}
