/** What follows from items coming into play and from being passed on. */
import type { Consequence } from '../exercise/consequence.js';
import type { FactBody, FactOf } from '../exercise/facts.js';
import { meetBy } from '../exercise/meetings.js';
import type { ExerciseState } from '../exercise/state.js';
import type { InjectId, ItemId, SeatId } from '../protocol/ids.js';
import { teamsAddressed } from '../scenario/playbook.js';
import { breachesOf, needlessOf, type Passing } from './markings.js';

/** The items that an inject brings to its holders; for null, those that are there from StartEx. */
export function giveItems(injectId: InjectId | null, state: ExerciseState): FactBody[] {
  return (state.playbook.itemsWith.get(injectId) ?? []).flatMap((itemId): FactBody[] => {
    const holders = teamsAddressed(
      state.playbook.scenario,
      state.playbook.items.get(itemId)?.holders ?? [],
    );
    const tableIds = state.casting.tables
      .filter(({ teamIds }) => teamIds.some((teamId) => holders.includes(teamId)))
      .map(({ tableId }) => tableId);
    return tableIds.length === 0 ? [] : [{ type: 'ItemGiven', itemId, tableIds }];
  });
}

/** What a share breaks, needlessly tells, satisfies and answers. */
export function afterShare(fact: FactOf<'InformationShared'>, state: ExerciseState): Consequence[] {
  const passing = passingOf(fact);
  const broken = breachesOf(state, passing, senderOf(fact, state));
  const needless = needlessOf(state, passing, broken);
  const { tableId, seq: shareSeq } = fact;
  // In both forms it is still one item.
  const itemIds = [...new Set(fact.items.map(({ itemId }) => itemId))];
  return [
    () => [
      ...broken.map((found): FactBody => ({ type: 'MarkingBroken', tableId, shareSeq, ...found })),
      ...needless.map((found): FactBody => ({ type: 'OverShared', tableId, shareSeq, ...found })),
    ],
    (now) => needsMetBy(fact, itemIds, now),
    (now) => answerRequest(fact, now),
    (now) => itemIds.flatMap((itemId) => meetBy(`share ${itemId}`, tableId, now)),
    (now) => meetBy('message', tableId, now),
  ];
}

function passingOf({ tableId, to, channel, marking, items }: FactOf<'InformationShared'>): Passing {
  return { tableId, teams: to.teams, contacts: to.contacts, channel, marking, items };
}

/** Null for staff, who may use whatever their table holds. */
function senderOf(
  { by, tableId }: FactOf<'InformationShared'>,
  state: ExerciseState,
): SeatId | null {
  if (by.kind !== 'seat') return null;
  return state.seats.get(by.seatId)?.tableId === tableId ? by.seatId : null;
}

/** Each team that needs an item counts once, when it first hears of it from somebody else. */
function needsMetBy(
  fact: FactOf<'InformationShared'>,
  itemIds: readonly ItemId[],
  state: ExerciseState,
): FactBody[] {
  const { tableId, seq: shareSeq, to, items, playMs } = fact;
  return itemIds.flatMap((itemId) => {
    const isWhole = items.some((item) => item.itemId === itemId && item.form === 'full');
    const heldSince = state.itemsHeldSince.get(itemId) ?? playMs;
    const needs = state.playbook.items.get(itemId)?.needs ?? [];
    return needs.flatMap(({ teams, withinMinutes, wholeForm }, need) =>
      teamsAddressed(state.playbook.scenario, teams)
        .filter(() => isWhole || !wholeForm)
        .filter((teamId) => to.teams.includes(teamId))
        .filter((teamId) => state.casting.tableOf.get(teamId) !== tableId)
        .filter((teamId) => !state.needsMet.has(`${itemId} ${need} ${teamId}`))
        .map((teamId): FactBody => {
          const isLate = playMs > heldSince + Math.round(withinMinutes * 60_000);
          return { type: 'NeedMet', tableId, shareSeq, itemId, need, teamId, isLate };
        }),
    );
  });
}

/** Sharing in reply to a request grants it, though somebody else who was asked declined. */
function answerRequest(
  { inReplyTo, tableId }: FactOf<'InformationShared'>,
  state: ExerciseState,
): FactBody[] {
  const request = inReplyTo === null ? undefined : state.requests.get(String(inReplyTo));
  return request === undefined || request.answer?.isGranted === true
    ? []
    : [{ type: 'RequestAnswered', requestSeq: request.seq, tableId, isGranted: true, text: '' }];
}
