/** What holds at StartEx, before anything has happened. */
import type { Condition, LeafCondition } from '../../scenario/condition-schema.js';
import type { Playbook } from '../../scenario/playbook.js';
import { firstPhases } from './phase-relations.js';
import { meets } from './ranges.js';

type LeafKind = LeafCondition['kind'];

const notYet = () => false;
const nothing = { low: 0, high: 0 };

const leafStarts: {
  readonly [Kind in LeafKind]: (
    leaf: Extract<LeafCondition, { kind: Kind }>,
    playbook: Playbook,
  ) => boolean;
} = {
  milestone: notYet,
  choice: notYet,
  inject: notYet,
  shared: notYet,
  position: notYet,
  obligation: notYet,
  // The moment itself comes right after StartEx.
  elapsed: notYet,
  asset: ({ asset, is }, { assets }) => is.includes(assets.get(asset)?.status ?? 'operational'),
  indicator: (leaf, { indicators }) => {
    const start = indicators.get(leaf.indicator)?.start ?? 0;
    return meets({ low: start, high: start }, leaf);
  },
  score: (leaf) => meets(nothing, leaf),
  count: (leaf) => meets(nothing, leaf),
  phase: ({ phase }, { scenario }) => firstPhases(scenario).includes(phase),
};

export function holdsAtStart(condition: Condition, playbook: Playbook): boolean {
  if (condition.kind === 'not') return !holdsAtStart(condition.of, playbook);
  if (condition.kind === 'all') return condition.of.every((part) => holdsAtStart(part, playbook));
  if (condition.kind === 'any') return condition.of.some((part) => holdsAtStart(part, playbook));
  const rule = leafStarts[condition.kind] as (leaf: LeafCondition, playbook: Playbook) => boolean;
  return rule(condition, playbook);
}
