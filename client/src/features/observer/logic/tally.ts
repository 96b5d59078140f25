/** What the room has done, in numbers: for the strip of joint positions and the closing page. */
import type { ObserverView } from '@trilogue/engine/views/observer-view';

export interface Tally {
  readonly injects: number;
  readonly answers: number;
  readonly decisions: number;
  readonly shares: number;
  readonly positions: {
    /** Still being decided. */
    readonly open: number;
    readonly agreed: number;
    readonly failed: number;
  };
}

/** Recalled messages count for nothing. */
export function tallyOf(happenings: ObserverView['happenings']): Tally {
  const all = Object.values(happenings);
  const count = (isOne: (happening: (typeof all)[number]) => boolean) => all.filter(isOne).length;
  const positions = (what: string) => count((one) => one.kind === 'position' && one.what === what);
  const agreed = positions('agreed');
  const failed = positions('failed');
  return {
    injects: count((one) => one.kind === 'inject' && !one.isRecalled),
    answers: count(({ kind }) => kind === 'response'),
    decisions: count(({ kind }) => kind === 'choice'),
    shares: count(({ kind }) => kind === 'share'),
    positions: { open: Math.max(0, positions('opened') - agreed - failed), agreed, failed },
  };
}
