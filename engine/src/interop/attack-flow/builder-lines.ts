/** The lines of a file of the Attack Flow Builder: which block each of them leads from and to. */
import type { Findings } from '../finding.js';
import { fieldOf, recordOf, textOf, textsIn } from '../json-shape.js';
import { isLine, type Piece } from './builder-pieces.js';
import { type FlowEdge, type FlowNode, type FlowVia, isFlowKind } from './flow-graph.js';

const latchTemplates = new Set([
  'generic_latch',
  '@__builtin__line_source',
  '@__builtin__line_target',
]);

interface End {
  readonly node: FlowNode;
  readonly via: 'true' | 'false' | null;
}

/** As the builder itself publishes them to STIX. Finding: `attack-flow/loose-line`. */
export function readLines(
  pieces: ReadonlyMap<string, Piece>,
  nodes: ReadonlyMap<string, FlowNode>,
  findings: Findings,
): FlowEdge[] {
  const ends = endsByLatch(pieces, nodes);
  const commands = new Set<string>();
  const edges: FlowEdge[] = [];
  for (const piece of pieces.values()) {
    if (!isLine(piece.record, piece.template) || latchTemplates.has(piece.template)) continue;
    const [source, target] = latchesOf(piece, pieces);
    const from = ends.get(source);
    const to = ends.get(target);
    if (from === undefined || to === undefined) {
      findings.warn(
        'attack-flow/loose-line',
        piece.where,
        `a line that ${from === undefined ? 'begins' : 'ends'} nowhere`,
        'it was left out',
      );
      continue;
    }
    const via = viaOf(from, to.node, commands);
    edges.push({ from: from.node.id, to: to.node.id, via });
  }
  return edges;
}

function latchesOf({ record }: Piece, pieces: ReadonlyMap<string, Piece>): [string, string] {
  const children = textsIn(fieldOf(record, 'children'));
  const child = (template: string) =>
    children.find((id) => pieces.get(id)?.template === template) ?? '';
  return [
    textOf(record, 'source') ?? child('@__builtin__line_source'),
    textOf(record, 'target') ?? child('@__builtin__line_target'),
  ];
}

/** Which block each end of a line is fastened to, and through which branch. */
function endsByLatch(
  pieces: ReadonlyMap<string, Piece>,
  nodes: ReadonlyMap<string, FlowNode>,
): Map<string, End> {
  const ends = new Map<string, End>();
  for (const node of nodes.values()) {
    const record = pieces.get(node.id)?.record ?? null;
    const anchors = recordOf(fieldOf(record, 'anchors'));
    const fastened: (readonly [string, string])[] = [
      ...Object.entries(anchors ?? {}).flatMap(([place, id]) =>
        typeof id === 'string' ? [[place, id] as const] : [],
      ),
      ...textsIn(fieldOf(record, 'children')).map((id) => ['', id] as const),
    ];
    for (const [place, anchorId] of fastened) {
      const anchor = pieces.get(anchorId);
      const via = branchOf(place, anchor?.template ?? '');
      const latches = [
        ...textsIn(fieldOf(anchor?.record ?? null, 'latches')),
        ...textsIn(fieldOf(anchor?.record ?? null, 'children')),
      ];
      for (const latch of latches) ends.set(latch, { node, via });
    }
  }
  return ends;
}

function branchOf(place: string, template: string): End['via'] {
  if (place === 'branch:True' || template === 'true_anchor') return 'true';
  if (place === 'branch:False' || template === 'false_anchor') return 'false';
  return null;
}

/** As the builder itself publishes a line to STIX. */
function viaOf({ node, via }: End, to: FlowNode, commands: Set<string>): FlowVia {
  if (node.kind === 'asset') return 'object';
  if (node.kind === 'action') {
    if (to.kind === 'asset') return 'asset';
    if (to.type === 'process' && !commands.has(node.id)) {
      commands.add(node.id);
      return 'command';
    }
  }
  if (!isFlowKind(node.kind) || !isFlowKind(to.kind)) return 'related';
  return node.kind === 'condition' ? (via ?? 'related') : 'effect';
}
