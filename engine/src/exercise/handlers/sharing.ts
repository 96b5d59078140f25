/** Passing information on, asking for it, and asking whether one may. */
import type { ItemId, SeatId, TableId, TeamId } from '../../protocol/ids.js';
import type { ItemForm } from '../../scenario/sharing-schema.js';
import { breachesOf, markingHeld } from '../../sharing/markings.js';
import type { CommandOf } from '../commands.js';
import { exerciseLimits } from '../exercise-limits.js';
import type { FactOf } from '../facts.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { controlTableId } from '../state-parts.js';
import { actingTable, isPlayer, seatOf } from './acting.js';

/**
 * Passes information, with or without items, to other teams and contacts. Breaking a marking is
 * possible, as in life; in coach mode the sender is warned first.
 * Rejections: `command/not-allowed`, `table/unknown`, `share/too-many`, `share/no-such-recipient`,
 * `share/nobody-else`, `item/unknown`, `share/red-needs-seats`, `share/seats-only-for-red`,
 * `share/seat-not-there`, `request/unknown`, `share/breaks-marking`.
 */
export function shareInformation(
  run: Run,
  command: CommandOf<'ShareInformation'>,
): Rejection | null {
  const tableId = actingTable(run, command.tableId);
  if (typeof tableId !== 'string') return tableId;
  const to = addressed(run, tableId, command.to);
  if ('code' in to) return to;
  const { seatIds, channel, marking, items, facts, confidence, ask, inReplyTo } = command;
  const refused =
    checkItems(run, tableId, items) ??
    checkSeats(run, to, marking === 'RED', seatIds) ??
    checkReply(run, tableId, inReplyTo);
  if (refused !== null) return refused;
  const passing = { tableId, teams: to.teams, contacts: to.contacts, channel, marking, items };
  if (run.state.mode === 'coach' && isPlayer(run) && !command.evenSo) {
    const [first] = breachesOf(run.state, passing, seatOf(run));
    if (first !== undefined) {
      return reject('share/breaks-marking', 'it would break a marking; send it even so?', {
        breach: first.breach,
        ...(first.itemId !== null && { itemId: first.itemId }),
        ...(first.to !== null && { to: first.to }),
      });
    }
  }
  run.add({
    type: 'InformationShared',
    tableId,
    to,
    seatIds,
    channel,
    marking,
    items: [...new Map(items.map((item) => [`${item.itemId} ${item.form}`, item])).values()],
    facts,
    confidence,
    ask,
    inReplyTo,
  });
  return null;
}

/** Rejections: as `shareInformation`, as far as they apply. */
export function requestInformation(
  run: Run,
  command: CommandOf<'RequestInformation'>,
): Rejection | null {
  const tableId = actingTable(run, command.tableId);
  if (typeof tableId !== 'string') return tableId;
  const to = addressed(run, tableId, command.to);
  if ('code' in to) return to;
  const { channel, marking, text } = command;
  run.add({ type: 'InformationRequested', tableId, to, channel, marking, text });
  return null;
}

/**
 * Asks an item's originator whether it may go to some teams.
 * Rejections: `command/not-allowed`, `table/unknown`, `item/unknown`, `share/no-such-recipient`,
 * `share/too-many`, `request/not-needed`.
 */
export function requestPermission(
  run: Run,
  command: CommandOf<'RequestPermission'>,
): Rejection | null {
  const tableId = actingTable(run, command.tableId);
  if (typeof tableId !== 'string') return tableId;
  const { itemId, form, teams, reason } = command;
  const refused =
    checkItems(run, tableId, [{ itemId, form }]) ??
    checkTeams(run, teams) ??
    checkCount(run, tableId);
  if (refused !== null) return refused;
  const { casting, playbook } = run.state;
  const originator = playbook.items.get(itemId)?.originator as TeamId;
  const originatorId = casting.tableOf.get(originator) ?? null;
  if (originatorId === tableId) {
    return reject('request/not-needed', 'the item is this table’s own');
  }
  run.add({
    type: 'PermissionRequested',
    tableId,
    itemId,
    form,
    teams: [...new Set(teams)],
    originatorId,
    reason,
  });
  return null;
}

/**
 * Grants or denies a permission, or declines to give information; giving it is a share in reply.
 * Control answers whatever is asked of a contact, and may answer for any table.
 * Rejections: `request/unknown`, `request/already-answered`, `command/not-allowed`, `table/unknown`.
 */
