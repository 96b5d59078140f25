/** Why something can never come about: in words, with the place, and what it waits for in vain. */
import type { Condition, LeafCondition } from '../../scenario/condition-schema.js';
import { occasionKey } from '../../scenario/effect-sites.js';
import { teamsAddressed } from '../../scenario/playbook.js';
import type { Trigger } from '../../scenario/trigger-schema.js';
import { amount, listed } from '../words.js';
import { conflictOf } from './conflicts.js';
import type { EffectSite } from './effect-sites.js';
import type { Range } from './ranges.js';
import type { Reach } from './reach.js';

const never = Number.POSITIVE_INFINITY;

export interface Reason {
  readonly path: string;
  readonly text: string;
  /** What else never comes about and is to blame: `inject …`, `phase …`; null where it is this itself. */
  readonly blame: string | null;
}

/** Why a trigger can't come true. */
export function whyTriggerNever(
  trigger: Trigger,
  phaseId: string,
  path: string,
  reach: Reach,
): Reason[] {
  if (trigger.kind !== 'deck' && reach.phase(phaseId) === never) return [phaseNever(phaseId, path)];
  switch (trigger.kind) {
    case 'afterInject':
    case 'whenChoice':
    case 'without':
      return [injectNever(trigger.inject, `${path}.inject`)];
    case 'onPhase':
      return [phaseNever(trigger.phase ?? phaseId, path)];
    case 'when':
      return reach.window(trigger.condition).holds === never
        ? whyNever(trigger.condition, `${path}.condition`, reach)
        : [
            {
              path: `${path}.mode`,
              text: 'its condition holds from StartEx on and never ceases, so it does not become true',
              blame: null,
            },
          ];
    case 'at':
    case 'manual':
    case 'deck':
      return [];
  }
}

/** Why a condition can never hold. */
export function whyNever(condition: Condition, path: string, reach: Reach): Reason[] {
  if (condition.kind === 'any') {
    return condition.of.flatMap((part, index) => whyNever(part, `${path}.of[${index}]`, reach));
  }
  if (condition.kind === 'all') {
    const parts = condition.of.flatMap((part, index) =>
      reach.window(part).holds === never ? whyNever(part, `${path}.of[${index}]`, reach) : [],
    );
    if (parts.length > 0) return parts;
    const pair = conflictOf(condition, reach.playbook);
    const [one, other] = pair?.map(wordsOf) ?? [];
    const words = one === other ? `two demands on ${one}` : `${one} and ${other}`;
    return [{ path, text: `${words} exclude each other`, blame: null }];
  }
  if (condition.kind === 'not') {
    return [{ path, text: `${alwaysWords(condition.of)} always holds`, blame: null }];
  }
  return [leafNever(condition, path, reach)];
}

function leafNever(leaf: LeafCondition, path: string, reach: Reach): Reason {
  const { playbook } = reach;
  const hard = (text: string): Reason => ({ path, text, blame: null });
  switch (leaf.kind) {
    case 'milestone':
      return fromSites(
        reach.sites.filter(
          ({ effect }) => effect.kind === 'setMilestone' && effect.milestone === leaf.milestone,
        ),
        path,
        `milestone "${leaf.milestone}"`,
        'sets',
      );
    case 'choice': {
      const isStranger = leaf.by && !playbook.recipients.get(leaf.inject)?.includes(leaf.by);
      if (isStranger) return hard(`"${leaf.by}" does not receive "${leaf.inject}"`);
      return injectNever(leaf.inject, path);
    }
    case 'inject':
      return reach.inject(leaf.inject) < never
        ? hard(`nothing is expected about "${leaf.inject}", so it can't be overdue`)
        : injectNever(leaf.inject, path);
    case 'asset':
      return hard(`nothing makes "${leaf.asset}" ${leaf.is.join(' or ')}`);
    case 'indicator':
      return hard(standsOnly(`"${leaf.indicator}"`, reach.indicator(leaf.indicator)));
    case 'score':
      return hard(`no more than ${amount(reach.score().high)} points can be earned in all`);
    case 'count': {
      const source = leaf.inject;
      if (source !== undefined && reach.inject(source) === never) return injectNever(source, path);
      return hard(`"${leaf.of}" can only come to ${amount(reach.count(leaf).high)}`);
    }
    case 'shared': {
      const inject = playbook.items.get(leaf.item)?.comesWith;
      if (reach.item(leaf.item) === never && inject !== undefined) return injectNever(inject, path);
      const told = leaf.with === undefined ? [] : teamsAddressed(playbook.scenario, [leaf.with]);
      return hard(`nobody else is there to tell ${listed(told)} of "${leaf.item}"`);
    }
    case 'position':
      return { path, text: `"${leaf.position}" never opens`, blame: `position ${leaf.position}` };
    case 'obligation':
      return {
        path,
        text: `"${leaf.obligation}" never starts`,
        blame: `obligation ${leaf.obligation}`,
      };
    case 'phase':
      return phaseNever(leaf.phase, path);
    case 'elapsed':
      return phaseNever(leaf.since, path);
  }
}

/** Why nothing of a list of effects ever happens. */
export function fromSites(
  sites: readonly EffectSite[],
  path: string,
  what: string,
  verb: string,
): Reason {
  const [first] = sites;
  return first === undefined
    ? { path, text: `no effect ${verb} ${what}`, blame: null }
    : {
        path,
        text: `what ${verb} ${what} never happens`,
        blame: occasionKey(first.occasion),
      };
}

function injectNever(id: string, path: string): Reason {
  return { path, text: `"${id}" never comes`, blame: `inject ${id}` };
}

function phaseNever(id: string, path: string): Reason {
  return { path, text: `phase "${id}" is never entered`, blame: `phase ${id}` };
}

function standsOnly(what: string, { low, high }: Range): string {
  return low === high
    ? `nothing moves ${what} from ${amount(low)}`
    : `${what} can only stand between ${amount(low)} and ${amount(high)}`;
}

function alwaysWords(condition: Condition): string {
  return condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'not'
    ? 'what must not hold'
    : wordsOf(condition);
}

/** A leaf in a few words: `position "ransom"`. */
export function wordsOf(leaf: LeafCondition): string {
  const subject = {
    milestone: 'milestone' in leaf && leaf.milestone,
    choice: 'choice' in leaf && leaf.choice,
    inject: 'inject' in leaf && leaf.inject,
    asset: 'asset' in leaf && leaf.asset,
    indicator: 'indicator' in leaf && leaf.indicator,
    shared: 'item' in leaf && leaf.item,
    position: 'position' in leaf && leaf.position,
    obligation: 'obligation' in leaf && leaf.obligation,
    phase: 'phase' in leaf && leaf.phase,
    count: 'of' in leaf && leaf.of,
    score: '',
    elapsed: '',
  }[leaf.kind];
  return subject ? `${leaf.kind} "${subject}"` : leaf.kind;
}
