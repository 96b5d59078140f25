/** What waits for an answer of the teams that control plays, and of the contacts it speaks for. */
import type { TeamId } from '@trilogue/engine/protocol/ids';
import type {
  FacilitatorDelivery,
  FacilitatorInject,
  FacilitatorObligation,
  FacilitatorPosition,
  FacilitatorRequest,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';

export interface ControlTasks {
  readonly injects: readonly {
    readonly inject: FacilitatorInject;
    readonly delivery: FacilitatorDelivery | undefined;
  }[];
  readonly requests: readonly FacilitatorRequest[];
  /** Open, with those of control's teams that have taken no stand. */
  readonly positions: readonly {
    readonly position: FacilitatorPosition;
    readonly teamIds: readonly TeamId[];
  }[];
  readonly obligations: readonly FacilitatorObligation[];
}

type Source = Pick<
  FacilitatorView,
  | 'cast'
  | 'injects'
  | 'events'
  | 'deliveries'
  | 'expectations'
  | 'requests'
  | 'positions'
  | 'obligations'
>;

export function controlTasks(view: Source): ControlTasks {
  const control = view.cast.tables.find(({ isControl }) => isControl);
  const tableId = control?.tableId ?? null;
  const isOwn = (id: TeamId) => control?.teamIds.includes(id) === true;
  return {
    injects: openInjects(view, tableId),
    requests: Object.values(view.requests)
      .filter(({ kind, teams, contacts, askedTableId, answer }) => {
        if (answer !== null) return false;
        if (kind === 'permission') return askedTableId === null || askedTableId === tableId;
        return contacts.length > 0 || teams.some(isOwn);
      })
      .sort((a, b) => a.seq - b.seq),
    positions: Object.values(view.positions).flatMap((position) => {
      const { status, voices, stances } = position;
      if (status !== 'open') return [];
      const silent = voices
        .filter(({ teamId }) => isOwn(teamId))
        .filter(({ teamId }) => !stances.some((stance) => stance.teamId === teamId))
        .map(({ teamId }) => teamId);
      return silent.length === 0 ? [] : [{ position, teamIds: silent }];
    }),
    obligations: Object.values(view.obligations).filter(
      (duty) => duty.tableId === tableId && duty.report === null && duty.status !== 'waived',
    ),
  };
}

export function countOf({ injects, requests, positions, obligations }: ControlTasks): number {
  return injects.length + requests.length + positions.length + obligations.length;
}

/** Those out at control's table of which something is still expected, or a choice not made. */
function openInjects(view: Source, tableId: string | null): ControlTasks['injects'] {
  if (tableId === null) return [];
  return Object.values(view.injects)
    .filter(({ id }) => view.events[id]?.status === 'released')
    .filter(({ id }) => view.events[id]?.tableIds.some((at) => at === tableId))
    .map((inject) => ({ inject, delivery: view.deliveries[`${inject.id} ${tableId}`] }))
    .filter(({ inject, delivery }) => {
      const isOpen = inject.expectations.some(
        ({ id }) => view.expectations[`${inject.id} ${tableId} ${id}`]?.status === 'open',
      );
      const mayChoose = inject.choices.length > 0 && (delivery?.choice ?? null) === null;
      return isOpen || mayChoose;
    })
    .sort((a, b) => a.inject.order - b.inject.order);
}
