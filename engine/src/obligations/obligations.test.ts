import { describe, expect, test } from 'vitest';
import { nextDueMs } from '../exercise/due.js';
import type { IndicatorId, TableId } from '../protocol/ids.js';
import { type Drill, minutes, running } from '../testing/drill.js';
import { all, apart, director, last, player, release, report } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { playerAudience } from '../views/audience.js';
import type { PlayerView } from '../views/player-view.js';
import { viewOf } from '../views/project.js';

const scenario = exchangeScenario();
const bank = player('ph-bank');
const hours = (count: number) => count * 3_600_000;
const dayOne = Date.parse('2026-12-01T08:00:00+08:00');
const notice = report('breach-notice', { what: 'A leak.', when: 'Today.' });
const started = () => running(scenario, { tables: apart });

function leaked(): Drill {
  const drill = started();
  drill.wait(minutes(30));
  release(drill, 'leak');
  return drill;
}

/** By the nth way out of a phase. */
function leave(drill: Drill, phaseId: string, exit = 0): void {
  drill.do(director, { type: 'TakeExit', phaseId: phaseId as never, exit });
}

const statusOf = ({ state }: Drill, key: string) => state.obligations.get(key as never)?.status;
const trust = (drill: Drill) => drill.state.indicators.get('trust' as IndicatorId);
const start = (obligationId: string) =>
  ({ type: 'StartObligation', obligationId: obligationId as never }) as const;

describe('how its clock starts', () => {
  test('[OBL1] when its condition becomes true, for every table that is obliged', () => {
    const drill = leaked();
    const turned = all(drill, 'ConditionTurned').find(
      ({ watch }) => watch === 'obligation breach-notice',
    );
    expect(last(drill, 'ObligationStarted')).toMatchObject({
      obligationId: 'breach-notice',
      tableIds: ['ph-cert', 'ph-bank'],
      startedScenarioMs: dayOne + minutes(30),
      dueScenarioMs: dayOne + minutes(30) + hours(72),
      causedBy: turned?.seq,
    });
  });

  test('[OBL1] at StartEx, when its condition holds from the start', () => {
    const urgent = exchangeScenario((file) => {
      file.obligations[1].startsWhen = { kind: 'indicator', indicator: 'trust', atMost: 60 };
    });
    const drill = running(urgent, { tables: apart });
    expect(last(drill, 'ObligationStarted')).toMatchObject({
      obligationId: 'quick-notice',
      startedScenarioMs: dayOne,
      dueScenarioMs: dayOne + hours(2),
    });
  });

  test('[OBL1] by an effect, or by a controller’s hand; once', () => {
    const drill = started();
    release(drill, 'bank-alarm');
    expect(last(drill, 'ObligationStarted').tableIds).toEqual(['ph-bank']);
    drill.do(director, start('follow-up'));
    expect(last(drill, 'ObligationStarted')).toMatchObject({
      obligationId: 'follow-up',
      by: { kind: 'seat', seatId: 'facilitator' },
    });
    for (const [id, code] of [
      ['follow-up', 'obligation/already-started'],
      ['taxes', 'obligation/unknown'],
    ] as const) {
      expect(drill.submit(director, start(id)).rejection?.code).toBe(code);
    }
  });

  test('[OBL1] for a table with two obliged teams once; for nobody where none is played', () => {
    const merged = running(scenario);
    release(merged, 'leak');
    expect(last(merged, 'ObligationStarted').tableIds).toEqual(['ph']);
    const without = running(scenario, { tables: { jp: ['jp-cert'] } });
    without.do(director, { type: 'ReachMilestone', milestoneId: 'leaked' as never });
    expect(without.types()).not.toContain('ObligationStarted');
  });

  test('[OBL2] only the obliged see it, with its fields, and only once it runs', () => {
    const drill = started();
    const seen = (tableId: string) => {
      const view = viewOf(drill.state, playerAudience(tableId as TableId)) as PlayerView;
      return view.obligations;
    };
    expect(seen('ph-bank')).toEqual({});
    release(drill, 'leak');
    expect(seen('ph-bank')['breach-notice']).toMatchObject({
      status: 'open',
      to: { name: 'Privacy office' },
      fields: [
        { id: 'what', isRequired: true, isLong: false },
        { id: 'when', isRequired: true, isLong: false },
        { id: 'more', isRequired: false, isLong: true },
      ],
      dueScenarioMs: dayOne + hours(72),
      report: null,
    });
    expect(seen('jp-cert')).toEqual({});
  });
});

