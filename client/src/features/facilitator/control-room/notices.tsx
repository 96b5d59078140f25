/** What must not be overlooked: a quarantine, a clock that stood still, a lost connection. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { NoLineNotice } from '../parts/no-line-notice';
import { useMomentLabel } from './moment-label';
import { useConduct } from './use-conduct';

export function Notices() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const { quarantine } = view.exercise;
  return (
    <>
      {quarantine === null ? null : (
        <Alert
          color="red.9"
          variant="filled"
          radius={0}
          p="xs"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('quarantine.title')}
        >
          {t('quarantine.text', { code: quarantine.code, detail: quarantine.detail })}
        </Alert>
      )}
      <NoLineNotice />
      {view.clock.status === 'paused' && view.clock.pauseCause === 'gap' ? <GapNotice /> : null}
    </>
  );
}

function GapNotice() {
  const conduct = useConduct();
  const may = useMay();
  const { t } = useTranslation('facilitator');
  const label = useMomentLabel();
  const waiting = [
    ...conduct.awaiting.map((moment) => label(moment)),
    ...(conduct.firing === null
      ? []
      : [
          t('gap.next', {
            time: formatPlayTime(conduct.firing.dueAtMs),
            what: label(conduct.firing),
          }),
        ]),
  ];
  return (
    <Alert
      color="orange"
      radius={0}
      p="xs"
      icon={<IconClockPause aria-hidden />}
      title={t('gap.title')}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {waiting.length === 0
            ? t('gap.nothing')
            : t('gap.waits', { what: waiting.join(t('listSeparator')) })}
        </Text>
        {may('ResumeClock') ? (
          <Button size="compact-sm" color="orange.4" onClick={() => void conduct.pauseOrResume()}>
            {t('clock.resume')}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
}
