import { describe, expect, test } from 'vitest';
import type { Rating } from '../exercise/command-parts.js';
import type { CommandOf } from '../exercise/commands.js';
import { join, running, seat, table } from '../testing/drill.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { agreementOf, agreements } from './agreement.js';

const ratings = (letters: string) => [...letters] as Rating[];

describe('how far evaluators agree', () => {
  test.each<[string, number | null, number | null, number | null]>([
    ['', null, null, null],
    ['P', null, null, null],
    ['SS', 1, 1, 0],
    ['PS', 0, 1, 1],
    ['PU', 0, 0, 3],
    ['PPS', 1 / 3, 1, 1],
    ['PSM', 0, 2 / 3, 2],
    ['SSSU', 1 / 2, 1 / 2, 2],
    ['UMSP', 0, 1 / 2, 3],
  ])('[EVAL4] %s', (letters, alike, withinOneStep, spread) => {
    expect(agreementOf(ratings(letters))).toEqual({
      raters: letters.length,
      alike,
      withinOneStep,
      spread,
    });
  });

  test('[EVAL4] over an exercise: of each thing that several rated, at one table or over all', () => {
    const drill = running(exchangeScenario());
    for (const id of ['e1', 'e2', 'e3']) join(drill, id, 'evaluator', null);
    const rate = (
      who: string,
      rating: CommandOf<'RateObjective'>['rating'],
      tableId: string | null,
      of: CommandOf<'RateObjective'>['of'] = { kind: 'objective', objectiveId: 'inform' as never },
    ) =>
      drill.do(seat(who), {
        type: 'RateObjective',
        of,
        tableId: tableId === null ? null : table(tableId),
        rating,
        reason: '',
      });
    rate('e1', 'P', 'ph');
    rate('e2', 'M', 'ph');
    rate('e1', 'S', null);
    rate('e2', 'S', null);
    rate('e3', 'S', null);
    rate('e1', 'U', 'jp');
    rate('e1', 'P', null, { kind: 'capability', capability: 'Sharing' });
    rate('e2', 'P', null, { kind: 'capability', capability: 'Sharing' });
    // Changing one's mind is no second opinion; taking it back is none at all.
    rate('e2', 'S', 'ph');
    rate('e2', null, null, { kind: 'capability', capability: 'Sharing' });
    const inform = { kind: 'objective', objectiveId: 'inform' };
    expect(
      agreements(drill.state).sort((a, b) => (a.tableId ?? '').localeCompare(b.tableId ?? '')),
    ).toEqual([
      { of: inform, tableId: null, raters: 3, alike: 1, withinOneStep: 1, spread: 0 },
      { of: inform, tableId: 'ph', raters: 2, alike: 0, withinOneStep: 1, spread: 1 },
    ]);
  });
});
