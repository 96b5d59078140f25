import { describe, expect, test } from 'vitest';
import { injectState } from '../exercise/state.js';
import { type Drill, inject, minutes, running, table } from '../testing/drill.js';
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
import type { FacilitatorView } from '../views/facilitator-view.js';
import { viewOf } from '../views/project.js';

const scenario = exchangeScenario();
const started = () => running(scenario, { tables: apart, mode: 'assess' });
const came = ({ state }: Drill, id: string) => injectState(state, inject(id)).status === 'released';
const cert = player('jp-cert');

describe('conditions over sharing', () => {
  test('[COND7] an item was shared by somebody with a team, or with any team of a party', () => {
    const drill = started();
    drill.do(cert, share(['us-cert'], { items: 'hashes' }));
    drill.do(player('us-cert'), share(['ph-cert'], { items: 'hashes' }));
    expect(came(drill, 'heard')).toBe(false);
    drill.do(cert, share(['ph-bank'], { items: 'hashes sanitised', marking: 'GREEN' }));
    expect(came(drill, 'heard')).toBe(true);
  });

  test('[COND7] shared with all: everybody has heard of it who did not hold it', () => {
    const drill = started();
    release(drill, 'vendor-notice');
    const strict = { items: 'notice', marking: 'AMBER+STRICT' } as const;
    drill.do(cert, share(['jp-port', 'ph-cert', 'ph-bank'], strict));
    expect(came(drill, 'all-heard')).toBe(false);
    drill.do(cert, share(['us-isac'], strict));
    // us-cert holds it from the vendor and need not hear of it.
    expect(came(drill, 'all-heard')).toBe(true);
  });

  test('[COND7] what teams hold that nobody told is not shared; dropped teams are not waited for', () => {
    const drill = running(scenario, {
      tables: { jp: ['jp-cert'], us: ['us-cert'], port: ['jp-port'] },
    });
    release(drill, 'vendor-notice');
    expect(came(drill, 'all-heard')).toBe(false);
    drill.do(player('jp'), share(['jp-port'], { items: 'notice', evenSo: true }));
    expect(came(drill, 'all-heard')).toBe(true);
  });

  test('[COND7] a team that nobody plays shared nothing', () => {
    const { 'jp-cert': _, ...others } = apart;
    const held = exchangeScenario((file) => {
      file.items[0].holders.push('us-cert');
    });
    const drill = running(held, { tables: others });
    drill.do(player('us-cert'), share(['ph-cert'], { items: 'hashes', evenSo: true }));
    expect(came(drill, 'heard')).toBe(false);
  });

  test('[COND8] so many shares, broken markings, reports and agreements', () => {
    const drill = started();
    drill.do(cert, share(['ph-cert']));
    drill.do(player('ph-cert'), share(['liaison'], { marking: 'GREEN' }));
    expect([came(drill, 'third-share'), came(drill, 'breached')]).toEqual([false, false]);
    drill.do(player('ph-cert'), share(['reporter']));
    expect([came(drill, 'third-share'), came(drill, 'breached')]).toEqual([true, true]);
    release(drill, 'leak');
    const notice = report('breach-notice', { what: 'A leak.', when: 'Today.' });
    drill.do(player('ph-bank'), notice);
    expect(came(drill, 'two-reports')).toBe(false);
    drill.do(player('ph-cert'), notice);
    expect(came(drill, 'two-reports')).toBe(true);
    expect(came(drill, 'one-agreement')).toBe(false);
    drill.do(director, { type: 'OpenPosition', positionId: 'line' as never });
    for (const team of ['jp-cert', 'ph-cert']) drill.do(player(team), stand('line', team, 0));
    expect(came(drill, 'one-agreement')).toBe(true);
  });
});

