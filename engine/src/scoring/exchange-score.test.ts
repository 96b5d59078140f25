import { describe, expect, test } from 'vitest';
import { type Drill, inject, minutes, running, startMs, table } from '../testing/drill.js';
import {
  apart,
  director,
  player,
  release,
  report,
  share,
  stand,
} from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';

/**
 * One drill of sharing, deciding and reporting, one table a team, worked out by hand.
 *
 * | at    | what happens                                            | entry                        |
 * |-------|---------------------------------------------------------|------------------------------|
 * |  0:00 | "warn" reaches jp-cert: share the hashes, by 10:00      |                              |
 * |  2:00 | jp-cert tells us-cert (in time, by 10:00)               | jp-cert need 20/20           |
 * |  4:00 | us-cert tells ph-bank the AMBER hashes: outside         | us-cert broken −10           |
 * |  5:00 | us-cert tells us-isac, who does not need them           | us-cert needless −5          |
 * | 10:00 | jp-cert has not told anybody in ph                      | jp-cert missed 0/10          |
 * | 12:00 | jp-cert tells ph-cert: late for the need, and late      | jp-cert need 5/20, late 4/10 |
 * | 13:00 | "talks" opens the ransom for three voices               |                              |
 * | 14:00 | all three concur with "wait": 5 + 4 of 5 + 10           | each voice 9/15              |
 * | 14:00 | which opens the hotline for jp-port and ph-bank         |                              |
 * | 14:00 | and so do what the inject expects of them: 5            | each voice 5/5               |
 * | 15:00 | "leak" starts the clock of ph-bank and ph-cert          |                              |
 * | 16:00 | ph-bank reports                                         | ph-bank 15/15                |
 * | 17:00 | "curve" reaches ph-cert: full until 21:00, 2 at 27:00   |                              |
 * | 24:00 | ph-cert responds, half way                              | ph-cert 6/10                 |
 * | 24:00 | nobody spoke about the hotline, which is worth nothing  | jp-port, ph-bank 0/0         |
 * | 25:00 | "cut" reaches jp-port: by 35:00                         |                              |
 * | 26:00 | a controller marks it late: 3 of 6                      | jp-port marked 3/6           |
 * | 27:00 | a controller takes 2 from us-isac                       | us-isac adjusted −2          |
 * | 28:00 | EndEx; ph-cert’s report is waived                       |                              |
 */
function handWorkedDrill(): Drill {
  const drill = running(exchangeScenario(), { tables: apart, mode: 'assess' });
  const at = (minute: number) => {
    drill.nowMs = startMs + minutes(minute);
  };
  release(drill, 'warn');
  at(2);
  drill.do(player('jp-cert'), share(['us-cert'], { items: 'hashes' }));
  at(4);
  drill.do(player('us-cert'), share(['ph-bank'], { items: 'hashes' }));
  at(5);
  drill.do(player('us-cert'), share(['us-isac'], { items: 'hashes' }));
  at(12);
  drill.do(player('jp-cert'), share(['ph-cert'], { items: 'hashes' }));
  at(13);
  release(drill, 'talks');
  at(14);
  for (const team of ['jp-cert', 'ph-cert', 'us-cert']) {
    drill.do(player(team), stand('ransom', team, 'wait'));
  }
  at(15);
  release(drill, 'leak');
  at(16);
  drill.do(player('ph-bank'), report('breach-notice', { what: 'A leak.', when: 'Today.' }));
  at(17);
  release(drill, 'curve');
  at(24);
  drill.do(player('ph-cert'), { type: 'SendResponse', injectId: inject('curve'), text: 'Yes.' });
  at(25);
  release(drill, 'cut');
  at(26);
  drill.do(director, {
    type: 'MarkExpectation',
    injectId: inject('cut'),
    expectationId: 'choose' as never,
    tableId: table('jp-port'),
    as: 'late',
    reason: 'By telephone',
  });
  at(27);
  drill.do(director, {
    type: 'AdjustScore',
    tableId: table('us-isac'),
    points: -2,
    objectiveId: null,
    reason: 'Talked to the press',
  });
  at(28);
  drill.do(director, { type: 'EndExercise', reason: '' });
  return drill;
}

describe('scoring of sharing, deciding and reporting', () => {
  test('[SCORE7] the drill worked out by hand', () => {
    const { state } = handWorkedDrill();
    const linesOf = (tableId: string) =>
      [...state.scores.values()]
        .filter((entry) => entry.tableId === tableId)
        .sort((a, b) => a.causedBy - b.causedBy)
        .map((e) => [e.rule, e.points, e.maximum, e.about?.id ?? e.injectId, e.objectiveId]);
    expect(linesOf('jp-cert')).toEqual([
      ['need/met', 20, 20, 'hashes', 'inform'],
      ['need/met-late', 5, 20, 'hashes', 'inform'],
      ['expectation/late', 4, 10, 'warn', 'inform'],
      ['position/agreed', 9, 15, 'ransom', 'decide'],
      ['expectation/met', 5, 5, 'talks', null],
    ]);
    expect(linesOf('us-cert')).toEqual([
      ['marking/broken', -10, 0, 'hashes', 'inform'],
      ['share/needless', -5, 0, 'hashes', 'inform'],
      ['position/agreed', 9, 15, 'ransom', 'decide'],
      ['expectation/met', 5, 5, 'talks', null],
    ]);
    expect(linesOf('ph-cert')).toEqual([
      ['position/agreed', 9, 15, 'ransom', 'decide'],
      ['expectation/met', 5, 5, 'talks', null],
      ['expectation/met', 6, 10, 'curve', 'inform'],
    ]);
    expect(linesOf('ph-bank')).toEqual([
      ['obligation/met', 15, 15, 'breach-notice', 'report'],
      ['position/failed', 0, 0, 'hotline', null],
    ]);
    expect(linesOf('jp-port')).toEqual([
      ['position/failed', 0, 0, 'hotline', null],
      ['expectation/marked', 3, 6, 'cut', null],
    ]);
    expect(linesOf('us-isac')).toEqual([['points/adjusted', -2, 0, null, null]]);
  });

  test('[SCORE7] totals are the sums of the lines', () => {
    const { state } = handWorkedDrill();
    const totals = Object.keys(apart).map((id) => {
      const { points, maximum } = state.scores.total(table(id));
      return [id, points, maximum];
    });
    expect(totals).toEqual([
      ['jp-cert', 43, 70],
      ['jp-port', 3, 6],
      ['ph-cert', 20, 30],
      ['ph-bank', 15, 15],
      ['us-cert', -1, 20],
      ['us-isac', -2, 0],
    ]);
  });

  test('[SCORE2] every entry names the fact that caused it', () => {
    const { state, log } = handWorkedDrill();
    for (const { rule, causedBy, tableId } of state.scores.values()) {
      const cause = log.find(({ seq }) => seq === causedBy);
      if (rule.startsWith('position')) expect(cause?.type).toMatch(/^Position(Agreed|Failed)$/);
      else expect(cause).toMatchObject({ tableId });
    }
  });
});
