import { describe, expect, test } from 'vitest';
import type { ChoiceId, ExpectationId } from '../protocol/ids.js';
import { type Drill, inject, minutes, running, seat, startMs, table } from '../testing/drill.js';
import { sampleScenario } from '../testing/sample-scenario.js';

const director = seat('facilitator');
const jp = seat('player-jp');
const ph = seat('player-ph');

/**
 * One drill of the sample scenario, worked out by hand. Times are minutes of play.
 *
 * | at    | what happens                         | due   | entry                           |
 * |-------|--------------------------------------|-------|---------------------------------|
 * |  1:00 | "note" reaches jp: acknowledge       |  3:00 |                                 |
 * |  2:00 | "report" reaches both: respond       |  6:00 |                                 |
 * |  2:00 | and ph: acknowledge, unannounced     |  3:00 |                                 |
 * |  2:30 | jp acknowledges "note"               |       | jp met 5/5                      |
 * |  3:00 | ph has not acknowledged "report"     |       | ph missed 0/4                   |
 * |  3:00 | "cut" reaches jp: choose             |  6:00 |                                 |
 * |  4:00 | jp chooses "no" (8 of at most 20)    |       | jp met 6/6, choice 8/20         |
 * |  5:00 | ph responds, which acknowledges      |       | ph met 10/10, late 0/4          |
 * |  6:00 | jp has not responded to "report"     |       | jp missed 0/10                  |
 * |  7:00 | jp responds                          |       | jp late 5/10 instead            |
 * | 11:00 | "by-hand" reaches both: respond      | 16:00 |                                 |
 * | 12:00 | jp responds                          |       | jp met 10/10                    |
 * | 13:00 | EndEx; ph’s answer was still open    |       | waived, no entry                |
 *
 * jp: 5 + 6 + 8 + 5 + 10 = 34 of 5 + 6 + 20 + 10 + 10 = 51. ph: 10 + 0 = 10 of 10 + 4 = 14.
 */
function handWorkedDrill(): Drill {
  const drill = running(sampleScenario());
  const at = (minute: number) => {
    drill.nowMs = startMs + minutes(minute);
  };
  at(2.5);
  drill.do(jp, { type: 'AcknowledgeInject', injectId: inject('note') });
  at(4);
  drill.do(jp, { type: 'MakeChoice', injectId: inject('cut'), choiceId: 'no' as ChoiceId });
  at(5);
  drill.do(ph, { type: 'SendResponse', injectId: inject('report'), text: 'We know little.' });
  at(7);
  drill.do(jp, { type: 'SendResponse', injectId: inject('report'), text: 'We know more.' });
  at(11);
  drill.do(director, { type: 'ReleaseInject', injectId: inject('by-hand') });
  at(12);
  drill.do(jp, { type: 'SendResponse', injectId: inject('by-hand'), text: 'Here.' });
  at(13);
  drill.do(director, { type: 'EndExercise', reason: '' });
  return drill;
}

describe('scoring', () => {
  test('[SCORE1] the drill worked out by hand', () => {
    const { state } = handWorkedDrill();
    const lines = [...state.scores.values()]
      .sort((a, b) => a.causedBy - b.causedBy)
      .map((e) => [e.tableId, e.injectId, e.rule, e.points, e.maximum, e.objectiveId]);
    expect(lines).toEqual([
      ['jp', 'note', 'expectation/met', 5, 5, 'share'],
      ['jp', 'cut', 'choice/made', 8, 20, null],
      ['jp', 'cut', 'expectation/met', 6, 6, null],
      ['ph', 'report', 'expectation/met', 10, 10, null],
      ['ph', 'report', 'expectation/late', 0, 4, null],
      ['jp', 'report', 'expectation/late', 5, 10, null],
      ['jp', 'by-hand', 'expectation/met', 10, 10, null],
    ]);
    const of = (id: string) => state.scores.total(table(id));
    expect(of('jp')).toEqual({ points: 34, maximum: 51 });
    expect(of('ph')).toEqual({ points: 10, maximum: 14 });
  });

  test('[SCORE2] every entry names the fact that caused it', () => {
    const { state, log } = handWorkedDrill();
    for (const entry of state.scores.values()) {
      const cause = log.find(({ seq }) => seq === entry.causedBy);
      expect(cause?.type).toMatch(/^(ExpectationMet|ExpectationMissed|ChoiceMade)$/);
      expect(cause).toMatchObject({ injectId: entry.injectId, tableId: entry.tableId });
    }
  });

  test('[SCORE3] a decision not made by its deadline counts nothing of its most, until it is made', () => {
    const drill = running(sampleScenario());
    drill.wait(minutes(6));
    const line = () => drill.state.scores.get('cut jp #choice');
    expect(line()).toMatchObject({ rule: 'choice/not-made', points: 0, maximum: 20 });
    drill.do(jp, { type: 'MakeChoice', injectId: inject('cut'), choiceId: 'yes' as ChoiceId });
    expect(line()).toMatchObject({ rule: 'choice/made', points: 20, maximum: 20 });
  });

  test('[SCORE4] more time takes back what the missed deadline had counted', () => {
    const drill = running(sampleScenario());
    drill.wait(minutes(6));
    drill.do(director, {
      type: 'ExtendDeadline',
      injectId: inject('cut'),
      expectationId: 'decide' as ExpectationId,
      tableId: table('jp'),
      byMs: minutes(5),
    });
    expect(
      [...drill.state.scores.values()].filter(({ injectId }) => injectId === 'cut').length,
    ).toBe(0);
  });
});
