/** Every effect of a scenario, with what brings it about and where it is written. */
import type { Effect } from './effect-schema.js';
import type { Choice, Expectation, Inject } from './inject-schema.js';
import type { Obligation } from './obligation-schema.js';
import type { Playbook } from './playbook.js';
import type { JointPosition } from './position-schema.js';
import type { Phase } from './schema.js';

export type Occasion =
  | { readonly kind: 'released'; readonly inject: Inject }
  | { readonly kind: 'chosen'; readonly inject: Inject; readonly choice: Choice }
  | {
      readonly kind: 'met' | 'missed';
      readonly inject: Inject;
      readonly expectation: Expectation;
    }
  | { readonly kind: 'entered'; readonly phase: Phase }
  | {
      readonly kind: 'agreedOn';
      readonly position: JointPosition;
      readonly option: NonNullable<JointPosition['options']>[number];
    }
  | { readonly kind: 'agreed' | 'failed'; readonly position: JointPosition }
  | { readonly kind: 'reported' | 'lapsed'; readonly obligation: Obligation };

export interface EffectSite<Of extends Effect = Effect> {
  readonly effect: Of;
  readonly occasion: Occasion;
  /** Its path within the thing whose occasion it is: `choices[1].effects[0]`. */
  readonly at: string;
}

/** In the scenario's order, phases first. */
export function effectSites(playbook: Playbook): readonly EffectSite[] {
  const known = found.get(playbook);
  if (known !== undefined) return known;
  const { injects, positions, obligations } = playbook.scenario;
  const sites = [
    ...[...playbook.phases.values()].flatMap(({ phase }) =>
      from(phase.onEnter, 'onEnter', { kind: 'entered', phase }),
    ),
    ...injects.flatMap(ofInject),
    ...positions.flatMap(ofPosition),
    ...obligations.flatMap((obligation) => [
      ...from(obligation.onMet, 'onMet', { kind: 'reported', obligation }),
      ...from(obligation.onMissed, 'onMissed', { kind: 'lapsed', obligation }),
    ]),
  ];
  found.set(playbook, sites);
  return sites;
}

/** A playbook never changes, and every row of a list asks. */
const found = new WeakMap<Playbook, readonly EffectSite[]>();

/** What brings about an effect of interest. */
export function causesOf(
  playbook: Playbook,
  isMeant: (effect: Effect) => boolean,
): readonly EffectSite[] {
  return effectSites(playbook).filter(({ effect }) => isMeant(effect));
}

/** Whose happening the occasion is: `inject …`, `phase …`, `position …` or `obligation …`. */
export function occasionKey(occasion: Occasion): string {
  if ('inject' in occasion) return `inject ${occasion.inject.id}`;
  if ('phase' in occasion) return `phase ${occasion.phase.id}`;
  if ('position' in occasion) return `position ${occasion.position.id}`;
  return `obligation ${occasion.obligation.id}`;
}

function ofInject(inject: Inject): EffectSite[] {
  return [
    ...from(inject.effects, 'effects', { kind: 'released', inject }),
    ...(inject.choices ?? []).flatMap((choice, place) =>
      from(choice.effects, `choices[${place}].effects`, { kind: 'chosen', inject, choice }),
    ),
    ...inject.expectations.flatMap((expectation, place) => {
      const where = `expectations[${place}]`;
      const { onMet, onMissed } = expectation;
      return [
        ...from(onMet, `${where}.onMet`, { kind: 'met', inject, expectation }),
        ...from(onMissed, `${where}.onMissed`, { kind: 'missed', inject, expectation }),
      ];
    }),
  ];
}

function ofPosition(position: JointPosition): EffectSite[] {
  return [
    ...(position.options ?? []).flatMap((option, place) =>
      from(option.effects, `options[${place}].effects`, { kind: 'agreedOn', position, option }),
    ),
    ...from(position.onAgreed, 'onAgreed', { kind: 'agreed', position }),
    ...from(position.onFailed, 'onFailed', { kind: 'failed', position }),
  ];
}

function from(effects: readonly Effect[], list: string, occasion: Occasion): EffectSite[] {
  return effects.map((effect, index) => ({ effect, occasion, at: `${list}[${index}]` }));
}
