/** What should be ready before StartEx, and StartEx itself with what is not. */
import { Alert, Button, Card, Checkbox, List, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { useStored } from '../hooks/use-stored';
import { type HandTicks, type StartChecklist, startChecklist } from '../logic/start-checklist';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { ChecklistItem } from './checklist-item';
import { CommsCheckItem } from './comms-check-item';
import { ScenarioCheckItem } from './scenario-check-item';
import { TranslationItem } from './translation-item';

export function ChecklistCard() {
  const { t } = useTranslation('facilitator');
  const { view, roster, act } = useRoom();
  const may = useMay();
  const [ticks, setTicks] = useStored<HandTicks>(
    `trilogue.checklist.${view.exercise.exerciseId ?? ''}`,
    { linksHandedOut: false, soundTried: false },
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
        <ChecklistItem isDone={list.isCast} text={t('checklist.cast', { count: playing.length })} />
        {list.unreached === 0 ? null : (
          <ChecklistItem
            isDone={false}
            text={t('checklist.unreached', { count: list.unreached })}
          />
        )}
        <ChecklistItem
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
          label={t('checklist.sound')}
          description={t('checklist.soundHint')}
          checked={ticks.soundTried}
          onChange={() => tick('soundTried')}
        />
        <CommsCheckItem heard={list.heard} />
        <ScenarioCheckItem />
        <TranslationItem />
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
    !list.soundTried && t('checklist.soundNot'),
    list.heard === null
      ? t('checklist.commsNot')
      : list.heard.silent.length > 0 &&
        t('checklist.commsSome', { count: list.heard.silent.length }),
  ].filter((problem) => problem !== false);
}
