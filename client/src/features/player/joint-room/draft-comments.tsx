/** What is said about the text, version by version. */
import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import classes from '../exchange/exchange.module.css';
import { useKeptForm } from '../exchange/kept-form';
import { longestComment } from '../exchange/limits';
import { PlayText, SendState } from '../exchange/parts';
import { useNames, usePersonName } from '../exchange/use-names';
import { useAllOutgoing, useSend } from '../exchange/use-send';
import { QueuedNote } from '../outgoing';
import { usePlayer } from '../use-player';
import { commentsOf } from './joint-model';

export const commentFormName = (positionId: string) => `comment.${positionId}`;

export function DraftComments({ position }: { position: PositionView }) {
  const { t } = useTranslation('exchange');
  const { view, canAct } = usePlayer();
  const names = useNames();
  const person = usePersonName();
  const comments = commentsOf(view, position.id);
  const waiting = useAllOutgoing('CommentOnDraft').filter((c) => c.positionId === position.id);
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('comments.title', { count: comments.length })}
      </Title>
      <Stack gap="sm">
        <Stack gap="sm" role="log" aria-label={t('comments.log')}>
          {comments.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('comments.empty')}
            </Text>
          )}
          {comments.map((comment) => (
            <div key={comment.seq} className={classes.translation}>
              <Text size="xs" c="dimmed" className="tabular">
                {t('comments.by', {
                  table: names.table(comment.tableId),
                  name: person(comment.seatId),
                  version: comment.version,
                  time: formatPlayTime(comment.playMs),
                })}
              </Text>
              <PlayText text={comment.text} textIn={comment.textIn} />
            </div>
          ))}
        </Stack>
        {waiting.map(({ text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may wait twice; the order stays
          <QueuedNote key={index} text={text} />
        ))}
        {position.status === 'open' && canAct && <CommentForm position={position} />}
      </Stack>
    </section>
  );
}

function CommentForm({ position }: { position: PositionView }) {
  const { t } = useTranslation('exchange');
  const { form, change, handOver } = useKeptForm(commentFormName(position.id), { text: '' });
  const sending = useSend();
  const text = form.text.trim();
  const send = async () => {
    if (text === '') return;
    const { id: positionId, version } = position;
    await handOver(() => sending.send({ type: 'CommentOnDraft', positionId, version, text }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={t('comments.write', { version: position.version })}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={longestComment}
          value={form.text}
          readOnly={sending.isSending}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
        />
        <SendState sending={sending} />
        <Group justify="flex-end">
          <Button
            type="submit"
            variant="default"
            disabled={text === ''}
            loading={sending.isSending}
          >
            {t('comments.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
