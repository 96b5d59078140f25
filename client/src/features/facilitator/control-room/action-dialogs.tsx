/** The dialogs behind an inject's actions: when to, and why. One set serves the whole room. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import { useRoom, useTools } from '../hooks/use-room';
import { parsePlayTime } from '../logic/play-time';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { RoomModal } from '../parts/room-modal';
import type { InjectAction } from './inject-actions';
import { EditForm } from './inject-panel/edit-form';

type Asked = { readonly action: 'move' | 'skip' | 'recall' | 'edit'; readonly injectId: InjectId };
export type RunAction = (action: InjectAction, injectId: InjectId) => void;

/** Runs an action at once, or asks first. `dialogs` belongs somewhere on the page. */
export function useInjectActions() {
  const { act } = useTools();
  const [asked, setAsked] = useState<Asked | null>(null);
  const run = useCallback<RunAction>(
    (action, injectId) => {
      switch (action) {
        case 'confirm':
          return void act({ type: 'Confirm', item: { kind: 'inject', injectId } });
        case 'release':
          return void act({ type: 'ReleaseInject', injectId });
        case 'hold':
          return void act({ type: 'HoldInject', injectId });
        case 'letGo':
          return void act({ type: 'UnholdInject', injectId });
        default:
          setAsked({ action, injectId });
      }
    },
    [act],
  );
  const close = useCallback(() => setAsked(null), []);
  return { run, dialogs: <Dialogs asked={asked} onClose={close} /> };
}

function Dialogs({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  const { t } = useTranslation('facilitator');
  const { view, names, act } = useRoom();
  const inject = asked === null ? undefined : view.injects[asked.injectId];
  const what =
    inject === undefined
      ? ''
      : t('moment.inject', { number: inject.number, title: names.text(inject.title) });
  const asks = (action: Asked['action']) => asked?.action === action;
  return (
    <>
      <RoomModal opened={asks('move')} onClose={onClose} title={t('move.title')}>
        {asked === null ? null : (
          <MoveForm injectId={asked.injectId} what={what} onClose={onClose} />
        )}
      </RoomModal>
      <RoomModal
        opened={asks('edit')}
        onClose={onClose}
        title={t('edit.title', { number: inject?.number ?? '' })}
        size="lg"
      >
        {asked === null ? null : <EditForm injectId={asked.injectId} onClose={onClose} />}
      </RoomModal>
      <ConfirmDialog
        isOpen={asks('skip')}
        title={t('skip.title')}
        action={t('action.skip')}
        reasonLabel={t('reason')}
        onClose={onClose}
        onConfirm={(reason) =>
          asked === null ? undefined : act({ type: 'SkipInject', injectId: asked.injectId, reason })
        }
      >
        <Text fw={600}>{what}</Text>
        <Text size="sm">{t('skip.text')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asks('recall')}
        title={t('recall.title')}
        action={t('action.recall')}
        color="red.9"
        reasonLabel={t('recall.reason')}
        onClose={onClose}
        onConfirm={(reason) =>
          asked === null
            ? undefined
            : act({ type: 'RecallInject', injectId: asked.injectId, reason })
        }
      >
        <Text fw={600}>{what}</Text>
        <Text size="sm">{t('recall.text')}</Text>
      </ConfirmDialog>
    </>
  );
}

function MoveForm(props: { injectId: InjectId; what: string; onClose: () => void }) {
  const { injectId, what, onClose } = props;
  const { t } = useTranslation('facilitator');
  const { view, nowMs, act } = useRoom();
  const [now] = useState(() => playMsAt(view.clock, nowMs()));
  const [text, setText] = useState(() =>
    formatPlayTime(view.events[injectId]?.dueAtMs ?? now + 5 * 60_000),
  );
  const dueAtMs = parsePlayTime(text);
  const problem = dueAtMs === null ? t('move.invalid') : dueAtMs < now ? t('move.past') : null;
  const submit = async () => {
    if (dueAtMs === null) return;
    if (await act({ type: 'MoveInject', injectId, dueAtMs })) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) void submit();
      }}
    >
      <Stack>
        <Text fw={600}>{what}</Text>
        <TextInput
          label={t('move.label')}
          description={t('move.description', { now: formatPlayTime(now) })}
          value={text}
          error={problem}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="xs">
          {[1, 2, 5, 10].map((minutes) => (
            <Button
              key={minutes}
              variant="default"
              size="compact-sm"
              onClick={() => setText(formatPlayTime(now + minutes * 60_000))}
            >
              {t('move.inMinutes', { count: minutes })}
            </Button>
          ))}
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={problem !== null}>
            {t('action.move')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
