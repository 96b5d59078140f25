/** The steps of an Attack Flow in an order without a circle, and how deep each stands. */
import { type Findings, quote } from '../finding.js';
import { type FlowEdge, type FlowGraph, type FlowNode, isFlowKind, nameOf } from './flow-graph.js';

export interface FlowOrder {
  /** Actions, conditions and operators, each after all that lead to it. */
  readonly steps: readonly FlowNode[];
  /** What leads to each step, without what closes a circle. */
  readonly incoming: ReadonlyMap<string, readonly FlowEdge[]>;
  /** Where each step leads. */
  readonly outgoing: ReadonlyMap<string, readonly FlowEdge[]>;
  /** Actions that lie before each step on the longest way to it. */
  readonly depth: ReadonlyMap<string, number>;
}

/**
 * Findings: `attack-flow/step-to-itself`, `attack-flow/circle`, `attack-flow/start-missing`,
 * `attack-flow/start-not-first`, `attack-flow/start-unknown`, `attack-flow/start-is-condition`.
 */
export function orderFlow(graph: FlowGraph, findings: Findings): FlowOrder {
  const steps = [...graph.nodes.values()].filter(({ kind }) => isFlowKind(kind));
  const edges = stepEdges(graph, findings);
  const starts = new Set(graph.startRefs ?? []);
  const hasIncoming = new Set(edges.map(({ to }) => to));
  // Where the flow is said to begin comes first, then what nothing leads to, then circles.
  const rank = ({ id }: FlowNode) => (hasIncoming.has(id) ? (starts.has(id) ? 1 : 2) : 0);
  const entries = [...steps].sort((a, b) => rank(a) - rank(b));
  const kept = withoutCircles(graph, entries, edges, findings);
  const sorted = inOrder(steps, kept);
  if (graph.startRefs !== null) checkStarts(graph, graph.startRefs, steps, hasIncoming, findings);
  const incoming = groupBy(kept, ({ to }) => to);
  const depth = new Map<string, number>();
  for (const { id } of sorted) {
    const before = (incoming.get(id) ?? []).map(({ from }) => {
      const isAction = graph.nodes.get(from)?.kind === 'action';
      return (depth.get(from) ?? 0) + (isAction ? 1 : 0);
    });
    depth.set(
      id,
      before.reduce((a, b) => Math.max(a, b), 0),
    );
  }
  return { steps: sorted, incoming, outgoing: groupBy(kept, ({ from }) => from), depth };
}

function stepEdges(graph: FlowGraph, findings: Findings): FlowEdge[] {
  const seen = new Set<string>();
  return graph.edges.filter(({ from, to, via }) => {
    if (via !== 'effect' && via !== 'true' && via !== 'false') return false;
    const key = `${from} ${via} ${to}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const [source, target] = [graph.nodes.get(from), graph.nodes.get(to)];
    if (source === undefined || target === undefined) return false;
    if (from === to) {
      findings.warn(
        'attack-flow/step-to-itself',
        source.where,
        `${quote(nameOf(source))} leads to itself`,
        'that way was left out: an inject goes out once',
      );
      return false;
    }
    return isFlowKind(source.kind) && isFlowKind(target.kind);
  });
}

/** Without what closes a circle. Depth first without recursion, for a chain may be thousands long. */
function withoutCircles(
  graph: FlowGraph,
  entries: readonly FlowNode[],
  edges: readonly FlowEdge[],
  findings: Findings,
): FlowEdge[] {
  const outgoing = groupBy(edges, ({ from }) => from);
  const done = new Set<string>();
  const open = new Set<string>();
  const dropped = new Set<FlowEdge>();
  for (const entry of entries) {
    if (done.has(entry.id)) continue;
    const path = [{ node: entry, rest: [...(outgoing.get(entry.id) ?? [])] }];
    open.add(entry.id);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = top.rest.pop();
      if (edge === undefined) {
        path.pop();
        open.delete(top.node.id);
        done.add(top.node.id);
        continue;
      }
      const next = graph.nodes.get(edge.to);
      if (next === undefined || done.has(edge.to)) continue;
      if (open.has(edge.to)) {
        dropped.add(edge);
        findings.warn(
          'attack-flow/circle',
          top.node.where,
          `${quote(nameOf(top.node))} leads back to ${quote(nameOf(next))}`,
          'that way was left out: an inject goes out once',
        );
        continue;
      }
      open.add(edge.to);
      path.push({ node: next, rest: [...(outgoing.get(edge.to) ?? [])] });
    }
  }
  return edges.filter((edge) => !dropped.has(edge));
}

/** Each step after all that lead to it, else as they stand in the file. */
function inOrder(steps: readonly FlowNode[], edges: readonly FlowEdge[]): FlowNode[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const outgoing = groupBy(edges, ({ from }) => from);
  const waiting = new Map(steps.map(({ id }) => [id, 0]));
  for (const { to } of edges) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const sorted = steps.filter(({ id }) => waiting.get(id) === 0);
  // Grows while it is walked.
  for (const { id } of sorted) {
    for (const { to } of outgoing.get(id) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      const next = byId.get(to);
      if (left === 0 && next !== undefined) sorted.push(next);
    }
  }
  return sorted;
}

function checkStarts(
  graph: FlowGraph,
  startRefs: readonly string[],
  steps: readonly FlowNode[],
  hasIncoming: ReadonlySet<string>,
  findings: Findings,
): void {
  const starts = new Set(startRefs);
  const forgotten = steps.filter(({ id, kind }) => {
    return kind !== 'operator' && !hasIncoming.has(id) && !starts.has(id);
  });
  if (forgotten.length > 0) {
    const names = forgotten.slice(0, 5).map((node) => quote(nameOf(node), 40));
    findings.note(
      'attack-flow/start-missing',
      'attack-flow.start_refs',
      `nothing leads to ${forgotten.length} steps that it does not name: ${names.join(', ')}`,
      'they begin by themselves',
    );
  }
  for (const id of starts) {
    const node = graph.nodes.get(id);
    if (node === undefined) {
      findings.warn(
        'attack-flow/start-unknown',
        'attack-flow.start_refs',
        `${quote(id)} is not in the file`,
        'it was left out',
      );
    } else if (node.kind !== 'action') {
      findings.note(
        'attack-flow/start-is-condition',
        node.where,
        `the flow begins with ${node.kind} ${quote(nameOf(node))}`,
        'what follows from it begins by itself',
      );
    } else if (hasIncoming.has(id)) {
      findings.note(
        'attack-flow/start-not-first',
        node.where,
        `the flow begins with ${quote(nameOf(node))}, but other steps lead to it`,
        'it follows those steps',
      );
    }
  }
}

function groupBy(
  edges: readonly FlowEdge[],
  key: (edge: FlowEdge) => string,
): Map<string, FlowEdge[]> {
  const groups = new Map<string, FlowEdge[]>();
  for (const edge of edges) {
    const group = groups.get(key(edge));
    if (group === undefined) groups.set(key(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}
