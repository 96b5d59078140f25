/** Reads an Attack Flow from a STIX 2.1 bundle. */

import { narrowness } from '../../scenario/sharing-schema.js';
import { type Findings, quote } from '../finding.js';
import { importLimits } from '../import-limits.js';
import {
  describeValue,
  fieldOf,
  type JsonRecord,
  listOf,
  recordOf,
  textOf,
  textsIn,
} from '../json-shape.js';
import {
  type FlowEdge,
  type FlowGraph,
  type FlowKind,
  type FlowNode,
  type FlowVia,
  isFlowKind,
  tellContact,
  timeOf,
} from './flow-graph.js';

const kinds: Readonly<Record<string, FlowKind>> = {
  'attack-action': 'action',
  'attack-condition': 'condition',
  'attack-operator': 'operator',
  'attack-asset': 'asset',
};

/** What every object has and nobody misses in a drill. */
const housekeeping = new Set(
  'type id spec_version created modified created_by_ref extensions object_marking_refs granular_markings revoked lang defanged is_family technique_ref tactic_ref name description content abstract technique_id operator execution_start start_refs schema version'.split(
    ' ',
  ),
);

/** TLP markings by their ids in STIX, those of TLP 1.0 among them (white is CLEAR now). */
const markings: Readonly<Record<string, FlowGraph['tlp']>> = {
  'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487': 'CLEAR',
  'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb': 'GREEN',
  'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421': 'AMBER',
  'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003': 'AMBER+STRICT',
  'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1': 'RED',
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'CLEAR',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'GREEN',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'AMBER',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'RED',
};

/** References with a meaning of their own. All other "…_ref" and "…_refs" are `related`. */
const knownRefs: Readonly<Record<string, FlowVia>> = {
  effect_refs: 'effect',
  on_true_refs: 'true',
  on_false_refs: 'false',
  asset_refs: 'asset',
  object_ref: 'object',
  command_ref: 'command',
};

export function isStixBundle(raw: JsonRecord): boolean {
  return fieldOf(raw, 'type') === 'bundle' && Array.isArray(fieldOf(raw, 'objects'));
}

/**
 * Findings: `attack-flow/too-many-objects`, `attack-flow/not-an-object`, `attack-flow/object-without-id`,
 * `attack-flow/duplicate-id`, `attack-flow/several-flows`, `attack-flow/no-flow`,
 * `attack-flow/dangling-reference`, `attack-flow/contact-left-out`.
 */
export function readStixFlow(raw: JsonRecord, findings: Findings): FlowGraph {
  const objects = listOf(raw, 'objects');
  if (objects.length > importLimits.flowObjects) {
    findings.error(
      'attack-flow/too-many-objects',
      'objects',
      `${objects.length} objects; at most ${importLimits.flowObjects} are read`,
    );
  }
  const read = readObjects(objects.slice(0, importLimits.flowObjects), findings);
  const flows = [...read.values()].filter(({ record }) => textOf(record, 'type') === 'attack-flow');
  const flow = flows[0]?.record ?? null;
  if (flow === null) {
    findings.warn(
      'attack-flow/no-flow',
      'objects',
      'no object of the type "attack-flow"',
      'it goes without name, author and beginnings',
    );
  }
  if (flows.length > 1) {
    findings.warn(
      'attack-flow/several-flows',
      'objects',
      `${flows.length} objects of the type "attack-flow"`,
      'all actions became one scenario, named after the first flow',
    );
  }
  const authors = new Set(
    [...read.values()].flatMap(({ record }) => textOf(record, 'created_by_ref') ?? []),
  );
  const nodes = new Map<string, FlowNode>();
  for (const [id, { record, where }] of read) {
    const type = textOf(record, 'type') ?? 'object';
    if (skippedTypes.has(type) || authors.has(id)) continue;
    nodes.set(id, toNode(id, type, record, where));
  }
  return {
    name: textOf(flow, 'name') ?? '',
    description: textOf(flow, 'description') ?? '',
    about: aboutFlow(flow, read, findings),
    tlp: markingOf(flow),
    startRefs: textsIn(fieldOf(flow, 'start_refs')),
    nodes,
    edges: [...read].flatMap(([id, entry]) => edgesOf(id, entry, nodes, findings)),
  };
}

const skippedTypes = new Set([
  'attack-flow',
  'extension-definition',
  'marking-definition',
  'relationship',
]);

interface ReadObject {
  readonly record: JsonRecord;
  readonly where: string;
}

