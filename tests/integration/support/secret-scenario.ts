/** The fixture, with everything in it that is there to be kept. */
import { readFileSync } from 'node:fs';
import { loadScenario, parseScenario } from '@trilogue/engine/scenario/load';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { scenarioFile } from './server.js';

export function scenarioToSpoil(): Scenario {
  const fixture = loadScenario(readFileSync(scenarioFile, 'utf8'));
  if (!fixture.ok) throw new Error('the fixture does not load');
  const file = structuredClone(fixture.scenario);
  const loaded = parseScenario({
    ...file,
    contacts: [
      ...file.contacts,
      { id: 'vendor', name: 'Vendor', role: 'Maker of cranes', reachable: true },
      { id: 'agency', name: 'Agency', role: 'Authority' },
    ],
    milestones: ['first-sight', 'all-clear'].map((id) => ({ id, title: id })),
    assets: ['crane', 'seal', 'gate'].map((id, index) => ({
      id,
      name: id,
      party: index === 1 ? 'ph' : 'jp',
      sector: 'Sector',
      ...(index > 0 && { dependsOn: [{ asset: 'crane', becomes: 'degraded' }] }),
    })),
    indicators: [
      { id: 'trust', name: 'Trust', start: 50 },
      { id: 'queue', name: 'Queue', start: 10, visibleTo: ['ph-cert'] },
    ],
    items,
    positions,
    obligations,
    injects: file.injects.map((inject, index) => ({
      ...inject,
      ...(index === 0 && {
        tlp: 'RED',
        effects: [{ kind: 'awardPoints', team: 'jp-port', points: 2, reason: 'Early' }],
        expectations: [...inject.expectations, hidden, unknown],
      }),
      ...(inject.id === 'all-hands' && {
        variants: [
          { id: 'one', body: 'One' },
          { id: 'two', body: 'Two' },
        ],
        perRecipient: [{ to: ['jp'], title: 'For Japan', body: 'For Japan only' }],
      }),
    })),
    endings: [
      {
        id: 'good-end',
        title: 'Good',
        when: { kind: 'milestone', milestone: 'first-sight' },
      },
    ],
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

const hidden = {
  id: 'quietly',
  kind: 'acknowledge',
  withinMinutes: 3,
  points: 7,
  announced: false,
  objective: 'see',
  criteria: [{ id: 'fast', text: 'It was fast.' }],
};

/** A task about something that its table does not hold. */
const unknown = {
  id: 'tell',
  kind: 'share',
  item: 'seals',
  with: ['ph'],
  withinMinutes: 30,
  points: 5,
};

const items = [
  {
    id: 'log',
    title: 'Log',
    body: 'The crane’s log.',
    originator: 'jp-port',
    holders: ['jp-port'],
    tlp: 'AMBER',
    sanitised: { body: 'The log without names.', tlp: 'GREEN' },
    needs: [{ teams: ['ph-customs'], withinMinutes: 20, points: 8, objective: 'see' }],
  },
  {
    id: 'insider',
    title: 'Insider',
    body: 'Somebody inside.',
    originator: 'agency',
    holders: ['jp-port'],
    tlp: 'RED',
  },
  {
    id: 'seals',
    title: 'Seals',
    body: 'Forty seals.',
    originator: 'ph-cert',
    holders: ['ph-cert'],
    tlp: 'AMBER',
  },
];

const positions = [
  {
    id: 'line',
    title: 'One line',
    question: 'What do we say?',
    voices: ['jp-port', 'ph-customs'],
    text: 'Nothing yet.',
    rule: { kind: 'consensus' },
    withinMinutes: 60,
    points: 4,
  },
  {
    id: 'ports',
    title: 'Ports',
    question: 'Which port?',
    voices: ['ph-customs', 'ph-cert'],
    options: [
      { id: 'north', label: 'North', points: 3 },
      { id: 'south', label: 'South' },
    ],
    rule: { kind: 'majority' },
    withinMinutes: 60,
  },
];

const obligations = [
  {
    id: 'notice',
    title: 'Notice',
    teams: ['ph-customs'],
    to: 'agency',
    withinHours: 72,
    fields: [{ id: 'what', label: 'What' }],
    points: 5,
  },
];
