/** The assets of an Attack Flow: what stands on what, and what each action does to them. */
import { cleanTitle, isBlank } from '../clean-text.js';
import { type Draft, type InjectFile, unspecified } from '../draft.js';
import { quote } from '../finding.js';
import { type FlowGraph, type FlowNode, nameOf, ofKind } from './flow-graph.js';

type Effects = NonNullable<InjectFile['effects']>;
type Dependencies = NonNullable<NonNullable<Draft['parts']['assets'][number]['dependsOn']>>;

/** A scenario's asset feels at most so many others. */
const maxDependencies = 20;

/**
 * Adds the flow's assets. An action that concerns an asset marks it as compromised.
 * Findings: `attack-flow/asset-marked`, `attack-flow/asset-description`, `attack-flow/asset-circle`,
 * `attack-flow/asset-link`.
 */
export function addFlowAssets(
  draft: Draft,
  graph: FlowGraph,
): { readonly effects: ReadonlyMap<string, Effects> } {
  const { findings, parts } = draft;
  const assets = ofKind(graph, 'asset');
  const ids = new Map(assets.map((node) => [node.id, draft.assetIds.take(nameOf(node), 'asset')]));
  const dependencies = dependenciesOf(graph, ids, draft);
  for (const node of assets) {
    const { title } = cleanTitle(nameOf(node), `${node.where}.name`, findings);
    parts.assets.push({
      id: ids.get(node.id) ?? '',
      name: title || 'Untitled',
      party: 'participants',
      sector: unspecified,
      dependsOn: dependencies.get(node.id) ?? [],
    });
    const said = [node.description, ...node.more.map(([key, value]) => `${key}: ${value}`)].filter(
      (part) => !isBlank(part),
    );
    if (said.length === 0) continue;
    findings.note(
      'attack-flow/asset-description',
      node.where,
      quote(said.join('; '), 300),
      'an asset has no text of its own; it stands only here',
    );
  }
  const effects = new Map<string, Effects>();
  for (const { from, to, via } of graph.edges) {
    const asset = ids.get(to);
    if (via !== 'asset' || asset === undefined || graph.nodes.get(from)?.kind !== 'action')
      continue;
    const known = effects.get(from) ?? [];
    effects.set(from, [...known, { kind: 'setAsset', asset, status: 'compromised' }]);
  }
  if (effects.size > 0) {
    findings.note(
      'attack-flow/asset-marked',
      '',
      `${effects.size} actions concern assets`,
      'each marks its assets as compromised',
    );
  }
  return { effects };
}

/** An asset depends on what it is drawn on; what would close a circle is left out. */
function dependenciesOf(
  graph: FlowGraph,
  ids: ReadonlyMap<string, string>,
  { findings }: Draft,
): Map<string, Dependencies> {
  const links = new Map<string, string[]>();
  const told = (node: FlowNode, other: FlowNode) =>
    `${quote(nameOf(node))} to ${quote(nameOf(other))}`;
  for (const { from, to, via } of graph.edges) {
    const [source, target] = [graph.nodes.get(from), graph.nodes.get(to)];
    if (source?.kind !== 'asset' || target === undefined) continue;
    if (target.kind !== 'asset' || (via !== 'object' && via !== 'related')) {
      findings.note(
        'attack-flow/asset-link',
        source.where,
        `a link from ${told(source, target)}${described(target)}`,
        'it was left out',
      );
      continue;
    }
    const known = links.get(from) ?? [];
    if (known.includes(to)) continue;
    if (from === to || reaches(links, to, from) || known.length >= maxDependencies) {
      findings.warn(
        'attack-flow/asset-circle',
        source.where,
        `a link from ${told(source, target)}`,
        'it was left out: assets that hold each other down would never recover',
      );
      continue;
    }
    links.set(from, [...known, to]);
  }
  return new Map(
    [...links].map(([from, targets]) => [
      from,
      targets.map((to) => ({ asset: ids.get(to) ?? '', becomes: 'degraded' as const })),
    ]),
  );
}

/** " (user-account: account_login anna)" */
function described({ type, description, more }: FlowNode): string {
  const said = [description, ...more.map(([key, value]) => `${key} ${value}`)];
  const words = said.filter((part) => !isBlank(part)).join(', ');
  return ` (${type}${words === '' ? '' : `: ${quote(words, 200)}`})`;
}

function reaches(links: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(links.get(id) ?? []));
  }
  return false;
}
