/** Triggers of a draft from the joins of an Attack Flow, and what controllers turn its conditions by. */
import { cleanTitle } from '../clean-text.js';
import { banner, type Draft, type InjectFile } from '../draft.js';
import { roundMinutes } from '../play-times.js';
import { type FlowGraph, type FlowNode, nameOf, ofKind } from './flow-graph.js';
import type { FlowJoins, Join } from './flow-joins.js';
import type { FlowOrder } from './flow-order.js';
import { type FlowTimes, joinMinutes } from './flow-times.js';

type Trigger = InjectFile['release'];
type Condition = Extract<Trigger, { kind: 'when' }>['condition'];
type Effects = NonNullable<InjectFile['effects']>;

/** A scenario's "all" and "any" take so many parts. */
const maxParts = 50;

interface Setting {
  readonly draft: Draft;
  readonly graph: FlowGraph;
  readonly order: FlowOrder;
  readonly joins: FlowJoins;
  readonly times: FlowTimes;
  /** Inject ids by the action's id. */
  readonly ids: ReadonlyMap<string, string>;
  /** The contact who speaks. */
  readonly from: string;
}

export class FlowTriggers {
  readonly #setting: Setting;
  /** Reached when its condition was passed, by the condition's id. */
  readonly #reached = new Map<string, string>();
  /** Reached when a controller turned it. */
  readonly #turned = new Map<string, string>();
  readonly #titles = new Map<string, string>();

  constructor(setting: Setting) {
    this.#setting = setting;
    const { draft, graph, joins } = setting;
    for (const node of ofKind(graph, 'condition')) {
      const { title } = cleanTitle(nameOf(node), node.where, draft.findings);
      this.#titles.set(node.id, title || 'Untitled');
      const id = draft.milestoneIds.take(nameOf(node), 'condition');
      this.#reached.set(node.id, id);
      draft.parts.milestones.push({ id, title: this.#titleOf(node) });
      const assumed = joins.assumed.get(node.id);
      if (assumed === undefined) continue;
      const turned = draft.milestoneIds.take(`turned-${id}`, 'turned');
      this.#turned.set(node.id, turned);
      draft.parts.milestones.push({
        id: turned,
        title: `${assumed ? 'Not' : 'Indeed'}: ${this.#titleOf(node)}`,
      });
    }
  }

  /** When the action comes: at its time where nothing leads to it, else so long after what does. */
  of(node: FlowNode): Trigger {
    const { joins, times, ids } = this.#setting;
    const join = joins.before.get(node.id) ?? { kind: 'start' };
    const minutes = times.minutes.get(node.id) ?? 0;
    if (join.kind === 'start') return { kind: 'at', minutes, from: 'startEx' };
    const delayMinutes = roundMinutes(minutes - joinMinutes(join, times.minutes));
    if (join.kind === 'action') {
      return { kind: 'afterInject', inject: ids.get(join.id) ?? '', delayMinutes };
    }
    return { kind: 'when', condition: this.#condition(join), mode: 'level', delayMinutes };
  }

  /** Conditions that the action's coming shows to be passed. */
  effectsOf(node: FlowNode): Effects {
    const { order, graph } = this.#setting;
    const passed = new Set<string>();
    const seen = new Set<string>();
    const open = [...(order.incoming.get(node.id) ?? [])];
    for (let edge = open.pop(); edge !== undefined; edge = open.pop()) {
      const source = graph.nodes.get(edge.from);
      if (source === undefined || seen.has(edge.from)) continue;
      seen.add(edge.from);
      if (source.kind === 'condition' && edge.via === 'true') {
        passed.add(this.#reached.get(source.id) ?? '');
      }
      if (source.kind === 'operator') open.push(...(order.incoming.get(source.id) ?? []));
    }
    return [...passed].map((milestone) => ({ kind: 'setMilestone', milestone }));
  }

  /** For each condition that leads on when false: an inject in the deck by which a controller turns it. */
  addSwitches(numbersTaken: number): void {
    const { draft, graph, joins, from } = this.#setting;
    if (joins.assumed.size === 0) return;
    const control = draft.party('Exercise control', 'exercise-control');
    draft.team('White cell', control, { id: 'white-cell', mission: 'Played by control.' });
    draft.findings.note(
      'attack-flow/white-cell',
      '',
      `${joins.assumed.size} conditions lead on when false as well`,
      'each has an inject in the deck that turns it, addressed to a white cell: cast that team as played by control',
    );
    let number = numbersTaken;
    for (const [id, assumed] of joins.assumed) {
      const node = graph.nodes.get(id);
      if (node === undefined) continue;
      const word = assumed ? 'Not so' : 'It is so';
      const title = `${word}: ${this.#titleOf(node)}`;
      number++;
      draft.parts.injects.push({
        id: draft.injectIds.take(`turn ${nameOf(node)}`, 'turn'),
        number: String(number),
        title,
        kind: 'contextual',
        phase: 'attack',
        channel: 'alert',
        from,
        to: ['white-cell'],
        tlp: 'AMBER',
        body: `**${banner}**\n\nRelease this where the condition ${assumed ? 'does not hold' : 'holds'}: the drill then takes the other way.\n\n${title}`,
        release: { kind: 'deck' },
        effects: [{ kind: 'setMilestone', milestone: this.#turned.get(id) ?? '' }],
        notes: [],
        source: node.where,
      });
    }
  }

  /** Conditions that lead nowhere are how the flow ends: named outcomes. */
  addOutcomes(): void {
    const { draft, graph, order, joins } = this.#setting;
    for (const node of ofKind(graph, 'condition')) {
      if ((order.outgoing.get(node.id) ?? []).length > 0) continue;
      const join = joins.before.get(node.id) ?? { kind: 'start' };
      if (join.kind === 'start' || draft.parts.endings.length >= 40) continue;
      draft.parts.endings.push({
        id: draft.endingIds.take(nameOf(node), 'outcome'),
        title: this.#titleOf(node),
        when: this.#condition(join),
      });
    }
  }

  #titleOf({ id }: FlowNode): string {
    return this.#titles.get(id) ?? 'Untitled';
  }

  #condition(join: Join): Condition {
    switch (join.kind) {
      case 'start':
        return { kind: 'elapsed', minutes: 0 };
      case 'action':
        return { kind: 'inject', inject: this.#setting.ids.get(join.id) ?? '', is: 'released' };
      case 'holds': {
        const turned: Condition = {
          kind: 'milestone',
          milestone: this.#turned.get(join.condition) ?? '',
        };
        const isAssumed = this.#setting.joins.assumed.get(join.condition) === join.value;
        return isAssumed ? { kind: 'not', of: turned } : turned;
      }
      case 'all':
      case 'any':
        return chunked(
          join.kind,
          join.of.map((part) => this.#condition(part)),
        );
    }
  }
}

function chunked(kind: 'all' | 'any', parts: readonly Condition[]): Condition {
  if (parts.length <= maxParts) return { kind, of: [...parts] };
  const chunks: Condition[] = [];
  for (let at = 0; at < parts.length; at += maxParts) {
    chunks.push({ kind, of: parts.slice(at, at + maxParts) });
  }
  return chunked(kind, chunks);
}
