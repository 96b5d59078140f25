/** What a command would touch, told from the staff's view: the engine's own rules, asked beforehand. */
import type { InjectId, TableId, TeamId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { RightsSubject } from '@trilogue/engine/views/rights-view';

export function rightsSubjects({ injects, cast }: Pick<FacilitatorView, 'injects' | 'cast'>) {
  const teamsById = new Map(cast.teams.map((team) => [team.id, team]));
  const teamsOf = (ids: readonly TeamId[]) => ids.flatMap((id) => teamsById.get(id) ?? []);
  const tables = new Map(cast.tables.map((table) => [table.tableId, table]));
  return {
    /** Whoever reads it, also those whom nobody plays. */
    inject(injectId: InjectId): RightsSubject {
      const inject = injects[injectId];
      if (inject === undefined) return {};
      return {
        teams: teamsOf(inject.toTeams),
        isFromDeck: inject.isImprovised || inject.trigger.kind === 'deck',
      };
    },
    table(tableId: TableId): RightsSubject {
      const table = tables.get(tableId);
      return table === undefined
        ? {}
        : { teams: teamsOf(table.teamIds), isControl: table.isControl };
    },
  };
}
