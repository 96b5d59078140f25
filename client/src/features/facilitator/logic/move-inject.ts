/** What it means to move an inject to another moment, and whether to ask before. */
import type { PhaseId } from '@trilogue/engine/protocol/ids';
import type {
  FacilitatorEvent,
  FacilitatorInject,
  FacilitatorPhase,
} from '@trilogue/engine/views/facilitator-view';
import type { Expected } from './expected-times';

/** Further than this, in ms of play time, it is asked first: a slip of the hand goes far. */
export const farMs = 10 * 60_000;

export type MoveWarning = 'far' | 'leavesTrigger' | 'otherModule';

export type MoveJudgement =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'go'; readonly toMs: number }
  | { readonly kind: 'ask'; readonly toMs: number; readonly warnings: readonly MoveWarning[] };

export interface MoveWish {
  readonly inject: Pick<FacilitatorInject, 'trigger' | 'phaseId'>;
  readonly event: Pick<FacilitatorEvent, 'status' | 'dueAtMs'>;
  readonly toMs: number;
  readonly nowPlayMs: number;
  readonly phases: Readonly<Record<string, FacilitatorPhase>>;
  readonly phaseTimes: ReadonlyMap<PhaseId, Expected>;
}

/** A moment that has passed means now. */
export function judgeMove(wish: MoveWish): MoveJudgement {
  const { inject, event, nowPlayMs, phases, phaseTimes } = wish;
  const toMs = Math.max(Math.ceil(wish.toMs), Math.ceil(nowPlayMs));
  if (event.dueAtMs !== null && toMs === event.dueAtMs) return { kind: 'nothing' };
  const warnings: MoveWarning[] = [];
  if (event.dueAtMs === null && inject.trigger.kind !== 'at') warnings.push('leavesTrigger');
  if (event.dueAtMs !== null && Math.abs(toMs - event.dueAtMs) > farMs) warnings.push('far');
  if (isOutside(inject.phaseId, toMs, phases, phaseTimes)) warnings.push('otherModule');
  return warnings.length === 0 ? { kind: 'go', toMs } : { kind: 'ask', toMs, warnings };
}

/** Before its module is expected to begin, or after the next one of the same level is. */
function isOutside(
  phaseId: PhaseId,
  toMs: number,
  phases: MoveWish['phases'],
  times: MoveWish['phaseTimes'],
): boolean {
  const own = phases[phaseId];
  const start = times.get(phaseId);
  if (own === undefined || start === undefined) return false;
  if (toMs < start.atMs) return true;
  return own.exits.some(({ to }) => {
    const next = times.get(to);
    return next !== undefined && next.atMs > start.atMs && toMs > next.atMs;
  });
}
