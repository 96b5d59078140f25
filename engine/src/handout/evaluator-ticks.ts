/** The table in which an evaluator ticks what each team did. */
import type { TeamId } from '../protocol/ids.js';
import { type Block, type Cell, table } from './blocks.js';
import { type Edition, name } from './edition.js';

/** A row for each team: done in time, late or not at all, when, and each criterion. */
export function ticksByTeam(
  edition: Edition,
  teamIds: readonly TeamId[],
  criteria: readonly string[],
): Block {
  const { words, playbook } = edition;
  const { inTime, late, notDone, time } = words.evaluate.columns;
  return table(
    [
      { title: words.labels.team },
      { title: inTime, percent: 9 },
      { title: late, percent: 9 },
      { title: notDone, percent: 9 },
      ...criteria.map((title) => ({ title, percent: 4.5 })),
      { title: time, percent: 14 },
    ],
    teamIds.map((teamId): Cell[] => [
      name(edition, playbook.teams.get(teamId)?.name ?? teamId),
      ...Array.from({ length: 3 + criteria.length }, () => ({ kind: 'tick' }) as const),
      { kind: 'blank' },
    ]),
  );
}
