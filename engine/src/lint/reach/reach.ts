/**
 * What can come about in a scenario, and from which minute of play on. It counts what the clock, the
 * players and effects do, and what a controller does because the scenario says so (manual injects
 * and exits, the deck, positions that nothing else opens); not what a controller could do besides.
 * Every time is a bound: sooner is impossible. So Infinity is certain, and any other time is not.
 */
import type { LeafCondition } from '../../scenario/condition-schema.js';
import type { EffectOf } from '../../scenario/effect-schema.js';
import type { Occasion } from '../../scenario/effect-sites.js';
import type { Expectation } from '../../scenario/inject-schema.js';
import type { Playbook } from '../../scenario/playbook.js';
import type { Phase } from '../../scenario/schema.js';
import type { TriggerKind } from '../../scenario/trigger-schema.js';
import { type AssetStatus, assetStatuses, worse } from '../../scenario/world-schema.js';
import { type Window, windowOf } from './condition-times.js';
import { type EffectSite, isSiteOf } from './effect-sites.js';
import { firstPhases, lineOf, siblingsOf } from './phase-relations.js';
import { countRange, indicatorRange, type Range, scoreRange } from './ranges.js';
import { type TriggerTime, triggerTimes } from './trigger-times.js';

const never = Number.POSITIVE_INFINITY;

export class Reach {
  readonly playbook: Playbook;
  readonly sites: readonly EffectSite[];
  readonly #times = new Map<string, number>();
  readonly #moves = new Map<string, EffectSite<EffectOf<'changeIndicator'>>[]>();
  readonly #opened = new Set<string>();
  readonly #score: Range;
  readonly #first: ReadonlySet<string>;
  readonly #without: ReadonlySet<string>;
  #hasChanged = true;

  /** @param without phases that shall never be entered, for asking what comes about before them */
  constructor(
    playbook: Playbook,
    sites: readonly EffectSite[],
    without: ReadonlySet<string> = new Set(),
  ) {
    this.#without = without;
    this.playbook = playbook;
    this.sites = sites;
    this.#score = scoreRange(playbook, sites);
    this.#first = new Set(firstPhases(playbook.scenario));
    for (const site of sites) {
      if (isSiteOf(site, 'changeIndicator')) {
        const moves = this.#moves.get(site.effect.indicator) ?? [];
        moves.push(site);
        this.#moves.set(site.effect.indicator, moves);
      }
      if (isSiteOf(site, 'openPosition')) this.#opened.add(site.effect.position);
    }
    const [first] = playbook.scenario.phases;
    if (first !== undefined) this.#enter(first, 0);
    for (const { id, status } of playbook.scenario.assets) {
      this.#sooner(`own ${id} ${status}`, 0);
      this.#sooner(`asset ${id} ${status}`, 0);
    }
    // Times only fall, and only to sums of delays, so this comes to an end.
    while (this.#hasChanged) {
      this.#hasChanged = false;
      this.#look();
    }
  }

  inject(id: string): number {
    return this.#at(`inject ${id}`);
  }

  phase(id: string): number {
    return this.#at(`phase ${id}`);
  }

  exit(phaseId: string, index: number): number {
    return this.#at(`exit ${phaseId} ${index}`);
  }

  milestone(id: string): number {
    return this.#at(`milestone ${id}`);
  }

  position(id: string): number {
    return this.#at(`position ${id}`);
  }

  obligation(id: string): number {
    return this.#at(`obligation ${id}`);
  }

  status(assetId: string, status: AssetStatus): number {
    return this.#at(`asset ${assetId} ${status}`);
  }

  /** When an item can first be held. */
  item(id: string): number {
    const inject = this.playbook.items.get(id as never)?.comesWith;
    return inject === undefined ? 0 : this.inject(inject);
  }

  indicator(id: string): Range {
    const moves = this.#moves.get(id) ?? [];
    return indicatorRange(
      this.playbook,
      id,
      moves.filter((site) => this.site(site) < never),
    );
  }

