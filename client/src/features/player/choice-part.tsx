/** A decision of the table: once, for all, so it is asked twice. */
import { Badge, Button, Group, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { PlayerInjectBody } from '@trilogue/engine/views/player-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { Dialog } from '../../ui/dialog';
import { LocalizedLine } from '../../ui/localized-line';
import { CoachHint } from './coach-hint';
import { DoneBy } from './done-by';
import { QueuedNote, useOutgoing } from './outgoing';
import classes from './player.module.css';
import { useAct } from './use-act';
import { usePlayer } from './use-player';

type Choices = PlayerInjectBody['choices'];

export function ChoicePart({ injectId, choices }: { injectId: InjectId; choices: Choices }) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const made = view.deliveries[injectId]?.choice ?? null;
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {t('choice.title')}
      </Title>
      {made === null ? (
        <OpenChoice injectId={injectId} choices={choices} />
      ) : (
        <Stack gap="xs">
          {choices.map(({ id, label }) => (
            <MadeChoice key={id} label={label} isChosen={id === made.choiceId} />
          ))}
          <DoneBy stamp={made} />
        </Stack>
      )}
    </section>
  );
}

function MadeChoice({ label, isChosen }: { label: Choices[number]['label']; isChosen: boolean }) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  return (
    <Paper
      withBorder
      p="sm"
      className={isChosen ? classes.choice : ''}
      data-checked={isChosen || undefined}
    >
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text
          size="sm"
          fw={isChosen ? 650 : 400}
          c={isChosen ? 'var(--mantine-color-text)' : 'dimmed'}
        >
          <LocalizedLine text={label} defaultLanguage={defaultLanguage} />
        </Text>
        {isChosen && (
          <Badge tt="none" style={{ flexShrink: 0 }}>
            {t('choice.made')}
          </Badge>
        )}
      </Group>
    </Paper>
  );
}

function OpenChoice({ injectId, choices }: { injectId: InjectId; choices: Choices }) {
  const { t } = useTranslation('player');
  const { defaultLanguage, canAct } = usePlayer();
  const act = useAct();
  const read = useLocalizedText();
  const [picked, setPicked] = useState<string | null>(null);
  const [isAsking, { open, close }] = useDisclosure();
  const choice = choices.find(({ id }) => id === picked);
  const waiting = useOutgoing('MakeChoice', (command) => command.injectId === injectId);
  const waitingLabel = choices.find(({ id }) => id === waiting?.choiceId)?.label;

  const decide = async () => {
    if (choice === undefined) return;
    close();
    const answer = await act({ type: 'MakeChoice', injectId, choiceId: choice.id });
    if (!answer.ok) setPicked(null);
  };

  if (waiting !== null) {
    return (
      <QueuedNote
        text={waitingLabel === undefined ? undefined : read(waitingLabel, defaultLanguage).text}
      />
    );
  }
  return (
    <Stack gap="sm">
      {canAct && <CoachHint>{t('hint.choose')}</CoachHint>}
      <Radio.Group value={picked} onChange={setPicked} aria-label={t('choice.title')}>
        <Stack gap="xs">
          {choices.map(({ id, label }) => (
            <Radio.Card key={id} value={id} className={classes.choice ?? ''} disabled={!canAct}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator mt={1} />
                <Text size="sm">
                  <LocalizedLine text={label} defaultLanguage={defaultLanguage} />
                </Text>
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      {canAct && (
        <div>
          <Button disabled={choice === undefined} onClick={open}>
            {t('choice.decide')}
          </Button>
        </div>
      )}
      <Dialog isOpen={isAsking && canAct} onClose={close} title={t('choice.confirmTitle')}>
        <Stack>
          <Text>{t('choice.confirmText')}</Text>
          {choice !== undefined && (
            <Paper withBorder p="sm">
              <Text fw={650}>
                <LocalizedLine text={choice.label} defaultLanguage={defaultLanguage} />
              </Text>
            </Paper>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:actions.cancel')}
            </Button>
            <Button onClick={() => void decide()} data-autofocus>
              {t('choice.confirm')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Stack>
  );
}
