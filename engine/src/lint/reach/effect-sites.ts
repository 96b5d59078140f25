/** Every effect of a scenario as a check sees it: with its path in the file, and how often it can happen. */
import type { Effect, EffectKind, EffectOf } from '../../scenario/effect-schema.js';
import {
  type Occasion,
  occasionKey,
  type EffectSite as SiteInScenario,
  effectSites as sitesOf,
} from '../../scenario/effect-sites.js';
import type { Playbook } from '../../scenario/playbook.js';
import type { Paths } from '../paths.js';
import { isReentrant } from './phase-relations.js';

export interface EffectSite<Of extends Effect = Effect> extends SiteInScenario<Of> {
  readonly path: string;
  /** How often it can happen in one exercise, each table having a single team. */
  readonly times: number;
}

export function effectSites(playbook: Playbook, paths: Paths): EffectSite[] {
  const sites = sitesOf(playbook);
  // Where effects open phases, any phase may be entered again.
  const isOpen = sites.some(({ effect }) => effect.kind === 'enterPhase');
  return sites.map((site) => ({
    ...site,
    path: `${paths.get(occasionKey(site.occasion))}.${site.at}`,
    times: timesOf(playbook, site.occasion, isOpen),
  }));
}

export function isSiteOf<Kind extends EffectKind>(
  site: EffectSite,
  kind: Kind,
): site is EffectSite<EffectOf<Kind>> {
  return site.effect.kind === kind;
}

function timesOf(playbook: Playbook, occasion: Occasion, isOpen: boolean): number {
  switch (occasion.kind) {
    case 'entered':
      return isOpen || isReentrant(playbook, occasion.phase.id) ? Number.POSITIVE_INFINITY : 1;
    case 'chosen':
      return recipientsOf(playbook, occasion.inject.id);
    case 'met':
    case 'missed':
      // Where any one of them is enough, several may still have done it before they were asked.
      return occasion.expectation.teams?.length ?? recipientsOf(playbook, occasion.inject.id);
    case 'reported':
    case 'lapsed':
      return occasion.obligation.teams.length;
    case 'released':
    case 'agreedOn':
    case 'agreed':
    case 'failed':
      return 1;
  }
}

function recipientsOf({ recipients }: Playbook, injectId: Parameters<typeof recipients.get>[0]) {
  return recipients.get(injectId)?.length ?? 0;
}
