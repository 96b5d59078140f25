/** What is decided together and what has to be reported, as lists the control room can act on. */
import type { PartyId, TableId } from '@trilogue/engine/protocol/ids';
import type { PositionView, StanceView } from '@trilogue/engine/views/exchange-view';
import type {
  FacilitatorDuty,
  FacilitatorObligation,
  FacilitatorPosition,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';
import type { RightsSubject } from '@trilogue/engine/views/rights-view';

export type Subject = StanceView['on'];
type Cast = Pick<FacilitatorView, 'cast'>;

const places = { open: 0, waiting: 1, agreed: 2, failed: 2 } as const;

/** What is being decided first, the nearest deadline leading; then what waits, then what was settled last. */
export function positionsInOrder({
  positions,
}: Pick<FacilitatorView, 'positions'>): FacilitatorPosition[] {
  return Object.values(positions).sort(
    (a, b) => places[a.status] - places[b.status] || momentOf(a) - momentOf(b),
  );
}

function momentOf({ status, dueAtMs, settled }: FacilitatorPosition): number {
  return status === 'open'
    ? (dueAtMs ?? Number.POSITIVE_INFINITY)
    : settled === null
      ? 0
      : -settled.playMs;
}

/** What can be decided on now: every option, or the newest version of the text. */
export function subjectsOf({ options, version }: Pick<PositionView, 'options' | 'version'>) {
  return options.length > 0
    ? options.map(({ id }): Subject => ({ kind: 'option', optionId: id }))
    : [{ kind: 'version', version } satisfies Subject];
}

export function subjectKey(on: Subject): string {
  return on.kind === 'option' ? `option ${on.optionId}` : `version ${on.version}`;
}

export interface Spoken {
  readonly voice: PositionView['voices'][number];
  /** Null where it has said nothing on this. */
  readonly stance: StanceView | null;
}

/** Each voice, with where it stands on the subject. */
export function spokenOn({ voices, stances }: PositionView, on: Subject): Spoken[] {
  const key = subjectKey(on);
  return voices.map((voice) => ({
    voice,
    stance:
      stances.find((one) => one.teamId === voice.teamId && subjectKey(one.on) === key) ?? null,
  }));
}

/** Voices that have said nothing yet on anything that can be decided now. */
export function silentVoices(position: PositionView): PositionView['voices'] {
  const now = subjectsOf(position).map(subjectKey);
  return position.voices.filter(
    ({ teamId }) =>
      !position.stances.some((one) => one.teamId === teamId && now.includes(subjectKey(one.on))),
  );
}

/**
 * How a controller can settle it, by key; null for no agreement. What failed may still be agreed on;
 * what was agreed stays.
 */
export function settlementsOf(position: FacilitatorPosition): ReadonlyMap<string, Subject | null> {
  const { status } = position;
  if (status !== 'open' && status !== 'failed') return new Map();
  const agreed = subjectsOf(position).map((on): [string, Subject] => [subjectKey(on), on]);
  return new Map<string, Subject | null>(status === 'open' ? [...agreed, ['none', null]] : agreed);
}

/** The texts drafted so far, newest first; version 0 is the scenario's. Comments stand in their order. */
export function versionsOf(
  { draftVersions, draftComments }: Pick<FacilitatorView, 'draftVersions' | 'draftComments'>,
  { id, version: newest }: Pick<PositionView, 'id' | 'version'>,
) {
  const comments = Object.values(draftComments)
    .filter(({ positionId }) => positionId === id)
    .sort((a, b) => a.seq - b.seq);
  return Array.from({ length: newest + 1 }, (_, index) => newest - index).map((version) => ({
    version,
    draft: draftVersions[`${id} ${version}`] ?? null,
    comments: comments.filter((comment) => comment.version === version),
  }));
}

/** Whom acting on it touches, also those whom nobody plays: the same before it opens as after. */
export function positionSubject(
  { teams }: Pick<FacilitatorPosition, 'teams'>,
  { cast }: Cast,
): RightsSubject {
  return { teams: cast.teams.filter(({ id }) => teams.includes(id)) };
}

export interface DutyTable {
  readonly tableId: TableId;
  /** Nations whose clocks the table lives by for this duty. */
  readonly partyIds: readonly PartyId[];
  /** Null until its clock starts. */
  readonly obligation: FacilitatorObligation | null;
}

/** Every table that somebody of the duty sits at, in the casting's order. */
export function dutyTables(
  { cast, obligations }: Pick<FacilitatorView, 'cast' | 'obligations'>,
  duty: Pick<FacilitatorDuty, 'id' | 'teams'>,
): DutyTable[] {
  return cast.tables.flatMap(({ tableId, teamIds }) => {
    const obliged = teamIds.filter((id) => duty.teams.includes(id));
    const obligation = obligations[`${duty.id} ${tableId}`] ?? null;
    if (obliged.length === 0 && obligation === null) return [];
    const parties = cast.teams.flatMap(({ id, partyId }) =>
      obliged.includes(id) ? [partyId] : [],
    );
    return [{ tableId, partyIds: [...new Set(parties)], obligation }];
  });
}

/** Duties with a running clock first, the nearest deadline leading; then those not started; then the rest. */
export function dutiesInOrder({
  duties,
  obligations,
}: Pick<FacilitatorView, 'duties' | 'obligations'>): FacilitatorDuty[] {
  const clocks = Object.values(obligations);
  const rank = ({ id }: FacilitatorDuty): [number, number] => {
    const own = clocks.filter((one) => one.id === id);
    const running = own.filter(isRunning).map(({ dueScenarioMs }) => dueScenarioMs);
    if (running.length > 0) return [0, Math.min(...running)];
    return [own.length === 0 ? 1 : 2, 0];
  };
  return Object.values(duties)
    .map((duty) => ({ duty, rank: rank(duty) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])
    .map(({ duty }) => duty);
}

/** Its clock runs: nothing was filed, and the deadline has not come. */
export function isRunning({ status }: FacilitatorObligation): boolean {
  return status === 'open';
}

export function dutySubject(
  { teams }: Pick<FacilitatorDuty, 'teams'>,
  { cast }: Cast,
): RightsSubject {
  return { teams: cast.teams.filter(({ id }) => teams.includes(id)) };
}
