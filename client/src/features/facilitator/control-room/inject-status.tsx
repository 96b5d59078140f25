/** Where an inject stands, as a badge: a word, a colour and a shape, never colour alone. */
import { Badge } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconClock,
  IconHandStop,
  IconHourglass,
  IconPlayerSkipForward,
  IconSend,
} from '@tabler/icons-react';
import type { FacilitatorEvent } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';

type Shown = FacilitatorEvent['status'] | 'held';

const looks = {
  waiting: { color: 'gray', variant: 'outline', Icon: IconHourglass },
  armed: { color: 'harbour', variant: 'light', Icon: IconClock },
  due: { color: 'orange.4', variant: 'filled', Icon: IconSend },
  held: { color: 'grape', variant: 'light', Icon: IconHandStop },
  released: { color: 'teal', variant: 'light', Icon: IconCheck },
  skipped: { color: 'gray', variant: 'light', Icon: IconPlayerSkipForward },
  recalled: { color: 'red', variant: 'light', Icon: IconArrowBackUp },
} as const satisfies Record<Shown, unknown>;

export function InjectStatus({ event }: { event: FacilitatorEvent }) {
  const { t } = useTranslation('facilitator');
  const shown = shownStatus(event);
  const { color, variant, Icon } = looks[shown];
  const time = timeOf(event);
  return (
    <Badge
      color={color}
      variant={variant}
      radius="sm"
      tt="none"
      size="md"
      leftSection={<Icon size={13} aria-hidden />}
      style={{ flexShrink: 0 }}
    >
      {time === null
        ? t(`status.${shown}`)
        : t(`statusAt.${shown}`, { time: formatPlayTime(time) })}
    </Badge>
  );
}

export function shownStatus(event: FacilitatorEvent): Shown {
  return event.isHeld ? 'held' : event.status;
}

function timeOf(event: FacilitatorEvent): number | null {
  if (event.status === 'released' || event.status === 'recalled') return event.releasedPlayMs;
  return event.status === 'armed' || event.isHeld ? event.dueAtMs : null;
}
