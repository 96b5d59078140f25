/** Every effect of a scenario, with the occasion that brings it about. */
import type { Effect, EffectKind, EffectOf } from '../../scenario/effect-schema.js';
import type { Choice, Expectation, Inject } from '../../scenario/inject-schema.js';
import type { Obligation } from '../../scenario/obligation-schema.js';
import type { Playbook } from '../../scenario/playbook.js';
import type { JointPosition } from '../../scenario/position-schema.js';
import type { Phase } from '../../scenario/schema.js';
import type { Paths } from '../paths.js';
import { isReentrant } from './phase-relations.js';

export type Occasion =
  | { readonly kind: 'released'; readonly inject: Inject }
  | { readonly kind: 'chosen'; readonly inject: Inject; readonly choice: Choice }
  | {
      readonly kind: 'met' | 'missed';
      readonly inject: Inject;
      readonly expectation: Expectation;
    }
  | { readonly kind: 'entered'; readonly phase: Phase }
  | { readonly kind: 'agreed' | 'failed'; readonly position: JointPosition }
  | { readonly kind: 'reported' | 'lapsed'; readonly obligation: Obligation };

export interface EffectSite<Of extends Effect = Effect> {
  readonly path: string;
  readonly effect: Of;
  readonly occasion: Occasion;
  /** How often it can happen in one exercise, each table having a single team. */
  readonly times: number;
}

export function effectSites(playbook: Playbook, paths: Paths): EffectSite[] {
  const sites: EffectSite[] = [];
  const add = (path: string, effects: readonly Effect[], occasion: Occasion, times: number) => {
    effects.forEach((effect, index) => {
      sites.push({ path: `${path}[${index}]`, effect, occasion, times });
    });
  };
  for (const { phase } of playbook.phases.values()) {
    const times = isReentrant(playbook, phase.id) ? Number.POSITIVE_INFINITY : 1;
    const path = `${paths.get(`phase ${phase.id}`)}.onEnter`;
    add(path, phase.onEnter, { kind: 'entered', phase }, times);
  }
  playbook.scenario.injects.forEach((inject, index) => {
    const path = `injects[${index}]`;
    const recipients = playbook.recipients.get(inject.id)?.length ?? 0;
    add(`${path}.effects`, inject.effects, { kind: 'released', inject }, 1);
    inject.choices?.forEach((choice, place) => {
      const where = `${path}.choices[${place}].effects`;
      add(where, choice.effects, { kind: 'chosen', inject, choice }, recipients);
    });
    inject.expectations.forEach((expectation, place) => {
      const where = `${path}.expectations[${place}]`;
      // Where any one of them is enough, several may still have done it before they were asked.
      const times = expectation.teams?.length ?? recipients;
      const { onMet, onMissed } = expectation;
      add(`${where}.onMet`, onMet, { kind: 'met', inject, expectation }, times);
      add(`${where}.onMissed`, onMissed, { kind: 'missed', inject, expectation }, times);
    });
  });
  playbook.scenario.positions.forEach((position, index) => {
    const path = `positions[${index}]`;
    const agreed: Occasion = { kind: 'agreed', position };
    position.options?.forEach(({ effects }, place) => {
      add(`${path}.options[${place}].effects`, effects, agreed, 1);
    });
    add(`${path}.onAgreed`, position.onAgreed, agreed, 1);
    add(`${path}.onFailed`, position.onFailed, { kind: 'failed', position }, 1);
  });
  playbook.scenario.obligations.forEach((obligation, index) => {
    const path = `obligations[${index}]`;
    const { onMet, onMissed, teams } = obligation;
    add(`${path}.onMet`, onMet, { kind: 'reported', obligation }, teams.length);
    add(`${path}.onMissed`, onMissed, { kind: 'lapsed', obligation }, teams.length);
  });
  return sites.some(({ effect }) => effect.kind === 'enterPhase') ? sites.map(asOften) : sites;
}

/** Where effects open phases, any phase may be entered again. */
function asOften(site: EffectSite): EffectSite {
  return site.occasion.kind === 'entered' ? { ...site, times: Number.POSITIVE_INFINITY } : site;
}

export function isSiteOf<Kind extends EffectKind>(
  site: EffectSite,
  kind: Kind,
): site is EffectSite<EffectOf<Kind>> {
  return site.effect.kind === kind;
}

/** Whose happening the occasion is: `inject …`, `phase …`, `position …` or `obligation …`. */
export function occasionKey(occasion: Occasion): string {
  if ('inject' in occasion) return `inject ${occasion.inject.id}`;
  if ('phase' in occasion) return `phase ${occasion.phase.id}`;
  if ('position' in occasion) return `position ${occasion.position.id}`;
  return `obligation ${occasion.obligation.id}`;
}
