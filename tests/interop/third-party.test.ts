/** Importers on files that other people made. Skipped, and said so, where those are not here. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readBuilderFlow } from '@trilogue/engine/interop/attack-flow/builder-flow';
import type { FlowGraph } from '@trilogue/engine/interop/attack-flow/flow-graph';
import { readStixFlow } from '@trilogue/engine/interop/attack-flow/stix-flow';
import { Findings } from '@trilogue/engine/interop/finding';
import { fieldOf, listOf, recordOf } from '@trilogue/engine/interop/json-shape';
import { describe, expect, test } from 'vitest';
import { codes, loaded, playToEnd, released } from '../../engine/src/testing/import-draft.js';
import { readTable } from '../../server/src/cli/interop/table-source.js';
import { type Form, importFile } from './support/read.js';
import { hasThirdParty, thirdParty, withoutThem } from './support/third-party.js';

if (!hasThirdParty) console.warn(`tests/interop: ${withoutThem}`);

/** By the name both forms of a flow share. */
function flows(part: string): Map<string, string> {
  return new Map(
    thirdParty(part).map((path) => [
      basename(path)
        .replace(/\.[a-z]+$/, '')
        .replace(/[ _]+/g, ' '),
      path,
    ]),
  );
}

const json = (path: string) => recordOf(JSON.parse(readFileSync(path, 'utf8'))) ?? {};
const kindsOf = ({ nodes }: FlowGraph) => {
  const counts: Record<string, number> = { action: 0, condition: 0, operator: 0, asset: 0 };
  for (const { kind } of nodes.values()) if (kind in counts) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};
/** What leads where, by the ids that both forms have. */
const stepsOf = ({ edges }: FlowGraph) =>
  edges
    .filter(({ via }) => ['effect', 'true', 'false', 'asset'].includes(via))
    .map(({ from, to, via }) => `${from.replace(/^.*--/, '')} ${via} ${to.replace(/^.*--/, '')}`)
    .sort();

const forms: readonly (readonly [Form, string])[] = [
  ['attack-flow', 'attack-flow/stix'],
  ['attack-flow', 'attack-flow/afb-v3'],
  ['msel', 'msel'],
  ['openaev', 'openaev'],
  ['cexf', 'cexf'],
];
const files = forms.flatMap(([form, part]) =>
  thirdParty(part).map((path) => ({ form, path, name: `${part}/${basename(path)}` })),
);

