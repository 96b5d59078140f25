/** Conditions, effects and triggers at random. */
import { assetStatuses } from '@trilogue/engine/scenario/world-schema';
import type { Dice } from './dice.js';
import { recipient, type Sketch } from './scenario-sketch.js';

type Leaf = (dice: Dice, names: Sketch) => object | null;

/** Null where the scenario has nothing of the kind. */
const leaves: readonly Leaf[] = [
  (dice, { milestones }) => ({ kind: 'milestone', milestone: dice.oneOf(milestones) }),
  (dice, { injects, teams }) => {
    const choosing = injects.filter(({ choices }) => choices > 0);
    if (choosing.length === 0) return null;
    const inject = dice.oneOf(choosing);
    const choice = `choice-${dice.upTo(1)}`;
    return { kind: 'choice', inject: inject.id, choice, ...maybeBy(dice, teams) };
  },
  (dice, { injects }) => ({
    kind: 'inject',
    inject: dice.oneOf(injects).id,
    is: dice.oneOf(['released', 'answered', 'overdue']),
  }),
  (dice, { assets }) => ({
    kind: 'asset',
    asset: dice.oneOf(assets),
    is: dice.some(assetStatuses, 1, 3),
  }),
  (dice) => ({ kind: 'indicator', indicator: 'trust', atMost: 30 + dice.upTo(30) }),
  (dice, { teams }) => ({
    kind: 'score',
    atLeast: dice.upTo(20),
    ...(dice.isIn(50) && { team: dice.oneOf(teams).id }),
  }),
  (dice, { injects }) => ({
    kind: 'count',
    of: dice.oneOf(['acknowledged', 'responses', 'choices', 'choices', 'missed']),
    atLeast: 1 + dice.upTo(1),
    ...(dice.isIn(40) && { inject: dice.oneOf(injects).id }),
  }),
  (dice) => ({
    kind: 'count',
    of: dice.oneOf(['shares', 'breaches', 'reports', 'agreements']),
    ...dice.oneOf([{ atLeast: 1 }, { atMost: 0 }]),
  }),
  (dice, names) =>
    names.items.length === 0
      ? null
      : {
          kind: 'shared',
          item: dice.oneOf(names.items),
          ...maybeBy(dice, names.teams),
          ...(dice.isIn(60) && { with: recipient(dice, names) }),
        },
  (dice, { positions }) => {
    if (positions.length === 0) return null;
    const { id, options } = dice.oneOf(positions);
    const is = dice.oneOf(['open', 'agreed', 'agreed', 'failed']);
    const [first] = options;
    const isOne = is === 'agreed' && first !== undefined && dice.isIn(70);
    return { kind: 'position', position: id, is, ...(isOne && { option: first }) };
  },
  (dice, { obligations }) =>
    obligations.length === 0
      ? null
      : {
          kind: 'obligation',
          obligation: dice.oneOf(obligations).id,
          is: dice.oneOf(['started', 'met', 'missed']),
        },
  (dice, { phases }) => ({ kind: 'phase', phase: dice.oneOf(phases) }),
  (dice, { phases }) => ({
    kind: 'elapsed',
    minutes: dice.upTo(4),
    ...(dice.isIn(50) && { since: dice.oneOf(phases) }),
  }),
];

function maybeBy(dice: Dice, teams: Sketch['teams']): { by?: string } {
  return dice.isIn(40) ? { by: dice.oneOf(teams).id } : {};
}

/** Every kind of condition, singly or several together. */
export function toCondition(dice: Dice, names: Sketch, depth = 2): object {
  const kind = depth === 0 ? 'leaf' : dice.oneOf(['leaf', 'leaf', 'leaf', 'all', 'any', 'not']);
  if (kind === 'not') return { kind, of: toCondition(dice, names, depth - 1) };
  if (kind !== 'leaf') {
    const of = Array.from({ length: 1 + dice.upTo(1) }, () => toCondition(dice, names, depth - 1));
    return { kind, of };
  }
  return dice.oneOf(leaves)(dice, names) ?? toCondition(dice, names, 0);
}

