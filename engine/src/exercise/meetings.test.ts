import { describe, expect, test } from 'vitest';
import { type Drill, minutes, running } from '../testing/drill.js';
import {
  all,
  apart,
  director,
  last,
  player,
  release,
  report,
  share,
  stand,
} from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';

const scenario = exchangeScenario();
const cert = player('jp-cert');
const started = () => running(scenario, { tables: apart });

/** How an expectation of a table stands. */
function statusOf({ state }: Drill, injectId: string, tableId: string, id: string) {
  return state.expectations.get(`${injectId} ${tableId} ${id}` as never)?.status;
}

describe('what sharing meets', () => {
  test('[EXP2] with a team: that team; with a party: any of its teams', () => {
    const drill = started();
    release(drill, 'warn');
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    expect(statusOf(drill, 'warn', 'jp-cert', 'share')).toBe('open');
    drill.do(cert, share(['ph-bank'], { items: 'hashes sanitised', marking: 'GREEN' }));
    expect(statusOf(drill, 'warn', 'jp-cert', 'share')).toBe('met');
    const met = last(drill, 'ExpectationMet');
    expect(met.causedBy).toBe(last(drill, 'InformationShared').seq);
    expect(last(drill, 'MilestoneReached')).toMatchObject({ milestoneId: 'warned' });
  });

  test('[EXP2] with all: every team that somebody else plays', () => {
    const drill = started();
    release(drill, 'warn-all');
    drill.do(cert, share(['jp-port', 'ph-cert', 'ph-bank', 'us-cert'], { items: 'hashes' }));
    expect(statusOf(drill, 'warn-all', 'jp-cert', 'share')).toBe('open');
    drill.do(cert, share(['us-isac'], { items: 'hashes sanitised', marking: 'GREEN' }));
    expect(statusOf(drill, 'warn-all', 'jp-cert', 'share')).toBe('met');
    const merged = running(scenario, { tables: { jp: ['jp-cert', 'jp-port'], ph: ['ph-bank'] } });
    release(merged, 'warn-all');
    merged.do(player('jp'), share(['ph-bank'], { items: 'hashes' }));
    expect(statusOf(merged, 'warn-all', 'jp', 'share')).toBe('met');
  });

  test('[EXP2] another item, or somebody else’s sharing, meets nothing', () => {
    const drill = started();
    release(drill, 'warn');
    release(drill, 'vendor-notice');
    drill.do(cert, share(['us-cert', 'ph-cert'], { items: 'notice sanitised' }));
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    drill.do(player('us-cert'), share(['ph-cert'], { items: 'hashes sanitised', evenSo: true }));
    expect(statusOf(drill, 'warn', 'jp-cert', 'share')).toBe('open');
  });

  test('[EXP2] what was shared before the inject asks for it is met at once', () => {
    const drill = started();
    drill.do(cert, share(['us-cert', 'ph-cert'], { items: 'hashes' }));
    release(drill, 'warn');
    expect(last(drill, 'ExpectationMet')).toMatchObject({
      isLate: false,
      causedBy: last(drill, 'InjectReleased').seq,
    });
  });

  test('[EXP2] shared after the deadline it is met late', () => {
    const drill = started();
    release(drill, 'warn');
    drill.wait(minutes(10));
    expect(statusOf(drill, 'warn', 'jp-cert', 'share')).toBe('missed');
    drill.do(cert, share(['us-cert', 'ph-cert'], { items: 'hashes' }));
    expect(last(drill, 'ExpectationMet').isLate).toBe(true);
    expect(drill.state.scores.get('warn jp-cert share')).toMatchObject({
      rule: 'expectation/late',
      points: 4,
      maximum: 10,
      objectiveId: 'inform',
    });
  });

  test('[EXP3] where nobody could be told, or nobody holds the item, nothing is expected', () => {
    const alone = running(scenario, { tables: { jp: ['jp-cert', 'jp-port'] } });
    for (const id of ['warn', 'warn-all', 'call']) release(alone, id);
    expect(alone.state.expectations.size).toBe(0);
    // Somebody else was to pass on what only a dropped team would have held.
    const relayed = exchangeScenario((file) => {
      file.injects[0].to = ['us-cert'];
    });
    const { 'jp-cert': _, ...others } = apart;
    const drill = running(relayed, { tables: others });
    release(drill, 'warn');
    expect(drill.state.expectations.size).toBe(0);
    drill.wait(minutes(60));
    expect(drill.types()).not.toContain('ExpectationMissed');
  });

  test('[EXP3] of several who should be told, those that nobody plays are left out', () => {
    const { 'us-cert': _, ...others } = apart;
    const drill = running(scenario, { tables: others });
    release(drill, 'warn');
    drill.do(cert, share(['ph-bank'], { items: 'hashes' }));
    expect(statusOf(drill, 'warn', 'jp-cert', 'share')).toBe('met');
  });
});

