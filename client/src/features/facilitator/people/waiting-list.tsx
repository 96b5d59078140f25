/** Who stands before the door: let in or turned away, one by one or all together. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconDoorEnter, IconUserCheck } from '@tabler/icons-react';
import type { ExerciseEntry, WaitingPerson } from '@trilogue/engine/protocol/entry';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideOn } from '../../../connection/entry-api';
import { notify } from '../../../ui/notify';
import { useRejectionText } from '../../../ui/use-rejection-text';
import { useRoom } from '../hooks/use-room';
import { useRun } from './use-entry';

export function WaitingList({ entry }: { entry: ExerciseEntry }) {
  const { t } = useTranslation('people');
  const decide = useDeciding();
  const { waiting } = entry;
  if (waiting.length === 0) return null;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="waiting-people">
      <Group justify="space-between" mb="sm">
        <Group gap="xs" wrap="nowrap">
          <IconDoorEnter size={22} aria-hidden style={{ flexShrink: 0 }} />
          <div role="status">
            <Title order={2} size="h4" id="waiting-people">
              {t('waiting.title', { count: waiting.length })}
            </Title>
          </div>
        </Group>
        <Button
          leftSection={<IconUserCheck size={18} aria-hidden />}
          loading={decide.isBusy}
          onClick={() =>
            void decide(
              waiting.map(({ seatId }) => seatId),
              'admit',
            )
          }
        >
          {t('waiting.admitAll')}
        </Button>
      </Group>
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {waiting.map((person) => (
          <Waiting key={person.seatId} person={person} />
        ))}
      </Stack>
    </Card>
  );
}

function Waiting({ person }: { person: WaitingPerson }) {
  const { t } = useTranslation(['people', 'facilitator']);
  const { names } = useRoom();
  const decide = useDeciding();
  const { seatId, name, tableId, role, listed } = person;
  return (
    <Group component="li" justify="space-between" gap="xs">
      <Group gap={8} miw={0} flex="1 1 160px">
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {[name, ...listed].join(t('facilitator:listSeparator'))}
        </Text>
        <Badge variant="default" radius="sm" tt="none">
          {tableId === null ? t(`common:roles.${role}`) : names.table(tableId)}
        </Badge>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-md"
          variant="light"
          aria-label={t('waiting.admitOne', { name })}
          disabled={decide.isBusy}
          onClick={() => void decide([seatId], 'admit')}
        >
          {t('waiting.admit')}
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          color="red"
          aria-label={t('waiting.turnAwayOne', { name })}
          disabled={decide.isBusy}
          onClick={() => void decide([seatId], 'turnAway')}
        >
          {t('waiting.turnAway')}
        </Button>
      </Group>
    </Group>
  );
}

function useDeciding() {
  const exerciseId = useRoom().view.exercise.exerciseId ?? '';
  const run = useRun();
  const word = useRejectionText();
  const [isBusy, setIsBusy] = useState(false);
  const decide = async (seatIds: readonly string[], verdict: 'admit' | 'turnAway') => {
    setIsBusy(true);
    const decided = await run(decideOn(exerciseId, seatIds, verdict));
    setIsBusy(false);
    const [refused] = decided?.refused ?? [];
    if (refused !== undefined) notify({ color: 'red', message: word(refused.code) });
  };
  return Object.assign(decide, { isBusy });
}
