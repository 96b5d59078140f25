/** A scenario with systems that depend on each other over borders, gauges, conditions and endings. */
import { parseScenario } from '../scenario/load.js';
import type { Scenario } from '../scenario/schema.js';

export function worldFile() {
  const party = (id: string, timeZone: string) => ({
    id,
    name: id,
    timeZone,
    city: id,
    language: 'en',
  });
  const inject = (number: number, id: string, release: object, more: object = {}) => ({
    id,
    number: String(number),
    title: id,
    kind: 'contextual',
    phase: 'one',
    channel: 'email',
    from: 'somebody',
    to: ['all'],
    tlp: 'GREEN',
    body: id,
    release,
    ...more,
  });
  return {
    formatVersion: 1,
    id: 'world',
    title: 'World',
    summary: 'A failure crosses three nations.',
    estimatedMinutes: 60,
    defaultLanguage: 'en',
    languages: ['en'],
    parties: [party('jp', 'Asia/Tokyo'), party('ph', 'Asia/Manila')],
    teams: ['jp', 'ph'].map((id) => ({
      id: `${id}-team`,
      party: id,
      name: id,
      sector: 'Ports',
      mission: 'M',
    })),
    contacts: [{ id: 'somebody', name: 'Somebody', role: 'Role' }],
    milestones: [{ id: 'warned', title: 'Partners were warned' }],
    assets: [
      { id: 'terminal', name: 'Terminal system', party: 'jp', sector: 'Ports' },
      {
        id: 'manifests',
        name: 'Manifest exchange',
        party: 'ph',
        sector: 'Customs',
        dependsOn: [
          {
            asset: 'terminal',
            when: ['down', 'compromised'],
            becomes: 'degraded',
            delayMinutes: 5,
            recoveryMinutes: 2,
          },
        ],
      },
      {
        id: 'gates',
        name: 'Gates',
        party: 'ph',
        sector: 'Ports',
        visibleTo: ['ph'],
        dependsOn: [
          { asset: 'manifests', when: ['degraded', 'down'], becomes: 'down', delayMinutes: 3 },
        ],
      },
    ],
    indicators: [{ id: 'trust', name: 'Public trust', unit: '%', start: 60 }],
    phases: [
      {
        id: 'one',
        title: 'One',
        startsAt: '2026-12-01T08:00:00+08:00',
        exits: [{ to: 'two', when: { kind: 'manual' } }],
      },
      {
        id: 'two',
        title: 'Two',
        onEnter: [{ kind: 'changeIndicator', indicator: 'trust', by: -10 }],
        exits: [{ to: 'one', when: { kind: 'manual' } }],
      },
    ],
    injects: [
      inject(
        1,
        'attack',
        { kind: 'at', minutes: 1 },
        {
          effects: [{ kind: 'setAsset', asset: 'terminal', status: 'down' }],
          expectations: [
            {
              id: 'warn',
              kind: 'respond',
              withinMinutes: 4,
              points: 10,
              onMet: [
                { kind: 'setMilestone', milestone: 'warned' },
                { kind: 'awardPoints', points: 3, reason: 'Before anyone asked' },
              ],
              onMissed: [{ kind: 'changeIndicator', indicator: 'trust', by: -25 }],
            },
          ],
        },
      ),
      inject(2, 'gates-down', {
        kind: 'when',
        condition: { kind: 'asset', asset: 'gates', is: ['down'] },
      }),
      inject(3, 'slow', {
        kind: 'when',
        condition: { kind: 'asset', asset: 'manifests', is: ['degraded'] },
        delayMinutes: 10,
      }),
      inject(4, 'silence', { kind: 'without', inject: 'attack', action: 'respond', minutes: 6 }),
      inject(
        5,
        'decide',
        { kind: 'manual' },
        {
          kind: 'decision',
          choices: [
            {
              id: 'restore',
              label: 'Restore',
              effects: [
                { kind: 'setAsset', asset: 'terminal', status: 'operational' },
                { kind: 'cancelInject', inject: 'silence' },
                { kind: 'releaseInject', inject: 'thanks', delayMinutes: 2 },
              ],
            },
            { id: 'leave', label: 'Leave', effects: [{ kind: 'enterPhase', phase: 'two' }] },
          ],
        },
      ),
      inject(6, 'thanks', { kind: 'manual' }),
      inject(7, 'begun', { kind: 'onPhase', delayMinutes: 1 }, { phase: 'two' }),
      inject(8, 'still-true', {
        kind: 'when',
        mode: 'level',
        condition: {
          kind: 'all',
          of: [
            { kind: 'not', of: { kind: 'milestone', milestone: 'warned' } },
            { kind: 'elapsed', minutes: 4 },
          ],
        },
      }),
      inject(
        9,
        'edge-only',
        { kind: 'when', condition: { kind: 'asset', asset: 'terminal', is: ['operational'] } },
        { phase: 'two' },
      ),
    ],
    endings: [
      {
        id: 'contained',
        title: 'Contained',
        when: {
          kind: 'all',
          of: [
            { kind: 'milestone', milestone: 'warned' },
            { kind: 'indicator', indicator: 'trust', atLeast: 50 },
            { kind: 'count', of: 'responses', inject: 'attack', atLeast: 2 },
          ],
        },
        ends: true,
      },
    ],
  };
}

/** @param change what this test needs different in the file */
export function worldScenario(
  change: (file: ReturnType<typeof worldFile>) => void = () => {},
): Scenario {
  const file = worldFile();
  change(file);
  const loaded = parseScenario(file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.scenario;
}
