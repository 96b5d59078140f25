/** Everything a scenario names exists, once. What makes sense beyond that stands in `check-sense`. */

import { checkUnique } from './check-unique.js';
import type { Condition } from './condition-schema.js';
import type { Effect } from './effect-schema.js';
import { didYouMean, type Report } from './errors.js';
import type { Inject } from './inject-schema.js';
import { walkPhases } from './playbook.js';
import type { Phase, Scenario } from './schema.js';
import type { Trigger } from './trigger-schema.js';
import { everyone } from './world-schema.js';

/** A suggestion is worth its time for a handful of names, not for thousands. */
const maxSuggestions = 50;

/**
 * Codes: `scenario/duplicate-id` and `scenario/unknown-…` with party, team, contact, objective,
 * phase, inject, choice, asset, indicator, milestone, item, position, option or obligation.
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
  | 'milestone'
  | 'item'
  | 'position'
  | 'option'
  | 'obligation';

/** Names that are only known within something else. */
type InnerKind = 'choice' | 'option';

/** What an effect may name. */
const effectTargets = [
  'milestone',
  'asset',
  'indicator',
  'inject',
  'phase',
  'team',
  'obligation',
  'position',
] as const;

class References {
  readonly #scenario: Scenario;
  readonly #report: Report;
  readonly #names: Record<Exclude<Kind, InnerKind>, ReadonlySet<string>>;
  readonly #addressable: ReadonlySet<string>;
  readonly #choices: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #options: ReadonlyMap<string, ReadonlySet<string>>;
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
      item: ids(scenario.items),
      position: ids(scenario.positions),
      obligation: ids(scenario.obligations),
    };
    this.#addressable = new Set([everyone, ...this.#names.party, ...this.#names.team]);
    this.#choices = new Map(
      scenario.injects.map((inject) => [inject.id, ids(inject.choices ?? [])]),
    );
    this.#options = new Map(
      scenario.positions.map((position) => [position.id, ids(position.options ?? [])]),
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
    this.#items();
    this.#positions();
    this.#obligations();
  }

  #items(): void {
    const originators = new Set([...this.#names.team, ...this.#names.contact]);
    this.#scenario.items.forEach((item, index) => {
      const path = `items[${index}]`;
      this.#known('team', item.originator, `${path}.originator`, originators);
      this.#recipients(item.holders, `${path}.holders`);
      this.#inOptional('inject', item.comesWith, `${path}.comesWith`);
      this.#recipients(item.releasableTo, `${path}.releasableTo`);
      this.#recipients(item.sanitised?.releasableTo ?? [], `${path}.sanitised.releasableTo`);
      item.needs.forEach(({ teams, objective }, place) => {
        this.#recipients(teams, `${path}.needs[${place}].teams`);
        this.#inOptional('objective', objective, `${path}.needs[${place}].objective`);
      });
    });
  }

  #positions(): void {
    this.#scenario.positions.forEach((position, index) => {
      const path = `positions[${index}]`;
      position.voices.forEach((team, place) => {
        this.#known('team', team, `${path}.voices[${place}]`);
      });
      this.#recipients(position.participants, `${path}.participants`);
      this.#inOptional('inject', position.comesWith, `${path}.comesWith`);
      this.#inOptional('objective', position.objective, `${path}.objective`);
      if (position.rule.kind === 'lead') {
        this.#known('team', position.rule.team, `${path}.rule.team`);
      }
      position.options?.forEach(({ effects }, place) => {
        this.#effects(effects, `${path}.options[${place}].effects`);
      });
      this.#effects(position.onAgreed, `${path}.onAgreed`);
      this.#effects(position.onFailed, `${path}.onFailed`);
    });
  }

  #obligations(): void {
    this.#scenario.obligations.forEach((obligation, index) => {
      const path = `obligations[${index}]`;
      obligation.teams.forEach((team, place) => {
        this.#known('team', team, `${path}.teams[${place}]`);
      });
      this.#known('contact', obligation.to, `${path}.to`);
      this.#inOptional('objective', obligation.objective, `${path}.objective`);
      if (obligation.startsWhen !== undefined) {
        this.#condition(obligation.startsWhen, `${path}.startsWhen`);
      }
      this.#effects(obligation.onMet, `${path}.onMet`);
      this.#effects(obligation.onMissed, `${path}.onMissed`);
    });
  }

  #inOptional(kind: Exclude<Kind, InnerKind>, name: string | undefined, path: string): void {
    if (name !== undefined) this.#known(kind, name, path);
  }

  #known(kind: Kind, name: string, path: string, among?: ReadonlySet<string>): boolean {
    const isInner = kind === 'choice' || kind === 'option';
    const names = among ?? (isInner ? new Set<string>() : this.#names[kind]);
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
    inject.variants?.forEach(({ from }, index) => {
      this.#inOptional('contact', from, `${path}.variants[${index}].from`);
    });
    inject.perRecipient.forEach(({ to, from }, index) => {
      this.#recipients(to, `${path}.perRecipient[${index}].to`);
      this.#inOptional('contact', from, `${path}.perRecipient[${index}].from`);
    });
    inject.expectations.forEach((expectation, index) => {
      const where = `${path}.expectations[${index}]`;
      this.#inOptional('objective', expectation.objective, `${where}.objective`);
      if ('with' in expectation) this.#recipients(expectation.with, `${where}.with`);
      for (const kind of ['item', 'obligation', 'position'] as const) {
        const name = (expectation as Partial<Record<Kind, string>>)[kind];
        this.#inOptional(kind, name, `${where}.${kind}`);
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
      case 'shared':
        this.#known('item', condition.item, `${path}.item`);
        this.#inOptional('team', condition.by, `${path}.by`);
        if (condition.with !== undefined) this.#recipients([condition.with], `${path}.with`);
        return;
      case 'position':
        this.#known('position', condition.position, `${path}.position`);
        if (condition.option !== undefined) {
          const offered = this.#options.get(condition.position) ?? new Set();
          this.#known('option', condition.option, `${path}.option`, offered);
        }
        return;
      case 'obligation':
        this.#known('obligation', condition.obligation, `${path}.obligation`);
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
      for (const kind of effectTargets) this.#inOptional(kind, named[kind], `${where}.${kind}`);
    });
  }
}
