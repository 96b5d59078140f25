import { describe, expect, test } from 'vitest';
import { type Takeaway, type TakeawayAudience, takeawaySchema } from '../protocol/takeaway.js';
import { type Drill, inject, minutes, running, table } from '../testing/drill.js';
import { apart, director, player, release, share } from '../testing/exchange-acts.js';
import { exchangeScenario } from '../testing/exchange-scenario.js';
import type { ObserverView } from '../views/observer-view.js';
import { viewOf } from '../views/project.js';
import { takeawayOf } from './takeaway.js';

const at = (tableId: string): TakeawayAudience => ({ kind: 'table', tableId: table(tableId) });

function takeaway({ state }: Drill, audience: TakeawayAudience): Takeaway {
  return takeawaySchema.parse(takeawayOf(state, audience));
}

/** The inject that everybody gets is for their eyes alone, and has a choice to make. */
function confidential(): Drill {
  const scenario = exchangeScenario((file) => {
    const found = file.injects.find(({ id }: { id: string }) => id === 'anyone');
    Object.assign(found, {
      title: 'Whispered',
      tlp: 'RED',
      choices: [
        { id: 'hush', label: 'Keep quiet', points: 2 },
        { id: 'tell', label: 'Tell', points: 0 },
      ],
      expectations: [
        { id: 'decide', kind: 'choose', withinMinutes: 5, points: 2, objective: 'decide' },
      ],
    });
  });
  const drill = running(scenario, { tables: apart });
  drill.wait(minutes(1));
  release(drill, 'anyone');
  drill.do(player('ph-bank'), {
    type: 'MakeChoice',
    injectId: inject('anyone'),
    choiceId: 'hush' as never,
  });
  drill.wait(minutes(10));
  drill.do(director, { type: 'EndExercise', reason: '' });
  drill.do(director, { type: 'ShowScores', players: true, observers: true });
  return drill;
}

describe('the marking of a page', () => {
  test('[AAR22] what is TLP:RED stands on a table’s page without words, and the page is not TLP:RED', () => {
    const drill = confidential();
    const page = takeaway(drill, at('ph-bank'));
    expect(JSON.stringify(page)).not.toMatch(/Whispered|Keep quiet/);
    expect(page.exercise.tlp).not.toBe('RED');
    const moment = page.moments.find(({ kind }) => kind === 'inject');
    expect(moment).toMatchObject({ title: null, tlp: 'RED' });
    expect(page.decisions).toMatchObject([{ inject: null, choice: null, playMs: minutes(1) }]);
    expect(
      page.scores?.[0]?.lines.some(({ inject, points }) => inject === null && points === 2),
    ).toBe(true);
    const whole = takeaway(drill, { kind: 'staff' });
    expect(JSON.stringify(whole)).toMatch(/Whispered.*Keep quiet/);
    expect(whole.exercise.tlp).toBe('RED');
  });

  test('[AAR22] an item held as TLP:RED alone is in no page of a table, nor in what it told', () => {
    const scenario = exchangeScenario((file) => {
      const tip = file.items.find(({ id }: { id: string }) => id === 'tip');
      Object.assign(tip, { originator: 'desk' });
    });
    const drill = running(scenario, { tables: apart });
    drill.wait(minutes(1));
    const lowered = share(['jp-cert'], { items: 'tip', marking: 'GREEN', evenSo: true });
    drill.do(player('us-cert'), lowered);
    drill.do(director, { type: 'EndExercise', reason: '' });
    drill.do(director, { type: 'ShowScores', players: true, observers: false });
    const page = takeaway(drill, at('us-cert'));
    expect(page.sharing.shares).toMatchObject([{ marking: 'GREEN', items: [] }]);
    expect(page.sharing.broken?.length).toBeGreaterThan(0);
    expect(page.sharing.broken?.every(({ title }) => title === null)).toBe(true);
    expect(JSON.stringify(page)).not.toContain('A tip');
    expect(page.exercise.tlp).not.toBe('RED');
    expect(JSON.stringify(takeaway(drill, { kind: 'staff' }))).toContain('A tip');
  });

  test('[AAR22] what a table holds marks its page though it told nobody', () => {
    const drill = running(exchangeScenario(), { tables: apart });
    expect(takeaway(drill, at('jp-cert')).exercise.tlp).toBe('AMBER');
    release(drill, 'vendor-notice');
    const page = takeaway(drill, at('jp-cert'));
    expect(page.sharing.items.map(({ title }) => title)).toContain('Notice of the vendor');
    expect(page.exercise.tlp).toBe('AMBER+STRICT');
    expect(takeaway(drill, { kind: 'everybody' }).exercise.tlp).toBe('GREEN');
  });
});

test('[AAR25] a table that bears the name of its team is called by it in each language', () => {
  const names = { en: 'Port of Hoshimi', ja: '星見港', fil: 'Pantalan ng Hoshimi' };
  const drill = running(
    exchangeScenario((file) => {
      Object.assign(file.teams[1], { name: names });
    }),
    { tables: apart },
  );
  const { tables } = drill.state.casting;
  drill.do(director, { type: 'EndExercise', reason: '' });
  const state = {
    ...drill.state,
    casting: {
      ...drill.state.casting,
      tables: tables.map((one) => ({
        ...one,
        name: one.tableId === 'jp-port' ? '星見港' : 'Table of our own',
      })),
    },
  };
  const page = takeawayOf(state, { kind: 'everybody' });
  const named = page?.tables.map(({ tableId, name }) => [tableId, name]);
  expect(named).toContainEqual(['jp-port', names]);
  expect(named).toContainEqual(['ph-cert', 'Table of our own']);
  const wall = viewOf(state, { role: 'observer' }) as ObserverView;
  expect(wall.tables.find(({ tableId }) => tableId === 'jp-port')?.title).toEqual(names);
});

describe('one table, one moment', () => {
  test('[AAR23] a share that went to several is told to each in what it told and was told itself', () => {
    const drill = running(exchangeScenario(), { tables: apart });
    drill.wait(minutes(1));
    drill.do(player('jp-cert'), share(['ph-cert', 'us-cert']));
    const pairs = (audience: TakeawayAudience) =>
      takeaway(drill, audience).sharing.tables.map(({ from, to }) => `${from} ${to}`);
    expect(pairs(at('ph-cert'))).toEqual(['jp-cert ph-cert']);
    expect(pairs(at('jp-cert'))).toEqual(['jp-cert ph-cert', 'jp-cert us-cert']);
    expect(takeaway(drill, at('ph-cert')).sharing.shares[0]?.toTeamIds).toEqual([
      'ph-cert',
      'us-cert',
    ]);
  });

  test('[AAR23] tables that let the same task pass are one moment, and stand in it', () => {
    const drill = confidential();
    const missed = takeaway(drill, { kind: 'staff' }).moments.filter(
      ({ kind }) => kind === 'taskMissed',
    );
    expect(missed).toHaveLength(1);
    expect(missed[0]?.tableIds).toHaveLength(5);
    expect(missed[0]?.tableIds).not.toContain('ph-bank');
    const own = takeaway(drill, at('jp-cert')).moments.filter(({ kind }) => kind === 'taskMissed');
    expect(own).toMatchObject([{ title: null, tableIds: ['jp-cert'] }]);
  });
});
