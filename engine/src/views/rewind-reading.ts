/**
 * The moments of play to which it can be taken back, and what that would undo, for whoever may rewind.
 * Asked for when the dialog opens: too much to keep in a view that changes all the time.
 */

import { scopeOf } from '../exercise/fact-scope.js';
import type { Fact, FactOf, FactType } from '../exercise/facts.js';
import { endOfCascade, lastThatStays, playMsAfter } from '../exercise/handlers/rewind.js';
import { type Rejection, reject } from '../exercise/rejections.js';
import type { ExerciseState } from '../exercise/state.js';
import type { InjectId, PhaseId, SeatId, TableId } from '../protocol/ids.js';
import { reachOf } from './rights-view.js';

/** Most moments told at once. Of a longer log the structure is told whole, and the newest of the rest. */
export const mostMoments = 2_000;

export interface RewindMoment {
  readonly seq: number;
  readonly type: MomentType;
  /** ms of play time, once it has happened. */
  readonly playMs: number;
  readonly atMs: number;
  /** seq of the last fact that stays where play goes back to it: what it belongs to is not torn apart. */
  readonly staysTo: number;
  readonly injectId: InjectId | null;
  readonly tableId: TableId | null;
  /** The module, milestone, ending or position it is about. */
  readonly subjectId: string | null;
}

export interface RewindMoments {
  readonly moments: readonly RewindMoment[];
  /** Whether smaller moments of the earlier play were left out. */
  readonly isShortened: boolean;
}

export interface Undoing {
  /** The last fact that stays: what a moment set off at once stays with it. */
  readonly seq: number;
  /** ms of play time at which play goes on. */
  readonly playMs: number;
  readonly phaseIds: readonly PhaseId[];
  readonly counts: Readonly<Partial<Record<UndoneKind, number>>>;
  /** Injects that would be taken back from players, in the order they went out. */
  readonly injectIds: readonly InjectId[];
  /** How many acts each table would lose. */
  readonly byTable: readonly { readonly tableId: TableId; readonly count: number }[];
}

export type UndoneKind =
  | 'injects'
  | 'acknowledgements'
  | 'answers'
  | 'choices'
  | 'messages'
  | 'shares'
  | 'requests'
  | 'positions'
  | 'reports'
  | 'missed'
  | 'marks'
  | 'edits'
  | 'modules'
  | 'world';

interface Marker<Type extends FactType> {
  /** Kept however long the log is. */
  readonly isStructure?: true;
  readonly injectId?: (fact: FactOf<Type>) => InjectId;
  readonly tableId?: (fact: FactOf<Type>) => TableId | null;
  readonly subjectId?: (fact: FactOf<Type>) => string | null;
}

const ofInject = { injectId: ({ injectId }: { injectId: InjectId }) => injectId };
const ofTable = {
  tableId: ({ tableId }: { tableId?: TableId | null | undefined }) => tableId ?? null,
};
const ofBoth = { ...ofInject, ...ofTable };

/** What a person remembers a moment by. */
const markers = {
  ExerciseStarted: { isStructure: true },
  PhaseChanged: { isStructure: true, subjectId: ({ entered }) => entered.at(-1) ?? null },
  InjectReleased: { ...ofInject, isStructure: true },
  InjectRecalled: ofInject,
  InjectSkipped: ofInject,
  InjectMoved: ofInject,
  InjectEdited: ofInject,
  ResponseSent: ofBoth,
  ChoiceMade: ofBoth,
  ExpectationMissed: ofBoth,
  ExpectationMarked: ofBoth,
  InformationShared: ofTable,
  ReportFiled: ofTable,
  PositionAgreed: { subjectId: ({ positionId }) => positionId },
  PositionFailed: { subjectId: ({ positionId }) => positionId },
  MilestoneReached: { subjectId: ({ milestoneId }) => milestoneId },
  EndingReached: { subjectId: ({ endingId }) => endingId },
  ClockPaused: {},
  ClockJumped: {},
} satisfies { [Type in FactType]?: Marker<Type> };

export type MomentType = keyof typeof markers;

