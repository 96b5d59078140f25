/** The shared box: team-mates see each stroke, one writes at a time, conflicts are settled by hand. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorNote } from '../../ui/error-note';
import { notify } from '../../ui/notify';
import { DraftConflict } from './draft-conflict';
import { longestText } from './limits';
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
  const draft = useSharedDraft(injectId, !isNote);
  const [isAsking, { open, close }] = useDisclosure();
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const text = draft.text.trim();

  const settle = (answer: Answer) => {
    setSending(false);
    const isKeptAsNote = !answer.ok && answer.code === 'inject/already-answered';
    if (!answer.ok && !(isNote && isKeptAsNote)) setRefusal(answer.code);
    if (!answer.ok && !isKeptAsNote) return;
    draft.clear();
    onSent();
    const message = t(answer.ok ? 'answer.sentToast' : 'answer.noteToast');
    notify({ color: 'teal', message });
  };

  const send = async () => {
    close();
    setSending(true);
    setRefusal(null);
    settle(await connection.submit({ type: 'SendResponse', injectId, text }));
  };

  return (
    <Stack gap="xs">
      <Textarea
        label={t(isNote ? 'answer.noteLabel' : 'answer.label')}
        description={t(isNote ? 'answer.noteHint' : 'answer.hint')}
        value={draft.text}
        onChange={({ currentTarget: { value } }) => draft.type(value)}
        readOnly={draft.isLocked || isSending}
        maxLength={longestText}
        autosize
        minRows={4}
        maxRows={18}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
      />
      <DraftStatus draft={draft} isNote={isNote} />
      {draft.theirs !== null && <DraftConflict theirs={draft.theirs} onResolve={draft.resolve} />}
      {refusal !== null && <ErrorNote code={refusal} onClose={() => setRefusal(null)} />}
      <Group justify="flex-end">
        <Button
          disabled={text === '' || draft.theirs !== null || draft.isLocked}
          loading={isSending}
          onClick={open}
        >
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
          <Button size="compact-xs" variant="default" onClick={draft.takeOver}>
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

function useStaysTrue(value: boolean, afterMs: number): boolean {
  const [stayed, setStayed] = useState(false);
  useEffect(() => {
    if (!value) {
      setStayed(false);
      return;
    }
    const timer = setTimeout(() => setStayed(true), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return stayed;
}
