/** Lanes of the timeline: what each nation, team or objective gets, when, and what has no moment yet. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorInject, FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { ExpectedTimes } from './expected-times';
import { isMovable, type Standing } from './inject-standing';

export const laneKinds = ['nation', 'team', 'objective'] as const;
export type LaneKind = (typeof laneKinds)[number];

export interface TimelineChip {
  /** Of one lane: an inject to several stands in several. */
  readonly key: string;
  readonly injectId: InjectId;
  readonly number: string;
  readonly standing: Standing;
  /** ms of play time; null where nobody can tell. */
  readonly atMs: number | null;
  readonly isEstimate: boolean;
  readonly isMovable: boolean;
}

export interface Lane {
  /** A party, team or objective; "everyone" and "none" for what belongs to all, or to nobody. */
  readonly id: string;
  /** By time. */
  readonly timed: readonly TimelineChip[];
  /** In the scenario's order. */
  readonly untimed: readonly TimelineChip[];
}

export const everyoneLane = 'everyone';
export const noLane = 'none';

type Source = Pick<FacilitatorView, 'events' | 'cast' | 'parties' | 'objectives'>;

export interface LaneWish {
  readonly view: Source;
  readonly injects: readonly FacilitatorInject[];
  readonly by: LaneKind;
  readonly standings: ReadonlyMap<InjectId, Standing>;
  readonly times: ExpectedTimes['injects'];
  /** An estimate that has passed is none any more. */
  readonly nowPlayMs: number;
}

/** Lanes in the scenario's order, those without an inject left out. */
export function toLanes(wish: LaneWish): Lane[] {
  const { view, injects, by } = wish;
  const groups = laneRules[by](view);
  const lanes = new Map<string, { timed: TimelineChip[]; untimed: TimelineChip[] }>();
  for (const id of [everyoneLane, ...groups.ids, noLane]) lanes.set(id, { timed: [], untimed: [] });
  for (const inject of [...injects].sort((a, b) => a.order - b.order)) {
    for (const laneId of lanesOf(groups, inject)) {
      const chip = toChip(wish, inject, laneId);
      const lane = lanes.get(laneId);
      if (chip !== null) (chip.atMs === null ? lane?.untimed : lane?.timed)?.push(chip);
    }
  }
  return [...lanes].flatMap(([id, { timed, untimed }]) =>
    timed.length + untimed.length === 0
      ? []
      : [{ id, timed: timed.sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0)), untimed }],
  );
}

interface Groups {
  readonly ids: readonly string[];
  readonly of: (inject: FacilitatorInject) => Iterable<string>;
}

const laneRules: Record<LaneKind, (view: Source) => Groups> = {
  nation: ({ parties, cast }) => {
    const partyOf = new Map(cast.teams.map(({ id, partyId }) => [id, partyId]));
    return {
      ids: parties.map(({ id }) => id),
      of: ({ toTeams }) => toTeams.flatMap((teamId) => partyOf.get(teamId) ?? []),
    };
  },
  team: ({ cast }) => ({ ids: cast.teams.map(({ id }) => id), of: ({ toTeams }) => toTeams }),
  objective: ({ objectives }) => ({
    ids: Object.keys(objectives),
    of: ({ expectations }) => expectations.flatMap(({ objectiveId }) => objectiveId ?? []),
  }),
};

function lanesOf({ ids, of }: Groups, inject: FacilitatorInject): string[] {
  const found = new Set(of(inject));
  if (found.size === 0) return [noLane];
  return found.size > 1 && found.size === ids.length ? [everyoneLane] : [...found];
}

function toChip(
  { view, standings, times, nowPlayMs }: LaneWish,
  inject: FacilitatorInject,
  laneId: string,
): TimelineChip | null {
  const event = view.events[inject.id];
  const standing = standings.get(inject.id);
  if (event === undefined || standing === undefined) return null;
  const expected = times.get(inject.id) ?? null;
  const isOff = standing === 'skipped' || standing === 'recalled';
  const isPassed = expected?.isEstimate === true && !isOff && expected.atMs < nowPlayMs;
  return {
    key: `${laneId} ${inject.id}`,
    injectId: inject.id,
    number: inject.number,
    standing,
    atMs: expected === null || isPassed ? null : expected.atMs,
    isEstimate: expected?.isEstimate ?? false,
    isMovable: isMovable(event),
  };
}