describe('when it runs out', () => {
  test('[OBL3] at its hour of scenario time, whatever the rate', () => {
    const drill = started();
    release(drill, 'bank-alarm');
    drill.wait(hours(2) - 1);
    expect(statusOf(drill, 'quick-notice ph-bank')).toBe('open');
    drill.wait(1);
    expect(last(drill, 'ObligationMissed')).toMatchObject({
      playMs: hours(2),
      causedBy: last(drill, 'ObligationStarted').seq,
    });
    const fast = started();
    leave(fast, 'day-1');
    release(fast, 'bank-alarm');
    expect(nextDueMs(fast.state)).toBe(minutes(2));
  });

  test('[OBL3] a jump of scenario time that passes its hour makes it overdue at the jump', () => {
    const drill = leaked();
    release(drill, 'bank-alarm');
    leave(drill, 'day-1');
    // Day 3, 09:00: two hours have passed, 72 have not.
    expect(statusOf(drill, 'quick-notice ph-bank')).toBe('missed');
    expect(statusOf(drill, 'breach-notice ph-bank')).toBe('open');
    expect(last(drill, 'ObligationMissed').playMs).toBe(minutes(30));
    // Due on day 4 at 08:30, 23 and a half hours on, an hour a minute.
    expect(nextDueMs(drill.state)).toBe(minutes(30 + 23.5));
    leave(drill, 'day-3', 1);
    expect(statusOf(drill, 'breach-notice ph-bank')).toBe('missed');
  });

  test('[OBL3] while scenario time stands still it does not run out', () => {
    const drill = leaked();
    leave(drill, 'day-1');
    leave(drill, 'day-3');
    expect(nextDueMs(drill.state)).toBeNull();
    drill.wait(hours(100));
    expect(statusOf(drill, 'breach-notice ph-bank')).toBe('open');
    leave(drill, 'night');
    expect(statusOf(drill, 'breach-notice ph-bank')).toBe('missed');
  });

  test('[OBL3] a jump while the clock stands is felt when it runs again', () => {
    const drill = leaked();
    release(drill, 'bank-alarm');
    drill.do(director, { type: 'PauseClock', reason: '' });
    leave(drill, 'day-1');
    expect(statusOf(drill, 'quick-notice ph-bank')).toBe('open');
    drill.do(bank, report('quick-notice', { what: 'Something.' }));
    drill.do(director, { type: 'ResumeClock' });
    expect(statusOf(drill, 'quick-notice ph-bank')).toBe('met');
  });

  test('[OBL3] looking in between changes nothing', () => {
    const once = leaked();
    leave(once, 'day-1');
    const often = leaked();
    leave(often, 'day-1');
    once.wait(minutes(40));
    for (let count = 0; count < 40; count++) often.wait(minutes(1));
    expect(often.log).toEqual(once.log);
    expect(once.types()).toContain('ObligationMissed');
  });

  test('[OBL3] what missing it brings about comes for each table that missed it', () => {
    const drill = leaked();
    leave(drill, 'day-1');
    drill.wait(minutes(24));
    expect(all(drill, 'ObligationMissed')).toHaveLength(2);
    expect(trust(drill)).toBe(40);
    expect(drill.state.scores.get('obligation breach-notice ph-bank')).toMatchObject({
      rule: 'obligation/missed',
      points: 0,
      maximum: 15,
      objectiveId: 'report',
    });
  });
});

