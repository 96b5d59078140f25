/** Help that has just flowed between nations, for the map's arcs. */
import type { PartyId } from '@trilogue/engine/protocol/ids';
import type { ObserverView } from '@trilogue/engine/views/observer-view';

export interface Flow {
  readonly id: string;
  readonly from: PartyId;
  readonly to: PartyId;
  /** By this device's clock. */
  readonly startedAtMs: number;
}

type Happenings = ObserverView['happenings'];

/** One for each pair of nations of each share that was not there before. */
export function newFlows(before: Happenings, now: Happenings, atMs: number): readonly Flow[] {
  return Object.entries(now).flatMap(([id, happening]) => {
    if (happening.kind !== 'share' || id in before) return [];
    const { from, to } = happening;
    return from.flatMap((giver) =>
      to
        .filter((taker) => taker !== giver)
        .map((taker) => ({
          id: `${id} ${giver} ${taker}`,
          from: giver,
          to: taker,
          startedAtMs: atMs,
        })),
    );
  });
}
