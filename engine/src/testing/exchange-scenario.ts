/** A scenario in which three nations share, decide together and report, for tests. */
import { parseScenario } from '../scenario/load.js';
import type { Scenario } from '../scenario/schema.js';
import { exchangeInjects } from './exchange-injects.js';

/** As a file would hold it, so that a test can change one thing and load it. */
export function exchangeFile() {
  return {
    formatVersion: 1,
    id: 'exchange',
    title: 'Exchange',
    summary: 'What one team knows three nations need.',
    estimatedMinutes: 60,
    defaultLanguage: 'en',
    languages: ['en', 'ja', 'fil'],
    parties: [
      party('jp', 'Asia/Tokyo', 'ja'),
      party('ph', 'Asia/Manila', 'fil'),
      party('us', 'America/New_York', 'en'),
    ],
    teams: ['jp-cert', 'jp-port', 'ph-cert', 'ph-bank', 'us-cert', 'us-isac'].map((id) => ({
      id,
      party: id.slice(0, 2),
      name: id,
      sector: 'Government',
      mission: 'Help.',
    })),
    contacts: [
      { id: 'desk', name: 'Duty desk', role: 'Office' },
      { id: 'vendor', name: 'Vendor', role: 'Maker', party: 'jp', reachable: true },
      { id: 'liaison', name: 'Liaison', role: 'Embassy', party: 'ph', reachable: true },
      { id: 'stateless', name: 'Forum', role: 'Community', reachable: true },
      { id: 'reporter', name: 'R. Cruz', role: 'Reporter', reachable: true, isPublic: true },
      { id: 'regulator', name: 'Privacy office', role: 'Authority', party: 'ph' },
    ],
    objectives: [
      { id: 'inform', title: 'Inform partners', capability: { en: 'Sharing', ja: '共有' } },
      { id: 'handle', title: 'Keep markings', capability: 'Sharing' },
      { id: 'decide', title: 'Decide together', capability: 'Deciding' },
      { id: 'report', title: 'Report in time', capability: 'Reporting' },
    ],
    milestones: ['warned', 'agreed', 'refused', 'leaked', 'told', 'moved'].map((id) => ({
      id,
      title: id,
    })),
    indicators: [{ id: 'trust', name: 'Public trust', start: 60 }],
    items: items(),
    positions: positions(),
    obligations: obligations(),
    phases: [
      {
        id: 'day-1',
        title: 'Day 1',
        startsAt: '2026-12-01T08:00:00+08:00',
        exits: [{ to: 'day-3', when: { kind: 'manual' } }],
      },
      {
        id: 'day-3',
        title: 'Day 3',
        startsAt: '2026-12-03T09:00:00+08:00',
        rate: 60,
        exits: [
          { to: 'night', when: { kind: 'manual' } },
          { to: 'day-9', when: { kind: 'manual' } },
        ],
      },
      {
        id: 'night',
        title: 'Night',
        rate: 0,
        exits: [{ to: 'day-9', when: { kind: 'manual' } }],
      },
      { id: 'day-9', title: 'Day 9', startsAt: '2026-12-09T08:00:00+08:00', exits: [] },
    ],
    injects: exchangeInjects(),
  };
}

// Tests change a file in ways that its type forbids.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Change = (file: any) => void;

