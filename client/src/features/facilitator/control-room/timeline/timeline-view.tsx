/** The events list as a timeline: lanes, a now-line, chips that can be dragged to another moment. */
import { ActionIcon, Button, Group, SegmentedControl, Tooltip } from '@mantine/core';
import { IconArrowAutofitWidth, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import type { FacilitatorInject } from '@trilogue/engine/views/facilitator-view';
import { memo, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { useMay } from '../../hooks/use-may';
import type { MselView } from '../../hooks/use-msel';
import { useTools } from '../../hooks/use-room';
import { useStored } from '../../hooks/use-stored';
import { type LaneKind, laneKinds } from '../../logic/timeline-lanes';
import { clampZoom, snapMs, toPlayMs, toX, zoomToFit } from '../../logic/timeline-layout';
import { TimelineCanvas } from './timeline-canvas';
import { useChipKeys } from './use-chip-keys';
import { useHands } from './use-hands';
import { useMover } from './use-mover';
import { useTimeline } from './use-timeline';
import { useViewport } from './use-viewport';

/** Where the now-line is kept while the timeline follows it, as a share of the width. */
const nowShare = 0.35;

export interface TimelineViewProps {
  readonly msel: MselView;
  readonly injects: readonly FacilitatorInject[];
  readonly selected: InjectId | null;
  readonly onSelect: (injectId: InjectId) => void;
  readonly isNarrow: boolean;
}

export const TimelineView = memo(function TimelineView(props: TimelineViewProps) {
  const { msel, injects, selected, onSelect, isNarrow } = props;
  const { t } = useTranslation('facilitator');
  const { nowMs } = useTools();
  const may = useMay();
  const { view, times } = msel;
  const [by, setBy] = useStored<LaneKind>('trilogue.timeline.lanes', 'nation');
  const [pxPerMinute, setZoom] = useStored('trilogue.timeline.zoom', 12);
  const [isFollowing, setIsFollowing] = useState(true);
  const dockWidth = isNarrow ? 0 : 212;
  const mover = useMover(view, times);
  const { pending, setPending } = mover;
  const drawing = useTimeline({ msel, injects, by, pxPerMinute, dockWidth, pending });
  const { layout, width, untilMs } = drawing;
  const viewport = useViewport({ width, height: layout.height }, layout);
  const ghost = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);

  const zoomBy = useCallback(
    (factor: number, clientX?: number) => {
      const box = viewport.stage.current?.getBoundingClientRect();
      const anchor =
        box === undefined || clientX === undefined ? viewport.width / 2 : clientX - box.left;
      setZoom((old) => {
        const next = clampZoom(old * factor);
        const playMs = toPlayMs(viewport.at().x + anchor, old);
        viewport.panAfterDrawing(toX(playMs, next) - anchor);
        return next;
      });
    },
    [viewport, setZoom],
  );
  const fit = () => {
    setIsFollowing(false);
    setZoom(() => zoomToFit(untilMs, viewport.width - 220));
    viewport.panAfterDrawing(-24);
  };
  const msAt = (clientLeft: number) => {
    const left = viewport.stage.current?.getBoundingClientRect().left ?? 0;
    const step = snapMs(pxPerMinute);
    const ms = toPlayMs(viewport.at().x + clientLeft - left, pxPerMinute);
    return Math.max(Math.round(ms / step) * step, playMsAt(view.clock, nowMs()));
  };
  const tell = (text: string) => {
    if (ghost.current !== null) ghost.current.textContent = text;
  };

  useHands(body, {
    panBy: (dx, dy) => {
      if (dx !== 0) setIsFollowing(false);
      viewport.panBy(dx, dy);
    },
    zoomAt: zoomBy,
    onDrag: (_, left) => tell(formatPlayTime(msAt(left))),
    onDrop: (chip, left) => {
      tell('');
      // Written by the chip itself.
      mover.request({ injectId: chip.dataset.inject as InjectId, toMs: msAt(left) });
    },
    onCancel: () => tell(''),
  });

  const keys = useChipKeys({
    layout,
    root: viewport.root,
    zoom: zoomBy,
    fit,
    show: ({ x, y }, isDocked) => {
      setIsFollowing(false);
      const at = viewport.at();
      const isSeen = x > at.x && x + layout.chipWidth < at.x + viewport.width;
      viewport.panTo(isDocked || isSeen ? at.x : x - viewport.width / 3, Math.max(0, y - 60));
    },
    nudge: ({ chip }, steps) => {
      if (!chip.isMovable || !may.inject('MoveInject', chip.injectId)) return;
      const now = playMsAt(view.clock, nowMs());
      const from = pending?.injectId === chip.injectId ? pending.toMs : (chip.atMs ?? now);
      const step = snapMs(pxPerMinute);
      const toMs = Math.max(now, Math.round(from / step + steps) * step);
      setPending({ injectId: chip.injectId, toMs });
      tell(t('timeline.nudged', { time: formatPlayTime(toMs) }));
    },
    settle: ({ chip }) => {
      if (pending?.injectId !== chip.injectId) return false;
      tell('');
      mover.request(pending);
      return true;
    },
    cancel: () => {
      tell('');
      setPending(null);
      return pending !== null;
    },
  });

  return (
    <div style={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}>
      <Group px="xs" py={6} gap="xs" justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.lanes')}
          value={by}
          onChange={(value) => setBy(() => value)}
          data={laneKinds.map((value) => ({ value, label: t(`timeline.by.${value}`) }))}
        />
        <Group gap={4}>
          <Button
            size="compact-sm"
            variant={isFollowing ? 'light' : 'default'}
            aria-pressed={isFollowing}
            onClick={() => setIsFollowing((old) => !old)}
          >
            {t('timeline.follow')}
          </Button>
          <Zoom label={t('timeline.zoomOut')} onClick={() => zoomBy(1 / 1.4)}>
            <IconZoomOut size={16} aria-hidden />
          </Zoom>
          <Zoom label={t('timeline.zoomIn')} onClick={() => zoomBy(1.4)}>
            <IconZoomIn size={16} aria-hidden />
          </Zoom>
          <Zoom label={t('timeline.fit')} onClick={fit}>
            <IconArrowAutofitWidth size={16} aria-hidden />
          </Zoom>
        </Group>
      </Group>
      <TimelineCanvas
        viewport={viewport}
        drawing={drawing}
        msel={msel}
        pxPerMinute={pxPerMinute}
        isNarrow={isNarrow}
        selected={selected}
        current={keys.current}
        may={may}
        body={body}
        ghost={ghost}
        onKeyDown={keys.onKeyDown}
        onPick={(key, injectId) => {
          keys.setCurrent(key);
          onSelect(injectId);
        }}
        onNow={(x) => {
          if (isFollowing) viewport.panTo(x - viewport.width * nowShare, viewport.at().y);
        }}
      />
      {mover.dialog}
    </div>
  );
});

function Zoom(props: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon size={26} variant="default" aria-label={props.label} onClick={props.onClick}>
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
