/** Deciding together: stances, drafts, comments; and the staff's hand on it. */

import { openPosition } from '../../positions/agreement.js';
import type { PositionId, TableId } from '../../protocol/ids.js';
import type { PositionSubject } from '../command-parts.js';
import type { CommandOf } from '../commands.js';
import { type PositionState, waitingPosition } from '../exchange-state.js';
import { exerciseLimits } from '../exercise-limits.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { actingTable, isPlayer, seatOf } from './acting.js';

/**
 * A voice concurs, objects, abstains or reserves its position. Control may speak for any voice.
 * Rejections: `position/unknown`, `position/not-open`, `position/no-voice`,
 * `position/unknown-subject`, `position/old-version`.
 */
export function takeStance(run: Run, command: CommandOf<'TakeStance'>): Rejection | null {
  const { positionId, teamId, on, stance, reason } = command;
  const found = find(run, positionId);
  if ('code' in found) return found;
  const voice = found.voices.find((candidate) => candidate.teamId === teamId);
  const seatId = seatOf(run);
  const ownTable = seatId === null ? null : run.state.seats.get(seatId)?.tableId;
  if (voice === undefined || (isPlayer(run) && voice.tableId !== ownTable)) {
    return reject('position/no-voice', 'this table does not speak for that team');
  }
  const refused = checkOpen(found) ?? checkSubject(run, positionId, found, on);
  if (refused !== null) return refused;
  const { tableId } = voice;
  const isByControl = !isPlayer(run);
  run.add({ type: 'StanceTaken', positionId, teamId, tableId, on, stance, reason, isByControl });
  return null;
}

/**
 * A new version of the text, on top of the newest.
 * Rejections: `command/not-allowed`, `table/unknown`, `position/unknown`, `position/not-open`,
 * `position/no-text`, `position/old-version`, `position/too-much-text`.
 */
export function draftText(run: Run, command: CommandOf<'DraftText'>): Rejection | null {
  const { positionId, baseVersion, text } = command;
  const tableId = takingPart(run, positionId, command.tableId);
  if (typeof tableId !== 'string') return tableId;
  const now = run.state.positions.get(positionId) ?? waitingPosition;
  const refused = checkOpen(now) ?? checkText(run, positionId);
  if (refused !== null) return refused;
  if (baseVersion !== now.version) {
    return reject('position/old-version', 'somebody has written a newer version', {
      version: now.version,
    });
  }
  if (now.version >= exerciseLimits.versions) {
    return reject('position/too-much-text', 'there are versions enough');
  }
  run.add({ type: 'PositionDrafted', positionId, version: now.version + 1, tableId, text });
  return null;
}

/** Rejections: as `draftText`. */
export function commentOnDraft(run: Run, command: CommandOf<'CommentOnDraft'>): Rejection | null {
  const { positionId, version, text } = command;
  const tableId = takingPart(run, positionId, command.tableId);
  if (typeof tableId !== 'string') return tableId;
  const now = run.state.positions.get(positionId) ?? waitingPosition;
  const refused = checkOpen(now) ?? checkText(run, positionId);
  if (refused !== null) return refused;
  if (version > now.version) {
    return reject('position/old-version', 'there is no such version', { version: now.version });
  }
  if (now.comments >= exerciseLimits.comments) {
    return reject('position/too-much-text', 'there are comments enough');
  }
  run.add({ type: 'DraftCommented', positionId, version, tableId, text });
  return null;
}

/** Rejections: `position/unknown`, `position/already-open`, `position/no-voice`. */
export function openPositionByHand(
  run: Run,
  { positionId }: CommandOf<'OpenPosition'>,
): Rejection | null {
  if (!run.state.playbook.positions.has(positionId)) return unknown(positionId);
  if (run.state.positions.has(positionId)) {
    return reject('position/already-open', 'it was opened before');
  }
  const [body] = openPosition(run.state, positionId, run.playMs);
  if (body === undefined) return reject('position/no-voice', 'none of its voices is played');
  run.add(body);
  return null;
}

/** Rejections: `position/unknown`, `position/not-open`. */
export function extendPosition(
  run: Run,
  { positionId, byMs }: CommandOf<'ExtendPosition'>,
): Rejection | null {
  const now = run.state.positions.get(positionId);
  if (now === undefined) return unknown(positionId);
  const refused = checkOpen(now);
  if (refused !== null) return refused;
  run.add({ type: 'PositionExtended', positionId, dueAtMs: (now.dueAtMs ?? run.playMs) + byMs });
  return null;
}

/**
 * What was agreed, or that nothing was, as a controller says, whatever the voices said.
 * Rejections: `position/unknown`, `position/not-open`, `position/unknown-subject`,
 * `position/old-version`.
 */
export function overridePosition(
  run: Run,
  { positionId, agreedOn: on, reason }: CommandOf<'OverridePosition'>,
): Rejection | null {
  const now = run.state.positions.get(positionId);
  if (now === undefined) return unknown(positionId);
  // What failed by its deadline may have been agreed by telephone.
  if (now.status !== 'open' && now.status !== 'failed') {
    return reject('position/not-open', 'it is settled already', { status: now.status });
  }
  if (on === null) {
    if (now.status === 'failed') return reject('position/not-open', 'it has failed already');
    run.add({ type: 'PositionFailed', positionId, cause: 'person', reason });
    return null;
  }
  const refused = checkSubject(run, positionId, now, on);
  if (refused !== null) return refused;
  run.add({ type: 'PositionAgreed', positionId, on, cause: 'person', reason });
  return null;
}

/** A position that is not for this table does not exist for it. */
function find(run: Run, positionId: PositionId): PositionState | Rejection {
  const now = run.state.positions.get(positionId);
  if (now === undefined) return unknown(positionId);
  if (!isPlayer(run)) return now;
  const seatId = seatOf(run);
  const tableId = seatId === null ? null : run.state.seats.get(seatId)?.tableId;
  return tableId != null && now.tableIds.includes(tableId) ? now : unknown(positionId);
}

function takingPart(
  run: Run,
  positionId: PositionId,
  asked: TableId | undefined,
): TableId | Rejection {
  const tableId = actingTable(run, asked);
  if (typeof tableId !== 'string') return tableId;
  const now = run.state.positions.get(positionId);
  return now?.tableIds.includes(tableId) ? tableId : unknown(positionId);
}

function checkOpen({ status }: PositionState): Rejection | null {
  return status === 'open'
    ? null
    : reject('position/not-open', 'it is not being decided', { status });
}

function checkText({ state }: Run, positionId: PositionId): Rejection | null {
  return state.playbook.positions.get(positionId)?.text === undefined
    ? reject('position/no-text', 'here an option is chosen, no text drafted')
    : null;
}

function checkSubject(
  { state }: Run,
  positionId: PositionId,
  now: PositionState,
  on: PositionSubject,
): Rejection | null {
  const position = state.playbook.positions.get(positionId);
  if (on.kind === 'option') {
    return position?.options?.some(({ id }) => id === on.optionId)
      ? null
      : reject('position/unknown-subject', 'there is no such option');
  }
  if (position?.text === undefined) {
    return reject('position/unknown-subject', 'here an option is chosen, no text drafted');
  }
  return on.version === now.version
    ? null
    : reject('position/old-version', 'only the newest version can be decided on', {
        version: now.version,
      });
}

function unknown(positionId: PositionId): Rejection {
  return reject('position/unknown', `no joint position "${positionId}" here`);
}
