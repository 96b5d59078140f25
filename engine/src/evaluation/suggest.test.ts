import { describe, expect, test } from 'vitest';
import type { InjectId, ObjectiveId, TableId } from '../protocol/ids.js';
import type { ScoreEntry, ScoreRule } from '../scoring/score.js';
import { inject, minutes, running } from '../testing/drill.js';
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
import { suggestions, suggestionThresholds, suggestRating } from './suggest.js';

/** Lines as "rule points/maximum". */
function lines(...written: string[]): ScoreEntry[] {
  return written.map((line, index) => {
    const [rule, numbers = '0/0'] = line.split(' ');
    const [points = 0, maximum = 0] = numbers.split('/').map(Number);
    return {
      key: `line ${index}`,
      tableId: 'ph' as TableId,
      injectId: 'note' as InjectId,
      expectationId: null,
      objectiveId: 'inform' as ObjectiveId,
      rule: rule as ScoreRule,
      reason: null,
      about: null,
      points,
      maximum,
      causedBy: index + 1,
    };
  });
}

const met = 'expectation/met';

describe('suggesting a rating', () => {
  test.each<[string, string[], string | undefined, string[]]>([
    ['nothing at all', [], undefined, []],
    ['points beyond what was expected alone', ['points/awarded 5/0'], undefined, []],
    ['everything in time and in full', [`${met} 10/10`, 'need/met 5/5'], 'P', ['all-in-time']],
    ['all in time, just enough earned', [`${met} 9/10`], 'P', ['all-in-time']],
    ['in time, but not all earned', [`${met} 89/100`], 'S', ['not-all-earned']],
    ['all but one late', [`${met} 95/95`, 'expectation/late 4/5'], 'S', ['late']],
    ['one missed that weighed little', [`${met} 95/95`, 'expectation/missed 0/5'], 'S', ['missed']],
    ['a middling choice', [`${met} 4/4`, 'choice/made 3/6'], 'S', ['not-all-earned']],
    [
      'barely some challenges',
      [`${met} 7/7`, 'obligation/missed 0/3'],
      'S',
      ['missed', 'not-all-earned'],
    ],
    [
      'much left undone',
      [`${met} 69/69`, 'expectation/missed 0/31'],
      'M',
      ['much-left-undone', 'missed'],
    ],
    [
      'a marking broken, everything else well',
      [`${met} 10/10`, 'marking/broken -10/0'],
      'M',
      ['marking-broken'],
    ],
    [
      'needless telling, everything else well',
      [`${met} 10/10`, 'share/needless -5/0'],
      'M',
      ['points-lost'],
    ],
    ['points taken by a person', [`${met} 10/10`, 'points/adjusted -1/0'], 'M', ['points-lost']],
    ['a marking broken and nothing else known', ['marking/broken -10/0'], 'M', ['marking-broken']],
    [
      'a marking broken that costs nothing',
      [`${met} 10/10`, 'marking/broken 0/0'],
      'M',
      ['marking-broken'],
    ],
    [
      'just achieved',
      [`${met} 40/40`, 'position/failed 0/60'],
      'M',
      ['much-left-undone', 'missed'],
    ],
    ['not achieved', [`${met} 39/39`, 'choice/not-made 0/61'], 'U', ['little-achieved', 'missed']],
    [
      'not achieved, and a marking broken',
      ['expectation/missed 0/10', 'marking/broken -10/0'],
      'U',
      ['little-achieved', 'marking-broken', 'missed'],
    ],
  ])('[EVAL1] %s', (_, written, rating, reasons) => {
    const suggestion = suggestRating(lines(...written));
    expect(suggestion?.rating).toBe(rating);
    expect(suggestion?.reasons ?? []).toEqual(reasons);
  });

  test('[EVAL1] what was lost does not make undone what was achieved', () => {
    const suggestion = suggestRating(lines(`${met} 20/20`, 'marking/broken -30/0'));
    expect(suggestion).toMatchObject({ rating: 'M', points: -10, maximum: 20, achieved: 1 });
  });

  test('[EVAL1] the thresholds stand in one place, from the highest down', () => {
    const { withoutChallenges, withSomeChallenges, achieved } = suggestionThresholds;
    expect([withoutChallenges, withSomeChallenges, achieved]).toEqual([0.9, 0.7, 0.4]);
  });

  test('[EVAL2] it counts and names its evidence', () => {
    const suggestion = suggestRating(
      lines(
        `${met} 10/10`,
        'need/met-late 5/20',
        'obligation/late 1/2',
        'position/failed 0/5',
        'expectation/marked 4/4',
        'expectation/marked 1/4',
        'expectation/marked 0/4',
        'choice/made 3/6',
        'marking/broken -10/0',
      ),
    );
    expect(suggestion).toMatchObject({
      points: 14,
      maximum: 55,
      counts: { met: 2, late: 3, missed: 2, broken: 1 },
    });
    expect(suggestion?.evidence).toEqual(Array.from({ length: 9 }, (_, index) => `line ${index}`));
  });
});

