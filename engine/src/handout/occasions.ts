/** Every effect of a scenario with what brings it about, so that a thing can name its causes. */
import type { Effect } from '../scenario/effect-schema.js';
import type { Choice, Expectation, Inject } from '../scenario/inject-schema.js';
import type { Obligation } from '../scenario/obligation-schema.js';
import type { Playbook } from '../scenario/playbook.js';
import type { JointPosition } from '../scenario/position-schema.js';
import type { Phase } from '../scenario/schema.js';

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

export interface Cause {
  readonly effect: Effect;
  readonly occasion: Occasion;
}

/** What brings about an effect of interest, in the scenario's order. */
export function causesOf(playbook: Playbook, isMeant: (effect: Effect) => boolean): Cause[] {
  return allCauses(playbook).filter(({ effect }) => isMeant(effect));
}

function allCauses(playbook: Playbook): Cause[] {
  const known = found.get(playbook);
  if (known !== undefined) return known;
  const causes = [
    ...[...playbook.phases.values()].flatMap(({ phase }) =>
      from(phase.onEnter, { kind: 'entered', phase }),
    ),
    ...playbook.scenario.injects.flatMap(ofInject),
    ...playbook.scenario.positions.flatMap(ofPosition),
    ...playbook.scenario.obligations.flatMap((obligation) => [
      ...from(obligation.onMet, { kind: 'reported', obligation }),
      ...from(obligation.onMissed, { kind: 'lapsed', obligation }),
    ]),
  ];
  found.set(playbook, causes);
  return causes;
}

/** A playbook never changes, and every row of a list asks. */
const found = new WeakMap<Playbook, Cause[]>();

function ofInject(inject: Inject): Cause[] {
  return [
    ...from(inject.effects, { kind: 'released', inject }),
    ...(inject.choices ?? []).flatMap((choice) =>
      from(choice.effects, { kind: 'chosen', inject, choice }),
    ),
    ...inject.expectations.flatMap((expectation) => [
      ...from(expectation.onMet, { kind: 'met', inject, expectation }),
      ...from(expectation.onMissed, { kind: 'missed', inject, expectation }),
    ]),
  ];
}

function ofPosition(position: JointPosition): Cause[] {
  return [
    ...(position.options ?? []).flatMap((option) =>
      from(option.effects, { kind: 'agreedOn', position, option }),
    ),
    ...from(position.onAgreed, { kind: 'agreed', position }),
    ...from(position.onFailed, { kind: 'failed', position }),
  ];
}

function from(effects: readonly Effect[], occasion: Occasion): Cause[] {
  return effects.map((effect) => ({ effect, occasion }));
}
