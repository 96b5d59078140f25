import { describe, expect, test } from 'vitest';
import type { TakeawayAudience } from '../protocol/takeaway.js';
import { host, inject, minutes, running, startMs, table } from '../testing/drill.js';
import {
  apart,
  director,
  last,
  player,
  release,
  report,
  share,
  stand,
} from '../testing/exchange-acts.js';
import {
  at,
  choices,
  end,
  evaluated,
  everybody,
  scenario,
  staff,
  takeaway,
} from '../testing/takeaways.js';
import { takeawayOf } from './takeaway.js';

describe('what was decided and what was due', () => {
  test('[AAR6] a joint position tells how long agreement took, on what, and with which stances', () => {
    const drill = running(scenario, { tables: apart });
    drill.wait(minutes(1));
    release(drill, 'talks');
    drill.wait(minutes(7));
    for (const team of ['jp-cert', 'ph-cert', 'us-cert']) {
      drill.do(player(team), stand('ransom', team, 'refuse'));
    }
    const { positions, summary } = takeaway(drill, at('us-cert'));
    const ransom = positions.find(({ title }) => title === 'Pay?');
    expect(ransom).toMatchObject({
      status: 'agreed',
      openedPlayMs: minutes(1),
      tookMs: minutes(7),
      agreedOn: 'Refuse',
      partyIds: ['jp', 'ph', 'us'],
    });
    expect(ransom?.stances.map(({ stance }) => stance)).toEqual(['concur', 'concur', 'concur']);
    expect(summary).toMatchObject({ positionsAgreed: 1, medianAgreementMs: minutes(7) });
    const [wall] = takeaway(drill, everybody).positions;
    expect(wall).toMatchObject({ title: null, tookMs: minutes(7), agreedOn: null, stances: [] });
    const apartFromIt = takeaway(drill, at('jp-port')).positions;
    expect(apartFromIt).toEqual([]);
  });

  test('[AAR7] a report says when its clock started, when it was due, and by how much it was late', () => {
    const drill = running(scenario);
    release(drill, 'leak');
    drill.wait(minutes(1));
    const started = last(drill, 'ObligationStarted');
    const late = (started.dueScenarioMs - started.startedScenarioMs) / 60_000 + 30;
    drill.wait(minutes(late));
    const missed = takeaway(drill, at('ph')).reports[0];
    expect(missed).toMatchObject({ status: 'missed', filedScenarioMs: null });
    expect(choices(takeaway(drill, at('ph')), 'reportMissed')).toHaveLength(1);
    drill.do(player('ph'), report(started.obligationId, { what: 'A leak.', when: 'Today.' }));
    const { reports, summary } = takeaway(drill, at('ph'));
    expect(reports[0]).toMatchObject({ status: 'late', tableId: 'ph' });
    expect(reports[0]?.overMs).toBe(
      (reports[0]?.filedScenarioMs ?? 0) - (reports[0]?.dueScenarioMs ?? 0),
    );
    expect(reports[0]?.overMs).toBeGreaterThan(0);
    expect(summary).toMatchObject({ reports: 1, reportsLate: 1, reportsMissed: 0 });
    expect(takeaway(drill, at('jp')).reports).toEqual([]);
  });

  test('[AAR8] every moment carries play time and scenario time, each module by its own clock', () => {
    const drill = running(scenario);
    drill.wait(minutes(10));
    drill.do(director, { type: 'TakeExit', phaseId: 'day-1' as never, exit: 0 });
    drill.wait(minutes(2));
    release(drill, 'anyone');
    const phases = choices(takeaway(drill, everybody), 'phase');
    expect(phases.map(({ title, scenarioMs }) => [title, scenarioMs])).toEqual([
      ['Day 1', Date.parse('2026-12-01T08:00:00+08:00')],
      ['Day 3', Date.parse('2026-12-03T09:00:00+08:00')],
    ]);
    const [received] = choices(takeaway(drill, at('ph')), 'inject');
    expect(received).toMatchObject({
      playMs: minutes(12),
      scenarioMs: Date.parse('2026-12-03T11:00:00+08:00'),
    });
  });
});

