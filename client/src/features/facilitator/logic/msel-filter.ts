/** Which injects of the events list are wanted, in which order; the same for all of its forms. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorInject, FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { ExpectedTimes } from './expected-times';
import type { Standing } from './inject-standing';

export const filterFields = [
  'standing',
  'kind',
  'channel',
  'nation',
  'team',
  'phase',
  'objective',
] as const;
export type FilterField = (typeof filterFields)[number];

/** Of each field any of these; a field without any lets everything through. */
export interface MselFilter extends Readonly<Record<FilterField, readonly string[]>> {
  readonly words: string;
}

export const noFilter: MselFilter = {
  words: '',
  standing: [],
  kind: [],
  channel: [],
  nation: [],
  team: [],
  phase: [],
  objective: [],
};

type Source = Pick<FacilitatorView, 'injects' | 'cast' | 'phases'>;

/** Injects that fit, in the scenario's order. `textOf` is what words are looked for in. */
export function filterInjects(
  view: Source,
  filter: MselFilter,
  standings: ReadonlyMap<InjectId, Standing>,
  textOf: (inject: FacilitatorInject) => string,
): FacilitatorInject[] {
  const partyOf = new Map(view.cast.teams.map(({ id, partyId }) => [id, partyId]));
  const valuesOf: Record<FilterField, (inject: FacilitatorInject) => readonly string[]> = {
    standing: ({ id }) => one(standings.get(id)),
    kind: ({ kind }) => [kind],
    channel: ({ channel }) => [channel],
    nation: ({ toTeams }) => toTeams.flatMap((id) => partyOf.get(id) ?? []),
    team: ({ toTeams }) => toTeams,
    phase: ({ phaseId }) => [phaseId, ...outerPhases(view, phaseId)],
    objective: ({ expectations }) => expectations.flatMap(({ objectiveId }) => one(objectiveId)),
  };
  const asked = filterFields.filter((field) => filter[field].length > 0);
  const words = filter.words.trim().toLocaleLowerCase();
  return Object.values(view.injects)
    .filter(
      (inject) =>
        asked.every((field) => valuesOf[field](inject).some((id) => filter[field].includes(id))) &&
        (words === '' || textOf(inject).toLocaleLowerCase().includes(words)),
    )
    .sort((a, b) => a.order - b.order);
}

/** How many fields narrow the list, the words aside. */
export function countFilters(filter: MselFilter): number {
  return filterFields.filter((field) => filter[field].length > 0).length;
}

export const sortFields = [
  'number',
  'time',
  'title',
  'standing',
  'kind',
  'channel',
  'phase',
] as const;
export type SortField = (typeof sortFields)[number];
export interface MselSort {
  readonly by: SortField;
  readonly isDescending: boolean;
}

export interface SortSource {
  readonly view: Pick<FacilitatorView, 'phases'>;
  readonly standings: ReadonlyMap<InjectId, Standing>;
  readonly times: ExpectedTimes['injects'];
  readonly titleOf: (inject: FacilitatorInject) => string;
  readonly order: readonly Standing[];
}

/** What has no moment comes last, whichever way round. Ties keep the scenario's order. */
export function sortInjects(
  injects: readonly FacilitatorInject[],
  { by, isDescending }: MselSort,
  { view, standings, times, titleOf, order }: SortSource,
): FacilitatorInject[] {
  const sign = isDescending ? -1 : 1;
  const momentOf = ({ id }: FacilitatorInject) => times.get(id)?.atMs ?? null;
  const compare: Record<SortField, (a: FacilitatorInject, b: FacilitatorInject) => number> = {
    number: (a, b) => sign * a.number.localeCompare(b.number, undefined, { numeric: true }),
    time: (a, b) => {
      const [one, other] = [momentOf(a), momentOf(b)];
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return sign * (one - other);
    },
    title: (a, b) => sign * titleOf(a).localeCompare(titleOf(b)),
    standing: (a, b) => sign * (rank(order, standings, a) - rank(order, standings, b)),
    kind: (a, b) => sign * a.kind.localeCompare(b.kind),
    channel: (a, b) => sign * a.channel.localeCompare(b.channel),
    phase: (a, b) =>
      sign * ((view.phases[a.phaseId]?.order ?? 0) - (view.phases[b.phaseId]?.order ?? 0)),
  };
  return [...injects].sort((a, b) => compare[by](a, b) || a.order - b.order);
}

function rank(
  order: readonly Standing[],
  standings: ReadonlyMap<InjectId, Standing>,
  { id }: FacilitatorInject,
): number {
  const standing = standings.get(id);
  return standing === undefined ? order.length : order.indexOf(standing);
}

function outerPhases({ phases }: Source, phaseId: string): string[] {
  const found: string[] = [];
  let outer = phases[phaseId]?.parentId ?? null;
  while (outer !== null && !found.includes(outer)) {
    found.push(outer);
    outer = phases[outer]?.parentId ?? null;
  }
  return found;
}

function one<Value>(value: Value | null | undefined): Value[] {
  return value === null || value === undefined ? [] : [value];
}
