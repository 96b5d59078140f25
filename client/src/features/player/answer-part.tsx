/** The table's answer: being written together, or sent. What came after the first is kept as notes. */
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { PlayerDelivery, PlayerInject } from '@trilogue/engine/views/player-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../i18n/use-localized-text';
import { AnswerEditor } from './answer-editor';
import { keptAnswer } from './device-memory';
import { DoneBy } from './done-by';
import { useOutgoing } from './outgoing';
import classes from './player.module.css';
import { usePlayer } from './use-player';
import { useBeyondAnswer } from './use-shared-draft';

export function AnswerPart({ inject }: { inject: PlayerInject }) {
  const { t } = useTranslation('player');
  const { view, canAct, seatId, connection } = usePlayer();
  const written = useWrittenText();
  const delivery = view.deliveries[inject.id];
  const response = delivery?.response ?? null;
  const notes = Object.values(view.notes)
    .filter(({ injectId }) => injectId === inject.id)
    .sort((a, b) => a.seq - b.seq);
  const isAsked = Object.values(view.tasks).some(
    (task) => task.injectId === inject.id && task.kind === 'respond' && task.status !== 'waived',
  );
  const isBeyond = useBeyondAnswer(inject.id) !== null;
  const kept = keptAnswer(seatId ?? '', inject.id);
  const hasOwnText = isBeyond || kept !== null;
  const draftText = connection.drafts[inject.id]?.text ?? '';
  const hasText = draftText !== '';
  // What was typed in the last moment is on this device only.
  const unsent = kept?.text ?? (response === null ? draftText : '');
  const [isOpen, setOpen] = useState(false);
  const isWriting = canAct && !inject.isRecalled;
  const isOnItsWay = useOutgoing('SendResponse', (sent) => sent.injectId === inject.id) !== null;
  const isEditorShown =
    isOpen || isOnItsWay || hasOwnText || (response === null && (isAsked || hasText));

  return (
    <Stack gap="sm" component="section">
      {response !== null && <Sent response={response} />}
      {notes.map((note) => (
        <Paper key={note.seq} withBorder p="sm">
          <Text size="xs" fw={650}>
            {t('answer.note')}
          </Text>
          <Text size="sm" className={classes.sent ?? ''}>
            {written(note.text)}
          </Text>
          <DoneBy stamp={note} />
        </Paper>
      ))}
      {!isWriting && unsent !== '' && unsent !== response?.text && (
        <Paper withBorder p="sm">
          <Text size="xs" fw={650}>
            {t('answer.notSent')}
          </Text>
          <Text size="sm" className={classes.sent ?? ''}>
            {unsent}
          </Text>
        </Paper>
      )}
      {isWriting && isEditorShown && (
        <AnswerEditor
          injectId={inject.id}
          isNote={response !== null}
          onSent={() => setOpen(false)}
        />
      )}
      {isWriting && !isEditorShown && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {t(response === null ? 'answer.open' : 'answer.openNote')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Sent({ response }: { response: NonNullable<PlayerDelivery['response']> }) {
  const { t } = useTranslation('player');
  const written = useWrittenText();
  return (
    <div>
      <Title order={2} size="h5" mb="xs">
        {t('answer.sentTitle')}
      </Title>
      <Paper withBorder p="md" className={classes.choice ?? ''} data-checked>
        <Text className={classes.sent ?? ''}>{written(response.text)}</Text>
        <DoneBy stamp={response} />
      </Paper>
    </div>
  );
}
