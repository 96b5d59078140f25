/**
 * Keeps the events list's order while somebody reads it: rows change in place and
 * take their new places when the reader has left. What the reader asks for (another filter or other
 * words) is shown at once.
 */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { useMemo, useRef } from 'react';
import { useReading } from '../hooks/use-reading';
import { steadyOrder, type TimelineModule } from '../logic/timeline';

interface Kept {
  readonly request: string;
  readonly order: readonly InjectId[];
}

export function useSteadyModules(modules: readonly TimelineModule[], request: string) {
  const { isReading, hands } = useReading();
  const kept = useRef<Kept>({ request, order: [] });
  const steady = useMemo(() => {
    const wanted = modules.flatMap(({ rows }) => rows.map(({ inject }) => inject.id));
    const mayMove = !isReading || kept.current.request !== request;
    const order = mayMove ? wanted : steadyOrder(kept.current.order, wanted);
    kept.current = { request, order };
    return mayMove ? modules : modules.map((module) => inOrder(module, order));
  }, [modules, request, isReading]);
  return { modules: steady, hands, isReading };
}

function inOrder(module: TimelineModule, order: readonly InjectId[]): TimelineModule {
  const place = new Map(order.map((id, index) => [id, index]));
  const rows = [...module.rows].sort(
    (a, b) => (place.get(a.inject.id) ?? 0) - (place.get(b.inject.id) ?? 0),
  );
  const lastPast = rows.findLastIndex(({ group }) => group === 'past');
  return { ...module, rows, nowAfter: module.nowAfter === null ? null : lastPast + 1 };
}
