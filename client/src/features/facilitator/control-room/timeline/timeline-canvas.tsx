/** The drawn part of the timeline: labels, lanes, chips, and what waits without a time. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MselView } from '../../hooks/use-msel';
import type { May } from '../../logic/may';
import { chipsIn, dockChipWidth, type PlacedChip } from '../../logic/timeline-layout';
import { NowLine } from './now-line';
import { classes } from './styles';
import { GridLines, TimelineAxis } from './timeline-axis';
import { TimelineChip } from './timeline-chip';
import type { useTimeline } from './use-timeline';
import type { Viewport } from './use-viewport';

export interface TimelineCanvasProps {
  readonly viewport: Viewport;
  readonly drawing: ReturnType<typeof useTimeline>;
  readonly msel: MselView;
  readonly pxPerMinute: number;
  readonly isNarrow: boolean;
  readonly selected: InjectId | null;
  readonly current: string | null;
  readonly may: May;
  readonly body: RefObject<HTMLDivElement | null>;
  readonly ghost: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPick: (key: string, injectId: InjectId) => void;
  readonly onNow: (x: number) => void;
}

export function TimelineCanvas(props: TimelineCanvasProps) {
  const { viewport, drawing, msel, pxPerMinute, isNarrow, body, ghost } = props;
  const { t } = useTranslation('facilitator');
  const { layout, laneName } = drawing;
  const { left, right, top, bottom } = viewport.window;
  const lanes = layout.lanes.filter(({ y, height }) => y <= bottom && y + height >= top);
  const pick = (event: MouseEvent) => {
    const chip = (event.target as Element).closest<HTMLElement>('[data-chip]');
    // Written by the chip itself.
    if (chip !== null) {
      props.onPick(chip.dataset.chip ?? '', chip.dataset.inject as InjectId);
    }
  };
  const draw = (placed: PlacedChip, width: number) => (
    <Chip key={placed.chip.key} placed={placed} width={width} {...props} />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its chips are buttons; this hears what bubbles up from them.
    <div
      ref={viewport.root}
      className={classes.timeline}
      data-narrow={isNarrow || undefined}
      onKeyDown={props.onKeyDown}
      onClick={pick}
    >
      <div className={classes.head}>
        <TimelineAxis
          phases={msel.view.phases}
          times={msel.times.phases}
          {...{ left, right, pxPerMinute }}
        />
        {isNarrow ? null : <div className={classes.dockHead}>{t('timeline.dock')}</div>}
      </div>
      <div ref={body} className={classes.body}>
        <div className={classes.labels}>
          <div className={classes.layer} data-pan="y">
            {lanes.map(({ lane, y, height }) => (
              <div key={lane.id} className={classes.label} style={{ top: y, height }}>
                {laneName(lane.id)}
              </div>
            ))}
          </div>
        </div>
        <div ref={viewport.stage} className={classes.stage} data-stage>
          <div className={classes.layer} data-pan="y" aria-hidden>
            {lanes.map(({ lane, y, height }) => (
              <div key={lane.id} className={classes.stripe} style={{ top: y, height }} />
            ))}
          </div>
          <GridLines {...{ left, right, pxPerMinute }} />
          <div className={classes.layer} data-pan="xy">
            {chipsIn(layout, viewport.window).map((placed) => draw(placed, layout.chipWidth))}
          </div>
          <NowLine clock={msel.view.clock} pxPerMinute={pxPerMinute} onMove={props.onNow} />
        </div>
        {isNarrow ? null : (
          <section className={classes.dock} aria-label={t('timeline.dock')}>
            <div className={classes.layer} data-pan="y">
              {lanes.map(({ lane, y, height }) => (
                <div key={lane.id} className={classes.stripe} style={{ top: y, height }} />
              ))}
              {lanes.flatMap(({ docked }) => docked.map((placed) => draw(placed, dockChipWidth)))}
            </div>
          </section>
        )}
      </div>
      <div ref={ghost} className={classes.ghost} role="status" />
    </div>
  );
}

function Chip(props: TimelineCanvasProps & { placed: PlacedChip; width: number }) {
  const { placed, width, drawing, selected, current, may } = props;
  const { chip, x, y } = placed;
  return (
    <TimelineChip
      chipKey={chip.key}
      injectId={chip.injectId}
      number={chip.number}
      title={drawing.titles.get(chip.injectId) ?? ''}
      standing={chip.standing}
      atMs={chip.atMs}
      isEstimate={chip.isEstimate}
      isMovable={chip.isMovable && may.inject('MoveInject', chip.injectId)}
      isSelected={selected === chip.injectId}
      isCurrent={current === chip.key}
      x={x}
      y={y}
      width={width}
    />
  );
}