export function exchangeScenario(change: Change = () => {}): Scenario {
  const file = exchangeFile();
  change(file);
  const loaded = parseScenario(file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.scenario;
}

function party(id: string, timeZone: string, language: string) {
  return { id, name: id, timeZone, city: id, language };
}

function items() {
  return [
    {
      id: 'hashes',
      title: 'Hashes of the sample',
      body: 'Whole hashes, with the victim’s name.',
      originator: 'jp-cert',
      holders: ['jp-cert'],
      tlp: 'AMBER',
      sanitised: { body: 'Hashes alone.', tlp: 'GREEN' },
      needs: [
        {
          teams: ['ph-cert', 'us-cert'],
          withinMinutes: 10,
          points: 20,
          latePoints: 5,
          objective: 'inform',
        },
      ],
    },
    {
      id: 'notice',
      title: 'Notice of the vendor',
      body: 'The maker knows of a flaw.',
      originator: 'vendor',
      holders: ['jp-cert', 'us-cert'],
      comesWith: 'vendor-notice',
      tlp: 'AMBER+STRICT',
      releasableTo: ['us-isac'],
      sanitised: { body: 'There is a flaw.', tlp: 'AMBER', releasableTo: ['ph'] },
      needs: [{ teams: ['ph-cert'], withinMinutes: 15, points: 12 }],
      breachPenalty: 30,
    },
    {
      id: 'tip',
      title: 'A tip',
      body: 'For two pairs of eyes.',
      originator: 'us-cert',
      holders: ['us-cert'],
      tlp: 'RED',
      sanitised: { body: 'Look at the routers.', tlp: 'AMBER' },
      needs: [{ teams: ['jp-cert'], withinMinutes: 5, points: 7, objective: 'handle' }],
    },
    {
      id: 'patients',
      title: 'List of those concerned',
      body: 'Names and addresses.',
      originator: 'ph-bank',
      holders: ['ph-bank'],
      tlp: 'GREEN',
      releasableTo: ['jp-cert'],
      sanitised: { body: 'How many there are.', tlp: 'GREEN' },
      personalData: true,
      needs: [{ teams: ['ph-cert'], withinMinutes: 60, wholeForm: true, points: 4 }],
      overSharingPenalty: 9,
    },
  ];
}

function positions() {
  return [
    {
      id: 'ransom',
      title: 'Pay?',
      question: 'Shall the port pay?',
      voices: ['jp-cert', 'ph-cert', 'us-cert'],
      participants: ['ph-bank'],
      comesWith: 'talks',
      options: [
        { id: 'pay', label: 'Pay' },
        {
          id: 'refuse',
          label: 'Refuse',
          points: 10,
          effects: [{ kind: 'setMilestone', milestone: 'refused' }],
        },
        {
          id: 'wait',
          label: 'Wait',
          points: 4,
          effects: [{ kind: 'openPosition', position: 'hotline' }],
        },
      ],
      rule: { kind: 'consensus' },
      withinMinutes: 20,
      points: 5,
      objective: 'decide',
      onAgreed: [{ kind: 'setMilestone', milestone: 'agreed' }],
      onFailed: [{ kind: 'changeIndicator', indicator: 'trust', by: -20 }],
    },
    {
      id: 'line',
      title: 'One line for the press',
      question: 'What do we say?',
      voices: ['jp-cert', 'ph-cert', 'us-cert'],
      participants: ['us-isac'],
      text: { en: 'We know of an incident.', ja: '把握しています。' },
      rule: { kind: 'majority' },
      withinMinutes: 10,
      points: 6,
    },
    {
      id: 'hotline',
      title: 'A hotline?',
      question: 'Shall there be one?',
      voices: ['jp-port', 'ph-bank'],
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
      rule: { kind: 'consensus' },
      withinMinutes: 10,
    },
  ];
}

function obligations() {
  const fields = [
    { id: 'what', label: 'What happened' },
    { id: 'when', label: 'Since when' },
    { id: 'more', label: 'More', required: false, long: true },
  ];
  return [
    {
      id: 'breach-notice',
      title: 'Notice of a breach',
      rule: 'Within 72 hours.',
      teams: ['ph-bank', 'ph-cert'],
      to: 'regulator',
      startsWhen: { kind: 'milestone', milestone: 'leaked' },
      withinHours: 72,
      fields,
      points: 15,
      latePoints: 5,
      objective: 'report',
      onMet: [{ kind: 'changeIndicator', indicator: 'trust', by: 5 }],
      onMissed: [{ kind: 'changeIndicator', indicator: 'trust', by: -10 }],
    },
    {
      id: 'quick-notice',
      title: 'First word',
      teams: ['ph-bank'],
      to: 'regulator',
      withinHours: 2,
      fields: fields.slice(0, 1),
      points: 6,
    },
    {
      id: 'follow-up',
      title: 'Follow-up',
      teams: ['jp-port'],
      to: 'desk',
      withinHours: 24,
      fields: fields.slice(0, 1),
      points: 3,
    },
  ];
}
