/** The communications check: every screen is asked for one press, and who has not pressed is named. */
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconBroadcast } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import type { CommsHeard } from '../logic/start-checklist';
import { ChecklistItem } from './checklist-item';

/** So many names stand in the list before they are counted. */
const mostNamed = 6;

export function CommsCheckItem({ heard }: { heard: CommsHeard | null }) {
  const { t } = useTranslation('facilitator');
  const { act } = useRoom();
  const may = useMay();
  const isDone = heard !== null && heard.silent.length === 0 && heard.total > 0;
  const text =
    heard === null
      ? t('checklist.comms')
      : t('checklist.commsHeard', { heard: heard.total - heard.silent.length, total: heard.total });
  return (
    <ChecklistItem isDone={isDone} text={text}>
      <Stack gap={6}>
        {heard === null ? (
          <Text size="xs" c="dimmed">
            {t('checklist.commsHint')}
          </Text>
        ) : (
          <Progress
            value={heard.total === 0 ? 0 : (1 - heard.silent.length / heard.total) * 100}
            color="teal"
            aria-hidden
          />
        )}
        {heard !== null && heard.silent.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('checklist.commsSilent', {
              names: heard.silent.slice(0, mostNamed).join(t('listSeparator')),
            })}
            {heard.silent.length > mostNamed &&
              t('checklist.commsMore', { count: heard.silent.length - mostNamed })}
          </Text>
        )}
        {may('StartCommsCheck') && (
          <Group>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconBroadcast size={16} aria-hidden />}
              onClick={() => void act({ type: 'StartCommsCheck' })}
            >
              {heard === null ? t('checklist.commsStart') : t('checklist.commsAgain')}
            </Button>
          </Group>
        )}
      </Stack>
    </ChecklistItem>
  );
}
