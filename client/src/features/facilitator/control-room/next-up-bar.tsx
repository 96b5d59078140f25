/** What fires next and when, or what waits for the facilitator's confirmation. */
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconCheck, IconClockPlay } from '@tabler/icons-react';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../connection/exercise-context';
import { formatPlayTime } from '../../../ui/format-time';
import { useRoom } from '../hooks/use-room';
import { useMomentLabel } from './moment-label';
import { classes } from './styles';
import type { Conduct } from './use-conduct';

export function NextUpBar({ conduct }: { conduct: Conduct }) {
  const { t } = useTranslation('facilitator');
  const label = useMomentLabel();
  const { view } = useRoom();
  const [first, ...others] = conduct.awaiting;
  const isFrozen = view.exercise.realWorld !== null;
  if (first !== undefined) {
    return (
      <Group gap="xs" wrap="nowrap" miw={0} role="status" aria-label={t('next.awaiting')}>
        <Badge color="orange.4" variant="filled" radius="sm" style={{ flexShrink: 0 }}>
          {t('next.due')}
        </Badge>
        <Text fw={600} truncate="end" title={label(first)}>
          {label(first)}
        </Text>
        {others.length > 0 ? (
          <Text size="sm" c="dimmed" style={{ flexShrink: 0 }}>
            {t('next.more', { count: others.length })}
          </Text>
        ) : null}
        {conduct.mayConfirm(first) ? (
          <Button
            size="compact-sm"
            color="orange.4"
            disabled={isFrozen}
            leftSection={<IconCheck size={16} aria-hidden />}
            style={{ flexShrink: 0 }}
            onClick={() => void conduct.confirm(first)}
          >
            {t('action.confirm')}
          </Button>
        ) : null}
      </Group>
    );
  }
  if (conduct.firing === null) {
    return (
      <Text c="dimmed" truncate="end">
        {t('next.nothing')}
      </Text>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap" miw={0} className={classes.due}>
      <IconClockPlay size={18} aria-hidden style={{ flexShrink: 0 }} />
      <NextCountdown dueAtMs={conduct.firing.dueAtMs} />
      <Text truncate="end" title={label(conduct.firing)}>
        {label(conduct.firing)}
      </Text>
    </Group>
  );
}

/** Time left on the clock of play, so it stands still while that does. */
function NextCountdown({ dueAtMs }: { dueAtMs: number }) {
  const { view } = useRoom();
  const { t } = useTranslation('facilitator');
  const left = dueAtMs - playMsAt(view.clock, useNow(250));
  return (
    <Text fw={700} className="tabular" style={{ flexShrink: 0 }}>
      {t('next.in', { time: formatPlayTime(left + 999) })}
    </Text>
  );
}