describe('what was seen and rated', () => {
  test('[AAR9] notes reach whom they were released to, and nobody before EndEx', () => {
    const drill = evaluated(running(scenario));
    const texts = (audience: TakeawayAudience) =>
      takeaway(drill, audience).observations.map(({ text }) => text);
    expect([texts(at('jp')), texts(at('ph')), texts(everybody)]).toEqual([[], [], []]);
    end(drill);
    expect(texts(at('jp'))).toEqual(['Quick.', 'For Japan.']);
    expect(texts(at('ph'))).toEqual(['Quick.']);
    expect(texts(everybody)).toEqual(['Quick.']);
    expect(texts(staff)).toEqual(['Quick.', 'For us alone.', 'For Japan.']);
  });

  test('[AAR10] ratings and scores stand there once they are shown', () => {
    const drill = evaluated(running(scenario));
    release(drill, 'anyone');
    drill.do(player('ph'), { type: 'SendResponse', injectId: inject('anyone'), text: 'Yes.' });
    end(drill);
    for (const audience of [at('ph'), everybody]) {
      expect(takeaway(drill, audience)).toMatchObject({ ratings: null, scores: null });
    }
    drill.do(director, { type: 'ShowScores', players: true, observers: false });
    const [own] = takeaway(drill, at('ph')).scores ?? [];
    const total = drill.state.scores.total(table('ph'));
    expect(own).toMatchObject({ tableId: 'ph', ...total });
    expect(total.points).toBeGreaterThan(0);
    expect(takeaway(drill, everybody).scores).toBeNull();
    drill.do(director, { type: 'ShowScores', players: true, observers: true });
    expect(takeaway(drill, everybody).scores).toHaveLength(3);
  });

  test('[AAR11] what a rewind took back never happened', () => {
    const drill = running(scenario, { tables: apart });
    drill.wait(minutes(1));
    release(drill, 'talks');
    const { seq } = last(drill, 'PositionOpened');
    const before = takeaway(drill, staff);
    drill.wait(minutes(1));
    drill.do(player('jp-cert'), share(['ph-cert'], { items: 'hashes' }));
    drill.do(player('jp-cert'), stand('ransom', 'jp-cert', 'pay', 'object'));
    expect(takeaway(drill, staff)).not.toEqual(before);
    drill.do(director, { type: 'Rewind', toSeq: seq, reason: 'again' });
    expect(takeaway(drill, staff)).toEqual(before);
  });

  test('[AAR12] removed texts are in no take-away, and no page names a seat', () => {
    const drill = evaluated(running(scenario, { tables: apart }), 'ph-cert');
    release(drill, 'talks');
    drill.do(player('jp-cert'), { ...stand('ransom', 'jp-cert', 'pay'), reason: 'Secret words' });
    const { seq } = last(drill, 'StanceTaken');
    expect(JSON.stringify(takeaway(drill, staff))).toContain('Secret words');
    drill.do(host, { type: 'RedactContent', factSeq: seq, fields: ['reason'], reason: 'mistake' });
    for (const audience of [staff, at('jp-cert'), at('us-cert')]) {
      const text = JSON.stringify(takeaway(drill, audience));
      expect(text).not.toContain('Secret words');
      expect(text).not.toMatch(/player-|"evaluator"|facilitator/);
    }
  });

  test('[AAR13] it is provisional until EndEx, and says when play began and ended', () => {
    const drill = running(scenario);
    drill.wait(minutes(3));
    expect(takeaway(drill, staff).exercise).toMatchObject({
      isProvisional: true,
      startedAtMs: startMs,
      endedAtMs: null,
    });
    end(drill);
    expect(takeaway(drill, staff).exercise).toMatchObject({
      isProvisional: false,
      endedAtMs: startMs + minutes(3),
      endedBecause: 'Time.',
    });
    expect(takeaway(drill, at('ph')).exercise.endedBecause).toBeNull();
    expect(takeawayOf(drill.state, at('nowhere'))).toBeNull();
  });
});
