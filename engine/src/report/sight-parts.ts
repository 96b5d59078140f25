/** How the three sights read what they have in common. */
import type { Observation } from '../exercise/evaluation-state.js';
import type { ExerciseState } from '../exercise/state.js';
import { translationsOf } from '../exercise/written-texts.js';
import type { ItemId, PartyId, TableId } from '../protocol/ids.js';
import type { Takeaway } from '../protocol/takeaway.js';
import type { LocalizedText } from '../scenario/localize.js';
import { narrowness } from '../scenario/sharing-schema.js';
import type { ScoreSubject } from '../scoring/score.js';
import type { DirectoryView } from '../views/exchange-view.js';
import type { Happening } from '../views/observer-view.js';
import { tableName } from '../views/table-name.js';
import type { Crossing, SeenItem, SeenPosition, Sight } from './sight.js';

export function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

export function teamsIn({ teams }: DirectoryView): Takeaway['teams'] {
  return teams.map(({ id, partyId, tableId, name, sector }) => ({
    id,
    partyId,
    tableId,
    name,
    sector,
  }));
}

/** @param isNamed whether this audience knows a table by its name; else it knows the teams there */
export function tablesIn(
  state: ExerciseState,
  isNamed: (tableId: TableId) => boolean,
  areTeamsKnown: boolean,
): Takeaway['tables'] {
  return state.casting.tables.map((table) => ({
    tableId: table.tableId,
    name: isNamed(table.tableId) ? tableName(state, table) : null,
    teamIds: areTeamsKnown ? [...table.teamIds] : [],
    partyIds: unique(table.teamIds.flatMap((id) => state.playbook.teams.get(id)?.party ?? [])),
  }));
}

export function partiesAt({ casting, playbook }: ExerciseState, tableId: TableId): PartyId[] {
  const teamIds = casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [];
  return unique(teamIds.flatMap((id) => playbook.teams.get(id)?.party ?? []));
}

/** The modules as the wall shows them: everybody was told of each as it began. */
export function phasesIn(happenings: readonly Happening[]): Sight['phases'] {
  return happenings.flatMap((one) =>
    one.kind === 'phase' ? [{ title: one.title, playMs: one.playMs }] : [],
  );
}

export function crossingsIn(happenings: readonly Happening[]): Crossing[] {
  return happenings.flatMap((one) =>
    one.kind === 'share'
      ? [{ playMs: one.playMs, from: one.from, to: one.to, heldForMs: null }]
      : [],
  );
}

/** Where both forms are held, the one that came first counts; what it is may be told as widely as either. */
export function earliest(held: readonly SeenItem[]): SeenItem[] {
  const first = new Map<string, SeenItem>();
  for (const one of held) {
    const key = `${one.itemId} ${one.tableId}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, one);
    else {
      const sooner = one.sincePlayMs < before.sincePlayMs ? one : before;
      const wider = narrowness(one.tlp) < narrowness(before.tlp) ? one : before;
      first.set(key, { ...sooner, tlp: wider.tlp });
    }
  }
  return [...first.values()];
}

/** How long a table had held something when it told it; null for what is not known to have been held. */
export function heldFor(
  held: readonly SeenItem[],
  tableId: TableId,
  itemId: ItemId,
  playMs: number,
): number | null {
  const since = held.find((one) => one.itemId === itemId && one.tableId === tableId)?.sincePlayMs;
  return since === undefined || since > playMs ? null : playMs - since;
}

/** Title of an item, a joint position or an obligation. */
export function titleOf(
  { playbook }: ExerciseState,
  about: Pick<ScoreSubject, 'kind' | 'id'> | null,
): LocalizedText | null {
  if (about === null) return null;
  const list = {
    item: playbook.items,
    position: playbook.positions,
    obligation: playbook.obligations,
  };
  return list[about.kind].get(about.id as never)?.title ?? null;
}

/** Positions as a wall shows them: when, and among which nations. */
export function positionsOnWall({ positions, playbook }: ExerciseState): SeenPosition[] {
  return [...positions.values()].flatMap(({ status, openedPlayMs, settled, voices }) =>
    status === 'waiting'
      ? []
      : [
          {
            view: null,
            partyIds: unique(
              voices.flatMap(({ teamId }) => playbook.teams.get(teamId)?.party ?? []),
            ),
            status,
            openedPlayMs,
            settledPlayMs: settled?.playMs ?? null,
            versions: [],
          },
        ],
  );
}

/** Evaluators' notes, as far as they are for somebody. */
export function observationsIn(
  state: ExerciseState,
  isFor: (note: Observation) => boolean,
): Sight['observations'] {
  return [...state.observations.values()].filter(isFor).map((note) => ({
    kind: note.kind,
    importance: note.importance,
    tableId: note.tableId,
    objective:
      note.objectiveId === null
        ? null
        : (state.playbook.objectives.get(note.objectiveId)?.title ?? null),
    playMs: note.momentPlayMs,
    text: note.text,
    textIn: { ...translationsOf(state, note.seq, 'text') },
    isReleased: note.release.kind !== 'kept',
  }));
}