describe('what words meet', () => {
  test('[EXP4] any words count, with an item or without, sent since the inject', () => {
    const drill = started();
    drill.do(player('jp-port'), share(['ph-cert', 'us-cert'], { marking: 'GREEN' }));
    release(drill, 'call');
    expect(statusOf(drill, 'call', 'jp-port', 'message')).toBe('open');
    drill.do(player('jp-port'), share(['ph-cert'], { marking: 'GREEN' }));
    expect(statusOf(drill, 'call', 'jp-port', 'message')).toBe('open');
    drill.do(cert, share(['jp-port'], { items: 'hashes' }));
    drill.do(player('jp-port'), share(['us-isac'], { items: 'hashes', evenSo: true }));
    expect(statusOf(drill, 'call', 'jp-port', 'message')).toBe('met');
  });

  test('[EXP4] a request or a message to control is no word to a partner', () => {
    const drill = started();
    release(drill, 'call');
    drill.do(player('jp-port'), {
      type: 'RequestInformation',
      to: { teams: ['ph-cert', 'us-cert'] as never[], contacts: [] },
      channel: 'cert',
      marking: 'GREEN',
      text: 'Hello?',
    });
    drill.do(player('jp-port'), {
      type: 'SendMessage',
      thread: { kind: 'table', tableId: 'jp-port' as never },
      text: 'Hello?',
    });
    expect(statusOf(drill, 'call', 'jp-port', 'message')).toBe('open');
  });
});

describe('what reports and agreements meet', () => {
  const notice = report('breach-notice', { what: 'A leak.', when: 'Today.' });

  test('[EXP5] the report of this table, before or after it was asked for', () => {
    const drill = started();
    release(drill, 'leak');
    drill.do(player('ph-cert'), notice);
    release(drill, 'bank');
    expect(statusOf(drill, 'bank', 'ph-bank', 'report')).toBe('open');
    drill.do(player('ph-bank'), notice);
    expect(statusOf(drill, 'bank', 'ph-bank', 'report')).toBe('met');
    const early = started();
    release(early, 'leak');
    early.do(player('ph-bank'), notice);
    release(early, 'bank');
    expect(statusOf(early, 'bank', 'ph-bank', 'report')).toBe('met');
  });

  test('[EXP5] a report that is late by its own clock may still be in time for the expectation', () => {
    const drill = started();
    release(drill, 'leak');
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    drill.do(director, { type: 'TakeExit', phaseId: 'day-3' as never, exit: 1 });
    expect(all(drill, 'ObligationMissed')).toHaveLength(2);
    release(drill, 'bank');
    drill.do(player('ph-bank'), notice);
    expect(last(drill, 'ObligationMet').isLate).toBe(true);
    expect(last(drill, 'ExpectationMet').isLate).toBe(false);
  });

  test('[EXP6] an agreement meets it for every table that should have agreed', () => {
    const drill = started();
    release(drill, 'talks');
    for (const team of ['jp-cert', 'ph-cert', 'us-cert']) {
      drill.do(player(team), stand('ransom', team, 'refuse'));
    }
    expect(all(drill, 'ExpectationMet').map(({ tableId }) => tableId)).toEqual([
      'jp-cert',
      'ph-cert',
      'us-cert',
    ]);
    expect(drill.state.expectations.size).toBe(3);
  });

  test('[EXP6] agreed before it was asked for, it is met at once', () => {
    const drill = started();
    drill.do(director, { type: 'OpenPosition', positionId: 'ransom' as never });
    for (const team of ['jp-cert', 'ph-cert', 'us-cert']) {
      drill.do(player(team), stand('ransom', team, 'pay'));
    }
    release(drill, 'talks');
    expect(all(drill, 'ExpectationMet')).toHaveLength(3);
    expect(all(drill, 'PositionOpened')).toHaveLength(1);
  });

  test('[EXP6] without agreement the deadline is missed like any other', () => {
    const drill = started();
    release(drill, 'talks');
    drill.wait(minutes(10));
    expect(all(drill, 'ExpectationMissed')).toHaveLength(3);
    drill.do(director, {
      type: 'OverridePosition',
      positionId: 'ransom' as never,
      agreedOn: { kind: 'option', optionId: 'refuse' as never },
      reason: 'By telephone',
    });
    expect(all(drill, 'ExpectationMet').map(({ isLate }) => isLate)).toEqual([true, true, true]);
  });
});
