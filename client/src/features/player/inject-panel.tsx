/** One inject, whole: what came on one side, what the table does about it beside or below it. */
import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconBan } from '@tabler/icons-react';
import type { PlayerInject, PlayerInjectBody } from '@trilogue/engine/views/player-view';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../i18n/use-localized-text';
import { Attachments } from '../../ui/attachments';
import { EmptyState } from '../../ui/empty-state';
import { MarkdownText } from '../../ui/markdown-text';
import { AcknowledgePart } from './acknowledge-part';
import { AnswerPart } from './answer-part';
import { ChoicePart } from './choice-part';
import { InjectLook } from './inject/inject-look';
import { JumpToActing } from './inject/jump-to-acting';
import { MarkingHint } from './inject/marking-hint';
import { useInjectBody } from './inject/use-inject-body';
import { InjectTasks } from './inject-tasks';
import classes from './player.module.css';
import { useIsWide } from './top-bar';
import { usePlace } from './use-place';
import { usePlayer } from './use-player';

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
  const { view } = usePlayer();
  const isWide = useIsWide();
  const acting = useRef<HTMLElement>(null);
  const body = useInjectBody(inject);
  useOpenOnce(inject);
  useKeepsFocus(inject.isRecalled, acting);
  const { isRecalled, recallReason } = inject;
  return (
    <div className={classes.inject}>
      <div className={classes.injectParts}>
        <InjectLook inject={inject}>
          {isRecalled ? (
            <Alert color="gray" icon={<IconBan aria-hidden />} title={t('inject.recalled')}>
              {recallReason === '' ? t('inject.recalledText') : written(recallReason)}
            </Alert>
          ) : (
            <Stack gap="md">
              <Body {...body} />
              <InjectAttachments injectId={inject.id} body={body.data} />
            </Stack>
          )}
        </InjectLook>
        <section
          ref={acting}
          tabIndex={-1}
          className={classes.acting}
          aria-label={t('inject.acting')}
        >
          <MarkingHint inject={inject} />
          <InjectTasks injectId={inject.id} />
          {body.data !== undefined && body.data.choices.length > 0 && (
            <ChoicePart injectId={inject.id} choices={body.data.choices} />
          )}
          {!isRecalled && <AcknowledgePart injectId={inject.id} />}
          <AnswerPart inject={inject} />
        </section>
      </div>
      {!isWide && view.exercise.stage === 'live' && !isRecalled && <JumpToActing target={acting} />}
    </div>
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

function Body(query: {
  readonly data: PlayerInjectBody | undefined;
  readonly isError: boolean;
  readonly refetch: () => unknown;
}) {
  const { t } = useTranslation('player');
  const { connection, defaultLanguage } = usePlayer();
  if (query.data !== undefined) {
    return <MarkdownText text={query.data.body} defaultLanguage={defaultLanguage} />;
  }
  if (query.isError || connection.status !== 'live') {
    const isAway = connection.status !== 'live';
    return (
      <Alert color="orange" title={t(isAway ? 'inject.away' : 'inject.noBody')}>
        {!isAway && (
          <Button size="compact-sm" variant="default" onClick={() => query.refetch()}>
            {t('common:actions.retry')}
          </Button>
        )}
      </Alert>
    );
  }
  return (
    <Stack gap={8} mih={220} role="status" aria-busy aria-label={t('panel.loading')}>
      {['100%', '92%', '96%', '88%', '97%', '60%'].map((width) => (
        <Skeleton key={width} h={14} w={width} />
      ))}
    </Stack>
  );
}

/** Whoever was writing when it was recalled stands where they wrote, not at the start of the screen. */
function useKeepsFocus(isRecalled: boolean, acting: RefObject<HTMLElement | null>): void {
  const wasRecalled = useRef(isRecalled);
  useEffect(() => {
    const isNews = isRecalled && !wasRecalled.current;
    wasRecalled.current = isRecalled;
    if (isNews && document.activeElement === document.body) {
      acting.current?.focus({ preventScroll: true });
    }
  }, [isRecalled, acting]);
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
