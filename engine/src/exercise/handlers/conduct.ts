/** The facilitator's hand on the events list: confirm, release, hold, move, skip, recall, extend. */
import type { InjectId } from '../../protocol/ids.js';
import type { ExitRef } from '../../scenario/playbook.js';
import type { CommandOf } from '../commands.js';
import { type Rejection, type RejectionCode, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { injectOf, injectState } from '../state.js';
import { exitKey, expectationKey, type InjectState, type InjectStatus } from '../state-parts.js';
import { release, takeExitFrom } from '../steps.js';

const unreleased: readonly InjectStatus[] = ['waiting', 'armed', 'due'];

/**
 * Lets go what came due and waits for a controller.
 * Rejections: `inject/unknown`, `inject/held`, `inject/not-due`, `inject/already-released`,
 * `exit/unknown`, `exit/not-due`.
 */
export function confirm(run: Run, { item }: CommandOf<'Confirm'>): Rejection | null {
  if (item.kind === 'inject') {
    const found = find(run, item.injectId, ['due'], 'inject/not-due');
    if ('code' in found) return found;
    if (found.isHeld) return reject('inject/held', 'it is held; let it go on first');
    run.add(release(run.state, item.injectId, run.playMs), found.armedBy);
    return null;
  }
  const due = run.state.exits.get(exitKey(item));
  if (due?.status !== 'due') return reject('exit/not-due', 'this way out of the phase is not due');
  return leavePhase(run, item, due.armedBy);
}

/** Now, whatever it waits for. Rejections: `inject/unknown`, `inject/already-released`, `inject/recalled`. */
export function releaseInject(
  run: Run,
  { injectId }: CommandOf<'ReleaseInject'>,
): Rejection | null {
  const found = find(run, injectId, [...unreleased, 'skipped'], 'inject/not-waiting');
  if ('code' in found) return found;
  run.add(release(run.state, injectId, run.playMs));
  return null;
}

/** Rejections: `inject/unknown`, `inject/already-held`, `inject/already-released`, `inject/not-waiting`. */
export function holdInject(run: Run, { injectId }: CommandOf<'HoldInject'>): Rejection | null {
  const found = find(run, injectId, unreleased, 'inject/not-waiting');
  if ('code' in found) return found;
  if (found.isHeld) return reject('inject/already-held', 'it is held already');
  run.add({ type: 'InjectHeld', injectId });
  return null;
}

/** A moment that passed meanwhile comes due at once. Rejections: as `holdInject`, `inject/not-held`. */
export function unholdInject(run: Run, { injectId }: CommandOf<'UnholdInject'>): Rejection | null {
  const found = find(run, injectId, unreleased, 'inject/not-waiting');
  if ('code' in found) return found;
  if (!found.isHeld) return reject('inject/not-held', 'it is not held');
  run.add({ type: 'InjectUnheld', injectId });
  return null;
}

/** To another moment of play. Rejections: `inject/unknown`, `inject/already-released`, `inject/moment-passed`. */
export function moveInject(
  run: Run,
  { injectId, dueAtMs }: CommandOf<'MoveInject'>,
): Rejection | null {
  const found = find(run, injectId, [...unreleased, 'skipped'], 'inject/not-waiting');
  if ('code' in found) return found;
  if (dueAtMs < run.playMs) {
    return reject('inject/moment-passed', 'that moment of play has passed', {
      playMs: run.playMs,
      dueAtMs,
    });
  }
  run.add({ type: 'InjectMoved', injectId, dueAtMs });
  return null;
}

/** Rejections: `inject/unknown`, `inject/already-released`, `inject/not-waiting`. */
export function skipInject(
  run: Run,
  { injectId, reason }: CommandOf<'SkipInject'>,
): Rejection | null {
  const found = find(run, injectId, unreleased, 'inject/not-waiting');
  if ('code' in found) return found;
  run.add({ type: 'InjectSkipped', injectId, cause: 'person', reason });
  return null;
}

/** Takes a released inject back. Rejections: `inject/unknown`, `inject/not-released`, `inject/recalled`. */
export function recallInject(
  run: Run,
  { injectId, reason }: CommandOf<'RecallInject'>,
): Rejection | null {
  const found = find(run, injectId, ['released'], 'inject/not-released');
  if ('code' in found) return found;
  run.add({ type: 'InjectRecalled', injectId, reason });
  return null;
}

/** A controller opens a way out of an active phase. Rejections: `exit/unknown`. */
export function takeExit(run: Run, { phaseId, exit }: CommandOf<'TakeExit'>): Rejection | null {
  return leavePhase(run, { phaseId, exit }, null);
}

/**
 * More time for one table. A deadline already missed is open again, counted from now.
 * Rejections: `expectation/unknown`, `expectation/settled`.
 */
export function extendDeadline(run: Run, command: CommandOf<'ExtendDeadline'>): Rejection | null {
  const { injectId, expectationId, tableId, byMs } = command;
  const expectation = run.state.expectations.get(expectationKey(injectId, tableId, expectationId));
  if (expectation === undefined) {
    return reject('expectation/unknown', 'nothing of the kind is expected of this table');
  }
  const { status } = expectation;
  const isRecalled = injectState(run.state, injectId).status === 'recalled';
  if ((status !== 'open' && status !== 'missed') || isRecalled) {
    return reject('expectation/settled', 'it is settled already', { status });
  }
  const from = status === 'open' ? expectation.dueAtMs : Math.max(expectation.dueAtMs, run.playMs);
  run.add({ type: 'DeadlineExtended', injectId, tableId, expectationId, dueAtMs: from + byMs });
  return null;
}

export function showScores(
  run: Run,
  { players, observers }: CommandOf<'ShowScores'>,
): Rejection | null {
  const shown = run.state.scoresShown;
  if (shown.players !== players || shown.observers !== observers) {
    run.add({ type: 'ScoresShown', players, observers });
  }
  return null;
}

function leavePhase(run: Run, ref: ExitRef, causedBy: number | null): Rejection | null {
  const body = takeExitFrom(run.state, ref, true, run.playMs);
  if (body === null) return reject('exit/unknown', 'no such way out of a phase that is running');
  run.add(body, causedBy);
  return null;
}

function find(
  { state }: Run,
  injectId: InjectId,
  allowed: readonly InjectStatus[],
  otherwise: RejectionCode,
): InjectState | Rejection {
  if (injectOf(state, injectId) === undefined) {
    return reject('inject/unknown', `no inject "${injectId}"`);
  }
  const found = injectState(state, injectId);
  if (allowed.includes(found.status)) return found;
  if (found.status === 'released') return reject('inject/already-released', 'it went out already');
  if (found.status === 'recalled') return reject('inject/recalled', 'it was recalled');
  return reject(otherwise, `it is ${found.status}`, { status: found.status });
}
