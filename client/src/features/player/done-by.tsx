/** Who did it and when, in play time. What followed by itself has nobody. */
import { Text } from '@mantine/core';
import type { PlayerDelivery } from '@trilogue/engine/views/player-view';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../ui/format-time';
import { useNameOf } from './use-player';

type Stamp = NonNullable<PlayerDelivery['acknowledged']>;

export function DoneBy({ stamp }: { stamp: Stamp }) {
  const { t } = useTranslation('player');
  const nameOf = useNameOf();
  const time = formatPlayTime(stamp.playMs);
  return (
    <Text span size="xs" c="dimmed" className="tabular">
      {stamp.seatId === null
        ? t('doneAt', { time })
        : t('doneBy', { name: nameOf(stamp.seatId), time })}
    </Text>
  );
}