describe.skipIf(!hasThirdParty)('files of others', () => {
  test.each([...flows('attack-flow/afb-v3').keys()])(
    '[IO1] %s: the builder’s file and the STIX bundle agree',
    (name) => {
      const builder = readBuilderFlow(
        json(flows('attack-flow/afb-v3').get(name) ?? ''),
        new Findings(),
      );
      const stix = readStixFlow(json(flows('attack-flow/stix').get(name) ?? ''), new Findings());
      expect(kindsOf(builder)).toEqual(kindsOf(stix));
      expect(stepsOf(builder)).toEqual(stepsOf(stix));
      expect([builder.name, builder.description]).toEqual([stix.name, stix.description]);
    },
  );

  test.each(files)('[IO2] $name becomes a draft that plays to its end', async ({ form, path }) => {
    const result = await importFile(form, path);
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const drill = playToEnd(loaded(result));
    expect(drill.state.lifecycle.stage).toBe('ended');
    expect(drill.state.quarantine).toBeNull();
    const waiting = loaded(result).injects.filter(({ id }) => !released(drill).includes(id));
    // Only what a controller turns, and what lies on a way that is not taken, has not come.
    const told = result.findings.filter(
      ({ code }) => code === 'attack-flow/only-by-control',
    ).length;
    expect(waiting.filter(({ release }) => release.kind !== 'deck')).toHaveLength(told);
  });

  test.each(files)('[IO16] nothing of $name is dropped without a word', async ({ form, path }) => {
    const result = await importFile(form, path);
    const kept = plain(JSON.stringify([result.scenario, result.findings]));
    const lost = (await textsOfFile(path)).filter(
      (text) => !kept.includes(plain(JSON.stringify(text).slice(1, -1)).slice(0, 60)),
    );
    expect(lost).toEqual([]);
  });

  test.each([
    ['msel/t3sf-example.json', { injects: 12, teams: 6 }],
    ['msel/blueprint-export.xlsx', { injects: 2, teams: 1 }],
    ['msel/openaev-chronogram-1.xlsx', { rows: 3, injects: 2, teams: 2 }],
    ['msel/openaev-chronogram-4.xlsx', { rows: 5, injects: 4, teams: 2, phases: 4 }],
    ['openaev/import-data.json', { injects: 0, teams: 1, organizations: 1 }],
    ['cexf/flubot-malware.json', { injects: 9, flow: 9 }],
    ['cexf/misp-01.json', { injects: 2, payloads: 2, criteria: 6 }],
    ['cexf/spearphishing-incident.json', { injects: 9, flow: 9 }],
  ])('[IO10] %s has as much as its makers put in', async (name, counts) => {
    const file = files.find((one) => one.name === name);
    const result = await importFile(file?.form ?? 'msel', file?.path ?? '');
    expect(result.counts).toMatchObject(counts);
  });

  test('[IO9] the chronograms keep their days and hours', async () => {
    const file = files.find(({ name }) => name === 'msel/openaev-chronogram-4.xlsx');
    const { phases } = loaded(await importFile('msel', file?.path ?? ''));
    expect(phases.map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-30T00:00:00+08:00',
      '2026-12-01T09:00:00+08:00',
      '2026-12-02T09:00:00+08:00',
      '2026-12-04T09:05:00+08:00',
    ]);
  });

  test('[IO10] polls become decisions, and pictures stay where they are', async () => {
    const file = files.find(({ name }) => name === 'msel/t3sf-example.json');
    const result = await importFile('msel', file?.path ?? '');
    const decisions = loaded(result).injects.filter(({ kind }) => kind === 'decision');
    expect(decisions.map(({ choices }) => choices?.map(({ label }) => label))).toEqual([
      ['MIT', 'GPL'],
      ['Pay the ransom', 'Don’t pay it'],
    ]);
    expect(codes(result)).toContain('import/outside-address');
  });
});

async function textsOfFile(path: string): Promise<string[]> {
  if (path.endsWith('.xlsx')) {
    const { rows } = await readTable(readFileSync(path), path, {}, new Findings());
    const [first = [], ...others] = rows;
    const isHeading = first.includes('Title');
    return (isHeading ? others : rows).flat().flatMap((cell) => textsIn(cell));
  }
  const raw = JSON.parse(readFileSync(path, 'utf8'));
  if (!path.endsWith('.afb')) return textsIn(raw);
  return listOf(recordOf(raw), 'objects').flatMap((piece) =>
    pairTexts(fieldOf(recordOf(piece), 'properties')),
  );
}

/** A builder's properties: pairs of a name and a value, which may be pairs again. */
function pairTexts(value: unknown, key = ''): string[] {
  if (!Array.isArray(value)) return textsIn(value, key);
  return value.flatMap((entry) =>
    Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string'
      ? pairTexts(entry[1], entry[0])
      : pairTexts(entry, key),
  );
}

/** Texts long enough to mean something; ids and references are made anew. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    const isMachinery =
      /(^id$|uuid|_refs?$|^(created|modified|type|spec_version|extension_type|relationship_type|schema|identity_class|operator)$|_id$|^team_users|^user_|_tags$|^team_organization|color|^contact_information$|^total_duration$|^content$)/.test(
        key,
      );
    return isMachinery || value.trim().length < 4
      ? []
      : value.split('|').filter((part) => part.trim().length > 3);
  }
  if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, key));
  const record = recordOf(value);
  if (record === null || isMachineryObject(record)) return [];
  return Object.entries(record).flatMap(([inner, entry]) => [
    ...(inner.startsWith('.') ? [inner] : []),
    ...textsIn(entry, inner),
  ]);
}

function isMachineryObject({ type, id }: Record<string, unknown>): boolean {
  return (
    type === 'extension-definition' ||
    id === 'identity--fb9c968a-745b-4ade-9b25-c324172197f4' ||
    id === 'identity--d673f8cb-c168-42da-8ed4-0cb26725f86c'
  );
}

/** Texts compared without what laying them out may change. */
function plain(text: string): string {
  return text.replace(/\\+[nrt"]|[\s\\"]+/g, '');
}
