/** One inject on the timeline: a shape, a number and, where there is room, its title. */
import {
  IconAlarm,
  IconArrowBackUp,
  IconCheck,
  IconClock,
  IconHandStop,
  IconHourglass,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconSend,
} from '@tabler/icons-react';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import type { Standing } from '../../logic/inject-standing';
import { classes } from './styles';

const icons = {
  released: IconCheck,
  overdue: IconAlarm,
  due: IconSend,
  next: IconPlayerPlay,
  armed: IconClock,
  waiting: IconHourglass,
  held: IconHandStop,
  skipped: IconPlayerSkipForward,
  recalled: IconArrowBackUp,
} as const satisfies Record<Standing, unknown>;

export interface TimelineChipProps {
  readonly chipKey: string;
  readonly injectId: InjectId;
  readonly number: string;
  readonly title: string;
  readonly standing: Standing;
  readonly atMs: number | null;
  readonly isEstimate: boolean;
  readonly isMovable: boolean;
  readonly isSelected: boolean;
  /** Whether Tab comes here. */
  readonly isCurrent: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Drawn anew only when something of it changed. No component of a library: there are hundreds. */
export const TimelineChip = memo(function TimelineChip(props: TimelineChipProps) {
  const { number, title, standing, atMs, isEstimate, x, y, width } = props;
  const { t } = useTranslation('facilitator');
  const Icon = icons[standing];
  const where = t(`standing.${standing}`);
  const time =
    atMs === null
      ? t('timeline.noTime')
      : isEstimate
        ? t('timeline.about', { time: formatPlayTime(atMs) })
        : formatPlayTime(atMs);
  const name = t('timeline.chip', { number, title, standing: where, time });
  return (
    <button
      type="button"
      className={classes.chip}
      style={{ width, transform: `translate(${x}px, ${y}px)` }}
      data-chip={props.chipKey}
      data-inject={props.injectId}
      data-standing={standing}
      data-estimate={isEstimate || undefined}
      data-movable={props.isMovable || undefined}
      data-selected={props.isSelected || undefined}
      tabIndex={props.isCurrent ? 0 : -1}
      aria-label={name}
      aria-pressed={props.isSelected}
      title={name}
    >
      {width < 60 ? null : <Icon size={14} aria-hidden />}
      <span className={classes.chipNumber}>#{number}</span>
      {width < 60 ? null : <span className={classes.chipTitle}>{title}</span>}
    </button>
  );
});
