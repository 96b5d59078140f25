/** What EndEx would cut short. */
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

export interface OpenAtEnd {
  /** Open tasks, which EndEx waives, and the tables that have them. */
  readonly tasks: number;
  readonly tables: readonly TableId[];
  /** Injects that came due and wait for a controller. */
  readonly awaiting: number;
  /** Injects that have not come due. */
  readonly ahead: number;
}

export function openAtEnd(
  view: Pick<FacilitatorView, 'expectations' | 'events' | 'cast'>,
): OpenAtEnd {
  const open = Object.values(view.expectations).filter(({ status }) => status === 'open');
  const busy = new Set(open.map(({ tableId }) => tableId));
  const events = Object.values(view.events);
  return {
    tasks: open.length,
    tables: view.cast.tables.map(({ tableId }) => tableId).filter((id) => busy.has(id)),
    awaiting: events.filter(({ status }) => status === 'due').length,
    ahead: events.filter(({ status }) => status === 'armed' || status === 'waiting').length,
  };
}
