/** What must have happened before each action: operators and conditions turned into conditions of the scenario. */
import { type Findings, quote } from '../finding.js';
import { importLimits } from '../import-limits.js';
import { type FlowEdge, type FlowGraph, type FlowNode, nameOf } from './flow-graph.js';
import type { FlowOrder } from './flow-order.js';

/**
 * What leads to a step. `holds`: a condition is assumed to be true, or false, until a controller
 * says otherwise. `start`: nothing has to happen.
 */
export type Join =
  | { readonly kind: 'start' }
  | { readonly kind: 'action'; readonly id: string }
  | { readonly kind: 'holds'; readonly condition: string; readonly value: boolean }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Join[] };

export interface FlowJoins {
  /** By the id of every step: what comes before an action, what makes an operator or condition true. */
  readonly before: ReadonlyMap<string, Join>;
  /** Conditions that lead on when false, by id: whether they are assumed to be true. */
  readonly assumed: ReadonlyMap<string, boolean>;
}

const start: Join = { kind: 'start' };

/**
 * Findings: `attack-flow/operator-without-inputs`, `attack-flow/operator-without-effects`,
 * `attack-flow/condition-without-outcomes`, `attack-flow/exclusive-branches`,
 * `attack-flow/several-ways`, `attack-flow/join-too-large`, `attack-flow/assumed`,
 * `attack-flow/only-by-control`.
 */
export function joinFlow(graph: FlowGraph, order: FlowOrder, findings: Findings): FlowJoins {
  const assumed = assumptions(order);
  const relaxed = contradictions(graph, order, findings);
  const before = new Map<string, Join>();
  for (const step of order.steps) {
    const ways = (order.incoming.get(step.id) ?? []).map((edge) =>
      wayOf(edge, graph, before, assumed),
    );
    const isAll = step.kind === 'operator' && step.operator === 'AND' && !relaxed.has(step.id);
    const join = combine(isAll ? 'all' : 'any', ways);
    before.set(step.id, limited(join, step, findings));
    tellStep(step, order, ways.length, findings);
  }
  chooseAssumptions(graph, order, before, assumed, findings);
  const missed = missedActions(order, before, assumed);
  for (const step of order.steps) {
    if (!missed.has(step.id)) continue;
    findings.note(
      'attack-flow/only-by-control',
      step.where,
      `${quote(nameOf(step))} lies on a way that is not taken unless a condition is turned`,
      'it comes once a controller releases the inject that turns it',
    );
  }
  return { before, assumed };
}

function wayOf(
  { from, via }: FlowEdge,
  graph: FlowGraph,
  before: ReadonlyMap<string, Join>,
  assumed: ReadonlyMap<string, boolean>,
): Join {
  const source = graph.nodes.get(from);
  if (source?.kind === 'action') return { kind: 'action', id: from };
  const reached = before.get(from) ?? start;
  if (source?.kind !== 'condition' || !assumed.has(from)) return reached;
  return combine('all', [reached, { kind: 'holds', condition: from, value: via !== 'false' }]);
}

/** Conditions that have a way on when false. They count as true, unless they lead on only then. */
function assumptions({ steps, outgoing }: FlowOrder): Map<string, boolean> {
  return new Map(
    steps.flatMap(({ id, kind }) => {
      const ways = kind === 'condition' ? (outgoing.get(id) ?? []) : [];
      if (!ways.some(({ via }) => via === 'false')) return [];
      return [[id, ways.some(({ via }) => via === 'true')] as const];
    }),
  );
}