/** By id. Of objects with one id the one modified last is kept. */
function readObjects(objects: readonly unknown[], findings: Findings): Map<string, ReadObject> {
  const read = new Map<string, ReadObject>();
  objects.forEach((value, index) => {
    const record = recordOf(value);
    if (record === null) {
      findings.warn(
        'attack-flow/not-an-object',
        `objects[${index}]`,
        'it is no object',
        'it was left out',
      );
      return;
    }
    const id = textOf(record, 'id');
    const where = `objects[${index}]${id === null ? '' : ` (${id.slice(0, 80)})`}`;
    if (id === null) {
      const type = textOf(record, 'type') ?? 'an object';
      findings.warn(
        'attack-flow/object-without-id',
        where,
        quote(type),
        'it was kept; nothing can lead to it',
      );
    }
    const key = id ?? `objects[${index}]`;
    const earlier = read.get(key);
    if (earlier === undefined) {
      read.set(key, { record, where });
      return;
    }
    const isNewer = (textOf(record, 'modified') ?? '') > (textOf(earlier.record, 'modified') ?? '');
    findings.warn(
      'attack-flow/duplicate-id',
      where,
      `the same id as ${earlier.where}`,
      `the ${isNewer ? 'later' : 'earlier'} one was kept`,
    );
    if (isNewer) read.set(key, { record, where });
  });
  return read;
}

function toNode(id: string, type: string, record: JsonRecord, where: string): FlowNode {
  const kind = kinds[type] ?? 'other';
  const operator = textOf(record, 'operator')?.toUpperCase();
  return {
    id,
    kind,
    type,
    where,
    name: textOf(record, 'name') ?? textOf(record, 'abstract') ?? '',
    description: textOf(record, 'description') ?? textOf(record, 'content') ?? '',
    technique: kind === 'action' ? (textOf(record, 'technique_id') ?? '') : '',
    operator: kind === 'operator' ? (operator === 'AND' ? 'AND' : 'OR') : null,
    startMs: timeOf(textOf(record, 'execution_start')),
    tlp: markingOf(record),
    more: Object.entries(record).flatMap(([key, value]) => {
      if (housekeeping.has(key) || /_refs?$/.test(key)) return [];
      const text = describeValue(value);
      return text === null ? [] : [[key, text] as const];
    }),
  };
}

/** The narrowest of its TLP markings. */
function markingOf(record: JsonRecord | null): FlowGraph['tlp'] {
  const labels = textsIn(fieldOf(record, 'object_marking_refs')).flatMap((ref) =>
    Object.hasOwn(markings, ref) ? (markings[ref] ?? []) : [],
  );
  return labels.reduce<FlowGraph['tlp']>(
    (narrowest, label) =>
      narrowest === null || narrowness(label) > narrowness(narrowest) ? label : narrowest,
    null,
  );
}

function edgesOf(
  id: string,
  { record, where }: ReadObject,
  nodes: ReadonlyMap<string, FlowNode>,
  findings: Findings,
): FlowEdge[] {
  if (textOf(record, 'type') === 'relationship') {
    const from = textOf(record, 'source_ref') ?? '';
    const to = textOf(record, 'target_ref') ?? '';
    if (nodes.has(from) && nodes.has(to)) return [{ from, to, via: 'related' }];
    findings.warn(
      'attack-flow/dangling-reference',
      where,
      `a relationship from ${quote(from)} to ${quote(to)}, which are not both in the file`,
      'it was left out',
    );
    return [];
  }
  if (!nodes.has(id)) return [];
  return Object.entries(record).flatMap(([key, value]) => {
    if (!/_refs?$/.test(key) || housekeeping.has(key)) return [];
    return textsIn(value).flatMap((to): FlowEdge[] => {
      const target = nodes.get(to);
      if (target === undefined) {
        findings.warn(
          'attack-flow/dangling-reference',
          `${where}.${key}`,
          `${quote(to)} is not in the file`,
          'it was left out',
        );
        return [];
      }
      return [{ from: id, to, via: viaOf(key, target) }];
    });
  });
}

/** An effect that is no step is a link: some tools put assets there. */
function viaOf(key: string, target: FlowNode): FlowVia {
  const via = knownRefs[key] ?? 'related';
  if ((via === 'effect' || via === 'true' || via === 'false') && !isFlowKind(target.kind)) {
    return target.kind === 'asset' ? 'asset' : 'related';
  }
  return via;
}

function aboutFlow(
  flow: JsonRecord | null,
  read: ReadonlyMap<string, ReadObject>,
  findings: Findings,
): string[] {
  const author = read.get(textOf(flow, 'created_by_ref') ?? '')?.record ?? null;
  tellContact(textOf(author, 'contact_information'), findings);
  const about = [
    textOf(author, 'name') && `Author: ${textOf(author, 'name')}`,
    textOf(flow, 'scope') && `Scope: ${textOf(flow, 'scope')}`,
  ].filter((line): line is string => typeof line === 'string');
  for (const value of listOf(flow, 'external_references')) {
    const record = recordOf(value);
    const parts = [
      textOf(record, 'source_name'),
      textOf(record, 'description'),
      textOf(record, 'url'),
    ];
    const line = parts.flatMap((part) => part?.trim() ?? []).join(' — ');
    if (line !== '') about.push(`Reference: ${line}`);
  }
  return about;
}
