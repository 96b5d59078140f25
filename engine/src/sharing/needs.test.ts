import { describe, expect, test } from 'vitest';
import type { TableId } from '../protocol/ids.js';
import { type Drill, minutes, running, table } from '../testing/drill.js';
import {
  all,
  answer,
  apart,
  askLeave,
  director,
  last,
  player,
  release,
  share,
} from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import { viewOf } from '../views/project.js';

const scenario = exchangeScenario();
const cert = player('jp-cert');
const bank = player('ph-bank');

const linesOf = (drill: Drill, tableId: string) =>
  [...drill.state.scores.values()]
    .filter((entry) => entry.tableId === tableId)
    .sort((a, b) => a.causedBy - b.causedBy)
    .map(({ rule, points, maximum, about }) => [rule, points, maximum, about?.to]);

describe('what others need', () => {
  test('[SHARE13] telling a team in time meets its need, each team by itself, in either form', () => {
    const drill = running(scenario, { tables: apart });
    drill.wait(minutes(10));
    drill.do(cert, share(['ph-cert'], { items: 'hashes sanitised', marking: 'GREEN' }));
    expect(last(drill, 'NeedMet')).toMatchObject({ teamId: 'ph-cert', isLate: false });
    drill.wait(1);
    drill.do(cert, share(['us-cert', 'us-isac'], { items: 'hashes' }));
    expect(last(drill, 'NeedMet')).toMatchObject({ teamId: 'us-cert', isLate: true });
    expect(all(drill, 'NeedMet')).toHaveLength(2);
    expect(linesOf(drill, 'jp-cert')).toEqual([
      ['need/met', 20, 20, 'ph-cert'],
      ['share/needless', -5, 0, 'us-isac'],
      ['need/met-late', 5, 20, 'us-cert'],
    ]);
  });

  test('[SHARE13] a need is met once, by whoever comes first', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    drill.do(player('us-cert'), share(['ph-cert'], { items: 'hashes sanitised', evenSo: true }));
    drill.do(cert, share(['ph-cert', 'us-cert'], { items: 'hashes' }));
    expect(all(drill, 'NeedMet').map(({ tableId, teamId }) => [tableId, teamId])).toEqual([
      ['jp-cert', 'us-cert'],
      ['us-cert', 'ph-cert'],
    ]);
  });

  test('[SHARE13] the time runs from when it was first held, not from StartEx', () => {
    const drill = running(scenario, { tables: apart });
    drill.wait(minutes(20));
    release(drill, 'vendor-notice');
    drill.wait(minutes(15));
    drill.do(cert, share(['ph-cert'], { items: 'notice sanitised' }));
    expect(last(drill, 'NeedMet').isLate).toBe(false);
  });

  test('[SHARE13] given in both forms at once it is given once', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    release(drill, 'warn');
    release(drill, 'vendor-notice');
    const both = 'hashes, hashes sanitised, notice, notice sanitised, notice';
    drill.do(cert, share(['ph-cert', 'us-cert', 'us-isac'], { items: both }));
    expect(last(drill, 'InformationShared').items).toHaveLength(4);
    const counts = ['NeedMet', 'ExpectationMet', 'MarkingBroken', 'OverShared'] as const;
    // Three needs; the notice lowered, and told ph-cert whole; the hashes not needed by us-isac.
    expect(counts.map((type) => all(drill, type).length)).toEqual([3, 1, 2, 1]);
  });

  test('[SHARE13] a need of the whole form is not met by the sanitised one', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(bank, share(['ph-cert'], { items: 'patients sanitised', marking: 'GREEN' }));
    expect(drill.types()).not.toContain('NeedMet');
    drill.do(bank, share(['ph-cert'], { items: 'patients', marking: 'GREEN' }));
    expect(last(drill, 'NeedMet').itemId).toBe('patients');
  });

  test('[SHARE13] words about it that do not carry it meet no need', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['ph-cert', 'us-cert']));
    expect(drill.types()).not.toContain('NeedMet');
  });

  test('[SHARE13] a need of one’s own table, or of a team that nobody plays, is none', () => {
    const drill = running(scenario, {
      tables: { one: ['jp-cert', 'us-cert'], two: ['us-isac'] },
    });
    drill.do(player('one'), share(['us-isac'], { items: 'hashes' }));
    expect(drill.types()).not.toContain('NeedMet');
  });

  test('[SHARE13] a team that control plays needs what it needs', () => {
    const drill = running(scenario, { tables: { jp: ['jp-cert'] }, controlled: ['ph-cert'] });
    drill.do(player('jp'), share(['ph-cert'], { items: 'hashes' }));
    expect(last(drill, 'NeedMet').teamId).toBe('ph-cert');
  });
});

