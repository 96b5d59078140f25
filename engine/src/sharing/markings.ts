/**
 * What a marking allows, after TLP 2.0 (FIRST, August 2022), in terms of a drill: a team is an
 * organisation, its party the circle of its clients, all teams the community.
 */

import { type Holding, holdingKey } from '../exercise/exchange-state.js';
import type { Breach } from '../exercise/fact-shape.js';
import type { ExerciseState } from '../exercise/state.js';
import type { ContactId, ItemId, PartyId, SeatId, TableId, TeamId } from '../protocol/ids.js';
import { teamsAddressed } from '../scenario/playbook.js';
import {
  type InformationItem,
  type ItemForm,
  narrowness,
  type ShareChannel,
  type TlpLabel,
} from '../scenario/sharing-schema.js';
import { everyone, type Recipient } from '../scenario/world-schema.js';

/** What somebody is about to pass on. */
export interface Passing {
  readonly tableId: TableId;
  readonly teams: readonly TeamId[];
  readonly contacts: readonly ContactId[];
  readonly channel: ShareChannel;
  readonly marking: TlpLabel;
  readonly items: readonly { readonly itemId: ItemId; readonly form: ItemForm }[];
}

export interface FoundBreach {
  readonly itemId: ItemId | null;
  readonly breach: Breach;
  /** The team or contact concerned; null where it is the marking itself. */
  readonly to: TeamId | ContactId | null;
}

/**
 * Under which marking a table can pass a form of an item on; null where it does not hold it. Whoever
 * holds the whole form can give the sanitised one, and holds both under the wider marking.
 * @param seatId who passes it on: what was given to persons is theirs alone; null for control.
 */
export function markingHeld(
  state: ExerciseState,
  tableId: TableId,
  { itemId, form }: { itemId: ItemId; form: ItemForm },
  seatId: SeatId | null,
): TlpLabel | null {
  const mayUse = (held: Holding | undefined): held is Holding =>
    held !== undefined &&
    (held.seatIds === null || seatId === null || held.seatIds.includes(seatId));
  const held = state.holdings.get(holdingKey(itemId, form, tableId));
  const whole = state.holdings.get(holdingKey(itemId, 'full', tableId));
  const asGiven = mayUse(held) ? held.marking : null;
  const asMade =
    form === 'sanitised' && mayUse(whole)
      ? (state.playbook.items.get(itemId)?.sanitised?.tlp ?? null)
      : null;
  if (asGiven === null || asMade === null) return asGiven ?? asMade;
  return narrowness(asMade) < narrowness(asGiven) ? asMade : asGiven;
}

/** Every marking that passing something on would break. */
export function breachesOf(
  state: ExerciseState,
  passing: Passing,
  seatId: SeatId | null,
): FoundBreach[] {
  const inPublic = publicly(state, passing).map((to) => ({ itemId: null, breach: 'public', to }));
  return [
    // What is made public is broken once, whatever it holds.
    ...(passing.items.length === 0 ? (inPublic as FoundBreach[]) : []),
    ...once(passing.items.flatMap((item) => breachesOfItem(state, passing, item, seatId))),
  ];
}

/** Whoever is given both forms of an item was given it once. */
function once<Found extends object>(found: readonly Found[]): Found[] {
  return [...new Map(found.map((entry) => [JSON.stringify(entry), entry])).values()];
}

/** Teams that are given something they neither need nor may have anyway. */
export function needlessOf(
  state: ExerciseState,
  passing: Passing,
  found: readonly FoundBreach[],
): { readonly itemId: ItemId; readonly to: TeamId }[] {
  const given = passing.items.flatMap(({ itemId, form }) => {
    const item = state.playbook.items.get(itemId);
    if (item === undefined) return [];
    const tlp = form === 'sanitised' ? (item.sanitised?.tlp ?? item.tlp) : item.tlp;
    const isPersonal = item.personalData && form === 'full';
    if (!isPersonal && (tlp === 'CLEAR' || tlp === 'GREEN')) return [];
    const { scenario } = state.playbook;
    // Who is served by the sanitised form does not need the persons in the whole one.
    const needing = item.needs
      .filter(({ wholeForm }) => !isPersonal || wholeForm || item.sanitised === undefined)
      .flatMap(({ teams }) => teamsAddressed(scenario, teams));
    const entitled = isPersonal
      ? []
      : [
          ...teamsAddressed(scenario, releasableTo(item, form)),
          ...permittedTo(state, passing.tableId, item, form),
        ];
    return passing.teams
      .filter((teamId) => !isAt(state, teamId, passing.tableId))
      .filter((teamId) => !hasAnyway(state, item, teamId))
      .filter((teamId) => !needing.includes(teamId) && !entitled.includes(teamId))
      .filter((to) => !found.some((breach) => breach.itemId === itemId && breach.to === to))
      .map((to) => ({ itemId, to }));
  });
  return once(given);
}

