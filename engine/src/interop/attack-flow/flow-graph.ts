/** An Attack Flow, whichever form it was read from: what stands in it and how it hangs together. */

import type { TlpLabel } from '../../scenario/sharing-schema.js';
import type { Findings } from '../finding.js';

export type FlowKind = 'action' | 'condition' | 'operator' | 'asset' | 'other';

export interface FlowNode {
  readonly id: string;
  readonly kind: FlowKind;
  /** As STIX names it: "attack-action", "tool". */
  readonly type: string;
  /** Where it stands in the file: "objects[12] (attack-action--…)". */
  readonly where: string;
  readonly name: string;
  readonly description: string;
  /** As it was written: "T1218/011", "N/A", or several. Empty for none. */
  readonly technique: string;
  readonly operator: 'AND' | 'OR' | null;
  /** Unix time in ms at which the action began. Dates of 1970 mean times since the beginning. */
  readonly startMs: number | null;
  /** Its own TLP label, where it has one. */
  readonly tlp: TlpLabel | null;
  /** What else is said of it, by name, for controllers. */
  readonly more: readonly (readonly [name: string, value: string])[];
}

/**
 * effect, true, false: what comes next, `true` and `false` out of a condition. asset: the action
 * concerns it. object: what an asset is or stands on. command: what an action ran. related: the rest.
 */
export type FlowVia = 'effect' | 'true' | 'false' | 'asset' | 'object' | 'command' | 'related';

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly via: FlowVia;
}

export interface FlowGraph {
  readonly name: string;
  readonly description: string;
  /** Author, scope, references and the like, for the summary that staff read. */
  readonly about: readonly string[];
  /** TLP label of the flow, where it has a marking. */
  readonly tlp: TlpLabel | null;
  /** Where the file says that it begins; null for a form that does not say. */
  readonly startRefs: readonly string[] | null;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly edges: readonly FlowEdge[];
}

export function isFlowKind(kind: FlowKind): boolean {
  return kind === 'action' || kind === 'condition' || kind === 'operator';
}

/** A name for messages and titles, whatever the node has of one. */
export function nameOf(node: FlowNode): string {
  return node.name || node.technique || node.description || node.operator || node.type;
}

export function ofKind(graph: FlowGraph, kind: FlowKind): FlowNode[] {
  return [...graph.nodes.values()].filter((node) => node.kind === kind);
}

/** Unix time in ms of an ISO date, null where it is none. A date without a zone counts as UTC. */
export function timeOf(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const withZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(text.slice(10)) ? text : `${text}Z`;
  const ms = Date.parse(text.length > 10 ? withZone : text);
  return Number.isFinite(ms) ? ms : null;
}

/** How to reach the author is no matter of a drill. Finding: `attack-flow/contact-left-out`. */
export function tellContact(contact: string | null, findings: Findings): void {
  if (contact === null) return;
  findings.note(
    'attack-flow/contact-left-out',
    '',
    'it says how to reach the author',
    'that was left out: a scenario names no persons to write to',
  );
}
