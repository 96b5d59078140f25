/** Moves injects to another moment: at once where it is near, after asking where it means more. */
import { Button, Group, List, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { notify } from '../../../../ui/notify';
import { useTools } from '../../hooks/use-room';
import type { ExpectedTimes } from '../../logic/expected-times';
import { judgeMove, type MoveWarning } from '../../logic/move-inject';
import { ConfirmDialog } from '../../parts/confirm-dialog';

export interface PendingMove {
  readonly injectId: InjectId;
  readonly toMs: number;
  /** Once it is sent: the moment it leaves. It is drawn at the new one until the view has followed. */
  readonly fromMs?: number | null;
}

type Source = Pick<FacilitatorView, 'injects' | 'events' | 'phases' | 'clock'>;

export function useMover(view: Source, times: ExpectedTimes) {
  const { t } = useTranslation('facilitator');
  const { act, names, nowMs } = useTools();
  const [pending, setPending] = useState<PendingMove | null>(null);
  const [asked, setAsked] = useState<(PendingMove & { warnings: readonly MoveWarning[] }) | null>(
    null,
  );
  const latest = useRef({ view, times });
  latest.current = { view, times };

  const move = useCallback(
    async ({ injectId, toMs }: PendingMove) => {
      const { view: now } = latest.current;
      const inject = now.injects[injectId];
      const before = now.events[injectId]?.dueAtMs ?? null;
      setPending({ injectId, toMs, fromMs: before });
      const isDone = await act({ type: 'MoveInject', injectId, dueAtMs: toMs });
      if (!isDone || before === toMs) setPending(null);
      if (!isDone || inject === undefined) return;
      const canUndo = before !== null && before > playMsAt(latest.current.view.clock, nowMs());
      const id = `moved-${injectId}`;
      notify({
        id,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">
              {t('timeline.moved', { number: inject.number, time: formatPlayTime(toMs) })}
            </Text>
            {canUndo ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  notifications.hide(id);
                  void act({ type: 'MoveInject', injectId, dueAtMs: before });
                }}
              >
                {t('timeline.undo')}
              </Button>
            ) : null}
          </Group>
        ),
      });
    },
    [act, nowMs, t],
  );

  const isFollowed =
    pending?.fromMs !== undefined &&
    (view.events[pending.injectId]?.dueAtMs ?? null) !== pending.fromMs;
  useEffect(() => {
    if (isFollowed) setPending(null);
  }, [isFollowed]);

  const request = useCallback(
    (wish: PendingMove) => {
      const { view: now, times: expected } = latest.current;
      const inject = now.injects[wish.injectId];
      const event = now.events[wish.injectId];
      if (inject === undefined || event === undefined) return;
      const judged = judgeMove({
        inject,
        event,
        toMs: wish.toMs,
        nowPlayMs: playMsAt(now.clock, nowMs()),
        phases: now.phases,
        phaseTimes: expected.phases,
      });
      if (judged.kind === 'go') void move({ injectId: wish.injectId, toMs: judged.toMs });
      if (judged.kind === 'ask') {
        const { toMs, warnings } = judged;
        setPending({ injectId: wish.injectId, toMs });
        setAsked({ injectId: wish.injectId, toMs, warnings });
      }
    },
    [move, nowMs],
  );

  const inject = asked === null ? undefined : view.injects[asked.injectId];
  const dialog = (
    <ConfirmDialog
      isOpen={asked !== null}
      title={t('move.title')}
      action={t('action.move')}
      onClose={() => {
        setAsked(null);
        setPending(null);
      }}
      onConfirm={() => (asked === null ? undefined : move(asked))}
    >
      {asked === null || inject === undefined ? null : (
        <>
          <Text fw={600}>
            {t('moment.inject', { number: inject.number, title: names.text(inject.title) })}
          </Text>
          <Text size="sm">{t('timeline.moveTo', { time: formatPlayTime(asked.toMs) })}</Text>
          <List size="sm">
            {asked.warnings.map((warning) => (
              <List.Item key={warning}>{t(`timeline.warning.${warning}`)}</List.Item>
            ))}
          </List>
        </>
      )}
    </ConfirmDialog>
  );
  return { pending, setPending, request, dialog };
}
