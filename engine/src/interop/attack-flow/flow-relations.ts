/** What an Attack Flow says around its actions: tools, notes, actors. It goes to controllers. */
import { cleanText, isBlank } from '../clean-text.js';
import type { Draft } from '../draft.js';
import { quote } from '../finding.js';
import { type FlowGraph, type FlowNode, nameOf } from './flow-graph.js';

/** Already in the summary, where staff read it. */
const inSummary = new Set(['threat-actor', 'campaign', 'intrusion-set']);

/**
 * Lines for each action's notes, by the action's id. What hangs on no action is told.
 * Findings: `attack-flow/command-left-out`, `attack-flow/unrelated-object`.
 */
export function describeRelations(graph: FlowGraph, draft: Draft): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  const used = new Set<string>();
  const tell = (action: string, other: FlowNode, line: string) => {
    used.add(other.id);
    const known = lines.get(action) ?? [];
    if (!known.includes(line)) lines.set(action, [...known, line]);
  };
  for (const { from, to, via } of graph.edges) {
    const [source, target] = [graph.nodes.get(from), graph.nodes.get(to)];
    if (source === undefined || target === undefined) continue;
    if (via === 'command') {
      used.add(target.id);
      tellCommand(source, target, draft);
      continue;
    }
    if (via !== 'related') continue;
    if (source.kind === 'action' && target.kind === 'other')
      tell(from, target, lineOf(target, draft));
    if (target.kind === 'action' && source.kind === 'other')
      tell(to, source, lineOf(source, draft));
  }
  for (const node of graph.nodes.values()) {
    if (node.kind !== 'other' || used.has(node.id) || inSummary.has(node.type)) continue;
    if (node.type === 'identity') continue;
    draft.findings.note(
      'attack-flow/unrelated-object',
      node.where,
      `${node.type} ${quote(nameOf(node))} hangs on no action`,
      'it was left out',
    );
  }
  return lines;
}

function lineOf(node: FlowNode, { findings }: Draft): string {
  const more = node.more.map(([key, value]) => `${key} ${value}`).join('; ');
  const description = nameOf(node) === node.description ? '' : node.description;
  const parts = [`${node.type}: ${nameOf(node)}`, description, more].filter(
    (part) => !isBlank(part),
  );
  return cleanText([...new Set(parts)].join(' — '), node.where, findings);
}

/** A drill tests decisions; commands that work stay out of it. */
function tellCommand(action: FlowNode, command: FlowNode, { findings }: Draft): void {
  const line = command.more.find(([key]) => key === 'command_line')?.[1] ?? nameOf(command);
  findings.warn(
    'attack-flow/command-left-out',
    command.where,
    `${quote(nameOf(action))} ran ${quote(line, 200)}`,
    'it was left out: a scenario holds no working commands',
  );
}
