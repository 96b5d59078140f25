/** What the clock brings next, and what waits for the facilitator's confirmation. */
import type { InjectId, PhaseId, TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

export type Moment =
  | { readonly kind: 'inject'; readonly injectId: InjectId; readonly dueAtMs: number }
  | {
      readonly kind: 'exit';
      readonly phaseId: PhaseId;
      readonly exit: number;
      readonly dueAtMs: number;
    }
  | {
      readonly kind: 'deadline';
      readonly injectId: InjectId;
      readonly tableId: TableId;
      readonly dueAtMs: number;
    };

export type DueMoment = Exclude<Moment, { kind: 'deadline' }>;

type Source = Pick<FacilitatorView, 'injects' | 'events' | 'exits' | 'expectations'>;

/** What came due and waits to be confirmed, the longest waiting first. Held injects are left out. */
export function awaitingConfirmation(view: Source): DueMoment[] {
  return firings(view, 'due');
}

/** What fires next by the clock alone: an inject or the end of a module; null when nothing will. */
export function nextFiring(view: Source): DueMoment | null {
  return firings(view, 'armed')[0] ?? null;
}

/** Where "jump to next" leads: the next firing or deadline, whichever comes first. */
export function nextMoment(view: Source): Moment | null {
  let best: Moment | null = nextFiring(view);
  for (const { status, injectId, tableId, dueAtMs } of Object.values(view.expectations)) {
    if (status === 'open' && (best === null || dueAtMs <= best.dueAtMs)) {
      best = { kind: 'deadline', injectId, tableId, dueAtMs };
    }
  }
  return best;
}

function firings(view: Source, status: 'armed' | 'due'): DueMoment[] {
  const injects = Object.values(view.injects).flatMap(({ id, order }) => {
    const event = view.events[id];
    return event?.status === status && !event.isHeld
      ? [{ moment: { kind: 'inject', injectId: id, dueAtMs: event.dueAtMs ?? 0 } as const, order }]
      : [];
  });
  const exits = Object.values(view.exits)
    .filter((exit) => exit.status === status)
    .map(({ phaseId, exit, dueAtMs }) => ({
      moment: { kind: 'exit', phaseId, exit, dueAtMs } as const,
      order: Number.MAX_SAFE_INTEGER,
    }));
  return [...injects, ...exits]
    .sort((a, b) => a.moment.dueAtMs - b.moment.dueAtMs || a.order - b.order)
    .map(({ moment }) => moment);
}
