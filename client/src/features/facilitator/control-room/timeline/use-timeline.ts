/** What the timeline draws: lanes, their chips and their places, from the view and the zoom. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import type { FacilitatorInject } from '@trilogue/engine/views/facilitator-view';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../../connection/exercise-context';
import type { MselView } from '../../hooks/use-msel';
import { useTools } from '../../hooks/use-room';
import { everyoneLane, type LaneKind, noLane, toLanes } from '../../logic/timeline-lanes';
import { toLayout, toX } from '../../logic/timeline-layout';
import type { PendingMove } from './use-mover';

/** How often estimates are held against the clock, in ms. */
const lookEveryMs = 15_000;
/** Room behind the last chip, in pixels. */
const tailPx = 600;

export interface TimelineWish {
  readonly msel: MselView;
  readonly injects: readonly FacilitatorInject[];
  readonly by: LaneKind;
  readonly pxPerMinute: number;
  readonly dockWidth: number;
  readonly pending: PendingMove | null;
}

export function useTimeline({ msel, injects, by, pxPerMinute, dockWidth, pending }: TimelineWish) {
  const { view, standings, times } = msel;
  const { names } = useTools();
  const { t } = useTranslation('facilitator');
  const nowPlayMs = playMsAt(view.clock, useNow(lookEveryMs));
  const { events, cast, parties, objectives } = view;
  const lanes = useMemo(() => {
    const moments = new Map(times.injects);
    if (pending !== null) {
      moments.set(pending.injectId, { atMs: pending.toMs, isEstimate: false });
    }
    const source = { events, cast, parties, objectives };
    return toLanes({ view: source, injects, by, standings, times: moments, nowPlayMs });
  }, [events, cast, parties, objectives, injects, by, standings, times, nowPlayMs, pending]);
  const layout = useMemo(
    () => toLayout(lanes, pxPerMinute, dockWidth),
    [lanes, pxPerMinute, dockWidth],
  );
  const untilMs = useMemo(() => {
    const moments = [...times.injects.values(), ...times.phases.values()].map(({ atMs }) => atMs);
    return Math.max(nowPlayMs, 0, ...moments);
  }, [times, nowPlayMs]);
  const titles = useMemo(
    () => new Map<InjectId, string>(injects.map(({ id, title }) => [id, names.text(title)])),
    [injects, names],
  );
  const laneName = useMemo(() => {
    const known = new Map<string, string>([
      [everyoneLane, t('timeline.everyone')],
      [noLane, t(by === 'objective' ? 'timeline.noObjective' : 'timeline.nobody')],
      ...parties.map(({ id, name }) => [id, names.text(name)] as const),
      ...cast.teams.map(({ id, name }) => [id, names.text(name)] as const),
      ...Object.values(objectives).map(({ id, title }) => [id, names.text(title)] as const),
    ]);
    return (id: string) => known.get(id) ?? id;
  }, [by, parties, cast, objectives, names, t]);
  return { layout, titles, laneName, untilMs, width: toX(untilMs, pxPerMinute) + tailPx };
}