describe('suggestions of an exercise', () => {
  const scenario = exchangeScenario();

  test('[EVAL3] one for each objective and table with evidence, one over all tables, one a capability', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    expect(suggestions(drill.state)).toEqual([]);
    release(drill, 'warn');
    release(drill, 'curve');
    drill.do(player('jp-cert'), share(['ph-cert', 'us-cert'], { items: 'hashes' }));
    drill.do(player('us-cert'), share(['jp-cert'], { items: 'tip', marking: 'AMBER' }));
    drill.do(player('jp-cert'), share(['reporter'], { items: 'tip', marking: 'AMBER' }));
    drill.wait(minutes(11));
    drill.do(player('ph-cert'), { type: 'SendResponse', injectId: inject('curve'), text: 'Yes.' });
    const found = suggestions(drill.state).map(({ of, tableId, rating, achieved }) => [
      of.kind === 'objective' ? of.objectiveId : of.capability,
      tableId,
      rating,
      achieved === null ? null : Number(achieved.toFixed(3)),
    ]);
    expect(found).toEqual([
      // Two needs and the expectation: 20 + 20 + 10 of as many.
      ['inform', 'jp-cert', 'P', 1],
      // Late: 2 of 10.
      ['inform', 'ph-cert', 'U', 0.2],
      // 52 of 60, one of it late.
      ['inform', null, 'S', 0.867],
      // The tip told to the press.
      ['handle', 'jp-cert', 'M', null],
      ['handle', 'us-cert', 'P', 1],
      ['handle', null, 'M', 1],
      // 59 of 67 with a marking broken: both objectives are of one capability.
      ['Sharing', null, 'M', 0.881],
    ]);
  });

  test('[EVAL3] deciding together and reporting are evidence too; waived things are none', () => {
    const drill = running(scenario, { tables: apart });
    release(drill, 'talks');
    release(drill, 'leak');
    for (const team of ['jp-cert', 'ph-cert', 'us-cert']) {
      drill.do(player(team), stand('ransom', team, 'refuse'));
    }
    drill.do(player('ph-bank'), report('breach-notice', { what: 'A leak.', when: 'Today.' }));
    drill.do(director, { type: 'EndExercise', reason: '' });
    const overall = suggestions(drill.state).filter(({ tableId }) => tableId === null);
    expect(overall.map(({ of, rating }) => [of.kind, rating])).toEqual([
      ['objective', 'P'],
      ['objective', 'P'],
      ['capability', 'P'],
      ['capability', 'P'],
    ]);
    expect(suggestions(drill.state).map(({ tableId }) => tableId)).not.toContain('us-isac');
  });

  test('[EVAL3] the capability’s name is the one that ratings go by', () => {
    const drill = running(scenario, { tables: apart });
    release(drill, 'leak');
    drill.do(player('ph-bank'), report('breach-notice', { what: 'A leak.', when: 'Today.' }));
    const suggestion = suggestions(drill.state).find(({ of }) => of.kind === 'capability');
    if (suggestion === undefined) throw new Error('nothing was suggested');
    const { of, tableId, rating } = suggestion;
    drill.do(director, { type: 'ConfirmRating', of, tableId, rating, reason: 'As suggested' });
    expect([...drill.state.confirmedRatings.values()]).toMatchObject([{ of, rating: 'P' }]);
  });
});
