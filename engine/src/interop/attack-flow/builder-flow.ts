/**
 * Reads an Attack Flow from a file of the Attack Flow Builder (".afb"): its third form, whose blocks
 * have anchors by angle, and the one before, where everything has a template and children.
 */
import type { Findings } from '../finding.js';
import { importLimits } from '../import-limits.js';

import {
  describeValue,
  fieldOf,
  type JsonRecord,
  listOf,
  recordOf,
  scalarText,
  textsIn,
} from '../json-shape.js';
import { readLines } from './builder-lines.js';
import { anchorTemplates, isLine, type Piece, readPieces } from './builder-pieces.js';
import { type FlowGraph, type FlowKind, type FlowNode, tellContact, timeOf } from './flow-graph.js';

const pageTemplates = new Set(['flow', 'attack_flow_page', '@__builtin__page']);
const kinds: Readonly<Record<string, FlowKind>> = {
  action: 'action',
  condition: 'condition',
  asset: 'asset',
  AND_operator: 'operator',
  OR_operator: 'operator',
  and: 'operator',
  or: 'operator',
};
/** Names that STIX writes otherwise than the builder. */
const stixTypes: Readonly<Record<string, string>> = {
  action: 'attack-action',
  condition: 'attack-condition',
  asset: 'attack-asset',
  AND_operator: 'attack-operator',
  OR_operator: 'attack-operator',
  and: 'attack-operator',
  or: 'attack-operator',
  email_address: 'email-addr',
};
const told = new Set([
  'name',
  'description',
  'content',
  'abstract',
  'technique_id',
  'technique_ref',
  'tactic_ref',
  'execution_start',
  'ttp',
  'text',
  'operator',
]);

export function isBuilderFile(raw: JsonRecord): boolean {
  const schema = fieldOf(raw, 'schema');
  const isNew = typeof schema === 'string' && schema.startsWith('attack_flow');
  const isOld = recordOf(schema) !== null || fieldOf(raw, 'version') !== undefined;
  return Array.isArray(fieldOf(raw, 'objects')) && (isNew || isOld);
}

/**
 * Findings: `attack-flow/too-many-objects`, `attack-flow/not-an-object`, `attack-flow/object-without-id`,
 * `attack-flow/duplicate-id`, `attack-flow/no-flow`, `attack-flow/loose-line`, `attack-flow/contact-left-out`.
 */
export function readBuilderFlow(raw: JsonRecord, findings: Findings): FlowGraph {
  const objects = listOf(raw, 'objects');
  if (objects.length > importLimits.flowObjects) {
    findings.error(
      'attack-flow/too-many-objects',
      'objects',
      `${objects.length} objects; at most ${importLimits.flowObjects} are read`,
    );
  }
  const pieces = readPieces(objects.slice(0, importLimits.flowObjects), findings);
  const page = [...pieces.values()].find(({ template }) => pageTemplates.has(template));
  if (page === undefined) {
    findings.warn('attack-flow/no-flow', 'objects', 'no page', 'it goes without name and author');
  }
  const nodes = new Map<string, FlowNode>();
  for (const piece of pieces.values()) {
    if (isBlock(piece, pieces)) nodes.set(piece.id, toNode(piece));
  }
  const properties = page === undefined ? new Map<string, unknown>() : propertiesOf(page.record);
  return {
    name: scalarText(properties.get('name')) ?? '',
    description: scalarText(properties.get('description')) ?? '',
    about: aboutPage(properties, findings),
    tlp: null,
    startRefs: null,
    nodes,
    edges: readLines(pieces, nodes, findings),
  };
}

function isBlock({ template, record }: Piece, pieces: ReadonlyMap<string, Piece>): boolean {
  if (kinds[template] !== undefined) return true;
  if (pageTemplates.has(template) || anchorTemplates.has(template) || isLine(record, template)) {
    return false;
  }
  if (recordOf(fieldOf(record, 'anchors')) !== null) return true;
  const children = textsIn(fieldOf(record, 'children'));
  return children.some((id) => anchorTemplates.has(pieces.get(id)?.template ?? ''));
}

/** Property lists are pairs of name and value; a list's entries have keys of their own. */
function propertiesOf(record: JsonRecord): Map<string, unknown> {
  return new Map(
    listOf(record, 'properties').flatMap((pair) =>
      Array.isArray(pair) && typeof pair[0] === 'string' ? [[pair[0], pair[1]] as const] : [],
    ),
  );
}

/** Pairs inside a property: `[["tactic", "TA0001"], ["technique", "T1078"]]`. */
function innerOf(value: unknown): Map<string, unknown> {
  const record: JsonRecord = { properties: value };
  return propertiesOf(record);
}

function toNode({ id, template, where, record }: Piece): FlowNode {
  const kind = kinds[template] ?? 'other';
  const properties = propertiesOf(record);
  const text = (key: string) => scalarText(properties.get(key))?.trim() ?? '';
  const written = text('operator') || text('text') || template;
  return {
    id,
    kind,
    type: stixTypes[template] ?? template.replaceAll('_', '-'),
    where,
    name: text('name') || text('abstract'),
    description: text('description') || text('content'),
    technique: kind === 'action' ? techniqueOf(properties) : '',
    operator: kind === 'operator' ? (/^and/i.test(written) ? 'AND' : 'OR') : null,
    startMs: timeOf(text('execution_start') || null),
    tlp: null,
    more: [...properties].flatMap(([key, value]) => {
      if (told.has(key)) return [];
      const shown = describeProperty(value);
      return shown === null ? [] : [[key, shown] as const];
    }),
  };
}

/** Old files have technique ids in the tactic's place. */
function techniqueOf(properties: ReadonlyMap<string, unknown>): string {
  const chosen = innerOf(properties.get('ttp')).get('technique');
  const tactic = scalarText(properties.get('tactic_id')) ?? '';
  return (
    scalarText(chosen) ??
    scalarText(properties.get('technique_id')) ??
    (/^T\d{4}/i.test(tactic.trim()) ? tactic : '')
  ).trim();
}

/** Lists are pairs of a key and an entry; keys are hashes that tell nobody anything. */
function describeProperty(value: unknown): string | null {
  if (!Array.isArray(value)) {
    const text = scalarText(value);
    return text !== null && /^[0-9a-f]{32}$/.test(text) ? null : text;
  }
  const parts = value.flatMap((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) return describeValue(pair) ?? [];
    const inner = describeProperty(pair[1]);
    if (inner === null) return [];
    return /^[0-9a-f]{16,}$/.test(String(pair[0])) ? inner : `${String(pair[0])}: ${inner}`;
  });
  return parts.length === 0 ? null : parts.join(', ');
}

function aboutPage(properties: ReadonlyMap<string, unknown>, findings: Findings): string[] {
  const about = innerOf(properties.get('author'));
  const author = scalarText(about.get('name'));
  tellContact(scalarText(about.get('contact_information')), findings);
  const scope = describeProperty(properties.get('scope'));
  const references = Array.isArray(properties.get('external_references'))
    ? (properties.get('external_references') as unknown[])
    : [];
  return [
    ...(author === null ? [] : [`Author: ${author}`]),
    ...(scope === null ? [] : [`Scope: ${scope}`]),
    ...references.flatMap((pair) => {
      const entry = innerOf(Array.isArray(pair) ? pair[1] : null);
      const parts = ['source_name', 'description', 'url'].map((key) => scalarText(entry.get(key)));
      const line = parts.flatMap((part) => part?.trim() ?? []).join(' — ');
      return line === '' ? [] : [`Reference: ${line}`];
    }),
  ];
}
