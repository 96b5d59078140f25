/** The shared box: team-mates see each stroke, one writes at a time, conflicts are settled by hand. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorNote } from '../../ui/error-note';
import { notify } from '../../ui/notify';
import { useStaysTrue } from '../../ui/use-stays-true';
import { DraftConflict } from './draft-conflict';
import { AnswerHint } from './inject/answer-hint';
import { longestText } from './limits';
import { QueuedNote, useOutgoing } from './outgoing';
import classes from './player.module.css';
import { useNameOf, usePlayer } from './use-player';
import { type SharedDraft, useSharedDraft } from './use-shared-draft';

interface AnswerEditorProps {
  readonly injectId: InjectId;
  /** The table's answer was sent before: this one is kept as a note. */
  readonly isNote: boolean;
  readonly onSent: () => void;
}

export function AnswerEditor({ injectId, isNote, onSent }: AnswerEditorProps) {
  const { t } = useTranslation('player');
  const { connection, canAct } = usePlayer();
  const waiting = useOutgoing('SendResponse', (command) => command.injectId === injectId);
  const draft = useSharedDraft(injectId, !isNote);
  const [isAsking, { open, close }] = useDisclosure();
  const [refusal, setRefusal] = useState<string | null>(null);
  const text = draft.text.trim();

  const settle = (answer: Answer) => {
    const isKeptAsNote = !answer.ok && answer.code === 'inject/already-answered';
    if (!answer.ok && !isKeptAsNote) {
      setRefusal(answer.code);
      return;
    }
    draft.clear();
    onSent();
    if (answer.ok) notify({ color: 'teal', message: t('answer.sentToast') });
    else if (isNote) notify({ color: 'teal', message: t('answer.noteToast') });
    // It was written as the answer: that another one counts must not pass unseen.
    else notify({ color: 'orange', message: t('answer.wasFirst'), autoClose: false });
  };

  const send = async () => {
    close();
    setRefusal(null);
    settle(await connection.submit({ type: 'SendResponse', injectId, text }));
  };

  // What went out stands where the answer will, and may not be written over.
  if (waiting !== null) return <QueuedNote text={waiting.text} />;
  return (
    <Stack gap="xs">
      <Textarea
        label={t(isNote ? 'answer.noteLabel' : 'answer.label')}
        description={t(isNote ? 'answer.noteHint' : 'answer.hint')}
        value={draft.text}
        onChange={({ currentTarget: { value } }) => draft.type(value)}
        readOnly={draft.isLocked}
        maxLength={longestText}
        autosize
        minRows={4}
        maxRows={18}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
      />
      <DraftStatus draft={draft} isNote={isNote} />
      {!isNote && <AnswerHint injectId={injectId} hasText={text !== ''} />}
      {draft.theirs !== null && <DraftConflict theirs={draft.theirs} onResolve={draft.resolve} />}
      {refusal !== null && <ErrorNote code={refusal} onClose={() => setRefusal(null)} />}
      <Group justify="flex-end">
        <Button disabled={text === '' || draft.theirs !== null || draft.isLocked} onClick={open}>
          {t(isNote ? 'answer.sendNote' : 'answer.send')}
        </Button>
      </Group>
      <Dialog isOpen={isAsking && canAct} onClose={close} title={t('answer.confirmTitle')}>
        <Stack>
          <Text size="sm">{t(isNote ? 'answer.noteHint' : 'answer.confirmText')}</Text>
          <Text
            className={classes.sent ?? ''}
            p="sm"
            bd="1px solid var(--mantine-color-default-border)"
            mah={260}
            style={{ overflow: 'auto' }}
          >
            {text}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:actions.cancel')}
            </Button>
            <Button onClick={() => void send()} data-autofocus>
              {t('common:actions.send')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Stack>
  );
}

/** Who writes, or whether what stands here is saved. */
function DraftStatus({ draft, isNote }: { draft: SharedDraft; isNote: boolean }) {
  const { t } = useTranslation('player');
  const nameOf = useNameOf();
  const isSlow = useStaysTrue(draft.isUnsaved, 2_500);
  const { writer } = draft;
  if (writer !== null) {
    return (
      <Group gap="xs" role="status">
        <Text size="sm" fs="italic">
          {t('answer.writing', { name: nameOf(writer) })}
        </Text>
        {draft.isLocked && (
          <Button size="compact-sm" variant="default" onClick={draft.takeOver}>
            {t('answer.takeOver')}
          </Button>
        )}
      </Group>
    );
  }
  if (draft.text === '' || isNote) return null;
  const state = draft.isUnsaved ? (isSlow ? 'onDevice' : 'saving') : 'saved';
  return (
    <Text size="xs" c="dimmed" role="status">
      {t(`answer.state.${state}`)}
    </Text>
  );
}
