/** A message to one table, as control or as any contact of the scenario; or to the staff alone. */
import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import type { ContactId } from '@trilogue/engine/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useRoom } from '../../hooks/use-room';

interface ComposeProps {
  readonly thread: Extract<Command, { type: 'SendMessage' }>['thread'];
}

export function Compose({ thread }: ComposeProps) {
  const { t } = useTranslation('facilitator');
  const { view, names, act } = useRoom();
  const [text, setText] = useState('');
  const [as, setAs] = useState<ContactId | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const send = async () => {
    if (text.trim() === '' || isBusy) return;
    setIsBusy(true);
    const isSent = await act({
      type: 'SendMessage',
      thread,
      text,
      ...(as === null ? {} : { as }),
    });
    setIsBusy(false);
    if (isSent) setText('');
  };
  return (
    <Stack gap={6}>
      {thread.kind === 'staff' ? null : (
        <Select
          size="xs"
          clearable
          searchable
          aria-label={t('messages.speakAs')}
          placeholder={t('messages.asControl')}
          data={view.cast.contacts.map(({ id, name, role }) => ({
            value: id,
            label: t('messages.contact', { name: names.text(name), role: names.text(role) }),
          }))}
          value={as}
          onChange={(value) => setAs(value as ContactId | null)}
        />
      )}
      <Group gap={6} wrap="nowrap" align="flex-end">
        <Textarea
          flex={1}
          size="sm"
          autosize
          minRows={1}
          maxRows={6}
          maxLength={10_000}
          aria-label={t('messages.write')}
          placeholder={t('messages.write')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
        <Button
          size="sm"
          px="sm"
          loading={isBusy}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          {t('messages.send')}
        </Button>
      </Group>
    </Stack>
  );
}
