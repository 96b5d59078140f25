/** Sound files of every form: small ones made here, and those of other people where they are. */
import { readFileSync } from 'node:fs';
import { Findings } from '@trilogue/engine/interop/finding';
import { exportMsel } from '@trilogue/engine/interop/msel/msel-export';
import {
  builderFile,
  oldBuilderFile,
  stixBundle,
} from '../../../engine/src/testing/flow-sketch.js';
import { sampleScenario } from '../../../engine/src/testing/sample-scenario.js';
import { writeMsel } from '../../../server/src/cli/interop/msel-files.js';
import { bytesOfJson } from './mutate.js';
import type { Form } from './read.js';
import { thirdParty } from './third-party.js';

export interface SoundFile {
  readonly form: Form;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const flow = [
  {
    id: 'a',
    kind: 'action',
    technique: 'T1566/001',
    start: '1970-01-01T00:00:00Z',
    to: ['and', 's'],
  },
  { id: 'b', kind: 'action', technique: 'T1072; T1203', to: ['and'] },
  { id: 'and', kind: 'AND', to: ['c'] },
  { id: 'c', kind: 'condition', to: ['d'], otherwise: ['e'] },
  { id: 'd', kind: 'action', start: '1970-01-02T00:00:00Z', to: ['or'] },
  { id: 'e', kind: 'action', to: ['or'] },
  { id: 'or', kind: 'OR', to: ['f'] },
  { id: 'f', kind: 'action', to: ['s'] },
  { id: 's', kind: 'asset', to: ['t'] },
  { id: 't', kind: 'asset' },
] as const;
const openaev = {
  exercise_information: { exercise_name: 'A drill' },
  exercise_teams: [{ team_id: 't', team_name: 'Team' }],
  exercise_injects: [
    {
      inject_id: 'a',
      inject_title: 'A',
      inject_depends_duration: 60,
      inject_teams: ['t'],
      inject_content: {
        subject: 'S',
        body: '<p>Hi</p>',
        expectations: [{ expectation_type: 'MANUAL', expectation_score: 10 }],
      },
    },
    {
      inject_id: 'b',
      inject_title: 'B',
      inject_depends_duration: 90_000,
      inject_all_teams: true,
      inject_depends_on: [
        { dependency_relationship: { inject_parent_id: 'a', inject_children_id: 'b' } },
      ],
    },
  ],
};
const cexf = {
  exercise: { name: 'An exercise', total_duration: '3600' },
  injects: [
    {
      uuid: 'a',
      name: 'A',
      inject_evaluation: [
        { result: 'done', score_range: [0, 20], parameters: [{ x: { values: ['y'] } }] },
      ],
      action_payload_resource_uuid: 'p',
    },
    { uuid: 'b', name: 'B' },
  ],
  inject_flow: [
    { inject_uuid: 'a', sequence: { followed_by: ['b'], trigger: ['startex'] } },
    { inject_uuid: 'b', requirements: { inject_uuid: 'a' } },
  ],
  inject_payloads: [
    { uuid: 'p', type: 'file', parameters: { content: 'SGFsbG8=', 'content-type': 'base64' } },
  ],
};
const list = [
  {
    '#': 1,
    'Real Time': '07:29 PM',
    Subject: 'A',
    From: 'X',
    Player: 'Y; Z',
    Script: 'Words',
    Poll: 'a | b',
  },
  {
    '#': 2,
    'Real Time': '07:31 PM',
    Subject: 'B',
    From: 'X',
    Player: 'ALL',
    Script: '<p>Words</p>',
    Poll: '',
  },
];

export async function soundFiles(): Promise<SoundFile[]> {
  const events = exportMsel(sampleScenario(), 'en');
  const written = await Promise.all(
    (['xlsx', 'csv'] as const).map(async (format): Promise<SoundFile> => {
      const content = await writeMsel(events, format, new Findings());
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return { form: 'msel', name: `own.${format}`, bytes };
    }),
  );
  const parts: readonly (readonly [Form, string])[] = [
    ['attack-flow', 'attack-flow/stix'],
    ['attack-flow', 'attack-flow/afb-v3'],
    ['msel', 'msel'],
    ['openaev', 'openaev'],
    ['cexf', 'cexf'],
  ];
  return [
    { form: 'attack-flow', name: 'stix.json', bytes: bytesOfJson(stixBundle(flow, ['a', 'b'])) },
    { form: 'attack-flow', name: 'now.afb', bytes: bytesOfJson(builderFile(flow)) },
    { form: 'attack-flow', name: 'before.afb', bytes: bytesOfJson(oldBuilderFile(flow)) },
    { form: 'openaev', name: 'openaev.json', bytes: bytesOfJson(openaev) },
    { form: 'cexf', name: 'cexf.json', bytes: bytesOfJson(cexf) },
    { form: 'msel', name: 't3sf.json', bytes: bytesOfJson(list) },
    ...written,
    ...parts.flatMap(([form, part]) =>
      thirdParty(part).map(
        (path): SoundFile => ({ form, name: path, bytes: new Uint8Array(readFileSync(path)) }),
      ),
    ),
  ];
}