/** Flattened; `start` adds nothing to "all" and settles "any". */
function combine(kind: 'all' | 'any', ways: readonly Join[]): Join {
  const flat = ways.flatMap((way) => (way.kind === kind ? way.of : [way]));
  const hasStart = flat.some((way) => way.kind === 'start');
  if (kind === 'any' && hasStart) return start;
  const seen = new Set<string>();
  const parts = flat.filter((way) => {
    if (way.kind === 'start') return false;
    const key = JSON.stringify(way);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  const [only] = parts;
  if (only === undefined) return start;
  return parts.length === 1 ? only : { kind, of: parts };
}

/** Operators that feed operators can make a condition larger than the file itself. */
function limited(join: Join, step: FlowNode, findings: Findings): Join {
  if (sizeOf(join) <= importLimits.joinParts && depthOf(join) <= maxJoinDepth) return join;
  const actions = [...new Set(actionsOf(join))].slice(0, 40);
  findings.warn(
    'attack-flow/join-too-large',
    step.where,
    `what leads to ${quote(nameOf(step))} takes more than ${importLimits.joinParts} parts`,
    `any of ${actions.length} of its actions brings it`,
  );
  return combine(
    'any',
    actions.map((id): Join => ({ kind: 'action', id })),
  );
}

/** A `holds` becomes two levels of a scenario's condition, of which eight are allowed. */
const maxJoinDepth = 5;

export function actionsOf(join: Join): string[] {
  if (join.kind === 'action') return [join.id];
  return join.kind === 'all' || join.kind === 'any' ? join.of.flatMap(actionsOf) : [];
}

function sizeOf(join: Join): number {
  if (join.kind !== 'all' && join.kind !== 'any') return 1;
  return join.of.reduce((sum, part) => sum + sizeOf(part), 1);
}

function depthOf(join: Join): number {
  if (join.kind !== 'all' && join.kind !== 'any') return 1;
  return 1 + join.of.reduce((deepest, part) => Math.max(deepest, depthOf(part)), 0);
}

type Claim = `${'true' | 'false'} ${string}`;

/**
 * "AND" operators that ask for both ways out of one condition, and so could never be passed: flows
 * drawn from reports have them. Any of their inputs is enough then.
 */
function contradictions(graph: FlowGraph, order: FlowOrder, findings: Findings): Set<string> {
  /** What every way to a step rests on. */
  const claims = new Map<string, ReadonlySet<Claim>>();
  const relaxed = new Set<string>();
  for (const step of order.steps) {
    const ways = (order.incoming.get(step.id) ?? []).map(({ from, via }) => {
      const own = claims.get(from) ?? new Set<Claim>();
      const isBranch = graph.nodes.get(from)?.kind === 'condition' && via !== 'effect';
      return isBranch
        ? new Set<Claim>([...own, `${via === 'false' ? 'false' : 'true'} ${from}`])
        : own;
    });
    const isAll = step.kind === 'operator' && step.operator === 'AND';
    let rests = isAll ? union(ways) : intersection(ways);
    const torn = isAll ? [...rests].find((claim) => rests.has(opposite(claim))) : undefined;
    if (torn !== undefined) {
      relaxed.add(step.id);
      rests = intersection(ways);
      const condition = graph.nodes.get(torn.slice(torn.indexOf(' ') + 1));
      findings.warn(
        'attack-flow/exclusive-branches',
        step.where,
        `an AND of both ways out of ${quote(condition === undefined ? '' : nameOf(condition))} could never be passed`,
        'any of its inputs is enough',
      );
    }
    claims.set(step.id, rests);
  }
  return relaxed;
}

function opposite(claim: Claim): Claim {
  return (
    claim.startsWith('true') ? claim.replace('true', 'false') : claim.replace('false', 'true')
  ) as Claim;
}

function union(sets: readonly ReadonlySet<Claim>[]): ReadonlySet<Claim> {
  return sets.length === 1 && sets[0] !== undefined
    ? sets[0]
    : new Set(sets.flatMap((set) => [...set]));
}

function intersection(sets: readonly ReadonlySet<Claim>[]): ReadonlySet<Claim> {
  const [first = new Set<Claim>(), ...others] = sets;
  if (others.length === 0) return first;
  return new Set([...first].filter((claim) => others.every((set) => set.has(claim))));
}

function tellStep(step: FlowNode, { outgoing }: FlowOrder, ways: number, findings: Findings): void {
  const leadsOn = (outgoing.get(step.id) ?? []).length > 0;
  if (step.kind === 'operator' && ways === 0) {
    findings.warn(
      'attack-flow/operator-without-inputs',
      step.where,
      `nothing leads to this ${step.operator}`,
      'what follows begins by itself',
    );
  }
  if (step.kind === 'operator' && !leadsOn) {
    findings.warn(
      'attack-flow/operator-without-effects',
      step.where,
      `this ${step.operator} leads nowhere`,
      'it was left out',
    );
  }
  if (step.kind === 'condition' && !leadsOn) {
    findings.note(
      'attack-flow/condition-without-outcomes',
      step.where,
      `${quote(nameOf(step))} leads nowhere`,
      'it became a named outcome',
    );
  }
  if (step.kind === 'action' && ways > 1) {
    findings.note(
      'attack-flow/several-ways',
      step.where,
      `${ways} ways lead to ${quote(nameOf(step))} without an operator`,
      'the first of them brings it',
    );
  }
}

/** Beyond so many the first guess stands: each try walks the whole flow. */
const maxTried = 40;

/** Turns an assumption where more of the flow follows from the other way, as with the way an incident took. */
function chooseAssumptions(
  graph: FlowGraph,
  order: FlowOrder,
  before: ReadonlyMap<string, Join>,
  assumed: Map<string, boolean>,
  findings: Findings,
): void {
  const first = new Map(assumed);
  let fewest = missedActions(order, before, assumed).size;
  for (const id of [...assumed.keys()].slice(0, maxTried)) {
    assumed.set(id, !assumed.get(id));
    const missed = missedActions(order, before, assumed).size;
    if (missed < fewest) fewest = missed;
    else assumed.set(id, !assumed.get(id));
  }
  for (const [id, value] of assumed) {
    const node = graph.nodes.get(id);
    if (node === undefined) continue;
    const why = first.get(id) === value ? '' : ': more of the flow follows from it';
    findings.note(
      'attack-flow/assumed',
      node.where,
      `${quote(nameOf(node))} leads on when true and when false`,
      `it is taken to be ${value}${why}; a controller can turn it`,
    );
  }
}

/** Actions that don't come as long as every condition is as it is assumed to be. */
function missedActions(
  { steps }: FlowOrder,
  before: ReadonlyMap<string, Join>,
  assumed: ReadonlyMap<string, boolean>,
): Set<string> {
  const missed = new Set<string>();
  const isTrue = (join: Join): boolean => {
    switch (join.kind) {
      case 'start':
        return true;
      case 'action':
        return !missed.has(join.id);
      case 'holds':
        return assumed.get(join.condition) === join.value;
      case 'all':
        return join.of.every(isTrue);
      case 'any':
        return join.of.some(isTrue);
    }
  };
  for (const { id, kind } of steps) {
    if (kind === 'action' && !isTrue(before.get(id) ?? start)) missed.add(id);
  }
  return missed;
}
