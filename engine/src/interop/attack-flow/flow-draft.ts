/** From an Attack Flow to a draft scenario: its actions are the events, its joins their triggers. */
import { scenarioLimits } from '../../scenario/limits.js';
import { techniqueIds } from '../attack-ids.js';
import { cleanText, cleanTitle, isBlank } from '../clean-text.js';
import {
  banner,
  Draft,
  type DraftInject,
  type ImportResult,
  type ImportSettings,
} from '../draft.js';
import { quote } from '../finding.js';
import { recordOf } from '../json-shape.js';
import { momentAfter, roundMinutes } from '../play-times.js';
import { isBuilderFile, readBuilderFlow } from './builder-flow.js';
import { addFlowAssets } from './flow-assets.js';
import { type FlowGraph, type FlowKind, type FlowNode, nameOf, ofKind } from './flow-graph.js';
import { joinFlow } from './flow-joins.js';
import { orderFlow } from './flow-order.js';
import { describeRelations } from './flow-relations.js';
import { timeFlow } from './flow-times.js';
import { FlowTriggers } from './flow-triggers.js';
import { isStixBundle, readStixFlow } from './stix-flow.js';

/** A condition that control can turn takes two milestones, and an inject. */
const mostConditions = scenarioLimits.milestones / 2;
/** What a flow may hold, so that the draft can. */
const most: Partial<Record<FlowKind, number>> = {
  action: scenarioLimits.injects - mostConditions,
  condition: mostConditions,
  operator: 2_000,
  asset: scenarioLimits.assets,
};

/**
 * Reads a STIX 2.1 bundle or a builder file, parsed. Findings: `attack-flow/unknown-form`,
 * `attack-flow/no-actions`, `attack-flow/too-many-steps`, `attack-flow/no-technique`,
 * `attack-flow/technique-rewritten`, `attack-flow/tells-the-attack`, `attack-flow/real-actors`, `import/placeholder-team`,
 * `import/default-marking`, and those of reading, ordering, joining and timing.
 */
export function importAttackFlow(raw: unknown, settings: ImportSettings): ImportResult {
  const draft = new Draft(settings);
  const graph = readFlow(raw, draft);
  if (graph === null) return draft.finish({});
  const counts = {
    actions: ofKind(graph, 'action').length,
    conditions: ofKind(graph, 'condition').length,
    operators: ofKind(graph, 'operator').length,
    assets: ofKind(graph, 'asset').length,
    others: ofKind(graph, 'other').length,
  };
  for (const [kind, limit] of Object.entries(most)) {
    const count = ofKind(graph, kind as FlowKind).length;
    if (count <= limit) continue;
    draft.findings.error(
      'attack-flow/too-many-steps',
      'objects',
      `${count} of the kind “${kind}”; at most ${limit} fit into a scenario`,
    );
  }
  if (counts.actions === 0) {
    draft.findings.error('attack-flow/no-actions', 'objects', 'the flow has no action');
  }
  if (!draft.findings.hasErrors) fillDraft(draft, graph);
  return draft.finish({ ...counts, injects: draft.parts.injects.length });
}

function readFlow(raw: unknown, draft: Draft): FlowGraph | null {
  const record = recordOf(raw);
  if (record !== null && isStixBundle(record)) return readStixFlow(record, draft.findings);
  if (record !== null && isBuilderFile(record)) return readBuilderFlow(record, draft.findings);
  draft.findings.error(
    'attack-flow/unknown-form',
    '',
    'neither a STIX bundle ("type": "bundle") nor a file of the Attack Flow Builder ("schema", "objects")',
  );
  return null;
}

