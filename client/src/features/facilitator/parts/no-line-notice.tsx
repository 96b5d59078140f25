/** While there is no line: since when, that times are this device's guess, and what becomes of what one does. */
import { Alert, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatWallTime } from '../../../ui/format-time';
import { patienceMs } from '../../../ui/no-line';
import { useStaysTrue } from '../../../ui/use-stays-true';
import { useRoom } from '../hooks/use-room';

export function NoLineNotice() {
  const { t, i18n } = useTranslation('facilitator');
  const { lostAtMs } = useRoom();
  const isAway = useIsAway();
  if (!isAway || lostAtMs === null) return null;
  return (
    <Alert color="orange" radius={0} p="xs" role="status" icon={<IconPlugConnectedX aria-hidden />}>
      <Text size="sm">
        <b>{t('noLine.since', { time: formatWallTime(lostAtMs, i18n.language) })}</b>{' '}
        {t('noLine.text')}
      </Text>
    </Alert>
  );
}

/** The same in a line, for a head that stays in sight while the page below it scrolls. */
export function NoLineSince() {
  const { t, i18n } = useTranslation('facilitator');
  const { lostAtMs } = useRoom();
  const isAway = useIsAway();
  if (!isAway || lostAtMs === null) return null;
  return (
    <Text size="xs" fw={650} px="sm" pb={4} c="var(--mantine-color-orange-light-color)">
      {t('noLine.since', { time: formatWallTime(lostAtMs, i18n.language) })}
    </Text>
  );
}

/** A page that has just come, or a line that stumbled, is not worth a word. */
export function useIsAway(): boolean {
  const { status } = useRoom();
  return useStaysTrue(status !== 'live', patienceMs);
}
