/** Expectations that are met by something other than an answer to their inject. */
import type { InjectId, ItemId, TableId, TeamId } from '../protocol/ids.js';
import type { Expectation } from '../scenario/inject-schema.js';
import { type Meeting, teamsAddressed } from '../scenario/playbook.js';
import type { Recipient } from '../scenario/world-schema.js';
import { obligationKey } from './exchange-state.js';
import type { FactBody } from './facts.js';
import { type ExerciseState, injectOf, injectState } from './state.js';
import { expectationKey } from './state-parts.js';

/** What of a table's unmet expectations a meeting satisfies, now that it happened. */
export function meetBy(meeting: Meeting, tableId: TableId, state: ExerciseState): FactBody[] {
  return (state.playbook.metBy.get(meeting) ?? []).flatMap(({ injectId, expectation }) =>
    meetIfDone(injectId, expectation, tableId, state),
  );
}

/** What had been done before the inject asked for it is done. */
export function metAtRelease(injectId: InjectId, state: ExerciseState): FactBody[] {
  const expectations = injectOf(state, injectId)?.expectations ?? [];
  const { tableIds } = injectState(state, injectId);
  return expectations.flatMap((expectation) => {
    const met = tableIds.flatMap((tableId) => meetIfDone(injectId, expectation, tableId, state));
    // Where any one table is enough, the first that had done it has.
    return expectation.by === 'any' ? met.slice(0, 1) : met;
  });
}

/** Whether a table could do what is expected: for sharing, somebody has to hold it, and somebody else to be there. */
export function isPossible(
  expectation: Expectation,
  tableId: TableId,
  state: ExerciseState,
): boolean {
  if (expectation.kind === 'share' && !isPlayed(expectation.item, state)) return false;
  return (
    !('with' in expectation) || expectation.with.some((to) => others(to, tableId, state).length > 0)
  );
}

/** An item whose holders nobody plays never comes into play. */
function isPlayed(itemId: ItemId, { playbook, casting }: ExerciseState): boolean {
  const holders = playbook.items.get(itemId)?.holders ?? [];
  return teamsAddressed(playbook.scenario, holders).some((teamId) => casting.tableOf.has(teamId));
}

function meetIfDone(
  injectId: InjectId,
  expectation: Expectation,
  tableId: TableId,
  state: ExerciseState,
): FactBody[] {
  const found = state.expectations.get(expectationKey(injectId, tableId, expectation.id));
  if (found?.status !== 'open' && found?.status !== 'missed') return [];
  if (!isDone(injectId, expectation, tableId, state)) return [];
  return [
    {
      type: 'ExpectationMet',
      injectId,
      tableId,
      expectationId: expectation.id,
      isLate: found.status === 'missed',
    },
  ];
}

function isDone(
  injectId: InjectId,
  expectation: Expectation,
  tableId: TableId,
  state: ExerciseState,
): boolean {
  switch (expectation.kind) {
    case 'acknowledge':
    case 'respond':
    case 'choose':
      return false;
    case 'share': {
      const told = state.told.get(`${expectation.item} ${tableId}`) ?? [];
      return haveAllHeard(expectation.with, told, tableId, state);
    }
    case 'message':
      return haveAllHeard(expectation.with, toldSince(injectId, tableId, state), tableId, state);
    case 'report': {
      const status = state.obligations.get(obligationKey(expectation.obligation, tableId))?.status;
      return status === 'met' || status === 'late';
    }
    case 'agree':
      return state.positions.get(expectation.position)?.status === 'agreed';
  }
}

/** For a party one of its teams is enough; for "all" it takes every team. */
function haveAllHeard(
  to: readonly Recipient[],
  told: readonly TeamId[],
  tableId: TableId,
  state: ExerciseState,
): boolean {
  return to.every((recipient) => {
    const teams = others(recipient, tableId, state);
    if (teams.length === 0) return true;
    return recipient === 'all'
      ? teams.every((teamId) => told.includes(teamId))
      : teams.some((teamId) => told.includes(teamId));
  });
}

/** The teams a recipient stands for, of those that somebody plays at another table. */
function others(to: Recipient, tableId: TableId, { playbook, casting }: ExerciseState): TeamId[] {
  return teamsAddressed(playbook.scenario, [to]).filter((teamId) => {
    const at = casting.tableOf.get(teamId);
    return at !== undefined && at !== tableId;
  });
}

/** Teams to which a table has written since an inject went out. */
function toldSince(injectId: InjectId, tableId: TableId, state: ExerciseState): TeamId[] {
  const since = injectState(state, injectId).releasedSeq ?? 0;
  return [...state.shares.values()]
    .filter((share) => share.tableId === tableId && share.seq > since)
    .flatMap(({ to }) => to.teams);
}
