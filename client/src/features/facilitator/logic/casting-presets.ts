/** Ways to seat a scenario's teams: the usual ones at a click, and what a casting leaves out. */
import type { InjectId, PartyId, TableId, TeamId } from '@trilogue/engine/protocol/ids';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

export type CastingPreset = 'perNation' | 'twoPerNation' | 'perTeam';

export interface DraftTable {
  readonly tableId: TableId;
  readonly name: string;
  readonly language: string;
}

/** Where a team plays: at a table, with control, or nowhere. */
export type Place =
  | { readonly kind: 'table'; readonly tableId: TableId }
  | { readonly kind: 'control' }
  | { readonly kind: 'dropped' };

export interface DraftCasting {
  readonly tables: readonly DraftTable[];
  readonly places: Readonly<Record<TeamId, Place>>;
}

/** A nation as casting needs it. */
export interface CastingParty {
  readonly id: PartyId;
  readonly name: LocalizedText;
  readonly language: string;
}

type Team = FacilitatorView['cast']['teams'][number];
export type NameOf = (text: LocalizedText) => string;

const maxTableName = 80;

/** Tables for every nation that has teams, in the scenario's order. Names are given by `nameOf`. */
export function castByPreset(
  preset: CastingPreset,
  parties: readonly CastingParty[],
  teams: readonly Team[],
  nameOf: NameOf,
): DraftCasting {
  const seatings = parties.flatMap((party) => {
    const own = teams.filter(({ partyId }) => partyId === party.id);
    return splitTeams(preset, own).map((group, index) => ({
      table: { ...seating(preset, party, group, index, nameOf), language: party.language },
      group,
    }));
  });
  return {
    tables: seatings.map(({ table }) => table),
    places: Object.fromEntries(
      seatings.flatMap(({ table, group }) =>
        group.map((team) => [team.id, { kind: 'table', tableId: table.tableId } as const]),
      ),
    ),
  };
}

/** The casting an exercise has now, as the form edits it; empty before the first. */
export function castingOf(cast: FacilitatorView['cast'], defaultLanguage: string): DraftCasting {
  const players = cast.tables.filter(({ isControl }) => !isControl);
  return {
    tables: players.map(({ tableId, name, language }) => ({
      tableId,
      name,
      language: language ?? defaultLanguage,
    })),
    places: Object.fromEntries(
      cast.teams.map(({ id }) => {
        const table = cast.tables.find(({ teamIds }) => teamIds.includes(id));
        const place: Place =
          table === undefined
            ? { kind: 'dropped' }
            : table.isControl
              ? { kind: 'control' }
              : { kind: 'table', tableId: table.tableId };
        return [id, place];
      }),
    ),
  };
}

/** The casting as the command wants it: tables without a team are left out. */
export function toCasting(draft: DraftCasting, teamIds: readonly TeamId[]) {
  return {
    tables: draft.tables
      .map(({ tableId, name, language }) => ({
        tableId,
        name: name.trim(),
        language,
        teamIds: teamIds.filter((id) => isAt(placeOf(draft, id), tableId)),
      }))
      .filter((table) => table.teamIds.length > 0),
    controlled: teamIds.filter((id) => placeOf(draft, id).kind === 'control'),
  };
}

export function placeOf(draft: DraftCasting, teamId: TeamId): Place {
  return draft.places[teamId] ?? { kind: 'dropped' };
}

/** Adds a table without teams, under an id that is still free. */
export function addTable(draft: DraftCasting, name: string, language: string): DraftCasting {
  const taken = new Set<string>(draft.tables.map(({ tableId }) => tableId));
  let count = draft.tables.length + 1;
  while (taken.has(`table-${count}`)) count += 1;
  // Made of lower-case letters, a hyphen and digits: a table's id by its schema.
  const tableId = `table-${count}` as TableId;
  return { ...draft, tables: [...draft.tables, { tableId, name, language }] };
}

/** Takes a table away; its teams are dropped until they get another place. */
export function removeTable(draft: DraftCasting, tableId: TableId): DraftCasting {
  return {
    tables: draft.tables.filter((table) => table.tableId !== tableId),
    places: Object.fromEntries(
      Object.entries(draft.places).filter(([, place]) => !isAt(place, tableId)),
    ),
  };
}

/**
 * Injects that this casting leaves without any reader. The view names the teams an inject misses now
 * and the tables it reaches now; while one of those tables' teams keeps a place, it counts as reached.
 */
export function reachesNobody(
  view: Pick<FacilitatorView, 'injects' | 'cast'>,
  draft: DraftCasting,
): InjectId[] {
  const isPlayed = (teamId: TeamId) => placeOf(draft, teamId).kind !== 'dropped';
  const teamsAt = new Map(view.cast.tables.map(({ tableId, teamIds }) => [tableId, teamIds]));
  return Object.values(view.injects)
    .filter(({ to, droppedTeams }) => {
      const maybe = to.flatMap((tableId) => teamsAt.get(tableId) ?? []);
      return !droppedTeams.some(isPlayed) && !maybe.some(isPlayed);
    })
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);
}

function isAt(place: Place, tableId: TableId): boolean {
  return place.kind === 'table' && place.tableId === tableId;
}

function splitTeams(preset: CastingPreset, teams: readonly Team[]): (readonly Team[])[] {
  if (teams.length === 0) return [];
  if (preset === 'perTeam') return teams.map((team) => [team]);
  if (preset === 'perNation' || teams.length === 1) return [teams];
  const half = Math.ceil(teams.length / 2);
  return [teams.slice(0, half), teams.slice(half)];
}

/** The id, made of the scenario's own ids, which follow the same rule as a table's; and the name. */
function seating(
  preset: CastingPreset,
  party: CastingParty,
  group: readonly Team[],
  index: number,
  nameOf: NameOf,
): { readonly tableId: TableId; readonly name: string } {
  const [only] = group;
  const [id, name] =
    preset === 'perNation'
      ? [party.id, nameOf(party.name)]
      : group.length === 1 && only !== undefined
        ? [only.id, nameOf(only.name)]
        : [`${party.id}-${index + 1}`, `${nameOf(party.name)} ${index + 1}`];
  return { tableId: id as string as TableId, name: name.slice(0, maxTableName) };
}
