/** Where a message is written; what stands in it unsent is kept on this device. */
import { ActionIcon, Group, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './messages.module.css';

export function WritingBox(props: {
  readonly text: string;
  readonly label: string;
  readonly longest: number;
  readonly canSend: boolean;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
  /** What has to be said beside the text. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('player');
  const { text, label, longest, onText } = props;
  const canSend = props.canSend && text.trim() !== '';
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (canSend) props.onSend();
  };
  return (
    <form onSubmit={send} className={classes.composer}>
      {props.children}
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Textarea
          aria-label={label}
          placeholder={label}
          value={text}
          maxLength={longest}
          autosize
          minRows={1}
          maxRows={7}
          style={{ flex: 1 }}
          onChange={({ currentTarget: { value } }) => onText(value)}
          onKeyDown={(event) => {
            // Enter alone ends a line, and a conversion in a Japanese keyboard.
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          }}
        />
        <ActionIcon type="submit" size={44} aria-label={t('messages.send')} disabled={!canSend}>
          <IconSend size={20} aria-hidden />
        </ActionIcon>
      </Group>
    </form>
  );
}