const undone: { readonly [Type in FactType]?: UndoneKind } = {
  InjectReleased: 'injects',
  InjectAcknowledged: 'acknowledgements',
  ResponseSent: 'answers',
  ResponseNoted: 'answers',
  ChoiceMade: 'choices',
  MessageSent: 'messages',
  InformationShared: 'shares',
  InformationRequested: 'requests',
  PermissionRequested: 'requests',
  RequestAnswered: 'requests',
  PositionDrafted: 'positions',
  DraftCommented: 'positions',
  StanceTaken: 'positions',
  ReportFiled: 'reports',
  ExpectationMissed: 'missed',
  ExpectationMarked: 'marks',
  ScoreAdjusted: 'marks',
  CriterionMarked: 'marks',
  InjectEdited: 'edits',
  InjectImprovised: 'edits',
  PhaseChanged: 'modules',
  AssetSet: 'world',
  IndicatorChanged: 'world',
  MilestoneReached: 'world',
};

/** Rejections: `command/not-allowed`. */
export function rewindMoments(state: ExerciseState, seatId: SeatId): RewindMoments | Rejection {
  if (!mayRewind(state, seatId)) return notAllowed();
  const facts = state.timeline.toArray();
  const all = facts.flatMap((fact, place) => momentOf(state, fact, place) ?? []);
  const spare = all.length - mostMoments;
  if (spare <= 0) return { moments: all, isShortened: false };
  let dropped = 0;
  const moments = all.filter(({ type }) => {
    if (dropped >= spare || 'isStructure' in markers[type]) return true;
    dropped += 1;
    return false;
  });
  return { moments: moments.slice(-mostMoments), isShortened: true };
}

/** Rejections: `command/not-allowed`, `rewind/unknown-moment`, `rewind/nothing-to-undo`. */
export function rewindPreview(
  state: ExerciseState,
  seatId: SeatId,
  toSeq: number,
): Undoing | Rejection {
  if (!mayRewind(state, seatId)) return notAllowed();
  const last = lastThatStays(state, toSeq);
  if ('ok' in last) return last;
  const gone = state.timeline
    .toArray()
    .filter((fact) => fact.seq > last.seq && scopeOf(fact, state) === 'play');
  const counts: Partial<Record<UndoneKind, number>> = {};
  const acts = new Map<TableId, number>();
  for (const fact of gone) {
    const kind = undone[fact.type];
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
    const tableId = actor(fact, state);
    if (tableId !== null) acts.set(tableId, (acts.get(tableId) ?? 0) + 1);
  }
  return {
    seq: last.seq,
    playMs: playMsAfter(last),
    phaseIds: gone.flatMap((fact) => (fact.type === 'PhaseChanged' ? fact.entered : [])),
    counts,
    injectIds: gone.flatMap((fact) => (fact.type === 'InjectReleased' ? [fact.injectId] : [])),
    byTable: [...acts].map(([tableId, count]) => ({ tableId, count })),
  };
}

/** Whose table did it; null for what staff and the clock did, and for what is not counted. */
function actor(fact: Fact, { seats }: ExerciseState): TableId | null {
  if (fact.by.kind !== 'seat' || undone[fact.type] === undefined) return null;
  const seat = seats.get(fact.by.seatId);
  return seat?.role === 'player' ? seat.tableId : null;
}

function momentOf(state: ExerciseState, fact: Fact, place: number): RewindMoment | null {
  if (!isMarked(fact.type)) return null;
  // The marker of a type reads facts of that type.
  const marker = markers[fact.type] as Marker<FactType>;
  return {
    seq: fact.seq,
    type: fact.type,
    playMs: playMsAfter(fact),
    atMs: fact.atMs,
    staysTo: endOfCascade(state, place)?.seq ?? fact.seq,
    injectId: marker.injectId?.(fact as never) ?? null,
    tableId: marker.tableId?.(fact as never) ?? null,
    subjectId: marker.subjectId?.(fact as never) ?? null,
  };
}

function isMarked(type: FactType): type is MomentType {
  return type in markers;
}

function mayRewind({ seats }: ExerciseState, seatId: SeatId): boolean {
  const seat = seats.get(seatId);
  return seat !== undefined && !seat.isGone && reachOf(seat.role, 'Rewind') !== null;
}

function notAllowed(): Rejection {
  return reject('command/not-allowed', 'this seat may not do that');
}