function breachesOfItem(
  state: ExerciseState,
  passing: Passing,
  { itemId, form }: Passing['items'][number],
  seatId: SeatId | null,
): FoundBreach[] {
  const item = state.playbook.items.get(itemId);
  const held = markingHeld(state, passing.tableId, { itemId, form }, seatId);
  if (item === undefined || held === null) return [];
  const owns = isOriginator(state, item, passing.tableId);
  // Whoever set the marking may set another one.
  const marking = owns ? passing.marking : held;
  const isLowered = !owns && narrowness(passing.marking) < narrowness(held);
  const lowered: FoundBreach[] = isLowered ? [{ itemId, breach: 'lowered', to: null }] : [];
  const inPublic = marking === 'CLEAR' ? [] : publicly(state, passing);
  const outside = owns
    ? []
    : [
        ...passing.teams.filter((teamId) => !mayHave(state, passing, item, form, marking, teamId)),
        ...passing.contacts.filter(
          (contactId) =>
            !inPublic.includes(contactId) &&
            !mayHear(state, passing, item, form, marking, contactId),
        ),
      ];
  const breach: Breach = marking === 'RED' ? 'forwarded' : 'outside';
  return [
    ...lowered,
    ...inPublic.map((to): FoundBreach => ({ itemId, breach: 'public', to })),
    ...outside
      .filter((to) => !inPublic.includes(to))
      .map((to): FoundBreach => ({ itemId, breach, to })),
  ];
}

/** Whom a thing that is not TLP:CLEAR reaches in public: public contacts, or everybody by the press line. */
function publicly(state: ExerciseState, passing: Passing): (TeamId | ContactId)[] {
  if (passing.items.length === 0 && passing.marking === 'CLEAR') return [];
  if (passing.channel === 'press') return [...passing.teams, ...passing.contacts];
  return passing.contacts.filter((id) => state.playbook.contacts.get(id)?.isPublic === true);
}

function mayHave(
  state: ExerciseState,
  { tableId }: Passing,
  item: InformationItem,
  form: ItemForm,
  marking: TlpLabel,
  teamId: TeamId,
): boolean {
  if (isAt(state, teamId, tableId) || hasAnyway(state, item, teamId)) return true;
  if (marking === 'CLEAR' || marking === 'GREEN') return true;
  if (permittedTo(state, tableId, item, form).includes(teamId)) return true;
  if (isReleasable(state, item, form, teamId)) return true;
  const partyId = state.playbook.teams.get(teamId)?.party;
  return marking === 'AMBER' && partyId !== undefined && partiesAt(state, tableId).has(partyId);
}

function mayHear(
  state: ExerciseState,
  { tableId }: Passing,
  item: InformationItem,
  form: ItemForm,
  marking: TlpLabel,
  contactId: ContactId,
): boolean {
  if ((item.originator as string) === contactId) return true;
  if (marking === 'CLEAR' || marking === 'GREEN') return true;
  const partyId = state.playbook.contacts.get(contactId)?.party;
  if (partyId === undefined) return false;
  const named = releasableTo(item, form);
  if (named.includes(partyId) || named.includes(everyone)) return true;
  return marking === 'AMBER' && partiesAt(state, tableId).has(partyId);
}

/** Teams that the originator has permitted; whoever may have the whole form may have the other. */
function permittedTo(
  { permitted }: ExerciseState,
  tableId: TableId,
  { id }: InformationItem,
  form: ItemForm,
): readonly TeamId[] {
  const whole = permitted.get(holdingKey(id, 'full', tableId)) ?? [];
  return form === 'full'
    ? whole
    : [...whole, ...(permitted.get(holdingKey(id, form, tableId)) ?? [])];
}

/** A need is a need, but only what is named here may be given. */
function releasableTo(item: InformationItem, form: ItemForm): readonly Recipient[] {
  return form === 'full'
    ? item.releasableTo
    : [...item.releasableTo, ...(item.sanitised?.releasableTo ?? [])];
}

function isReleasable(
  { playbook }: ExerciseState,
  item: InformationItem,
  form: ItemForm,
  teamId: TeamId,
): boolean {
  return teamsAddressed(playbook.scenario, releasableTo(item, form)).includes(teamId);
}

function isOriginator(state: ExerciseState, item: InformationItem, tableId: TableId): boolean {
  return state.casting.tableOf.get(item.originator as TeamId) === tableId;
}

/** Whoever something comes from, or who has it from there too, is told nothing by it. */
function hasAnyway(state: ExerciseState, item: InformationItem, teamId: TeamId): boolean {
  const tableId = state.casting.tableOf.get(teamId);
  if (tableId === undefined) return false;
  return (
    isOriginator(state, item, tableId) ||
    teamsAddressed(state.playbook.scenario, item.holders).some((id) => isAt(state, id, tableId))
  );
}

function isAt({ casting }: ExerciseState, teamId: TeamId, tableId: TableId): boolean {
  return casting.tableOf.get(teamId) === tableId;
}

function partiesAt({ casting, playbook }: ExerciseState, tableId: TableId): Set<PartyId> {
  const teamIds = casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [];
  return new Set(teamIds.flatMap((teamId) => playbook.teams.get(teamId)?.party ?? []));
}
