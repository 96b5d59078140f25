import {
  type LifecycleEvent,
  type LifecycleValue,
  nextLifecycle,
} from '../../machines/lifecycle.js';
import type { Run } from '../run.js';

/** The lifecycle's value after an event that was already found legal. */
export function lifecycleAfter(run: Run, event: LifecycleEvent): LifecycleValue {
  const next = nextLifecycle(run.state.lifecycle, event);
  if (next === null) throw new Error(`${event} was checked and is not legal`);
  return next;
}