/** What random conditions come to seldom, by itself. */
export function toRareCondition(dice: Dice, names: Sketch): object {
  const position = dice.oneOf(names.positions);
  const [option] = position.options;
  return dice.oneOf([
    { kind: 'position', position: position.id, is: 'agreed', ...(option && { option }) },
    { kind: 'position', position: position.id, is: 'failed' },
    { kind: 'shared', item: dice.oneOf(names.items), by: dice.oneOf(names.teams).id },
    {
      kind: 'shared',
      item: dice.oneOf(names.items),
      by: dice.oneOf(names.teams).id,
      with: recipient(dice, names),
    },
    { kind: 'count', of: dice.oneOf(['responses', 'choices', 'acknowledged']), atLeast: 2 },
    { kind: 'count', of: dice.oneOf(['reports', 'agreements', 'breaches']), atLeast: 1 },
  ]);
}

interface EffectBounds {
  /** Entering a phase must not bring another: two would hand over to each other without end. */
  readonly mayEnter: boolean;
}

/** None, one or two, of every kind. */
export function toEffects(
  dice: Dice,
  names: Sketch,
  percent: number,
  bounds: EffectBounds = { mayEnter: true },
): object[] {
  if (!dice.isIn(percent)) return [];
  return Array.from({ length: 1 + dice.upTo(1) }, () => toEffect(dice, names, bounds));
}

function toEffect(dice: Dice, names: Sketch, bounds: EffectBounds): object {
  const effects: readonly (object | null)[] = [
    { kind: 'setMilestone', milestone: dice.oneOf(names.milestones) },
    { kind: 'setAsset', asset: dice.oneOf(names.assets), status: dice.oneOf(assetStatuses) },
    { kind: 'changeIndicator', indicator: 'trust', by: dice.upTo(60) - 40 },
    { kind: 'changeIndicator', indicator: 'service', to: 20 + dice.upTo(50) },
    {
      kind: 'releaseInject',
      inject: dice.oneOf(names.injects).id,
      delayMinutes: dice.upTo(2),
    },
    { kind: 'cancelInject', inject: dice.oneOf(names.injects).id },
    bounds.mayEnter ? { kind: 'enterPhase', phase: dice.oneOf(names.phases) } : null,
    names.obligations.length === 0
      ? null
      : { kind: 'startObligation', obligation: dice.oneOf(names.obligations).id },
    names.positions.length === 0
      ? null
      : { kind: 'openPosition', position: dice.oneOf(names.positions).id },
    {
      kind: 'awardPoints',
      points: dice.upTo(20) - 6,
      reason: 'Well done',
      ...(dice.isIn(40) && { team: dice.oneOf(names.teams).id }),
    },
  ];
  return dice.oneOf(effects.filter((effect) => effect !== null));
}

/** Waits for an earlier inject only, so that no chain comes back to itself. */
export function toTrigger(dice: Dice, names: Sketch, index: number): object {
  const at = {
    kind: 'at',
    minutes: dice.upTo(6),
    from: dice.oneOf(['phase', 'phase', 'startEx']),
  };
  if (index === 0) return { ...at, minutes: 0 };
  const source = dice.oneOf(names.injects.slice(0, index));
  const by = dice.isIn(30) ? { by: dice.oneOf(source.addressed) } : {};
  const delayMinutes = dice.upTo(2);
  switch (dice.upTo(12)) {
    case 0:
      return { kind: 'manual' };
    case 1:
      return { kind: 'deck' };
    case 2:
    case 3:
      return {
        kind: 'afterInject',
        inject: source.id,
        event: dice.oneOf([
          'released',
          'answered',
          source.expectations > 0 ? 'overdue' : 'released',
        ]),
        delayMinutes,
      };
    case 4:
    case 10: {
      const choosing = names.injects.slice(0, index).filter(({ choices }) => choices > 0);
      if (choosing.length === 0) return at;
      return { kind: 'whenChoice', inject: dice.oneOf(choosing).id, choice: 'choice-0' };
    }
    case 5:
    case 6:
    case 7:
      return {
        kind: 'when',
        condition: toCondition(dice, names),
        mode: dice.oneOf(['edge', 'level']),
        delayMinutes,
      };
    case 8: {
      const phase = dice.isIn(40) ? { phase: dice.oneOf(names.phases) } : {};
      return { kind: 'onPhase', delayMinutes, ...phase };
    }
    case 9:
      return {
        kind: 'without',
        inject: source.id,
        action: dice.oneOf(['acknowledge', 'respond', 'choose']),
        minutes: 1 + dice.upTo(3),
        ...by,
      };
    default:
      return at;
  }
}