function fillDraft(draft: Draft, graph: FlowGraph): void {
  const { findings, parts, settings } = draft;
  const order = orderFlow(graph, findings);
  const joins = joinFlow(graph, order, findings);
  const times = timeFlow(graph, order, joins, settings.playMinutes, findings);
  if (settings.title === undefined)
    parts.title = cleanTitle(graph.name, 'attack-flow.name', findings).title;
  parts.summary = cleanText(summaryOf(graph, draft), 'attack-flow', findings);
  draft.team('Response team', draft.party('Participants', 'participants'), { id: 'response-team' });
  const from = draft.contact('Monitoring', 'monitoring');
  const startsAt =
    times.beginsMs === null ? settings.startsAt : new Date(times.beginsMs).toISOString();
  parts.phases.push({
    id: 'attack',
    title: 'The attack',
    startsAt: momentAfter(startsAt, 0),
    rate: times.rate,
  });
  findings.note(
    'import/placeholder-team',
    '',
    'the source names no teams',
    'one stands for all; add yours',
  );
  findings.note(
    'attack-flow/tells-the-attack',
    '',
    'injects say what the adversary does',
    'rewrite them as what each team would see, and from whom',
  );
  if (graph.tlp === null) {
    findings.note(
      'import/default-marking',
      '',
      'the source has no marking',
      'injects go out under TLP:AMBER',
    );
  }
  const assets = addFlowAssets(draft, graph);
  const actions = order.steps
    .filter(({ kind }) => kind === 'action')
    .sort((a, b) => (times.minutes.get(a.id) ?? 0) - (times.minutes.get(b.id) ?? 0));
  const ids = new Map(
    actions.map((node) => [node.id, draft.injectIds.take(nameOf(node), 'action')]),
  );
  const triggers = new FlowTriggers({ draft, graph, order, joins, times, ids, from });
  const relations = describeRelations(graph, draft);
  actions.forEach((node, index) => {
    const { title, body, attack, notes } = wordsOf(node, draft);
    const inject: DraftInject = {
      id: ids.get(node.id) ?? '',
      number: String(index + 1),
      title,
      kind: 'contextual',
      phase: 'attack',
      channel: 'alert',
      from,
      to: ['participants'],
      tlp: node.tlp ?? graph.tlp ?? 'AMBER',
      body,
      attack,
      release: triggers.of(node),
      effects: [...triggers.effectsOf(node), ...(assets.effects.get(node.id) ?? [])].slice(0, 50),
      source: node.where,
      notes: [...notes, ...(relations.get(node.id) ?? [])],
    };
    parts.injects.push(inject);
  });
  triggers.addSwitches(actions.length);
  triggers.addOutcomes();
  const last = Math.max(0, ...times.minutes.values());
  draft.lengthMinutes = roundMinutes(Math.max(settings.playMinutes, last + 10));
}

const actorTypes = new Set(['threat-actor', 'campaign', 'intrusion-set']);

function summaryOf({ description, about, nodes }: FlowGraph, { findings }: Draft): string {
  const background = [...nodes.values()].filter(({ type }) => actorTypes.has(type));
  if (background.length > 0) {
    findings.warn(
      'attack-flow/real-actors',
      '',
      `${background.length} actors and campaigns are named`,
      'they stand in the summary, for staff; a drill’s actors are made up and carry no nationality',
    );
  }
  const lines = background.map(({ type, name, description: said, more }) =>
    [type, name, said, ...more.map(([key, value]) => `${key} ${value}`)]
      .filter((part) => !isBlank(part))
      .join(': '),
  );
  return [description, ...about, ...lines].filter((part) => !isBlank(part)).join('\n\n');
}

/** Titles, texts and techniques of an action, fit for an inject. */
function wordsOf(
  node: FlowNode,
  { findings }: Draft,
): { title: string; body: string; attack: string[]; notes: string[] } {
  const { title, rest } = cleanTitle(nameOf(node), `${node.where}.name`, findings);
  const description = cleanText(node.description, `${node.where}.description`, findings);
  const paragraphs = [`**${banner}**`, rest ?? '', description].filter((part) => !isBlank(part));
  if (isBlank(description)) paragraphs.push(title);
  const notes = node.more.map(([key, value]) =>
    cleanText(`${key}: ${value}`, `${node.where}.${key}`, findings),
  );
  if (node.startMs !== null) notes.push(`execution_start: ${new Date(node.startMs).toISOString()}`);
  const { ids, isChanged, rest: leftOver } = techniqueIds(node.technique);
  if (leftOver !== '') {
    findings.warn(
      'attack-flow/no-technique',
      `${node.where}.technique_id`,
      `${quote(leftOver)} is no technique id`,
      'it stands in the notes for controllers',
    );
    notes.push(`technique_id: ${cleanText(node.technique, node.where, findings)}`);
  } else if (isChanged || ids.length > 1) {
    findings.note(
      'attack-flow/technique-rewritten',
      `${node.where}.technique_id`,
      quote(node.technique),
      `written as ${ids.join(', ')}`,
    );
  }
  return { title: title || 'Untitled', body: paragraphs.join('\n\n'), attack: [...ids], notes };
}
