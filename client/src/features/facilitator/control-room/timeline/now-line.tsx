/** Where play stands: moved once a second by transform, in a layer that pans. */
import { type ClockView, playMsAt } from '@trilogue/engine/views/clock-view';
import { useEffect, useRef } from 'react';
import { useNow } from '../../../../connection/exercise-context';
import { toX } from '../../logic/timeline-layout';
import { classes } from './styles';

export function NowLine(props: {
  clock: ClockView;
  pxPerMinute: number;
  /** Told where the line stands, each time it has moved. */
  onMove: (x: number) => void;
}) {
  const { clock, pxPerMinute, onMove } = props;
  const x = toX(playMsAt(clock, useNow(1_000)), pxPerMinute);
  const told = useRef(onMove);
  told.current = onMove;
  useEffect(() => told.current(x), [x]);
  return (
    <div className={classes.layer} data-pan="x" style={{ pointerEvents: 'none' }}>
      <div className={classes.now} data-now style={{ transform: `translateX(${x}px)` }} />
    </div>
  );
}
