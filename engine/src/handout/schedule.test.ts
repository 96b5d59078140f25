import { describe, expect, test } from 'vitest';
import { parseScenario } from '../scenario/load.js';
import { toPlaybook } from '../scenario/playbook.js';
import { sampleFile } from '../testing/sample-scenario.js';
import { formatZoneTime } from '../views/zone-time.js';
import { decksOf } from './deal-cards.js';
import { editionOf } from './edition.js';
import { mselOf } from './msel.js';

describe('times on paper', () => {
  test('[PRINT1] a moment of the story stands on each party’s clock, without a zone’s letters', () => {
    const rows = rowsOf(edition());
    expect(rows.get('1')).toMatchObject({
      playTime: '0:01',
      scenarioTimes: ['2026-12-01 06:40 (UTC+9, Tokyo)', '2026-12-01 05:40 (UTC+8, Manila)'],
    });
    expect(rows.get('2')?.scenarioTimes[1]).toBe('2026-12-01 05:50 (UTC+8, Manila)');
  });

  test('[PRINT1] a card carries the time of its own team', () => {
    const times = decksOf(edition()).map(({ teamId, cards }) => [
      teamId,
      cards.find(({ control }) => control.number === '2')?.card.scenarioTime,
    ]);
    expect(times).toEqual([
      ['jp-port', '2026-12-01 06:50 (UTC+9, Tokyo)'],
      ['jp-cert', '2026-12-01 06:50 (UTC+9, Tokyo)'],
      ['ph-customs', '2026-12-01 05:50 (UTC+8, Manila)'],
    ]);
  });

  test('[PRINT1] the offset is that of the day, where clocks change', () => {
    const summer = Date.parse('2026-07-01T12:00:00Z');
    const winter = Date.parse('2026-12-01T12:00:00Z');
    expect(formatZoneTime(summer, 'America/New_York', 'New York')).toBe(
      '2026-07-01 08:00 (UTC−4, New York)',
    );
    expect(formatZoneTime(winter, 'America/New_York', 'New York')).toBe(
      '2026-12-01 07:00 (UTC−5, New York)',
    );
    expect(formatZoneTime(winter, 'Asia/Kathmandu', 'K')).toBe('2026-12-01 17:45 (UTC+5:45, K)');
    expect(formatZoneTime(winter, 'UTC', 'X')).toBe('2026-12-01 12:00 (UTC, X)');
  });

  test('[PRINT1] a later module starts at its own date, also for what comes at its first moment', () => {
    const { schedule, playbook } = edition((file) => {
      file.injects.push(
        { ...note(file), id: 'last', number: '8', release: { kind: 'at', minutes: 10 } },
        {
          ...note(file),
          id: 'first',
          number: '9',
          phase: 'day-2',
          release: { kind: 'at', minutes: 0 },
        },
        {
          ...note(file),
          id: 'inner',
          number: '10',
          phase: 'gates',
          release: { kind: 'onPhase', phase: 'day-2', delayMinutes: 3 },
        },
      );
    });
    const scenarioTime = (id: string) => {
      const inject = playbook.scenario.injects.find((one) => one.id === id);
      const moment = inject && schedule.injectAt(inject.id);
      if (!inject || !moment) return null;
      return new Date(schedule.scenarioMs(moment, inject.phase) ?? Number.NaN).toISOString();
    };
    // Both at minute 10 of play: the one ends the first day, the other begins the second.
    expect(scenarioTime('last')).toBe('2026-11-30T23:10:00.000Z');
    expect(scenarioTime('first')).toBe('2026-12-02T05:00:00.000Z');
    expect(scenarioTime('inner')).toBe('2026-12-02T06:00:00.000Z');
  });

  test('[PRINT1] what hangs on an action has no time, but says what it comes after', () => {
    const rows = rowsOf(edition());
    expect(rows.get('5A')).toMatchObject({ playTime: null, scenarioTimes: [] });
    expect(rows.get('5A')?.when).toEqual(['1 min after Port chooses “Cut” in #4']);
    expect(rows.get('3')?.when).toEqual(['when a deadline of #2 is first missed']);
    expect(rows.get('7')?.when).toEqual(['by a controller’s hand only']);
  });

  test('[PRINT1] a module that an action begins counts from its own beginning', () => {
    const { schedule, playbook } = edition((file) => {
      const [first] = file.phases;
      if (first?.exits) first.exits = [{ to: 'day-2', when: { kind: 'manual' } } as never];
    });
    const phase = playbook.scenario.phases[1];
    if (phase === undefined) throw new Error('no second phase');
    const moment = schedule.phaseAt(phase.id);
    expect(moment).toEqual({ anchor: 'day-2', minutes: 0 });
    expect(schedule.scenarioMs(moment, phase.id)).toBe(Date.parse('2026-12-02T14:00:00+09:00'));
  });
});

type File = ReturnType<typeof sampleFile>;

// biome-ignore lint/suspicious/noExplicitAny: tests change a file in ways that its type forbids.
function edition(change: (file: any) => void = () => {}) {
  const file = sampleFile();
  change(file);
  const loaded = parseScenario(file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return editionOf(toPlaybook(loaded.scenario), 'en');
}

function note(file: File): object {
  return file.injects[0] ?? {};
}

function rowsOf(made: ReturnType<typeof edition>) {
  const rows = mselOf(made).groups.flatMap((group) => group.rows);
  return new Map(rows.map((row) => [row.number, row]));
}
