import { describe, expect, test } from 'vitest';
import type { IndicatorId, TableId } from '../protocol/ids.js';
import { type Drill, inject, minutes, running, seat, table } from '../testing/drill.js';
import { director, last, player, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { PlayerView } from '../views/player-view.js';
import { viewOf } from '../views/project.js';
import type { CommandOf } from './commands.js';

const scenario = exchangeScenario();
const respond = { type: 'SendResponse', injectId: inject('curve'), text: 'Yes.' } as const;
const mark = (
  as: CommandOf<'MarkExpectation'>['as'],
  where: Partial<CommandOf<'MarkExpectation'>> = {},
): CommandOf<'MarkExpectation'> => ({
  type: 'MarkExpectation',
  injectId: inject('curve'),
  expectationId: 'respond' as never,
  tableId: table('ph'),
  as,
  reason: 'By telephone',
  ...where,
});
const adjust = (
  points: number,
  more: Partial<CommandOf<'AdjustScore'>> = {},
): CommandOf<'AdjustScore'> => ({
  type: 'AdjustScore',
  tableId: table('ph'),
  points,
  objectiveId: null,
  reason: 'A good idea',
  ...more,
});
const trust = (drill: Drill) => drill.state.indicators.get('trust' as IndicatorId);
const line = (drill: Drill) => drill.state.scores.get('curve ph respond');

function asked(): Drill {
  const drill = running(scenario);
  release(drill, 'curve');
  return drill;
}

describe('settling an expectation by hand', () => {
  test.each([
    ['met', 10],
    ['late', 2],
    ['missed', 0],
  ] as const)('[HAND4] marked as %s it earns that, with its reason', (as, points) => {
    const drill = asked();
    drill.wait(minutes(7));
    drill.do(director, mark(as));
    expect(line(drill)).toMatchObject({
      rule: 'expectation/marked',
      points,
      maximum: 10,
      reason: 'By telephone',
      objectiveId: 'inform',
      causedBy: last(drill, 'ExpectationMarked').seq,
    });
    expect(drill.state.expectations.get('curve ph respond' as never)).toMatchObject({
      status: as,
      reason: 'By telephone',
    });
    drill.wait(minutes(10));
    expect(drill.types()).not.toContain('ExpectationMissed');
  });

  test('[HAND4] waived it counts neither way', () => {
    const drill = asked();
    drill.wait(minutes(11));
    expect(line(drill)?.maximum).toBe(10);
    drill.do(director, mark('waived'));
    expect(line(drill)).toBeUndefined();
  });

  test('[HAND4] done outside the tool, the story goes on as if it had been done in it', () => {
    const drill = asked();
    drill.do(director, mark('met'));
    expect(trust(drill)).toBe(61);
    expect(last(drill, 'IndicatorChanged').causedBy).toBe(last(drill, 'ExpectationMarked').seq);
  });

  test('[HAND4] what doing it brings about comes once, however often it is settled anew', () => {
    const drill = asked();
    drill.do(player('ph'), respond);
    drill.do(director, mark('late'));
    drill.do(director, mark('missed'));
    drill.do(director, mark('met'));
    expect(trust(drill)).toBe(61);
    expect(line(drill)).toMatchObject({ points: 10, rule: 'expectation/marked' });
  });

  test('[HAND4] marked as missed and then done, it is done late', () => {
    const drill = asked();
    drill.do(director, mark('missed'));
    drill.do(player('ph'), respond);
    expect(line(drill)).toMatchObject({ rule: 'expectation/late', points: 2, reason: null });
    expect(trust(drill)).toBe(61);
  });

  test('[HAND4] after EndEx it still counts, and brings about nothing', () => {
    const drill = asked();
    drill.do(director, { type: 'EndExercise', reason: '' });
    expect(line(drill)).toBeUndefined();
    drill.do(director, mark('met'));
    expect(line(drill)?.points).toBe(10);
    expect(trust(drill)).toBe(60);
    expect(drill.log.at(-1)?.type).toBe('ExpectationMarked');
  });

  test('[HAND4] only what is expected can be settled, and not as it stands already', () => {
    const drill = asked();
    const code = (command: CommandOf<'MarkExpectation'>) =>
      drill.submit(director, command).rejection?.code;
    expect(code(mark('met', { tableId: table('jp') }))).toBe('expectation/unknown');
    expect(code(mark('met', { injectId: inject('later') }))).toBe('expectation/unknown');
    drill.do(director, mark('met'));
    expect(code(mark('met'))).toBe('expectation/settled');
    for (const who of [player('ph'), seat('nobody')]) {
      expect(drill.submit(who, mark('missed')).rejection?.code).toBe('command/not-allowed');
    }
  });

  test('[HAND4] a choice marked as missed counts nothing of its most until it is made', () => {
    const drill = running(scenario);
    release(drill, 'cut');
    const where = {
      injectId: inject('cut'),
      expectationId: 'choose' as never,
      tableId: table('jp'),
    };
    drill.do(director, mark('missed', where));
    expect(drill.state.scores.total(table('jp'))).toEqual({ points: 0, maximum: 26 });
    drill.do(director, mark('waived', where));
    expect(drill.state.scores.total(table('jp'))).toEqual({ points: 0, maximum: 0 });
    drill.do(player('jp'), {
      type: 'MakeChoice',
      injectId: inject('cut'),
      choiceId: 'no' as never,
    });
    expect(drill.state.scores.total(table('jp'))).toEqual({ points: 8, maximum: 20 });
  });
});

describe('setting a score right', () => {
  test('[HAND5] points are given or taken with a reason, for an objective or for none', () => {
    const drill = running(scenario);
    drill.do(director, adjust(4, { objectiveId: 'inform' as never }));
    drill.do(director, adjust(-7));
    expect([...drill.state.scores.values()]).toMatchObject([
      { rule: 'points/adjusted', points: 4, maximum: 0, objectiveId: 'inform' },
      { rule: 'points/adjusted', points: -7, maximum: 0, objectiveId: null },
    ]);
    expect(drill.state.scores.total(table('ph'))).toEqual({ points: -3, maximum: 0 });
  });

  test('[HAND5] the table reads the reason once scores are shown; no other table does', () => {
    const drill = running(scenario);
    drill.do(director, adjust(4));
    drill.do(director, { type: 'ShowScores', players: true, observers: false });
    const shown = (id: string) => {
      const view = viewOf(drill.state, playerAudience(id as TableId)) as PlayerView;
      return Object.values(view.scores);
    };
    expect(shown('ph')).toMatchObject([{ reason: 'A good idea', points: 4 }]);
    expect(shown('jp')).toEqual([]);
  });

  test('[HAND5] for a table and an objective that exist, before EndEx or after', () => {
    const drill = running(scenario);
    const code = (command: CommandOf<'AdjustScore'>) =>
      drill.submit(director, command).rejection?.code;
    expect(code(adjust(1, { tableId: table('mars') }))).toBe('table/unknown');
    expect(code(adjust(1, { objectiveId: 'win' as never }))).toBe('objective/unknown');
    drill.do(director, { type: 'EndExercise', reason: '' });
    expect(code(adjust(1))).toBeUndefined();
    expect(drill.submit(player('ph'), adjust(1)).rejection?.code).toBe('command/not-allowed');
  });

  test('[HAND6] staff speak as a contact, and the table sees the contact, not who it is', () => {
    const drill = running(scenario);
    const speak = (as: string) =>
      drill.submit(director, {
        type: 'SendMessage',
        thread: { kind: 'table', tableId: table('ph') },
        text: 'Any comment?',
        as: as as never,
      });
    expect(speak('reporter').rejection).toBeNull();
    expect(speak('stranger').rejection?.code).toBe('contact/unknown');
    const view = viewOf(drill.state, playerAudience('ph' as TableId)) as PlayerView;
    expect(Object.values(view.messages)).toMatchObject([{ as: { name: 'R. Cruz' }, seatId: null }]);
  });
});
