/** A table's inbox, newest first; an inject opens as that table reads it. */
import { Accordion, Badge, Group, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { PlayerInject, PlayerView } from '@trilogue/engine/views/player-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../../../../ui/channel-icon';
import { EmptyState } from '../../../../ui/empty-state';
import { formatPlayTime } from '../../../../ui/format-time';
import { MarkdownText } from '../../../../ui/markdown-text';
import { TlpBadge } from '../../../../ui/tlp-badge';
import { useRoom, useTools } from '../../hooks/use-room';
import { Written } from '../../parts/written';

export function SeenInbox({ view, tableId }: { view: PlayerView; tableId: TableId }) {
  const { t } = useTranslation('facilitator');
  const [open, setOpen] = useState<string | null>(null);
  const injects = Object.values(view.injects).sort((a, b) => b.playMs - a.playMs);
  if (injects.length === 0) return <EmptyState title={t('seenAs.nothing')} />;
  return (
    <Accordion value={open} onChange={setOpen} chevronPosition="right" variant="separated">
      {injects.map((inject) => (
        <Accordion.Item key={inject.id} value={inject.id}>
          <Accordion.Control>
            <Head inject={inject} view={view} />
          </Accordion.Control>
          <Accordion.Panel>
            {open === inject.id ? <Body inject={inject} view={view} tableId={tableId} /> : null}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function Head({ inject, view }: { inject: PlayerInject; view: PlayerView }) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const delivery = view.deliveries[inject.id];
  const isOpened = (delivery?.openedBy.length ?? 0) > 0;
  return (
    <Group gap="xs" wrap="nowrap">
      <ChannelIcon channel={inject.channel} size={28} />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={isOpened ? 500 : 700}>
          {names.text(inject.title)}
        </Text>
        <Group gap={6}>
          <Text size="xs" c="dimmed" className="tabular">
            {formatPlayTime(inject.playMs)} · {names.text(inject.from.name)}
          </Text>
          <TlpBadge label={inject.tlp} size="xs" />
          {inject.isRecalled ? (
            <Badge size="xs" radius="sm" color="gray" tt="none">
              {t('status.recalled')}
            </Badge>
          ) : null}
          {isOpened ? null : (
            <Badge size="xs" radius="sm" color="orange.4" variant="filled" tt="none">
              {t('inject.unopened')}
            </Badge>
          )}
        </Group>
      </div>
    </Group>
  );
}

function Body(props: { inject: PlayerInject; view: PlayerView; tableId: TableId }) {
  const { inject, view, tableId } = props;
  const { t } = useTranslation('facilitator');
  const { readInjectAs } = useRoom();
  const { names } = useTools();
  const { exerciseId, defaultLanguage } = view.exercise;
  const body = useQuery({
    queryKey: ['view-as', exerciseId, tableId, inject.id, inject.textRevision],
    queryFn: () => readInjectAs(tableId, inject.id),
    retry: 1,
  });
  if (body.isPending) return <Loader size="sm" role="status" aria-label={t('loading')} />;
  if (!body.data) return <Text c="dimmed">{t('inject.noText')}</Text>;
  const delivery = view.deliveries[inject.id];
  return (
    <Stack gap="xs">
      <MarkdownText text={body.data.body} defaultLanguage={defaultLanguage} />
      {body.data.attachments.map(({ file, title }) => (
        <Text key={file} size="sm" c="dimmed">
          {t('seenAs.attachment', { title: names.text(title) })}
        </Text>
      ))}
      {body.data.choices.map(({ id, label }) => (
        <Text key={id} size="sm" fw={delivery?.choice?.choiceId === id ? 700 : 400}>
          {`${delivery?.choice?.choiceId === id ? '☑' : '☐'} ${names.text(label)}`}
        </Text>
      ))}
      {delivery?.response ? (
        <Written text={delivery.response.text} label={t('seenAs.answered')} />
      ) : null}
    </Stack>
  );
}
