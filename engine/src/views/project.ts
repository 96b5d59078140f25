/** The one door out of an exercise: what an audience may learn, and nothing else. */
import type { Fact } from '../exercise/facts.js';
import type { ExerciseState } from '../exercise/state.js';
import type { InjectId } from '../protocol/ids.js';
import type { Audience } from './audience.js';
import { facilitatorInjectBody, facilitatorProjection } from './facilitator-projection.js';
import type { FacilitatorInjectBody, FacilitatorView } from './facilitator-view.js';
import { type ObserverView, observerProjection } from './observer-view.js';
import { playerInjectBody, playerProjection } from './player-projection.js';
import type { PlayerInjectBody, PlayerView } from './player-view.js';
import type { ViewStep } from './view-model.js';

export type View = PlayerView | FacilitatorView | ObserverView;
export type InjectBody = PlayerInjectBody | FacilitatorInjectBody;

export function viewOf(state: ExerciseState, audience: Audience): View {
  switch (audience.role) {
    case 'player':
      return playerProjection.viewOf(state, audience);
    case 'facilitator':
      return facilitatorProjection.viewOf(state, audience);
    case 'observer':
      return observerProjection.viewOf(state, audience);
  }
}

export function project(
  before: ExerciseState,
  fact: Fact,
  after: ExerciseState,
  audience: Audience,
): ViewStep<View> {
  switch (audience.role) {
    case 'player':
      return playerProjection.project(before, fact, after, audience);
    case 'facilitator':
      return facilitatorProjection.project(before, fact, after, audience);
    case 'observer':
      return observerProjection.project(before, fact, after, audience);
  }
}

/** An inject's text for an audience; null where the audience may not read it. */
export function injectBody(
  state: ExerciseState,
  audience: Audience,
  injectId: InjectId,
): InjectBody | null {
  switch (audience.role) {
    case 'player':
      return playerInjectBody(state, audience, injectId);
    case 'facilitator':
      return facilitatorInjectBody(state, injectId);
    case 'observer':
      return null;
  }
}
