/** How the injects of a scenario hang together: in which order, on which route, what leads to what. */
import type { InjectId } from '../protocol/ids.js';
import type { Condition } from '../scenario/condition-schema.js';
import type { Inject } from '../scenario/inject-schema.js';
import { type Playbook, subjectsOf, triggerSource } from '../scenario/playbook.js';
import type { Phase } from '../scenario/schema.js';
import type { Trigger } from '../scenario/trigger-schema.js';
import type { Edition } from './edition.js';

/**
 * planned: comes on every path. branch: hangs on a choice or a condition. contingency: comes when
 * something was not done. byHand and deck: a controller plays it.
 */
export type Route = 'planned' | 'branch' | 'contingency' | 'byHand' | 'deck';

export function routeOf(playbook: Playbook, inject: Inject): Route {
  const { release } = inject;
  if (release.kind === 'deck') return 'deck';
  if (release.kind === 'manual') return 'byHand';
  if (inject.kind === 'contingency' || release.kind === 'without') return 'contingency';
  if (release.kind === 'whenChoice' || release.kind === 'when') return 'branch';
  if (release.kind !== 'afterInject') return 'planned';
  if (release.event === 'overdue') return 'contingency';
  const source = playbook.injects.get(release.inject);
  return source === undefined ? 'planned' : routeOf(playbook, source);
}

export interface Chapter {
  /** Null for the deck, which belongs to no phase. */
  readonly phase: Phase | null;
  readonly injects: readonly Inject[];
}

/** Injects by phase in the order in which they are to be expected; the deck comes last. */
export function chaptersOf({ playbook, schedule }: Edition): Chapter[] {
  const inDeck = playbook.scenario.injects.filter(({ release }) => release.kind === 'deck');
  const chapters: Chapter[] = [...playbook.phases.values()].map(({ phase }) => ({
    phase,
    injects: (playbook.injectsOfPhase.get(phase.id) ?? [])
      .flatMap((id) => playbook.injects.get(id) ?? [])
      .filter(({ release }) => release.kind !== 'deck')
      // The sort is stable, so ties stay in the scenario's order.
      .sort((a, b) => compare(schedule.place(a), schedule.place(b))),
  }));
  return [...chapters, { phase: null, injects: inDeck }].filter(
    ({ injects }) => injects.length > 0,
  );
}

/** Infinity less itself is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The injects whose release waits for something about this one, or asks for it in a condition. */
export function followersOf(playbook: Playbook, injectId: InjectId): Inject[] {
  return playbook.scenario.injects.filter(({ release }) => dependsOn(release, injectId));
}

/** The injects that a choice lets out. */
export function followersOfChoice(
  playbook: Playbook,
  injectId: InjectId,
  choiceId: string,
): Inject[] {
  return followersOf(playbook, injectId).filter(({ release }) =>
    release.kind === 'when'
      ? asksForChoice(release.condition, injectId, choiceId)
      : release.kind === 'whenChoice' && release.choice === choiceId,
  );
}

function dependsOn(trigger: Trigger, injectId: InjectId): boolean {
  if (triggerSource(trigger) === injectId) return true;
  return trigger.kind === 'when' && subjectsOf(trigger.condition).includes(`inject ${injectId}`);
}

function asksForChoice(condition: Condition, injectId: InjectId, choiceId: string): boolean {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.of.some((part) => asksForChoice(part, injectId, choiceId));
  }
  return (
    condition.kind === 'choice' && condition.inject === injectId && condition.choice === choiceId
  );
}
