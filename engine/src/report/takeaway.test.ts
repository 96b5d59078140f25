import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../exercise/commands.js';
import { type Takeaway, type TakeawayAudience, takeawaySchema } from '../protocol/takeaway.js';
import {
  type Drill,
  host,
  inject,
  join,
  minutes,
  running,
  seat,
  startMs,
  table,
} from '../testing/drill.js';
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
import { exchangeScenario } from '../testing/exchange-scenario.js';
import { worldScenario } from '../testing/world-scenario.js';
import { takeawayOf } from './takeaway.js';

const scenario = exchangeScenario();
const staff: TakeawayAudience = { kind: 'staff' };
const everybody: TakeawayAudience = { kind: 'everybody' };
const at = (tableId: string): TakeawayAudience => ({ kind: 'table', tableId: table(tableId) });

function takeaway({ state }: Drill, audience: TakeawayAudience): Takeaway {
  const found = takeawayOf(state, audience);
  if (found === null) throw new Error(`nothing for ${JSON.stringify(audience)}`);
  return takeawaySchema.parse(found);
}

const end = (drill: Drill) => drill.do(director, { type: 'EndExercise', reason: 'Time.' });
const choices = (told: Takeaway, kind: Takeaway['moments'][number]['kind']) =>
  told.moments.filter((moment) => moment.kind === kind);

const note = (more: Partial<CommandOf<'NoteObservation'>>): CommandOf<'NoteObservation'> => ({
  type: 'NoteObservation',
  tableId: table('ph'),
  objectiveId: null,
  momentPlayMs: null,
  kind: 'strength',
  importance: 'normal',
  release: { kind: 'all' },
  text: 'Quick.',
  ...more,
});

function evaluated(drill: Drill, about = 'ph'): Drill {
  const tableId = table(about);
  join(drill, 'evaluator', 'evaluator', null);
  drill.do(seat('evaluator'), note({ tableId }));
  drill.do(seat('evaluator'), note({ tableId, text: 'For us alone.', release: { kind: 'kept' } }));
  drill.do(
    seat('evaluator'),
    note({
      tableId,
      text: 'For Japan.',
      kind: 'improvement',
      release: { kind: 'party', partyId: 'jp' as never },
    }),
  );
  return drill;
}

describe('how failures cross', () => {
  test('[AAR1] each change of a system says which failure brought it about, after how long, and over which border', () => {
    const drill = running(worldScenario());
    drill.wait(minutes(1));
    drill.wait(minutes(5));
    drill.wait(minutes(3));
    const { world, summary } = takeaway(drill, staff);
    expect(world.changes).toMatchObject([
      { assetId: 'terminal', from: 'operational', to: 'down', playMs: minutes(1), cause: null },
      {
        assetId: 'manifests',
        to: 'degraded',
        playMs: minutes(6),
        cause: {
          assetId: 'terminal',
          afterMs: minutes(5),
          crossesBorder: true,
          crossesSector: true,
        },
      },
      {
        assetId: 'gates',
        to: 'down',
        playMs: minutes(9),
        cause: { assetId: 'manifests', crossesBorder: false, crossesSector: true },
      },
    ]);
    expect(summary).toMatchObject({
      assetsTroubled: 3,
      assetsRecovered: 0,
      bordersCrossed: 1,
      sectorsCrossed: 2,
    });
    expect(world.assets.find(({ id }) => id === 'terminal')).toMatchObject({
      worst: 'down',
      atEnd: 'down',
      troubledMs: minutes(8),
    });
  });

  test('[AAR1] what recovered says so, with the time it was in trouble', () => {
    const drill = running(worldScenario());
    drill.wait(minutes(1));
    drill.wait(minutes(5));
    drill.do(director, { type: 'SetAsset', assetId: 'terminal' as never, status: 'operational' });
    drill.wait(minutes(2));
    const { world, summary } = takeaway(drill, staff);
    expect(world.assets.find(({ id }) => id === 'manifests')).toMatchObject({
      worst: 'degraded',
      atEnd: 'operational',
      troubledMs: minutes(2),
    });
    expect(summary.assetsRecovered).toBe(2);
  });

  test('[AAR2] a system that an audience does not see is in none of it, nor named as a cause', () => {
    const drill = running(
      worldScenario((file) => {
        Object.assign(file.assets[0] ?? {}, { visibleTo: ['jp'] });
      }),
    );
    for (const wait of [1, 5, 3]) drill.wait(minutes(wait));
    const ids = (told: Takeaway) => told.world.assets.map(({ id }) => id);
    expect(ids(takeaway(drill, at('ph')))).toEqual(['manifests', 'gates']);
    expect(ids(takeaway(drill, at('jp')))).toEqual(['terminal', 'manifests']);
    expect(ids(takeaway(drill, everybody))).toEqual(['manifests']);
    expect(takeaway(drill, at('ph')).world.changes[0]).toMatchObject({
      assetId: 'manifests',
      cause: null,
    });
    expect(JSON.stringify(takeaway(drill, at('ph')))).not.toContain('terminal');
  });
});

