/** When each action of an Attack Flow comes in play. */
import { type Findings, quote } from '../finding.js';
import { greatest, least, roundMinutes } from '../play-times.js';
import { type FlowGraph, type FlowNode, nameOf } from './flow-graph.js';
import { actionsOf, type FlowJoins, type Join } from './flow-joins.js';
import type { FlowOrder } from './flow-order.js';

export interface FlowTimes {
  /** Minutes of play since StartEx, by the action's id. */
  readonly minutes: ReadonlyMap<string, number>;
  /** Minutes of scenario time in a minute of play. */
  readonly rate: number;
  /** Unix time in ms of the first action; null where no action has a date that means a day. */
  readonly beginsMs: number | null;
}

/** Share of the play time in which actions come; the rest is for the last answers. */
const share = 0.8;
/** Dates up to the end of 1971 stand for times since some beginning. */
const relativeUntilMs = Date.UTC(1972, 0, 1);

/**
 * The flow's own times, compressed where they are longer than play; actions without one stand
 * evenly between those around them, and without any by depth.
 * Findings: `attack-flow/relative-times`, `attack-flow/times-compressed`, `attack-flow/earlier-than-parent`,
 * `attack-flow/no-times`.
 */
export function timeFlow(
  graph: FlowGraph,
  order: FlowOrder,
  joins: FlowJoins,
  playMinutes: number,
  findings: Findings,
): FlowTimes {
  const actions = order.steps.filter(({ kind }) => kind === 'action');
  const parents = new Map(
    actions.map(({ id }) => [
      id,
      [...new Set(actionsOf(joins.before.get(id) ?? { kind: 'start' }))],
    ]),
  );
  const dated = actions.flatMap(({ startMs }) => (startMs === null ? [] : [startMs]));
  const span = dated.length === 0 ? 0 : (greatest(dated) - least(dated)) / 60_000;
  const room = playMinutes * share;
  const rate = Math.max(1, span / room);
  tellTimes(actions, dated, span, room, findings);
  const first = least(dated);
  const own = new Map(
    actions.flatMap(({ id, startMs }) =>
      startMs === null ? [] : [[id, (startMs - first) / 60_000 / rate] as const],
    ),
  );
  const planned = plan(actions, joins, parents, own, order, room);
  for (const action of actions) keepAfterParents(action, graph, joins, planned, own, findings);
  return {
    minutes: new Map([...planned].map(([id, minutes]) => [id, roundMinutes(minutes)])),
    rate: Math.min(1_440, Math.round(rate * 100) / 100),
    beginsMs: dated.length === 0 || first < relativeUntilMs ? null : first,
  };
}

function tellTimes(
  actions: readonly FlowNode[],
  dated: readonly number[],
  span: number,
  room: number,
  findings: Findings,
): void {
  if (dated.length === 0) {
    findings.note(
      'attack-flow/no-times',
      '',
      'no action has a time',
      'they are spread over play by their depth',
    );
    return;
  }
  if (least(dated) < relativeUntilMs) {
    findings.note(
      'attack-flow/relative-times',
      '',
      `times begin at ${new Date(least(dated)).toISOString()}`,
      'they count from StartEx',
    );
  }
  if (dated.length < actions.length) {
    findings.note(
      'attack-flow/no-times',
      '',
      `${actions.length - dated.length} of ${actions.length} actions have no time`,
      'they stand between those around them',
    );
  }
  if (span > room) {
    findings.note(
      'attack-flow/times-compressed',
      '',
      `the flow takes ${Math.round(span)} minutes`,
      `it takes ${Math.round(room)} minutes of play; the phase’s rate keeps scenario time right`,
    );
  }
}

/** When what leads to an action is complete, as planned. Minutes of play since StartEx. */
export function joinMinutes(join: Join, planned: ReadonlyMap<string, number>): number {
  switch (join.kind) {
    case 'start':
    case 'holds':
      return 0;
    case 'action':
      return planned.get(join.id) ?? 0;
    case 'all':
      return greatest(join.of.map((part) => joinMinutes(part, planned)));
    case 'any':
      return least(join.of.map((part) => joinMinutes(part, planned)));
  }
}

const start: Join = { kind: 'start' };

/** Own times as they are; the others between their parents and the first dated action after them. */
function plan(
  actions: readonly FlowNode[],
  { before }: FlowJoins,
  parents: ReadonlyMap<string, readonly string[]>,
  own: ReadonlyMap<string, number>,
  { depth }: FlowOrder,
  room: number,
): Map<string, number> {
  const deepest = greatest(actions.map(({ id }) => depth.get(id) ?? 0));
  const step = room / Math.max(1, deepest);
  const planned = new Map<string, number>();
  if (own.size === 0) {
    for (const { id } of actions) planned.set(id, (depth.get(id) ?? 0) * step);
    return planned;
  }
  /** The first dated action that follows, and how many steps away it is. */
  const next = new Map<string, { minutes: number; steps: number }>();
  for (const { id } of [...actions].reverse()) {
    const mine = own.get(id);
    const from = mine === undefined ? next.get(id) : { minutes: mine, steps: 0 };
    if (from === undefined) continue;
    for (const parent of parents.get(id) ?? []) {
      const known = next.get(parent);
      if (known === undefined || from.minutes < known.minutes) {
        next.set(parent, { minutes: from.minutes, steps: from.steps + 1 });
      }
    }
  }
  for (const { id } of actions) {
    const lower = joinMinutes(before.get(id) ?? start, planned);
    const ahead = next.get(id);
    const between =
      ahead === undefined || ahead.minutes <= lower
        ? Math.min(room, lower + Math.min(step, 5))
        : lower + (ahead.minutes - lower) / (ahead.steps + 1);
    planned.set(id, own.get(id) ?? between);
  }
  return planned;
}

function keepAfterParents(
  action: FlowNode,
  graph: FlowGraph,
  { before }: FlowJoins,
  planned: Map<string, number>,
  own: ReadonlyMap<string, number>,
  findings: Findings,
): void {
  const join = before.get(action.id) ?? start;
  const earliest = joinMinutes(join, planned);
  if ((planned.get(action.id) ?? 0) >= earliest) return;
  planned.set(action.id, earliest);
  if (!own.has(action.id)) return;
  const parent = graph.nodes.get(actionsOf(join)[0] ?? '');
  findings.warn(
    'attack-flow/earlier-than-parent',
    action.where,
    `${quote(nameOf(action))} has a time before ${quote(parent === undefined ? '' : nameOf(parent))}, which leads to it`,
    'it comes right after what leads to it',
  );
}
