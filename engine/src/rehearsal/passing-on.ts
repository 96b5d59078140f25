/** Whom a table may tell what it holds, as far as its screen says. */

import type { ItemId, PartyId, TeamId } from '../protocol/ids.js';
import { tlpLabels } from '../protocol/parts.js';
import { type ItemForm, narrowness, type TlpLabel } from '../scenario/sharing-schema.js';
import { everyone, type Recipient } from '../scenario/world-schema.js';
import type { HoldingView } from '../views/exchange-view.js';
import type { PlayerView } from '../views/player-view.js';

export interface Recipients {
  readonly form: ItemForm;
  readonly marking: TlpLabel;
  readonly teams: readonly TeamId[];
}

/** The teams that a list of teams, parties or "all" means, of those one can write to. */
export function teamsMeant(view: PlayerView, to: readonly Recipient[]): TeamId[] {
  const named = new Set<string>(to);
  const { tableId } = view.table;
  return view.directory.teams
    .filter((team) => team.tableId !== tableId)
    .filter(({ id, partyId }) => named.has(everyone) || named.has(id) || named.has(partyId))
    .map(({ id }) => id);
}

/**
 * The form that reaches most of those wanted, with the marking it bears; null where there is nobody
 * to tell, or nothing to tell.
 * @param wanted null for whoever may know
 * @param isCareless looks at no marking
 */
export function recipientsFor(
  view: PlayerView,
  itemId: ItemId,
  wanted: readonly TeamId[] | null,
  isCareless: boolean,
): Recipients | null {
  const whole = view.holdings[`${itemId} full`];
  const part = view.holdings[`${itemId} sanitised`];
  const others = wanted ?? teamsMeant(view, [everyone]);
  const candidates: Recipients[] = [];
  // Persons stay out of it where the same can be said without them.
  const isTooMuch = whole?.hasPersonalData && whole.sanitised !== null && !isCareless;
  if (whole !== undefined) {
    if (!isTooMuch)
      candidates.push({
        form: 'full',
        marking: whole.marking,
        teams: isCareless ? others : others.filter((id) => mayHave(view, whole, whole.marking, id)),
      });
    const { sanitised } = whole;
    if (sanitised !== null && !isCareless) {
      const held = { ...whole, releasableTo: [...whole.releasableTo, ...sanitised.releasableTo] };
      candidates.push({
        form: 'sanitised',
        marking: sanitised.tlp,
        teams: others.filter((id) => mayHave(view, held, sanitised.tlp, id)),
      });
    }
  } else if (part !== undefined) {
    candidates.push({
      form: 'sanitised',
      marking: part.marking,
      teams: isCareless ? others : others.filter((id) => mayHave(view, part, part.marking, id)),
    });
  }
  const [best] = candidates.sort((a, b) => b.teams.length - a.teams.length);
  return best === undefined || best.teams.length === 0 ? null : best;
}

/** One step wider than it should be. */
export function widen(marking: TlpLabel): TlpLabel {
  return tlpLabels[Math.max(0, narrowness(marking) - 1)] ?? marking;
}

function mayHave(view: PlayerView, held: HoldingView, marking: TlpLabel, teamId: TeamId): boolean {
  if (marking === 'CLEAR' || marking === 'GREEN' || held.isOwn) return true;
  if (held.permitted.includes(teamId)) return true;
  const team = view.directory.teams.find(({ id }) => id === teamId);
  if (team === undefined) return false;
  const named: readonly string[] = held.releasableTo;
  if (named.includes(everyone) || named.includes(team.id) || named.includes(team.partyId)) {
    return true;
  }
  return marking === 'AMBER' && ownParties(view).includes(team.partyId);
}

function ownParties(view: PlayerView): readonly PartyId[] {
  return view.table.teams.map(({ partyId }) => partyId);
}