describe('conditions over deciding and reporting', () => {
  test('[COND9] a joint position was agreed on this option, or failed', () => {
    const agreed = started();
    release(agreed, 'talks');
    for (const team of ['jp-cert', 'ph-cert', 'us-cert']) {
      agreed.do(player(team), stand('ransom', team, 'pay'));
    }
    expect([came(agreed, 'agreed'), came(agreed, 'failed')]).toEqual([false, false]);
    const refused = started();
    release(refused, 'talks');
    refused.wait(minutes(20));
    expect(came(refused, 'failed')).toBe(true);
    refused.do(director, {
      type: 'OverridePosition',
      positionId: 'ransom' as never,
      agreedOn: { kind: 'option', optionId: 'refuse' as never },
      reason: 'By telephone',
    });
    expect(came(refused, 'agreed')).toBe(true);
  });

  test('[COND9] an obligation was started, met or missed, late being both', () => {
    const drill = started();
    release(drill, 'leak');
    const stands = () => ['owed', 'reported', 'overdue'].map((id) => came(drill, id));
    expect(stands()).toEqual([true, false, false]);
    drill.wait(minutes(72 * 60));
    expect(stands()).toEqual([true, false, true]);
    const late = running(
      exchangeScenario((file) => {
        file.injects.at(-4).release.mode = 'level';
      }),
      { tables: apart },
    );
    release(late, 'leak');
    late.do(player('ph-bank'), report('breach-notice', { what: 'A leak.', when: 'Today.' }));
    expect([came(late, 'reported'), came(late, 'overdue')]).toEqual([true, false]);
  });

  test('[COND9] what waits for them explains itself, obligations too', () => {
    const { watches } = viewOf(started().state, { role: 'facilitator' }) as FacilitatorView;
    expect(watches['inject heard']).toMatchObject({ holds: false, condition: { kind: 'shared' } });
    expect(watches['obligation breach-notice']).toMatchObject({
      holds: false,
      condition: { kind: 'milestone' },
    });
  });

  test('[COND9] points adjusted by hand count for conditions over the score', () => {
    const drill = running(
      exchangeScenario((file) => {
        file.obligations[1].startsWhen = { kind: 'score', team: 'ph-bank', atLeast: 5 };
      }),
      { tables: apart },
    );
    const adjust = (points: number) =>
      drill.do(director, {
        type: 'AdjustScore',
        tableId: table('ph-bank'),
        points,
        objectiveId: null,
        reason: 'Well done',
      });
    adjust(4);
    expect(drill.types()).not.toContain('ObligationStarted');
    adjust(1);
    expect(drill.types()).toContain('ObligationStarted');
  });
});

describe('effects on deciding and reporting', () => {
  test('[EFF5] an effect opens a joint position and starts an obligation, once', () => {
    const drill = running(
      exchangeScenario((file) => {
        file.phases[1].onEnter = [
          { kind: 'openPosition', position: 'line' },
          { kind: 'openPosition', position: 'line' },
          { kind: 'startObligation', obligation: 'follow-up' },
          { kind: 'startObligation', obligation: 'follow-up' },
        ];
      }),
      { tables: apart },
    );
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    const counts = ['PositionOpened', 'ObligationStarted'].map(
      (type) => drill.types().filter((found) => found === type).length,
    );
    expect(counts).toEqual([1, 1]);
    // Its hours run from the new date, not from the old one.
    expect(drill.log.find(({ type }) => type === 'ObligationStarted')).toMatchObject({
      startedScenarioMs: Date.parse('2026-12-03T09:00:00+08:00'),
    });
  });

  test('[EFF5] an award for a report goes to whoever filed it, one for an agreement to the team named', () => {
    const drill = running(
      exchangeScenario((file) => {
        file.obligations[0].onMet = [{ kind: 'awardPoints', points: 2, reason: 'Prompt' }];
        file.positions[1].onAgreed = [
          { kind: 'awardPoints', points: 3, reason: 'For nobody' },
          { kind: 'awardPoints', team: 'us-cert', points: 4, reason: 'Led well' },
        ];
      }),
      { tables: apart },
    );
    release(drill, 'leak');
    drill.do(player('ph-cert'), report('breach-notice', { what: 'A leak.', when: 'Today.' }));
    drill.do(director, { type: 'OpenPosition', positionId: 'line' as never });
    for (const team of ['jp-cert', 'ph-cert']) drill.do(player(team), stand('line', team, 0));
    const awards = [...drill.state.scores.values()]
      .filter(({ rule }) => rule === 'points/awarded')
      .map(({ tableId, points, injectId }) => [tableId, points, injectId]);
    expect(awards).toEqual([
      ['ph-cert', 2, null],
      ['us-cert', 4, null],
    ]);
  });
});
