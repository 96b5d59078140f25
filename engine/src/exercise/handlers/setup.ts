/** Setting an exercise up: create, cast, open the lobby, set the pace. */
import { scoringVersion } from '../../scoring/score.js';
import type { CommandOf } from '../commands.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import type { Casting } from '../settings.js';
import { controlTableId } from '../state-parts.js';
import { lifecycleAfter } from './stage.js';

/** Rejections: `exercise/already-created`. */
export function createExercise(run: Run, command: CommandOf<'CreateExercise'>): Rejection | null {
  if (run.state.exerciseId !== null) {
    return reject('exercise/already-created', 'the log has begun');
  }
  const { exerciseId, scenarioId, scenarioHash, title, seed, pace, mode } = command;
  run.add({
    type: 'ExerciseCreated',
    exerciseId,
    scenarioId,
    scenarioHash,
    title,
    seed,
    pace,
    mode,
    scoringVersion,
  });
  return null;
}

/**
 * Maps the scenario's teams to tables; teams left out are dropped.
 * Rejections: `casting/unknown-team`, `casting/team-twice`, `casting/duplicate-table`,
 * `casting/reserved-table`, `casting/table-has-seats`.
 */
export function castTeams(run: Run, { casting }: CommandOf<'CastTeams'>): Rejection | null {
  const refused = checkCasting(run, casting);
  if (refused !== null) return refused;
  run.add({ type: 'TeamsCast', casting });
  return null;
}

/** Rejections: `casting/no-tables`. */
export function openLobby(run: Run): Rejection | null {
  if (run.state.casting.tables.length === 0) {
    return reject('casting/no-tables', 'no team is cast yet');
  }
  run.add({ type: 'LobbyOpened', machine: lifecycleAfter(run, 'OPEN_LOBBY') });
  return null;
}

export function setPace(run: Run, { pace }: CommandOf<'SetPace'>): Rejection | null {
  if (run.state.pace !== pace) run.add({ type: 'PaceSet', pace });
  return null;
}

function checkCasting({ state }: Run, casting: Casting): Rejection | null {
  const tables = new Set<string>();
  for (const { tableId } of casting.tables) {
    if (tableId === controlTableId) {
      return reject('casting/reserved-table', `"${tableId}" is the staff’s own table`);
    }
    if (tables.has(tableId)) {
      return reject('casting/duplicate-table', `two tables are called "${tableId}"`, { tableId });
    }
    tables.add(tableId);
  }
  const teams = new Set<string>();
  for (const teamId of [
    ...casting.tables.flatMap((table) => table.teamIds),
    ...casting.controlled,
  ]) {
    if (!state.playbook.teams.has(teamId)) {
      return reject('casting/unknown-team', `the scenario has no team "${teamId}"`, { teamId });
    }
    if (teams.has(teamId)) {
      return reject('casting/team-twice', `"${teamId}" is cast twice`, { teamId });
    }
    teams.add(teamId);
  }
  const stranded = state.seats.find(
    ({ tableId, isGone }) => !isGone && tableId !== null && !tables.has(tableId),
  );
  return stranded === undefined
    ? null
    : reject('casting/table-has-seats', 'people sit at a table that this casting leaves out', {
        tableId: stranded.tableId ?? '',
      });
}
