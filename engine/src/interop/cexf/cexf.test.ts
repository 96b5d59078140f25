import { describe, expect, test } from 'vitest';
import { codes, loaded, playToEnd, released, settings } from '../../testing/import-draft.js';
import { textOfBase64 } from '../base64.js';
import { importCexf } from './cexf-draft.js';

const inject = (uuid: string, name: string, more: object = {}) => ({
  uuid,
  name,
  action: 'look',
  target_tool: 'MISP',
  inject_evaluation: [
    {
      result: `${name} done`,
      score_range: [0, 20],
      parameters: [{ '.Event.info': { comparison: 'contains', values: ['x'] } }],
    },
  ],
  ...more,
});
const file = {
  exercise: {
    name: 'Phishing',
    description: 'A mail.',
    expanded: '# A mail',
    total_duration: '3600',
    meta: { level: 'beginner' },
    tags: ['a:b'],
  },
  injects: [
    inject('i1', 'A mail comes', {
      action: 'email_to_participants',
      action_payload_resource_uuid: 'p1',
    }),
    inject('i2', 'An alert', { action_payload_resource_uuid: 'p2' }),
    inject('i3', 'Published'),
    inject('i3', 'Twice'),
  ],
  inject_flow: [
    {
      inject_uuid: 'i1',
      description: 'First.',
      sequence: {
        trigger: ['startex'],
        followed_by: ['i2'],
        completion_trigger: ['time_expiration', 'completion'],
      },
      requirements: {},
    },
    {
      inject_uuid: 'i2',
      requirements: { inject_uuid: 'i1', resolution_requirement: 'A mail comes done' },
      sequence: { trigger: 'inject-resolution' },
    },
    { inject_uuid: 'gone' },
    { inject_uuid: 'i1' },
  ],
  inject_payloads: [
    {
      uuid: 'p1',
      name: 'mail',
      type: 'file',
      parameters: { 'content-type': 'base64', content: 'SGFsbMO2Cg==', filename: 'mail.eml' },
    },
    { uuid: 'p2', name: 'flow', type: 'tcp_connection', parameters: { port: '25' } },
  ],
  extra: 'left',
};

describe('an exercise in the Common Exercise Format', () => {
  test('[IO15] becomes a draft in which each inject follows its time or the one before', () => {
    const result = importCexf(file, settings);
    const draft = loaded(result);
    expect(draft).toMatchObject({ title: 'Phishing', estimatedMinutes: 60 });
    expect(draft.injects).toMatchObject([
      {
        title: 'A mail comes',
        channel: 'email',
        release: { kind: 'at', minutes: 0 },
        expectations: [
          { kind: 'respond', points: 20, criteria: [{ text: 'A mail comes done (0–20 points)' }] },
        ],
      },
      {
        title: 'An alert',
        release: {
          kind: 'when',
          condition: {
            kind: 'any',
            of: [
              { inject: 'a-mail-comes', is: 'answered' },
              { inject: 'a-mail-comes', is: 'overdue' },
            ],
          },
        },
      },
      { title: 'Published', release: { kind: 'at' } },
    ]);
    expect(String(draft.injects[0]?.body)).toContain('Hallö');
    const drill = playToEnd(draft);
    expect(drill.state.lifecycle.stage).toBe('ended');
    expect(released(drill).sort()).toEqual(['a-mail-comes', 'an-alert', 'published']);
  });

  test('[IO15] loses nothing without a word', () => {
    const result = importCexf(file, settings);
    expect(codes(result)).toEqual(
      expect.arrayContaining([
        'cexf/duplicate-id',
        'cexf/flow-unknown-inject',
        'cexf/flow-twice',
        'cexf/not-in-flow',
        'cexf/payload-by-machine',
        'cexf/part-left-out',
        'cexf/automatic-evaluation',
      ]),
    );
    const all = JSON.stringify(result);
    for (const kept of [
      'beginner',
      'a:b',
      'MISP',
      'tcp_connection',
      '.Event.info',
      'resolution_requirement',
    ])
      expect(all).toContain(kept);
  });

  test('[IO15] whose injects wait for each other is survived; what is none is refused', () => {
    const round = {
      ...file,
      inject_flow: [
        { inject_uuid: 'i1', requirements: { inject_uuid: 'i2' } },
        { inject_uuid: 'i2', requirements: { inject_uuid: 'i1' } },
      ],
    };
    const result = importCexf(round, settings);
    expect(codes(result)).toContain('cexf/circle');
    expect(released(playToEnd(loaded(result)))).toHaveLength(3);
    for (const raw of [null, {}, { exercise: {} }, { exercise: {}, injects: [] }]) {
      expect(importCexf(raw, settings).scenario).toBeNull();
    }
  });

  test('[IO15] has payloads that are text, or it says that they are none', () => {
    expect(textOfBase64('SGFsbMO2')).toBe('Hallö');
    expect(textOfBase64('5pel5pys8J+Yig==')).toBe('日本😊');
    for (const wrong of ['%%%', 'A', 'AAAA', '/w==', '7aCA', '8J+Y', 'wIA='])
      expect(textOfBase64(wrong)).toBeNull();
  });
});
