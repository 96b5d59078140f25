/** Above the lanes: modules as bands, and play time. */
import type { FacilitatorPhase } from '@trilogue/engine/views/facilitator-view';
import { memo } from 'react';
import { formatPlayTime } from '../../../../ui/format-time';
import { useTools } from '../../hooks/use-room';
import type { ExpectedTimes } from '../../logic/expected-times';
import { ticksBetween, toX } from '../../logic/timeline-layout';
import { classes } from './styles';

export interface TimelineAxisProps {
  readonly phases: Readonly<Record<string, FacilitatorPhase>>;
  readonly times: ExpectedTimes['phases'];
  readonly left: number;
  readonly right: number;
  readonly pxPerMinute: number;
}

export const TimelineAxis = memo(function TimelineAxis(props: TimelineAxisProps) {
  const { phases, times, left, right, pxPerMinute } = props;
  return (
    <div className={classes.axis}>
      <div className={classes.layer} data-pan="x">
        {bands(phases, times).map(({ phase, fromMs, untilMs }) => (
          <Band key={phase.id} {...{ phase, fromMs, untilMs, pxPerMinute }} />
        ))}
        {ticksBetween(left, right, pxPerMinute).map((ms) => (
          <span
            key={ms}
            className={classes.tick}
            style={{ transform: `translateX(${toX(ms, pxPerMinute)}px)` }}
          >
            {formatPlayTime(ms)}
          </span>
        ))}
      </div>
    </div>
  );
});

export const GridLines = memo(function GridLines(
  props: Pick<TimelineAxisProps, 'left' | 'right' | 'pxPerMinute'>,
) {
  const { left, right, pxPerMinute } = props;
  return (
    <div className={classes.layer} data-pan="x" aria-hidden>
      {ticksBetween(left, right, pxPerMinute).map((ms) => (
        <div
          key={ms}
          className={classes.gridLine}
          style={{ transform: `translateX(${toX(ms, pxPerMinute)}px)` }}
        />
      ))}
    </div>
  );
});

function Band(props: {
  phase: FacilitatorPhase;
  fromMs: number;
  untilMs: number | null;
  pxPerMinute: number;
}) {
  const { phase, fromMs, untilMs, pxPerMinute } = props;
  const { names } = useTools();
  const x = toX(fromMs, pxPerMinute);
  const width = untilMs === null ? openBandPx : toX(untilMs, pxPerMinute) - x - 2;
  const state = phase.leftPlayMs !== null ? 'over' : phase.enteredPlayMs === null ? 'ahead' : 'now';
  return (
    <span
      className={classes.band}
      data-state={state}
      title={names.text(phase.title)}
      style={{ transform: `translateX(${x}px)`, width: Math.max(8, width) }}
    >
      {names.text(phase.title)}
    </span>
  );
}

/** Of a module whose end nobody can tell. */
const openBandPx = 600;

/** Outer modules only: inner ones would stand on top of each other. */
function bands(phases: TimelineAxisProps['phases'], times: TimelineAxisProps['times']) {
  const shown = Object.values(phases)
    .filter(({ parentId, id }) => parentId === null && times.has(id))
    .map((phase) => ({ phase, fromMs: times.get(phase.id)?.atMs ?? 0 }))
    .sort((a, b) => a.fromMs - b.fromMs);
  return shown.map(({ phase, fromMs }, index) => ({
    phase,
    fromMs,
    untilMs: phase.leftPlayMs ?? shown[index + 1]?.fromMs ?? null,
  }));
}
