/** Deadlines that have come near or gone by, each told once. */
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { urgencyOf } from '../../ui/due-state';
import { openTasks } from './inbox-model';

export interface DueWarning {
  /** The same for one deadline in one state; an extended deadline is a new one. */
  readonly key: string;
  readonly urgency: 'near' | 'overdue';
  readonly kind: 'report' | PlayerView['tasks'][string]['kind'];
  readonly title: PlayerView['injects'][string]['title'];
  /** Null for a report that is owed apart from any inject. */
  readonly injectId: string | null;
}

export function dueWarnings(view: PlayerView, playMs: number): DueWarning[] {
  if (view.exercise.stage !== 'live') return [];
  const tasks = openTasks(view).map((task) => ({
    id: `${task.injectId} ${task.expectationId}`,
    kind: task.kind,
    title: view.injects[task.injectId]?.title ?? '',
    injectId: task.injectId as string | null,
    dueAtMs: task.dueAtMs,
  }));
  const duties = Object.values(view.obligations)
    .filter(({ status, report }) => status === 'open' && report === null)
    .map(({ id, title, dueScenarioMs }) => ({
      id: `duty ${id}`,
      kind: 'report' as const,
      title,
      injectId: null,
      dueAtMs: playMsOf(view, dueScenarioMs),
    }));
  return [...tasks, ...duties].flatMap(({ id, dueAtMs, ...what }) => {
    const urgency = urgencyOf(dueAtMs, playMs);
    return urgency === 'calm' ? [] : [{ ...what, urgency, key: `${id} ${dueAtMs} ${urgency}` }];
  });
}

/** Play time at which the story's clock shows a moment, as long as its rate stays. */
function playMsOf({ scenarioClock }: PlayerView, scenarioMs: number): number {
  const { startsAtMs, fromPlayMs, rate } = scenarioClock;
  if (startsAtMs === null || rate <= 0) return Number.POSITIVE_INFINITY;
  return fromPlayMs + (scenarioMs - startsAtMs) / rate;
}
