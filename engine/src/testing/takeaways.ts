/** Take-aways of a drill as their readers get them, and an evaluator's notes to be in them. */
import type { CommandOf } from '../exercise/commands.js';
import { type Takeaway, type TakeawayAudience, takeawaySchema } from '../protocol/takeaway.js';
import { takeawayOf } from '../report/takeaway.js';
import { type Drill, join, seat, table } from './drill.js';
import { director } from './exchange-acts.js';
import { exchangeScenario } from './exchange-scenario.js';

export const scenario = exchangeScenario();
export const staff: TakeawayAudience = { kind: 'staff' };
export const everybody: TakeawayAudience = { kind: 'everybody' };
export const at = (tableId: string): TakeawayAudience => ({
  kind: 'table',
  tableId: table(tableId),
});

export function takeaway({ state }: Drill, audience: TakeawayAudience): Takeaway {
  const found = takeawayOf(state, audience);
  if (found === null) throw new Error(`nothing for ${JSON.stringify(audience)}`);
  return takeawaySchema.parse(found);
}

export const end = (drill: Drill) => drill.do(director, { type: 'EndExercise', reason: 'Time.' });
export const choices = (told: Takeaway, kind: Takeaway['moments'][number]['kind']) =>
  told.moments.filter((moment) => moment.kind === kind);

export const note = (
  more: Partial<CommandOf<'NoteObservation'>>,
): CommandOf<'NoteObservation'> => ({
  type: 'NoteObservation',
  tableId: table('ph'),
  objectiveId: null,
  momentPlayMs: null,
  kind: 'strength',
  importance: 'normal',
  release: { kind: 'all' },
  text: 'Quick.',
  ...more,
});

export function evaluated(drill: Drill, about = 'ph'): Drill {
  const tableId = table(about);
  join(drill, 'evaluator', 'evaluator', null);
  drill.do(seat('evaluator'), note({ tableId }));
  drill.do(seat('evaluator'), note({ tableId, text: 'For us alone.', release: { kind: 'kept' } }));
  drill.do(
    seat('evaluator'),
    note({
      tableId,
      text: 'For Japan.',
      kind: 'improvement',
      release: { kind: 'party', partyId: 'jp' as never },
    }),
  );
  return drill;
}
