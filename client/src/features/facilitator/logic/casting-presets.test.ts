import type { TableId, TeamId } from '@trilogue/engine/protocol/ids';
import { expect, test } from 'vitest';
import {
  addTable,
  type CastingParty,
  castByPreset,
  castingOf,
  reachesNobody,
  removeTable,
  toCasting,
} from './casting-presets';
import { inject, view } from './fixture';

// Ids are plain text in a test.
const parties = [
  { id: 'jp', name: 'Japan', language: 'ja' },
  { id: 'ph', name: 'Philippines', language: 'fil' },
] as unknown as CastingParty[];
const teams = (['jp-a', 'jp-b', 'jp-c', 'ph-a'] as const).map((id) => ({
  id,
  partyId: id.slice(0, 2),
  name: id.toUpperCase(),
  sector: '',
  mission: '',
})) as unknown as Parameters<typeof castByPreset>[2];
const teamIds = teams.map(({ id }) => id);
const nameOf = (text: unknown) => String(text);

const cast = (preset: Parameters<typeof castByPreset>[0]) =>
  toCasting(castByPreset(preset, parties, teams, nameOf), teamIds).tables.map(
    ({ tableId, name, language, teamIds: own }) => [tableId, name, language, own.join(' ')],
  );

test('[FAC5] one table per nation, in the nation’s language', () => {
  expect(cast('perNation')).toEqual([
    ['jp', 'Japan', 'ja', 'jp-a jp-b jp-c'],
    ['ph', 'Philippines', 'fil', 'ph-a'],
  ]);
});

test('[FAC5] two tables per nation split its teams; a nation of one team has one table', () => {
  expect(cast('twoPerNation')).toEqual([
    ['jp-1', 'Japan 1', 'ja', 'jp-a jp-b'],
    ['jp-c', 'JP-C', 'ja', 'jp-c'],
    ['ph-a', 'PH-A', 'fil', 'ph-a'],
  ]);
});

test('[FAC5] one table per team is called after it', () => {
  expect(cast('perTeam').map(([tableId, name]) => [tableId, name])).toEqual([
    ['jp-a', 'JP-A'],
    ['jp-b', 'JP-B'],
    ['jp-c', 'JP-C'],
    ['ph-a', 'PH-A'],
  ]);
});

test('[FAC5] a table taken away drops its teams; one without teams is left out of the command', () => {
  const draft = addTable(castByPreset('perNation', parties, teams, nameOf), 'Spare', 'en');
  const less = removeTable(draft, 'jp' as TableId);
  const casting = toCasting(
    { ...less, places: { ...less.places, ['jp-a' as TeamId]: { kind: 'control' } } },
    teamIds,
  );
  expect(casting.tables.map(({ tableId }) => tableId)).toEqual(['ph']);
  expect(casting.controlled).toEqual(['jp-a']);
});

test('[FAC5] a new table takes an id that is free', () => {
  const once = addTable({ tables: [], places: {} }, 'One', 'en');
  const twice = addTable(once, 'Two', 'en');
  const again = addTable(removeTable(twice, 'table-1' as TableId), 'Three', 'en');
  expect(again.tables.map(({ tableId }) => tableId)).toEqual(['table-2', 'table-3']);
});

test('[FAC6] injects that a casting leaves without a reader are named before it is saved', () => {
  const now = view({
    injects: {
      port: inject('port', 0, { to: [], droppedTeams: ['jp-x'] }),
      customs: inject('customs', 1, { to: ['ph'] }),
    },
  });
  const draft = castingOf(now.cast, 'en');
  expect(reachesNobody(now, draft)).toEqual(['port']);
  expect(reachesNobody(now, removeTable(draft, 'ph' as TableId))).toEqual(['port', 'customs']);
});
