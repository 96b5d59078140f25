/** What should be ready before StartEx, and StartEx itself with what is not. */
import {
  Alert,
  Button,
  Card,
  Checkbox,
  Group,
  List,
  Stack,
  Text,
  ThemeIcon,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { useStored } from '../hooks/use-stored';
import { type HandTicks, type StartChecklist, startChecklist } from '../logic/start-checklist';
import { ConfirmDialog } from '../parts/confirm-dialog';

export function ChecklistCard() {
  const { t } = useTranslation('facilitator');
  const { view, roster, act } = useRoom();
  const may = useMay();
  const [ticks, setTicks] = useStored<HandTicks>(
    `trilogue.checklist.${view.exercise.exerciseId ?? ''}`,
    { linksHandedOut: false, commsChecked: false },
  );
  const [isStarting, setIsStarting] = useState(false);
  const list = startChecklist(view, roster, ticks);
  const playing = view.cast.tables.filter(({ isControl }) => !isControl);
  const problems = useProblems(list);
  const tick = (name: keyof HandTicks) => setTicks((old) => ({ ...old, [name]: !old[name] }));
  return (
    <Card withBorder padding="md" component="section">
      <Title order={2} size="h4" mb="sm">
        {t('checklist.title')}
      </Title>
      <Stack gap="sm">
        <Item isDone={list.isCast} text={t('checklist.cast', { count: playing.length })} />
        {list.unreached === 0 ? null : (
          <Item isDone={false} text={t('checklist.unreached', { count: list.unreached })} />
        )}
        <Item
          isDone={list.emptyTables.length === 0}
          text={
            list.emptyTables.length === 0
              ? t('checklist.everyoneHere')
              : t('checklist.empty', { count: list.emptyTables.length })
          }
        />
        <Checkbox
          label={t('checklist.links')}
          checked={ticks.linksHandedOut}
          onChange={() => tick('linksHandedOut')}
        />
        <Checkbox
          label={t('checklist.comms')}
          description={t('checklist.commsHint')}
          checked={ticks.commsChecked}
          onChange={() => tick('commsChecked')}
        />
        {may('StartExercise') ? (
          <Button
            size="md"
            color="teal.9"
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            disabled={!list.isCast}
            onClick={() => setIsStarting(true)}
          >
            {t('checklist.start')}
          </Button>
        ) : null}
      </Stack>
      <ConfirmDialog
        isOpen={isStarting}
        title={t('checklist.confirmTitle')}
        action={t('checklist.start')}
        color="teal.9"
        onClose={() => setIsStarting(false)}
        onConfirm={() => act({ type: 'StartExercise' })}
      >
        {problems.length === 0 ? (
          <Text>{t('checklist.allReady')}</Text>
        ) : (
          <Alert color="orange" variant="light" title={t('checklist.notReady')}>
            <List size="sm">
              {problems.map((problem) => (
                <List.Item key={problem}>{problem}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Text size="sm">{t('checklist.startMeans')}</Text>
      </ConfirmDialog>
    </Card>
  );
}

function useProblems(list: StartChecklist): string[] {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  return [
    list.emptyTables.length > 0 &&
      t('checklist.emptyNamed', { tables: names.tables(list.emptyTables) }),
    list.unreached > 0 && t('checklist.unreached', { count: list.unreached }),
    !list.linksHandedOut && t('checklist.linksNot'),
    !list.commsChecked && t('checklist.commsNot'),
  ].filter((problem) => problem !== false);
}

function Item({ isDone, text }: { isDone: boolean; text: string }) {
  const { t } = useTranslation('facilitator');
  const Icon = isDone ? IconCheck : IconAlertTriangle;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <ThemeIcon
        size={22}
        radius="xl"
        variant="light"
        color={isDone ? 'teal' : 'orange'}
        role="img"
        aria-label={isDone ? t('checklist.done') : t('checklist.toDo')}
      >
        <Icon size={14} aria-hidden />
      </ThemeIcon>
      <Text size="sm">{text}</Text>
    </Group>
  );
}
