/** An answer back: to a request its answer, to anything else a message, as control or as a contact. */
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTools } from '../../hooks/use-room';
import type { FeedEntry } from '../../logic/answer-feed';
import { Compose } from '../sim-cell/compose';

export function ReplyPart({ entry }: { entry: FeedEntry }) {
  if (entry.kind === 'request' && entry.request.answer === null) {
    return <AnswerRequest requestSeq={entry.seq} />;
  }
  return <Compose thread={{ kind: 'table', tableId: entry.tableId }} />;
}

/** Control answers for contacts, for teams it plays, and for whoever should have and did not. */
export function AnswerRequest({ requestSeq }: { requestSeq: number }) {
  const { t } = useTranslation('facilitator');
  const { act } = useTools();
  const [text, setText] = useState('');
  const answer = async (isGranted: boolean) => {
    if (await act({ type: 'AnswerRequest', requestSeq, isGranted, text })) setText('');
  };
  return (
    <Stack gap={6}>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4_000}
        label={t('feed.requestAnswer')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={6}>
        <Button size="xs" onClick={() => void answer(true)}>
          {t('feed.grant')}
        </Button>
        <Button size="xs" variant="default" onClick={() => void answer(false)}>
          {t('feed.refuse')}
        </Button>
      </Group>
    </Stack>
  );
}
