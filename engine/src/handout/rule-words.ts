/** When there is agreement, in words. A new rule does not compile until it has its sentence. */
import type { PositionRule } from '../scenario/position-schema.js';
import { type Edition, teamName } from './edition.js';

type RuleWords<Kind extends PositionRule['kind']> = (
  edition: Edition,
  rule: Extract<PositionRule, { kind: Kind }>,
) => string;

const wordsByKind: { readonly [Kind in PositionRule['kind']]: RuleWords<Kind> } = {
  consensus: ({ words }) => words.rules.consensus,
  majority: ({ words }) => words.rules.majority,
  atLeast: ({ words }, { count }) => words.rules.atLeast(count),
  lead: (edition, { team }) => edition.words.rules.lead(teamName(edition, team)),
};

export function positionRuleWords(edition: Edition, rule: PositionRule): string {
  // The table's entry for a kind takes rules of that kind, which the compiler can't follow.
  const words = wordsByKind[rule.kind] as RuleWords<PositionRule['kind']>;
  return words(edition, rule);
}