export function answerRequest(run: Run, command: CommandOf<'AnswerRequest'>): Rejection | null {
  const { requestSeq, isGranted, text } = command;
  const request = run.state.requests.get(String(requestSeq));
  const unknown = reject('request/unknown', 'this table was asked nothing of the kind');
  if (request === undefined) return unknown;
  let tableId: TableId | null = null;
  if (isPlayer(run) || command.tableId !== undefined) {
    const own = actingTable(run, command.tableId);
    if (typeof own !== 'string') return own;
    const asked = request.kind === 'permission' ? [request.originatorId] : request.to.tableIds;
    if (isPlayer(run) && !asked.includes(own)) return unknown;
    tableId = own;
  }
  if (request.answer !== null) {
    return reject('request/already-answered', 'it was answered before');
  }
  run.add({ type: 'RequestAnswered', requestSeq, tableId, isGranted, text });
  return null;
}

/** Teams at the sender's own table need not be told. */
function addressed(
  run: Run,
  tableId: TableId,
  to: CommandOf<'ShareInformation'>['to'],
): FactOf<'InformationShared'>['to'] | Rejection {
  const { casting, playbook } = run.state;
  const tooMany = checkTeams(run, to.teams) ?? checkCount(run, tableId);
  if (tooMany !== null) return tooMany;
  const stranger = to.contacts.find((id) => !playbook.contacts.get(id)?.reachable);
  if (stranger !== undefined) {
    return reject('share/no-such-recipient', 'there is no such address', { to: stranger });
  }
  const teams = [...new Set(to.teams)].filter((id) => casting.tableOf.get(id) !== tableId);
  const contacts = [...new Set(to.contacts)];
  if (teams.length + contacts.length === 0) {
    return reject('share/nobody-else', 'everybody named sits at this very table');
  }
  const tables = teams.flatMap((id): TableId[] => {
    const at = casting.tableOf.get(id);
    return at === undefined ? [] : [at];
  });
  return { teams, contacts, tableIds: [...new Set(tables)] };
}

/** A team that nobody plays can't be written to. */
function checkTeams({ state }: Run, teams: readonly TeamId[]): Rejection | null {
  const stranger = teams.find((id) => !state.casting.tableOf.has(id));
  return stranger === undefined
    ? null
    : reject('share/no-such-recipient', 'there is no such address', { to: stranger });
}

function checkCount({ state }: Run, tableId: TableId): Rejection | null {
  const isOwn = (sent: { readonly tableId: TableId }) => sent.tableId === tableId;
  const sent = state.shares.count(isOwn) + state.requests.count(isOwn);
  return sent < exerciseLimits.shares
    ? null
    : reject('share/too-many', `a table sends at most ${exerciseLimits.shares}`);
}

/** What a table does not hold does not exist for it. */
function checkItems(
  run: Run,
  tableId: TableId,
  items: readonly { readonly itemId: ItemId; readonly form: ItemForm }[],
): Rejection | null {
  const seatId = isPlayer(run) ? seatOf(run) : null;
  const lacking = items.find((item) => markingHeld(run.state, tableId, item, seatId) === null);
  return lacking === undefined
    ? null
    : reject('item/unknown', 'this table holds no such item', { itemId: lacking.itemId });
}

/** TLP:RED is for persons: somebody at every table that gets it. Control's table has none to name. */
function checkSeats(
  { state }: Run,
  to: FactOf<'InformationShared'>['to'],
  isRed: boolean,
  seatIds: readonly SeatId[],
): Rejection | null {
  if (!isRed) {
    return seatIds.length === 0
      ? null
      : reject('share/seats-only-for-red', 'only TLP:RED goes to named persons');
  }
  const tables = new Set<TableId>();
  for (const seatId of seatIds) {
    const seat = state.seats.get(seatId);
    if (!seat || seat.isGone || seat.tableId === null || !to.tableIds.includes(seat.tableId)) {
      return reject('share/seat-not-there', 'this person sits at none of those tables', { seatId });
    }
    tables.add(seat.tableId);
  }
  const unnamed = to.tableIds.find((tableId) => tableId !== controlTableId && !tables.has(tableId));
  return unnamed === undefined
    ? null
    : reject('share/red-needs-seats', 'TLP:RED needs a person at each table', { tableId: unnamed });
}

function checkReply({ state }: Run, tableId: TableId, seq: number | null): Rejection | null {
  if (seq === null) return null;
  const request = state.requests.get(String(seq));
  return request?.kind === 'information' && request.to.tableIds.includes(tableId)
    ? null
    : reject('request/unknown', 'this table was asked nothing of the kind');
}
