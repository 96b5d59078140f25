/** By which ways an item can come to a team, after what `sharing/markings` allows. */
import { teamsAddressed } from '../scenario/playbook.js';
import { type InformationItem, narrowness, type TlpLabel } from '../scenario/sharing-schema.js';
import type { LintContext } from './lint-context.js';

/**
 * free: somebody may tell them as things stand. permission: only with the originator’s leave.
 * none: nobody ever holds it who could.
 */
export type Way = 'free' | 'permission' | 'none';

/** Whether a team holds an item, or may be told of it as it is marked, in either form. */
export function mayCome(context: LintContext, item: InformationItem, teamId: string): boolean {
  if (context.reach.item(item.id) === Infinity) return false;
  return (
    holdersOf(context, item).includes(teamId) || wayTo(context, item, teamId, false) === 'free'
  );
}

/**
 * How an item can be told to a team.
 * @param isWhole whether the sanitised form is not enough
 */
export function wayTo(
  context: LintContext,
  item: InformationItem,
  teamId: string,
  isWhole: boolean,
): Way {
  const { reach, playbook, scenario } = context;
  if (reach.item(item.id) === Infinity) return 'none';
  const tellers = holdersOf(context, item).filter((holder) => holder !== teamId);
  if (tellers.length === 0) return 'none';
  // Whoever set the marking may set another one, and to whom it belongs it is no news.
  if (tellers.includes(item.originator) || item.originator === teamId) return 'free';
  if (holdersOf(context, item).includes(teamId)) return 'free';
  const { sanitised } = item;
  const named = [...item.releasableTo, ...(isWhole ? [] : (sanitised?.releasableTo ?? []))];
  if (teamsAddressed(scenario, named).includes(teamId as never)) return 'free';
  const marking = isWhole || sanitised === undefined ? item.tlp : widest(item.tlp, sanitised.tlp);
  if (narrowness(marking) <= narrowness('GREEN')) return 'free';
  const partyOf = (id: string) => playbook.teams.get(id as never)?.party;
  const isSameParty = tellers.some((teller) => partyOf(teller) === partyOf(teamId));
  return marking === 'AMBER' && isSameParty ? 'free' : 'permission';
}

function holdersOf({ scenario }: LintContext, item: InformationItem): readonly string[] {
  return teamsAddressed(scenario, item.holders);
}

function widest(a: TlpLabel, b: TlpLabel): TlpLabel {
  return narrowness(a) <= narrowness(b) ? a : b;
}