describe('what others do not need', () => {
  test('[SHARE14] giving what somebody neither needs nor may have anyway costs points', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['ph-bank', 'ph-cert'], { items: 'hashes' }));
    expect(last(drill, 'OverShared')).toMatchObject({ itemId: 'hashes', to: 'ph-bank' });
    expect(all(drill, 'OverShared')).toHaveLength(1);
  });

  test('[SHARE14] what is TLP:GREEN or TLP:CLEAR anybody may have', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['ph-bank'], { items: 'hashes sanitised', marking: 'GREEN' }));
    expect(drill.types()).not.toContain('OverShared');
  });

  test('[SHARE14] personal data goes to whoever needs it and to nobody else', () => {
    const drill = running(scenario, { tables: apart });
    // Neither its marking nor being released to somebody makes up for no need.
    drill.do(
      bank,
      share(['ph-cert', 'jp-cert', 'us-cert'], { items: 'patients', marking: 'GREEN' }),
    );
    expect(all(drill, 'OverShared').map(({ to }) => to)).toEqual(['jp-cert', 'us-cert']);
    expect(linesOf(drill, 'ph-bank')).toContainEqual(['share/needless', -9, 0, 'us-cert']);
    const sanitised = running(scenario, { tables: apart });
    sanitised.do(bank, share(['us-cert'], { items: 'patients sanitised', marking: 'GREEN' }));
    expect(sanitised.types()).not.toContain('OverShared');
  });

  test('[SHARE14] who would be served by the sanitised form does not need the persons', () => {
    const served = exchangeScenario((file) => {
      file.items[3].needs[0].wholeForm = false;
    });
    const drill = running(served, { tables: apart });
    drill.do(bank, share(['ph-cert'], { items: 'patients', marking: 'GREEN' }));
    expect(last(drill, 'OverShared').to).toBe('ph-cert');
    expect(drill.types()).toContain('NeedMet');
  });

  test('[SHARE14] what breaks a marking is not counted a second time as needless', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    drill.do(player('us-cert'), share(['ph-bank', 'us-isac'], { items: 'hashes' }));
    expect(all(drill, 'MarkingBroken').map(({ to }) => to)).toEqual(['ph-bank']);
    expect(all(drill, 'OverShared').map(({ to }) => to)).toEqual(['us-isac']);
  });

  test('[SHARE14] giving it back to where it comes from is no over-sharing', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(bank, share(['ph-cert'], { items: 'patients', marking: 'GREEN' }));
    drill.do(player('ph-cert'), share(['ph-bank'], { items: 'patients', marking: 'GREEN' }));
    expect(drill.types()).not.toContain('OverShared');
  });

  test('[SHARE14] what the originator permitted is not needless, except personal data', () => {
    const drill = running(scenario, { tables: apart });
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    drill.do(player('us-cert'), askLeave('hashes', ['us-isac']));
    drill.do(cert, answer(last(drill, 'PermissionRequested').seq, true));
    drill.do(player('us-cert'), share(['us-isac'], { items: 'hashes' }));
    expect(drill.types()).not.toContain('OverShared');
    drill.do(bank, share(['ph-cert'], { items: 'patients', marking: 'GREEN' }));
    drill.do(player('ph-cert'), askLeave('patients', ['us-isac']));
    drill.do(bank, answer(last(drill, 'PermissionRequested').seq, true));
    drill.do(player('ph-cert'), share(['us-isac'], { items: 'patients', marking: 'GREEN' }));
    expect(last(drill, 'OverShared')).toMatchObject({ tableId: 'ph-cert', to: 'us-isac' });
  });
});

describe('what it counts', () => {
  test('[SHARE15] a broken marking costs the item’s penalty for each recipient', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    release(drill, 'vendor-notice');
    drill.do(
      player('us-cert'),
      share(['ph-bank', 'jp-port'], { items: 'notice', marking: 'AMBER+STRICT' }),
    );
    expect(linesOf(drill, 'us-cert')).toEqual([
      ['marking/broken', -30, 0, 'ph-bank'],
      ['marking/broken', -30, 0, 'jp-port'],
    ]);
    const words = running(scenario, { tables: apart, mode: 'assess' });
    words.do(cert, share(['reporter'], { marking: 'AMBER' }));
    expect(linesOf(words, 'jp-cert')).toEqual([['marking/broken', -10, 0, undefined]]);
  });

  test('[SHARE15] it is evidence for the objective that telling it is evidence for', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    drill.do(cert, share(['reporter', 'us-isac', 'us-cert'], { items: 'hashes' }));
    expect(
      [...drill.state.scores.values()].map(({ rule, objectiveId }) => [rule, objectiveId]).sort(),
    ).toEqual([
      ['marking/broken', 'inform'],
      ['need/met', 'inform'],
      ['share/needless', 'inform'],
    ]);
    release(drill, 'vendor-notice');
    drill.do(cert, share(['reporter'], { items: 'notice' }));
    expect([...drill.state.scores.values()].at(-1)).toMatchObject({ objectiveId: null });
  });

  test('[SHARE15] players learn of needs, breaches and needless telling after EndEx only', () => {
    const drill = running(scenario, { tables: apart, mode: 'assess' });
    drill.do(director, { type: 'ShowScores', players: true, observers: true });
    drill.do(cert, share(['ph-cert', 'ph-bank', 'reporter'], { items: 'hashes' }));
    drill.do(director, {
      type: 'AdjustScore',
      tableId: table('jp-cert'),
      points: 3,
      objectiveId: null,
      reason: 'Well said',
    });
    const rules = () => {
      const view = viewOf(drill.state, playerAudience('jp-cert' as TableId));
      return 'scores' in view
        ? Object.values(view.scores).map((line) => 'rule' in line && line.rule)
        : [];
    };
    expect(rules()).toEqual(['points/adjusted']);
    drill.do(director, { type: 'EndExercise', reason: '' });
    expect(rules().sort()).toEqual([
      'marking/broken',
      'need/met',
      'points/adjusted',
      'share/needless',
    ]);
    const others = viewOf(drill.state, playerAudience('ph-cert' as TableId));
    expect('scores' in others && others.scores).toEqual({});
  });
});