  /** When a gauge can first move. */
  firstMove(indicatorId: string): number {
    return Math.min(never, ...(this.#moves.get(indicatorId) ?? []).map((site) => this.site(site)));
  }

  score(): Range {
    return this.#score;
  }

  count(leaf: Extract<LeafCondition, { kind: 'count' }>): Range {
    return countRange(leaf, this.playbook, this);
  }

  /** When an effect can first happen. */
  site({ occasion }: EffectSite): number {
    return this.occasion(occasion);
  }

  occasion(occasion: Occasion): number {
    switch (occasion.kind) {
      case 'released':
      case 'chosen':
        return this.inject(occasion.inject.id);
      case 'met':
        return Math.max(this.inject(occasion.inject.id), this.#possible(occasion.expectation));
      case 'missed':
        return this.inject(occasion.inject.id) + occasion.expectation.withinMinutes;
      case 'entered':
        return this.phase(occasion.phase.id);
      case 'agreed':
      case 'agreedOn':
        return this.position(occasion.position.id);
      case 'failed':
        return this.position(occasion.position.id) + occasion.position.withinMinutes;
      case 'reported':
      case 'lapsed':
        return this.obligation(occasion.obligation.id);
    }
  }

  window(condition: Parameters<typeof windowOf>[0]): Window {
    return windowOf(condition, this);
  }

  /** When a phase can first not be under way. */
  withoutPhase(phaseId: string): number {
    if (!this.#first.has(phaseId)) return 0;
    const line = lineOf(this.playbook, phaseId);
    const exits = line.flatMap(({ id, exits }) => exits.map((_, index) => this.exit(id, index)));
    const inside = (target: string) =>
      lineOf(this.playbook, target).some(({ id }) => id === phaseId);
    const jumps = this.sites.map((site) =>
      site.effect.kind === 'enterPhase' && !inside(site.effect.phase) ? this.site(site) : never,
    );
    return jumps.reduce((least, time) => Math.min(least, time), Math.min(never, ...exits));
  }

  #look(): void {
    for (const { id, release, phase } of this.playbook.scenario.injects) {
      this.#sooner(`inject ${id}`, this.#trigger(release, phase));
    }
    for (const { phase } of this.playbook.phases.values()) {
      phase.exits.forEach(({ to, when }, index) => {
        const time = this.#trigger(when, phase.id);
        this.#sooner(`exit ${phase.id} ${index}`, time);
        const target = this.playbook.phases.get(to)?.phase;
        if (target !== undefined) this.#enter(target, time);
      });
    }
    for (const { id, comesWith } of this.playbook.scenario.positions) {
      const isByHand = comesWith === undefined && !this.#opened.has(id);
      this.#sooner(
        `position ${id}`,
        comesWith === undefined ? (isByHand ? 0 : never) : this.inject(comesWith),
      );
    }
    for (const { id, startsWhen } of this.playbook.scenario.obligations) {
      if (startsWhen !== undefined) this.#sooner(`obligation ${id}`, this.window(startsWhen).holds);
    }
    for (const site of this.sites) this.#happen(site);
    this.#spread();
  }

  #trigger(trigger: Parameters<TriggerTime<TriggerKind>>[0], phaseId: string): number {
    const rule = triggerTimes[trigger.kind] as TriggerTime<TriggerKind>;
    return rule(trigger, phaseId, this);
  }

  #happen(site: EffectSite): void {
    const time = this.site(site);
    if (time === never) return;
    const { effect } = site;
    if (effect.kind === 'setMilestone') this.#sooner(`milestone ${effect.milestone}`, time);
    if (effect.kind === 'setAsset') this.#sooner(`own ${effect.asset} ${effect.status}`, time);
    if (effect.kind === 'releaseInject') {
      this.#sooner(`inject ${effect.inject}`, time + effect.delayMinutes);
    }
    if (effect.kind === 'startObligation') this.#sooner(`obligation ${effect.obligation}`, time);
    if (effect.kind === 'openPosition') this.#sooner(`position ${effect.position}`, time);
    const target = effect.kind === 'enterPhase' && this.playbook.phases.get(effect.phase)?.phase;
    if (target) this.#enter(target, time);
  }

  /** A system is as bad as the worst of its own state and what it feels. */
  #spread(): void {
    for (const { id, dependsOn } of this.playbook.scenario.assets) {
      for (const own of assetStatuses)
        this.#sooner(`asset ${id} ${own}`, this.#at(`own ${id} ${own}`));
      for (const { asset, when, becomes, delayMinutes } of dependsOn) {
        const felt = Math.min(...when.map((status) => this.status(asset, status))) + delayMinutes;
        const better = assetStatuses.filter((status) => worse(status, becomes) === becomes);
        const own = Math.min(...better.map((status) => this.#at(`own ${id} ${status}`)));
        this.#sooner(`asset ${id} ${becomes}`, Math.max(felt, own));
      }
    }
  }

  /** A phase, what is inside it, and what it is inside of. */
  #enter(phase: Phase, time: number): void {
    if (time === never || this.#without.has(phase.id)) return;
    this.#enterInside(phase, time);
    for (const around of lineOf(this.playbook, phase.id).slice(1)) {
      this.#sooner(`phase ${around.id}`, time);
      if (around.mode !== 'parallel') continue;
      for (const region of around.phases ?? []) {
        const isEntered = lineOf(this.playbook, phase.id).some(({ id }) => id === region.id);
        if (!isEntered) this.#enterInside(region, time);
      }
    }
  }

  #enterInside(phase: Phase, time: number): void {
    if (this.#without.has(phase.id)) return;
    this.#sooner(`phase ${phase.id}`, time);
    const inner = phase.phases ?? [];
    for (const one of phase.mode === 'parallel' ? inner : inner.slice(0, 1))
      this.#enterInside(one, time);
  }

  /** When what an expectation asks for can first be done, apart from its inject. */
  #possible(expectation: Expectation): number {
    if (expectation.kind === 'share') return this.item(expectation.item);
    if (expectation.kind === 'report') return this.obligation(expectation.obligation);
    return expectation.kind === 'agree' ? this.position(expectation.position) : 0;
  }

  #at(key: string): number {
    return this.#times.get(key) ?? never;
  }

  #sooner(key: string, time: number): void {
    if (time >= this.#at(key)) return;
    this.#times.set(key, time);
    this.#hasChanged = true;
  }
}

/** The exits that lead to a phase, each with the phase it leads out of. */
export function waysInto(
  playbook: Playbook,
  phaseId: string,
): { readonly phaseId: Phase['id']; readonly exit: number }[] {
  return siblingsOf(playbook, phaseId).flatMap((sibling) =>
    sibling.exits.flatMap(({ to }, exit) =>
      to === phaseId ? [{ phaseId: sibling.id, exit }] : [],
    ),
  );
}
