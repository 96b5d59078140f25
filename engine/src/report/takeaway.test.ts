import { describe, expect, test } from 'vitest';
import type { Takeaway } from '../protocol/takeaway.js';
import { type Drill, minutes, running } from '../testing/drill.js';
import { apart, director, player, release, share } from '../testing/exchange-acts.js';
import { at, choices, end, everybody, scenario, staff, takeaway } from '../testing/takeaways.js';
import { worldScenario } from '../testing/world-scenario.js';

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
