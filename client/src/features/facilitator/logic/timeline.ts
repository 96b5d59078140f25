/** The events list in the order a facilitator reads it: by module, what is past, now, what is next. */
import type { InjectId, PhaseId } from '@trilogue/engine/protocol/ids';
import type {
  FacilitatorEvent,
  FacilitatorInject,
  FacilitatorPhase,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';

export type TimelineGroupKind = 'past' | 'next' | 'waiting';

export interface TimelineRow {
  readonly inject: FacilitatorInject;
  readonly event: FacilitatorEvent;
  readonly group: TimelineGroupKind;
}

export interface TimelineModule {
  readonly phase: FacilitatorPhase;
  readonly state: 'ahead' | 'now' | 'over';
  readonly rows: readonly TimelineRow[];
  /** How many of `rows` lie before now; the now-line stands after them. Null outside a running module. */
  readonly nowAfter: number | null;
}

type Source = Pick<FacilitatorView, 'injects' | 'events' | 'phases'>;

/** Past: it happened or will not happen. Next: it has a moment. Waiting: it waits for something else. */
export function groupOf(event: FacilitatorEvent): TimelineGroupKind {
  switch (event.status) {
    case 'released':
    case 'recalled':
    case 'skipped':
      return 'past';
    case 'armed':
    case 'due':
      return 'next';
    case 'waiting':
      return 'waiting';
  }
}

/** Modules in the scenario's order with their injects; modules without injects are kept for their place. */
export function toTimeline(view: Source): TimelineModule[] {
  const byPhase = new Map<PhaseId, TimelineRow[]>();
  for (const inject of Object.values(view.injects)) {
    const event = view.events[inject.id];
    if (event === undefined) continue;
    const row = { inject, event, group: groupOf(event) };
    const rows = byPhase.get(inject.phaseId);
    if (rows === undefined) byPhase.set(inject.phaseId, [row]);
    else rows.push(row);
  }
  return Object.values(view.phases)
    .sort((a, b) => a.order - b.order)
    .map((phase) => toModule(phase, byPhase.get(phase.id) ?? []));
}

/** Only the injects that are wanted, and modules that still have one. */
export function onlyInjects(
  modules: readonly TimelineModule[],
  wanted: ReadonlySet<InjectId>,
): TimelineModule[] {
  return modules.flatMap((module) => {
    const rows = module.rows.filter(({ inject }) => wanted.has(inject.id));
    if (rows.length === 0) return [];
    return [{ ...module, rows, nowAfter: module.nowAfter === null ? null : countPast(rows) }];
  });
}

/**
 * The order in which rows stay while somebody reads: what was shown keeps its place, what is new
 * follows at the end. Status and text may change in place.
 */
export function steadyOrder<Id extends string>(shown: readonly Id[], wanted: readonly Id[]): Id[] {
  const present = new Set(wanted);
  const kept = shown.filter((id) => present.has(id));
  const known = new Set(kept);
  return [...kept, ...wanted.filter((id) => !known.has(id))];
}

function toModule(phase: FacilitatorPhase, rows: TimelineRow[]): TimelineModule {
  const isOver = phase.leftPlayMs !== null;
  const state = isOver ? 'over' : phase.enteredPlayMs === null ? 'ahead' : 'now';
  const sorted = rows.sort(compareRows);
  return { phase, state, rows: sorted, nowAfter: state === 'now' ? countPast(sorted) : null };
}

const rank = { past: 0, next: 1, waiting: 2 } as const;

function compareRows(a: TimelineRow, b: TimelineRow): number {
  return (
    rank[a.group] - rank[b.group] || momentOf(a) - momentOf(b) || a.inject.order - b.inject.order
  );
}

/** Skipped ones never had a moment: they close the past, in the scenario's order. */
function momentOf({ event, group }: TimelineRow): number {
  if (group === 'past') return event.releasedPlayMs ?? Number.MAX_SAFE_INTEGER;
  return group === 'next' ? (event.dueAtMs ?? 0) : 0;
}

function countPast(rows: readonly TimelineRow[]): number {
  return rows.filter(({ group }) => group === 'past').length;
}
