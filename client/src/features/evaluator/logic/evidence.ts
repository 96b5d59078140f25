/** What speaks for or against an objective at the followed tables: open clocks first, then the newest. */
import type { ObjectiveId, TableId } from '@trilogue/engine/protocol/ids';
import type {
  FacilitatorDelivery,
  FacilitatorExpectation,
  FacilitatorInject,
  FacilitatorNote,
  FacilitatorObligation,
  FacilitatorPosition,
  FacilitatorScore,
  FacilitatorShare,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';

type ExpectedOf = FacilitatorInject['expectations'][number];

interface EvidenceBase {
  readonly key: string;
  readonly tableId: TableId;
  /** Play time of the latest of it, ms; null where it has none, as for a report that never came. */
  readonly playMs: number | null;
  readonly isOpen: boolean;
}

/** Something a table was to do about an inject, and what it did. */
export interface TaskEvidence extends EvidenceBase {
  readonly kind: 'task';
  readonly inject: FacilitatorInject;
  readonly expected: ExpectedOf;
  readonly state: FacilitatorExpectation;
  readonly delivery: FacilitatorDelivery | undefined;
  readonly notes: readonly FacilitatorNote[];
}

export type Evidence =
  | TaskEvidence
  | (EvidenceBase & { readonly kind: 'share'; readonly share: FacilitatorShare })
  /** A line of the score that tells of a marking broken, or of telling without need. */
  | (EvidenceBase & {
      readonly kind: 'breach';
      readonly entry: FacilitatorScore;
      readonly share: FacilitatorShare | undefined;
    })
  | (EvidenceBase & {
      readonly kind: 'stance';
      readonly position: FacilitatorPosition;
      readonly stance: FacilitatorPosition['stances'][number];
    })
  | (EvidenceBase & { readonly kind: 'report'; readonly obligation: FacilitatorObligation });

export type EvidenceSource = Pick<
  FacilitatorView,
  | 'injects'
  | 'deliveries'
  | 'expectations'
  | 'notes'
  | 'items'
  | 'shares'
  | 'scores'
  | 'positions'
  | 'duties'
  | 'obligations'
>;

export function evidenceOf(
  view: EvidenceSource,
  objectiveId: ObjectiveId,
  tables: readonly TableId[],
): Evidence[] {
  const isFollowed = ({ tableId }: { tableId: TableId }) => tables.includes(tableId);
  return [
    ...tasks(view, objectiveId),
    ...shares(view, objectiveId),
    ...breaches(view, objectiveId),
    ...stances(view, objectiveId),
    ...reports(view, objectiveId),
  ]
    .filter(isFollowed)
    .sort(byUrgency);
}

function tasks(view: EvidenceSource, objectiveId: ObjectiveId): Evidence[] {
  const notes = Object.values(view.notes);
  return Object.entries(view.expectations).flatMap(([key, state]): Evidence[] => {
    const { injectId, tableId, expectationId, status } = state;
    const inject = view.injects[injectId];
    const expected = inject?.expectations.find(({ id }) => id === expectationId);
    if (inject === undefined || expected?.objectiveId !== objectiveId) return [];
    // What was waived counts neither way.
    if (status === 'waived') return [];
    const delivery = view.deliveries[`${injectId} ${tableId}`];
    const said = notes.filter((note) => note.injectId === injectId && note.tableId === tableId);
    const times = [
      state.settledPlayMs,
      delivery?.response?.playMs,
      delivery?.choice?.playMs,
      ...said.map(({ playMs }) => playMs),
    ].filter((time) => typeof time === 'number');
    return [
      {
        kind: 'task',
        key: `task ${key}`,
        tableId,
        playMs: times.length === 0 ? state.dueAtMs : Math.max(...times),
        isOpen: status === 'open',
        inject,
        expected,
        state,
        delivery,
        notes: said,
      },
    ];
  });
}

/** Shares of what somebody needed for this objective, or of what an inject brought that asks for sharing. */
function shares(view: EvidenceSource, objectiveId: ObjectiveId): Evidence[] {
  const isAbout = (itemId: string) => {
    const item = view.items[itemId];
    if (item === undefined) return false;
    if (item.needs.some((need) => need.objectiveId === objectiveId)) return true;
    const inject = item.comesWith === null ? undefined : view.injects[item.comesWith];
    return (
      inject?.expectations.some(
        (expected) => expected.kind === 'share' && expected.objectiveId === objectiveId,
      ) ?? false
    );
  };
  return Object.values(view.shares)
    .filter(({ items }) => items.some(({ itemId }) => isAbout(itemId)))
    .map((share) => ({
      kind: 'share',
      key: `share ${share.seq}`,
      tableId: share.fromTableId,
      playMs: share.playMs,
      isOpen: false,
      share,
    }));
}

function breaches(view: EvidenceSource, objectiveId: ObjectiveId): Evidence[] {
  return Object.values(view.scores)
    .filter(({ rule }) => rule === 'marking/broken' || rule === 'share/needless')
    .filter((entry) => entry.objectiveId === objectiveId)
    .map((entry) => {
      const share = view.shares[String(entry.causedBy)];
      return {
        kind: 'breach',
        key: `breach ${entry.key}`,
        tableId: entry.tableId,
        playMs: share?.playMs ?? null,
        isOpen: false,
        entry,
        share,
      };
    });
}

function stances(view: EvidenceSource, objectiveId: ObjectiveId): Evidence[] {
  return Object.values(view.positions)
    .filter((position) => position.objectiveId === objectiveId)
    .flatMap((position) =>
      position.stances.flatMap((stance): Evidence[] => {
        const voice = position.voices.find(({ teamId }) => teamId === stance.teamId);
        if (voice === undefined) return [];
        const key = `stance ${position.id} ${stance.seq} ${stance.teamId}`;
        const { tableId } = voice;
        return [
          { kind: 'stance', key, tableId, playMs: stance.playMs, isOpen: false, position, stance },
        ];
      }),
    );
}

function reports(view: EvidenceSource, objectiveId: ObjectiveId): Evidence[] {
  return Object.values(view.obligations)
    .filter(({ id, status }) => {
      return view.duties[id]?.objectiveId === objectiveId && status !== 'waived';
    })
    .map((obligation) => ({
      kind: 'report',
      key: `report ${obligation.id} ${obligation.tableId}`,
      tableId: obligation.tableId,
      playMs: obligation.report?.playMs ?? null,
      isOpen: obligation.status === 'open',
      obligation,
    }));
}

/** Open clocks stand above, the nearest deadline first; of the rest the newest. */
function byUrgency(a: Evidence, b: Evidence): number {
  if (a.isOpen !== b.isOpen) return a.isOpen ? -1 : 1;
  const never = Number.POSITIVE_INFINITY;
  return a.isOpen ? dueOf(a) - dueOf(b) : (b.playMs ?? never) - (a.playMs ?? never) || 0;
}

function dueOf(evidence: Evidence): number {
  return evidence.kind === 'task' ? evidence.state.dueAtMs : Number.MAX_SAFE_INTEGER;
}
