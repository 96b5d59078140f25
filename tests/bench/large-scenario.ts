/** A scenario as large as the limits allow, with everything in it that runs during play. */
import { loadScenario } from '@trilogue/engine/scenario/load';
import type { Scenario } from '@trilogue/engine/scenario/schema';

const prose = 'The duty officer asks for an assessment by the top of the hour. ';

/** JSON text of 2,000 injects for 200 teams in 20 parties, some 5 MB long. */
export function largeScenarioText(injects = 2_000, teams = 200): string {
  const parties = Array.from({ length: 20 }, (_, index) => `party-${index}`);
  const text = JSON.stringify({
    formatVersion: 1,
    id: 'large',
    title: 'Large',
    summary: 'For measuring.',
    estimatedMinutes: 480,
    defaultLanguage: 'en',
    languages: ['en', 'ja', 'fil'],
    parties: parties.map((id) => ({
      id,
      name: id,
      timeZone: 'Asia/Tokyo',
      city: 'Tokyo',
      language: 'en',
    })),
    teams: Array.from({ length: teams }, (_, index) => ({
      id: `team-${index}`,
      party: parties[index % parties.length],
      name: `Team ${index}`,
      sector: 'Sector',
      mission: 'Mission',
    })),
    contacts: [{ id: 'contact', name: 'Contact', role: 'Role', reachable: true }],
    objectives: Array.from({ length: 20 }, (_, index) => ({
      id: `objective-${index}`,
      title: `Objective ${index}`,
      capability: `Capability ${index % 5}`,
    })),
    assets: Array.from({ length: 300 }, (_, index) => ({
      id: `asset-${index}`,
      name: `Asset ${index}`,
      party: parties[index % parties.length],
      sector: 'Sector',
      dependsOn:
        index === 0
          ? []
          : [
              {
                asset: `asset-${Math.floor((index - 1) / 2)}`,
                becomes: 'degraded',
                delayMinutes: 2,
              },
            ],
    })),
    indicators: [{ id: 'trust', name: 'Trust', start: 50 }],
    milestones: [{ id: 'reached', title: 'Reached' }],
    items: Array.from({ length: 100 }, (_, index) => ({
      id: `item-${index}`,
      title: `Item ${index}`,
      body: prose.repeat(4),
      originator: `team-${index}`,
      holders: [`team-${index}`],
      tlp: 'AMBER',
      releasableTo: ['all'],
      needs: [{ teams: [`team-${(index + 7) % teams}`], withinMinutes: 30, points: 10 }],
    })),
    positions: Array.from({ length: 20 }, (_, index) => ({
      id: `position-${index}`,
      title: `Position ${index}`,
      question: prose,
      voices: [`team-${index}`, `team-${index + 20}`, `team-${index + 40}`],
      options: ['a', 'b'].map((id) => ({ id, label: id })),
      rule: { kind: 'majority' },
      withinMinutes: 60,
    })),
    phases: [{ id: 'only', title: 'Only', startsAt: '2026-12-01T08:00:00+08:00', rate: 10 }],
    injects: Array.from({ length: injects }, (_, index) => ({
      id: `inject-${index}`,
      number: String(index),
      title: { en: `Inject ${index}`, ja: `状況付与 ${index}`, fil: `Inject ${index}` },
      kind: 'expectedAction',
      phase: 'only',
      channel: 'email',
      from: 'contact',
      to: index % 10 === 0 ? ['all'] : [parties[index % parties.length]],
      tlp: 'GREEN',
      body: {
        en: prose.repeat(10),
        ja: '当直長が評価を求めています。'.repeat(12),
        fil: prose.repeat(10),
      },
      release:
        index % 4 === 3
          ? {
              kind: 'when',
              condition: {
                kind: 'any',
                of: [
                  { kind: 'inject', inject: `inject-${index - 3}`, is: 'answered' },
                  { kind: 'asset', asset: `asset-${index % 300}`, is: ['down'] },
                  { kind: 'shared', item: `item-${index % 100}` },
                ],
              },
            }
          : { kind: 'at', minutes: Math.floor(index / 5) },
      effects:
        index % 50 === 0 ? [{ kind: 'setAsset', asset: `asset-${index % 7}`, status: 'down' }] : [],
      expectations: [
        { id: 'read', kind: 'acknowledge', withinMinutes: 10, points: 2 },
        {
          id: 'answer',
          kind: 'respond',
          withinMinutes: 20,
          points: 10,
          objective: `objective-${index % 20}`,
        },
      ],
    })),
    endings: [
      {
        id: 'held',
        title: 'Held',
        when: { kind: 'count', of: 'responses', atLeast: 100_000 },
      },
    ],
  });
  return text;
}

export function largeScenario(): Scenario {
  const loaded = loadScenario(largeScenarioText());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
  return loaded.scenario;
}
