import { describe, expect, test } from 'vitest';
import type { IndicatorId, TableId } from '../protocol/ids.js';
import { type Drill, inject, minutes, running, table } from '../testing/drill.js';
import { all, apart, director, last, player, release } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { PlayerView } from '../views/player-view.js';
import { viewOf } from '../views/project.js';

const scenario = exchangeScenario();
const started = () => running(scenario);
const respond = (injectId: string) =>
  ({ type: 'SendResponse', injectId: inject(injectId), text: 'Yes.' }) as const;
const trust = (drill: Drill) => drill.state.indicators.get('trust' as IndicatorId);
const statuses = ({ state }: Drill, injectId: string, id: string) =>
  ['jp', 'ph', 'us'].map(
    (at) => state.expectations.get(`${injectId} ${at} ${id}` as never)?.status,
  );

describe('any of the tables', () => {
  test('[EXP7] once one table has done it, the others need not, and it counts neither way for them', () => {
    const drill = started();
    release(drill, 'anyone');
    drill.do(player('ph'), respond('anyone'));
    expect(statuses(drill, 'anyone', 'respond')).toEqual(['waived', 'met', 'waived']);
    expect(last(drill, 'ExpectationWaived').cause).toBe('doneByAnother');
    drill.do(player('jp'), respond('anyone'));
    expect([...drill.state.scores.keys()]).toEqual(['anyone ph respond']);
    drill.wait(minutes(30));
    expect(drill.types()).not.toContain('ExpectationMissed');
  });

  test('[EXP7] done late by one table it is no longer missed by the others', () => {
    const drill = started();
    release(drill, 'anyone');
    drill.wait(minutes(6));
    expect(statuses(drill, 'anyone', 'respond')).toEqual(['missed', 'missed', 'missed']);
    drill.do(player('us'), respond('anyone'));
    expect(statuses(drill, 'anyone', 'respond')).toEqual(['waived', 'waived', 'late']);
    expect([...drill.state.scores.values()]).toMatchObject([{ tableId: 'us', points: 3 }]);
  });

  test('[EXP7] what missing it brings about comes once, when nobody is left who could', () => {
    const drill = started();
    release(drill, 'anyone');
    drill.do(director, {
      type: 'ExtendDeadline',
      injectId: inject('anyone'),
      expectationId: 'respond' as never,
      tableId: table('ph'),
      byMs: minutes(2),
    });
    drill.wait(minutes(6));
    expect(trust(drill)).toBe(60);
    drill.wait(minutes(1));
    expect(all(drill, 'ExpectationMissed')).toHaveLength(3);
    expect(trust(drill)).toBe(50);
  });

  test('[EXP7] marked as done by hand at one table it is done for all', () => {
    const drill = started();
    release(drill, 'anyone');
    drill.do(director, {
      type: 'MarkExpectation',
      injectId: inject('anyone'),
      expectationId: 'respond' as never,
      tableId: table('jp'),
      as: 'met',
      reason: 'By telephone',
    });
    expect(statuses(drill, 'anyone', 'respond')).toEqual(['met', 'waived', 'waived']);
    expect(drill.types()).toContain('MilestoneReached');
  });
});

describe('points that fall with time', () => {
  test.each([
    [0, 10],
    [4, 10],
    [5.5, 8],
    [7, 6],
    [8, 5],
    [9.99, 2],
  ])('[SCORE5] done after %d minutes it earns %d', (after, points) => {
    const drill = started();
    release(drill, 'curve');
    drill.wait(minutes(after));
    drill.do(player('ph'), respond('curve'));
    expect(drill.state.scores.get('curve ph respond')).toMatchObject({
      rule: 'expectation/met',
      points,
      maximum: 10,
    });
  });

  test('[SCORE5] late it earns what late earns; a longer deadline stretches the fall', () => {
    const late = started();
    release(late, 'curve');
    late.wait(minutes(11));
    late.do(player('ph'), respond('curve'));
    expect(late.state.scores.get('curve ph respond')).toMatchObject({ points: 2 });
    const longer = started();
    release(longer, 'curve');
    longer.do(director, {
      type: 'ExtendDeadline',
      injectId: inject('curve'),
      expectationId: 'respond' as never,
      tableId: table('ph'),
      byMs: minutes(6),
    });
    longer.wait(minutes(10));
    longer.do(player('ph'), respond('curve'));
    // Halfway from minute 4 to minute 16: halfway from 10 points to 2.
    expect(longer.state.scores.get('curve ph respond')).toMatchObject({ points: 6 });
  });
});

describe('what players are not told', () => {
  const tasks = (drill: Drill) =>
    Object.keys((viewOf(drill.state, playerAudience('ph' as TableId)) as PlayerView).tasks);

  test('[EXP8] a hidden expectation counts, and shows at its moment or never', () => {
    const drill = started();
    release(drill, 'hidden');
    expect(tasks(drill)).toEqual([]);
    drill.wait(minutes(3) - 1);
    expect(tasks(drill)).toEqual([]);
    drill.wait(1);
    expect(tasks(drill)).toEqual(['hidden respond']);
    expect(last(drill, 'ExpectationRevealed')).toMatchObject({
      playMs: minutes(3),
      causedBy: last(drill, 'InjectReleased').seq,
    });
    expect(last(drill, 'ExpectationMissed').expectationId).toBe('acknowledge');
    drill.wait(minutes(60));
    expect(tasks(drill)).toEqual(['hidden respond']);
  });

  test('[EXP8] what was recalled or ended is not revealed any more', () => {
    const recalled = started();
    release(recalled, 'hidden');
    recalled.do(director, { type: 'RecallInject', injectId: inject('hidden'), reason: '' });
    recalled.wait(minutes(5));
    expect(tasks(recalled)).toEqual([]);
    const ended = started();
    release(ended, 'hidden');
    ended.do(director, { type: 'EndExercise', reason: '' });
    ended.wait(minutes(5));
    expect(tasks(ended)).toEqual([]);
  });

  test('[EXP8] its score stays hidden with it until EndEx', () => {
    const drill = started();
    drill.do(director, { type: 'ShowScores', players: true, observers: false });
    release(drill, 'hidden');
    drill.do(player('ph'), respond('hidden'));
    const lines = () =>
      Object.keys((viewOf(drill.state, playerAudience('ph' as TableId)) as PlayerView).scores);
    expect(lines()).toEqual([]);
    drill.wait(minutes(3));
    expect(lines()).toEqual(['hidden ph respond']);
    drill.do(director, { type: 'EndExercise', reason: '' });
    expect(lines().sort()).toEqual(['hidden ph acknowledge', 'hidden ph respond']);
  });

  test('[EXP8] a task names only what its table knows of', () => {
    const drill = running(scenario, { tables: apart });
    release(drill, 'warn');
    release(drill, 'bank');
    release(drill, 'talks');
    const about = (tableId: string) => {
      const view = viewOf(drill.state, playerAudience(tableId as TableId)) as PlayerView;
      return Object.values(view.tasks).map(({ kind, about, to }) => [kind, about, to]);
    };
    expect(about('jp-cert')).toEqual([
      ['share', 'hashes', ['ph', 'us-cert']],
      ['agree', 'ransom', []],
    ]);
    expect(about('ph-bank')).toEqual([['report', null, []]]);
    release(drill, 'leak');
    expect(about('ph-bank')).toEqual([['report', 'breach-notice', []]]);
  });
});
