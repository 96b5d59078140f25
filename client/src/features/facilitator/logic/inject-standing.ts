/** Where each inject stands, in the words of the events list: told apart by more than its status alone. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorEvent, FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { awaitingConfirmation, nextFiring } from './next-up';

export const allStandings = [
  'due',
  'next',
  'armed',
  'waiting',
  'held',
  'released',
  'overdue',
  'skipped',
  'recalled',
] as const;

/** overdue: released, and a deadline of it was missed. next: what the clock brings first. */
export type Standing = (typeof allStandings)[number];

type Source = Pick<FacilitatorView, 'injects' | 'events' | 'exits' | 'expectations'>;

export function standings(view: Source): ReadonlyMap<InjectId, Standing> {
  const overdue = new Set<InjectId>();
  for (const { status, injectId } of Object.values(view.expectations)) {
    if (status === 'missed') overdue.add(injectId);
  }
  const isAwaited = awaitingConfirmation(view).length > 0;
  const firing = isAwaited ? null : nextFiring(view);
  const next = firing?.kind === 'inject' ? firing.injectId : null;
  return new Map(
    Object.values(view.injects).flatMap(({ id }) => {
      const event = view.events[id];
      return event === undefined ? [] : [[id, standingOf(id, event, overdue, next)] as const];
    }),
  );
}

/** Whether its moment can still be changed. */
export function isMovable({ status }: Pick<FacilitatorEvent, 'status'>): boolean {
  return status !== 'released' && status !== 'recalled';
}

function standingOf(
  id: InjectId,
  { status, isHeld }: FacilitatorEvent,
  overdue: ReadonlySet<InjectId>,
  next: InjectId | null,
): Standing {
  if (status === 'released') return overdue.has(id) ? 'overdue' : 'released';
  if (isHeld) return 'held';
  return status === 'armed' && id === next ? 'next' : status;
}
