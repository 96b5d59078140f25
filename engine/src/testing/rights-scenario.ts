/** A scenario that has something for every command to be about. */
import { parseScenario } from '../scenario/load.js';
import type { Scenario } from '../scenario/schema.js';
import { sampleFile } from './sample-scenario.js';

/** Waits for a controller to play it. */
const card = {
  id: 'card',
  number: '900',
  title: 'A card',
  kind: 'contingency',
  channel: 'call',
  from: 'reporter',
  to: ['ph'],
  body: 'A call.',
  tlp: 'GREEN',
  phase: 'day-1',
  release: { kind: 'deck' },
} as const;

/** The sample, with something of every kind to lay hands on. */
export function rightsScenario(): Scenario {
  const file = sampleFile();
  const loaded = parseScenario({
    ...file,
    contacts: file.contacts.map((contact) => ({ ...contact, reachable: true })),
    injects: [...file.injects, card].map((one) => ({
      ...one,
      ...(one.id === 'thanks' && { variants: [{ id: 'warm', title: 'Warm' }, { id: 'cool' }] }),
      ...(one.id === 'by-hand' && {
        expectations: one.expectations?.map((rule) => ({
          ...rule,
          criteria: [{ id: 'clear', text: 'It is clear.' }],
        })),
      }),
    })),
    assets: [{ id: 'crane', name: 'Crane', party: 'jp', sector: 'Ports' }],
    indicators: [{ id: 'trust', name: 'Trust', start: 50 }],
    milestones: [{ id: 'seen', title: 'Seen' }],
    items: [
      {
        id: 'sample',
        title: 'A sample',
        body: 'Of the malware.',
        originator: 'reporter',
        holders: ['jp-port'],
        tlp: 'AMBER',
      },
      {
        id: 'plan',
        title: 'A plan',
        body: 'Of the other side.',
        originator: 'ph-customs',
        holders: ['ph-customs'],
        tlp: 'AMBER',
      },
    ],
    // Of two parties; of one alone; of one that others listen to.
    positions: [
      position('statement', ['jp-port', 'ph-customs']),
      position('hotline', ['jp-port', 'ph-customs']),
      position('own-words', ['jp-port']),
      position('overheard', ['jp-port'], ['ph']),
    ],
    obligations: ['notice', 'follow-up'].map((obligationId) => ({
      id: obligationId,
      title: obligationId,
      teams: ['jp-port'],
      to: 'reporter',
      withinHours: 72,
      fields: [{ id: 'what', label: 'What happened' }],
      points: 10,
    })),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

function position(id: string, voices: readonly string[], participants: readonly string[] = []) {
  return {
    id,
    title: id,
    question: 'What do we say?',
    voices,
    participants,
    text: 'We say nothing.',
    rule: { kind: 'consensus' },
    withinMinutes: 30,
  };
}
