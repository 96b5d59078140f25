/** What a table is called: mostly after whoever sits there, and then in each reader's language. */
import type { ExerciseState } from '../exercise/state.js';
import type { LocalizedText } from '../scenario/localize.js';

/** The name of the team or nation at the table that it bears, in whichever language; else its own. */
export function tableName(
  { playbook }: ExerciseState,
  { name, teamIds }: ExerciseState['casting']['tables'][number],
): LocalizedText {
  const teams = teamIds.flatMap((id) => playbook.teams.get(id) ?? []);
  const parties = teams.flatMap(({ party }) => playbook.parties.get(party) ?? []);
  return [...teams, ...parties].find((one) => isCalled(one.name, name))?.name ?? name;
}

function isCalled(name: LocalizedText, as: string): boolean {
  return typeof name === 'string' ? name === as : Object.values(name).includes(as);
}
