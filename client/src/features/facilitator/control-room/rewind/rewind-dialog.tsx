/** Taking play back: a scrubber over what happened when, and what would be undone, before it is done. */
import {
  Alert,
  Button,
  Group,
  Loader,
  Slider,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RewindMoment } from '@trilogue/engine/views/rewind-reading';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../ui/empty-state';
import { formatPlayTime } from '../../../../ui/format-time';
import { notify } from '../../../../ui/notify';
import { useRejectionText } from '../../../../ui/use-rejection-text';
import { useTools } from '../../hooks/use-room';
import { momentsShown, startMoment } from '../../logic/rewind-moments';
import { RoomModal } from '../../parts/room-modal';
import { MomentList } from './moment-list';
import { useMomentWords } from './moment-words';
import { UndoPreview } from './undo-preview';

export function RewindDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('facilitator');
  return (
    <RoomModal opened={opened} onClose={onClose} title={t('rewind.title')} size="xl">
      <Loading onClose={onClose} />
    </RoomModal>
  );
}

function Loading({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('facilitator');
  const { readMoments, seatId } = useTools();
  const word = useRejectionText();
  const found = useQuery({
    queryKey: ['rewind-moments', seatId],
    queryFn: readMoments,
    gcTime: 0,
    retry: 1,
  });
  if (found.isPending) {
    return <Loader role="status" aria-label={t('loading')} />;
  }
  if (found.isError) {
    return (
      <EmptyState title={t('rewind.failed')} text={word(found.error.message)}>
        <Button onClick={() => void found.refetch()}>{t('common:actions.retry')}</Button>
      </EmptyState>
    );
  }
  return <Scrubber {...found.data} onClose={onClose} />;
}

function Scrubber(props: {
  moments: readonly RewindMoment[];
  isShortened: boolean;
  onClose: () => void;
}) {
  const { moments, isShortened, onClose } = props;
  const { t } = useTranslation('facilitator');
  const { act } = useTools();
  const words = useMomentWords();
  const [isWhole, setIsWhole] = useState(false);
  const [seq, setSeq] = useState(() => startMoment(moments)?.seq ?? null);
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const shown = useMemo(() => momentsShown(moments, isWhole, seq), [moments, isWhole, seq]);
  const index = shown.findIndex((moment) => moment.seq === seq);
  const chosen = shown[index];
  if (chosen === undefined) {
    return <EmptyState title={t('rewind.nothing')} text={t('rewind.nothingText')} />;
  }
  const rewind = async () => {
    setIsBusy(true);
    const isDone = await act({ type: 'Rewind', toSeq: chosen.seq, reason });
    setIsBusy(false);
    if (!isDone) return;
    notify({ message: t('rewind.done', { time: formatPlayTime(chosen.playMs) }) });
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') void rewind();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('rewind.means')}</Text>
        {isShortened ? <Text size="sm">{t('rewind.shortened')}</Text> : null}
        <Group justify="space-between">
          <Text fw={700}>
            {formatPlayTime(chosen.playMs)} · {words(chosen)}
          </Text>
          <Switch
            label={t('rewind.whole')}
            checked={isWhole}
            onChange={(event) => setIsWhole(event.currentTarget.checked)}
          />
        </Group>
        <Slider
          min={0}
          max={Math.max(1, shown.length - 1)}
          value={index}
          label={(at) => formatPlayTime(shown[at]?.playMs ?? 0)}
          thumbLabel={t('rewind.scrubber')}
          onChange={(at) => setSeq(shown[at]?.seq ?? seq)}
        />
        <MomentList moments={shown} chosen={index} onChoose={setSeq} words={words} />
        <UndoPreview seq={chosen.seq} />
        <TextInput
          label={t('rewind.reason')}
          required
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Alert variant="light" color="orange" p="xs">
          {t('rewind.paused')}
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" color="red.9" loading={isBusy} disabled={reason.trim() === ''}>
            {t('rewind.confirm', { time: formatPlayTime(chosen.playMs) })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
