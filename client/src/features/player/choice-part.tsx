/** A decision of the table: once, for all, so it is asked twice. */
import { Badge, Button, Group, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { PlayerInjectBody } from '@trilogue/engine/views/player-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { LocalizedLine } from '../../ui/localized-line';
import { DoneBy } from './done-by';
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
  const [picked, setPicked] = useState<string | null>(null);
  const [isAsking, { open, close }] = useDisclosure();
  const [isSending, setSending] = useState(false);
  const choice = choices.find(({ id }) => id === picked);

  const decide = async () => {
    if (choice === undefined) return;
    setSending(true);
    await act({ type: 'MakeChoice', injectId, choiceId: choice.id });
    setSending(false);
    close();
  };

  return (
    <Stack gap="sm">
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
            <Button loading={isSending} onClick={() => void decide()} data-autofocus>
              {t('choice.confirm')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Stack>
  );
}
