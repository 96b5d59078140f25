/** One inject, whole: where it comes from, what it says, and what the table does about it. */
import { Alert, Box, Button, Divider, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconBan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PlayerInject, PlayerInjectBody } from '@trilogue/engine/views/player-view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../i18n/use-localized-text';
import { Attachments } from '../../ui/attachments';
import { ChannelIcon } from '../../ui/channel-icon';
import { ZoneClock } from '../../ui/clocks';
import { EmptyState } from '../../ui/empty-state';
import { ExerciseBanner } from '../../ui/exercise-banner';
import { formatPlayTime } from '../../ui/format-time';
import { LocalizedLine } from '../../ui/localized-line';
import { MarkdownText } from '../../ui/markdown-text';
import { TlpBadge } from '../../ui/tlp-badge';
import { AcknowledgePart } from './acknowledge-part';
import { AnswerPart } from './answer-part';
import { forgetBody, keepBody, keptBody } from './body-memory';
import { ChoicePart } from './choice-part';
import { InjectTasks } from './inject-tasks';
import { useIsWide } from './top-bar';
import { usePlace } from './use-place';
import { ownParty, usePlayer } from './use-player';

export function InjectPanel({ id }: { id: string }) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const { closeInject } = usePlace();
  const isWide = useIsWide();
  const inject = view.injects[id];
  return (
    <>
      {!isWide && (
        <Button
          variant="subtle"
          m={6}
          size="compact-md"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={closeInject}
        >
          {t('tabs.inbox')}
        </Button>
      )}
      {inject === undefined ? (
        <EmptyState title={t('inject.gone.title')} text={t('inject.gone.text')} />
      ) : (
        <OpenInject inject={inject} />
      )}
    </>
  );
}

function OpenInject({ inject }: { inject: PlayerInject }) {
  const { t } = useTranslation('player');
  const written = useWrittenText();
  const body = useBody(inject);
  useOpenOnce(inject);
  return (
    <Box component="article" maw={820} mx="auto" pb="xl">
      <ExerciseBanner isSmall />
      <Stack px={{ base: 'md', md: 'xl' }} pt="lg" gap="md">
        <InjectHeader inject={inject} />
        <Divider />
        {inject.isRecalled ? (
          <Alert color="gray" icon={<IconBan aria-hidden />} title={t('inject.recalled')}>
            {inject.recallReason === '' ? t('inject.recalledText') : written(inject.recallReason)}
          </Alert>
        ) : (
          <Body {...body} />
        )}
        {!inject.isRecalled && <InjectAttachments injectId={inject.id} body={body.data} />}
        <InjectTasks injectId={inject.id} />
        {body.data !== undefined && body.data.choices.length > 0 && (
          <ChoicePart injectId={inject.id} choices={body.data.choices} />
        )}
        {!inject.isRecalled && <AcknowledgePart injectId={inject.id} />}
        <AnswerPart inject={inject} />
      </Stack>
    </Box>
  );
}

function InjectAttachments(props: {
  readonly injectId: string;
  readonly body: PlayerInjectBody | undefined;
}) {
  const { view, seatId, defaultLanguage } = usePlayer();
  return (
    <Attachments
      exerciseId={view.exercise.exerciseId ?? ''}
      injectId={props.injectId}
      seatId={seatId}
      attachments={props.body?.attachments}
      defaultLanguage={defaultLanguage}
    />
  );
}

function InjectHeader({ inject }: { inject: PlayerInject }) {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const { title, channel, from, tlp, scenarioAtMs, playMs } = inject;
  const party = ownParty(view);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <ChannelIcon channel={channel} size={30} />
          <Text size="sm" fw={600}>
            {t(`common:channels.${channel}`)}
          </Text>
        </Group>
        <TlpBadge label={tlp} size="md" />
      </Group>
      <Title order={1} fz={{ base: 22, md: 26 }} lh={1.35}>
        <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
      </Title>
      <div>
        <Text size="sm">
          {t('inject.from')}{' '}
          <Text span inherit fw={650}>
            <LocalizedLine text={from.name} defaultLanguage={defaultLanguage} />
          </Text>
          {' · '}
          <LocalizedLine text={from.role} defaultLanguage={defaultLanguage} />
        </Text>
        <Text size="xs" c="dimmed" className="tabular">
          {party !== undefined && (
            <ZoneClock atMs={scenarioAtMs} zone={party} defaultLanguage={defaultLanguage} inherit />
          )}
          {` · ${t('common:clock.play')} ${formatPlayTime(playMs)}`}
        </Text>
      </div>
    </Stack>
  );
}

function Body(query: {
  readonly data: PlayerInjectBody | undefined;
  readonly isError: boolean;
  readonly refetch: () => unknown;
}) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  if (query.data !== undefined) {
    return <MarkdownText text={query.data.body} defaultLanguage={defaultLanguage} />;
  }
  if (query.isError) {
    return (
      <Alert color="orange" title={t('inject.noBody')}>
        <Button size="compact-sm" variant="default" onClick={() => query.refetch()}>
          {t('common:actions.retry')}
        </Button>
      </Alert>
    );
  }
  return (
    <Stack gap={8} aria-busy aria-label={t('connecting')}>
      {['100%', '92%', '96%', '60%'].map((width) => (
        <Skeleton key={width} h={14} w={width} />
      ))}
    </Stack>
  );
}

/** The text, fetched once and kept in this tab: it stays readable without a line, over a reload too. */
function useBody(inject: PlayerInject) {
  const { connection, view, seatId } = usePlayer();
  const place = `${view.exercise.exerciseId} ${seatId} ${view.table.tableId}`;
  const key = `${inject.id} ${inject.atMs} ${inject.textRevision}`;
  const query = useQuery({
    queryKey: ['body', place, key],
    queryFn: async () => {
      const body = await connection.readInject(inject.id);
      if (body === null) throw new Error('not readable');
      // A player's socket is answered with the player's body.
      return body as PlayerInjectBody;
    },
    initialData: () => keptBody(sessionStorage, place, key) ?? undefined,
    enabled: connection.status === 'live' && !inject.isRecalled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 2,
  });
  const { data } = query;
  const { isRecalled } = inject;
  useEffect(() => {
    if (isRecalled) forgetBody(sessionStorage, place, key);
    else if (data !== undefined) keepBody(sessionStorage, place, key, data);
  }, [place, key, data, isRecalled]);
  return query;
}

/** The first reading is told to the exercise; it takes the unread mark away. */
function useOpenOnce(inject: PlayerInject): void {
  const { connection, view, seatId, canAct } = usePlayer();
  const { status, submit } = connection;
  const told = useRef(false);
  const openedBy: readonly string[] = view.deliveries[inject.id]?.openedBy ?? [];
  useEffect(() => {
    notifications.hide(`inject ${inject.id}`);
  }, [inject.id]);
  const isOpened = seatId !== null && openedBy.includes(seatId);
  useEffect(() => {
    if (told.current || isOpened || !canAct || status !== 'live') return;
    told.current = true;
    void submit({ type: 'OpenInject', injectId: inject.id });
  }, [isOpened, canAct, status, submit, inject.id]);
}