describe('the report', () => {
  test('[OBL4] in time it earns its points and brings about what it should', () => {
    const drill = leaked();
    drill.do(bank, notice);
    expect(last(drill, 'ObligationMet')).toMatchObject({ tableId: 'ph-bank', isLate: false });
    expect(trust(drill)).toBe(65);
    expect(drill.state.scores.get('obligation breach-notice ph-bank')).toMatchObject({
      rule: 'obligation/met',
      points: 15,
      maximum: 15,
    });
    expect(statusOf(drill, 'breach-notice ph-cert')).toBe('open');
    drill.wait(hours(80));
    expect(all(drill, 'ObligationMissed').map(({ tableId }) => tableId)).toEqual(['ph-cert']);
  });

  test('[OBL4] late it earns what late earns', () => {
    const drill = started();
    release(drill, 'leak');
    drill.wait(hours(73));
    drill.do(bank, notice);
    expect(statusOf(drill, 'breach-notice ph-bank')).toBe('late');
    expect(drill.state.scores.get('obligation breach-notice ph-bank')).toMatchObject({
      rule: 'obligation/late',
      points: 5,
      maximum: 15,
    });
  });

  test('[OBL5] needs its required fields, knows no others, and counts once', () => {
    const drill = leaked();
    const tries: [Record<string, string>, string, string?][] = [
      [{ what: 'A leak.' }, 'report/field-missing', 'when'],
      [{ what: '', when: 'Today.' }, 'report/field-missing', 'what'],
      [{ what: 'A leak.', when: 'Today.', who: 'Us.' }, 'report/unknown-field', 'who'],
    ];
    for (const [fields, code, fieldId] of tries) {
      const { rejection, facts } = drill.submit(bank, report('breach-notice', fields));
      expect(rejection).toMatchObject({ code, details: { fieldId } });
      expect(facts).toEqual([]);
    }
    drill.do(bank, report('breach-notice', { what: 'A leak.', when: 'Today.', more: 'Much.' }));
    expect(last(drill, 'ReportFiled').fields).toHaveLength(3);
    expect(drill.submit(bank, notice).rejection?.code).toBe('report/already-filed');
  });

  test('[OBL5] before its clock runs, or of another’s duty, there is nothing to report', () => {
    const drill = started();
    expect(drill.submit(bank, notice).rejection?.code).toBe('obligation/not-started');
    release(drill, 'leak');
    const other = drill.submit(player('jp-cert'), notice).rejection;
    expect(other).toEqual(drill.submit(player('jp-cert'), report('taxes', {})).rejection);
    expect(other?.code).toBe('obligation/not-started');
  });

  test('[OBL5] control reports for a table, as itself', () => {
    const drill = running(scenario, { tables: { jp: ['jp-cert'] }, controlled: ['ph-bank'] });
    drill.do(director, { type: 'ReachMilestone', milestoneId: 'leaked' as never });
    drill.do(director, { ...notice, tableId: 'control' as TableId });
    expect(last(drill, 'ReportFiled').by).toEqual({ kind: 'seat', seatId: 'facilitator' });
    expect(statusOf(drill, 'breach-notice control')).toBe('met');
    expect(drill.submit(director, notice).rejection?.code).toBe('table/unknown');
  });

  test('[OBL6] at EndEx what still runs is waived and counts neither way', () => {
    const drill = leaked();
    drill.do(bank, notice);
    drill.do(director, { type: 'EndExercise', reason: '' });
    expect(all(drill, 'ObligationWaived').map(({ tableId }) => tableId)).toEqual(['ph-cert']);
    expect([...drill.state.scores.keys()]).toEqual(['obligation breach-notice ph-bank']);
    drill.wait(hours(100));
    expect(drill.types()).not.toContain('ObligationMissed');
  });
});