describe('who told whom', () => {
  function told(): Drill {
    const drill = running(scenario, { tables: apart });
    drill.wait(minutes(4));
    drill.do(player('jp-cert'), share(['ph-cert'], { items: 'hashes' }));
    drill.wait(minutes(2));
    drill.do(player('ph-cert'), share(['jp-cert'], { marking: 'GREEN' }));
    return drill;
  }

  test('[AAR3] a share tells how long its sender had held what it passed on, and who told whom how often', () => {
    const drill = told();
    const { sharing, summary } = takeaway(drill, staff);
    expect(sharing.shares).toMatchObject([
      {
        fromTableId: 'jp-cert',
        toTeamIds: ['ph-cert'],
        crossesBorder: true,
        items: [{ title: 'Hashes of the sample', heldForMs: minutes(4) }],
      },
      { fromTableId: 'ph-cert', items: [] },
    ]);
    expect(sharing.tables).toEqual([
      { from: 'jp-cert', to: 'ph-cert', count: 1, firstPlayMs: minutes(4) },
      { from: 'ph-cert', to: 'jp-cert', count: 1, firstPlayMs: minutes(6) },
    ]);
    expect(sharing.parties[0]).toEqual({
      from: 'jp',
      to: 'ph',
      count: 1,
      firstPlayMs: minutes(4),
      medianHeldForMs: minutes(4),
    });
    expect(summary).toMatchObject({ shares: 2, sharesAbroad: 2, medianHeldForMs: minutes(4) });
  });

  test('[AAR3] what a table had by itself and kept is told as kept', () => {
    const { sharing } = takeaway(told(), at('ph-bank'));
    expect(sharing.items).toEqual([
      {
        title: 'List of those concerned',
        tableId: 'ph-bank',
        heldSincePlayMs: 0,
        firstSharedPlayMs: null,
        firstAbroadPlayMs: null,
        toTeamIds: [],
      },
    ]);
  });

  test('[AAR3] staff see who needed what and when they got it', () => {
    const needs = takeaway(told(), staff).sharing.needs ?? [];
    expect(needs.filter(({ title }) => title === 'Hashes of the sample')).toMatchObject([
      { teamId: 'ph-cert', metPlayMs: minutes(4), isLate: false },
      { teamId: 'us-cert', metPlayMs: null },
    ]);
  });

  test('[AAR4] others’ shares stay between nations: a table counts them and reads its own', () => {
    const drill = told();
    const other = takeaway(drill, at('us-cert'));
    expect(other.sharing.shares).toEqual([]);
    expect(other.sharing.parties.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'jp ph',
      'ph jp',
    ]);
    expect(JSON.stringify(other)).not.toContain('Hashes');
    const all = takeaway(drill, everybody);
    expect(all.sharing.shares).toEqual([]);
    expect(all.summary.sharesAbroad).toBe(2);
    expect(choices(all, 'share')).toMatchObject([
      { title: null, partyIds: ['jp'], toPartyIds: ['ph'], isKey: true },
      { title: null, partyIds: ['ph'], toPartyIds: ['jp'], isKey: true },
    ]);
  });

  test('[AAR4] a whisper is for staff alone: no page of a table or of all counts it', () => {
    const drill = running(scenario, { tables: apart });
    drill.wait(minutes(1));
    drill.do(
      player('us-cert'),
      share(['jp-cert'], { items: 'tip', marking: 'RED', seats: ['player-jp-cert'] }),
    );
    end(drill);
    for (const audience of [at('us-cert'), at('jp-cert'), everybody]) {
      const page = takeaway(drill, audience);
      expect(page.sharing.parties).toEqual([]);
      expect(page.sharing.shares).toEqual([]);
      expect(page.exercise.tlp).not.toBe('RED');
    }
    const whole = takeaway(drill, staff);
    expect(whole.sharing.shares).toHaveLength(1);
    expect(whole.exercise.tlp).toBe('RED');
  });

  test('[AAR5] markings broken and needless shares come out to a table with the scores', () => {
    const drill = running(scenario, { tables: apart });
    drill.wait(minutes(1));
    release(drill, 'vendor-notice');
    drill.do(
      player('jp-cert'),
      share(['ph-bank'], { items: 'notice', marking: 'GREEN', evenSo: true }),
    );
    drill.do(
      player('ph-bank'),
      share(['us-cert'], { items: 'patients', marking: 'GREEN', evenSo: true }),
    );
    end(drill);
    expect(takeaway(drill, at('jp-cert')).sharing).toMatchObject({ broken: null, needless: null });
    drill.do(director, { type: 'ShowScores', players: true, observers: false });
    const shown = takeaway(drill, at('jp-cert'));
    expect(shown.sharing.broken?.[0]).toMatchObject({ title: 'Notice of the vendor' });
    expect(shown.sharing.needless).toEqual([]);
    const { needless } = takeaway(drill, at('ph-bank')).sharing;
    expect(needless).toMatchObject([{ title: 'List of those concerned' }]);
    expect(takeaway(drill, at('us-isac')).sharing).toMatchObject({ broken: [], needless: [] });
    expect(takeaway(drill, everybody).sharing.broken).toBeNull();
    expect(takeaway(drill, staff).sharing.broken?.map(({ breach }) => breach)).toContain('lowered');
  });
});

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
