/** A new version, written on top of the one that was seen. Others may have gone on: nobody's text is lost. */
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { PositionView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import { notify } from '../../../ui/notify';
import { useKeptForm } from '../exchange/kept-form';
import { longestPart } from '../exchange/limits';
import { Confirm, SendState } from '../exchange/parts';
import { useNames } from '../exchange/use-names';
import { useSend } from '../exchange/use-send';
import { usePlayer } from '../use-player';
import { isBehind } from './joint-model';
import { TextDiff } from './text-diff';

export const draftFormName = (positionId: string) => `draft.${positionId}`;

export function DraftEditor({
  position,
  onClose,
}: {
  position: PositionView;
  onClose: () => void;
}) {
  const { t } = useTranslation('exchange');
  const newest = useNewestText(position);
  const { form, change, clear, handOver } = useKeptForm(draftFormName(position.id), {
    text: newest,
    base: position.version,
  });
  const sending = useSend();
  const [isLeaving, leaving] = useDisclosure();
  const before = useVersionText(position, form.base);
  // Where nothing was changed yet, a newer version simply takes its place.
  const isUntouched = form.text === before && !sending.isSending;
  const base = isUntouched ? position.version : form.base;
  const shown = isUntouched ? newest : form.text;
  const isConflict = isBehind(base, position) && !sending.isSending;
  const text = shown.trim();
  const isChanged = text !== newest.trim();

  const close = () => {
    clear();
    onClose();
  };

  const send = async () => {
    const { id: positionId } = position;
    const answer = await handOver(() =>
      sending.send({ type: 'DraftText', positionId, baseVersion: base, text }),
    );
    // Somebody was faster: their version is on its way here, and this text stays in its box.
    if (!answer.ok && answer.code === 'position/old-version') return sending.forgetRefusal();
    if (!answer.ok) return;
    notify({ color: 'teal', message: t('draft.sentToast') });
    onClose();
  };

  return (
    <Stack gap="xs">
      <Textarea
        label={t('draft.label', { version: base + 1 })}
        description={t('draft.hint', { version: base })}
        autosize
        minRows={6}
        maxRows={24}
        maxLength={longestPart}
        value={shown}
        readOnly={sending.isSending}
        data-autofocus
        onChange={({ currentTarget }) => change({ text: currentTarget.value, base })}
      />
      {isConflict && (
        <Conflict
          position={position}
          base={base}
          onMine={() => change({ base: position.version })}
          onTheirs={() => change({ text: newest, base: position.version })}
        />
      )}
      <SendState sending={sending} />
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          disabled={sending.isSending}
          onClick={() => (isChanged ? leaving.open() : close())}
        >
          {t('draft.discard')}
        </Button>
        <Button
          disabled={text === '' || !isChanged || isConflict}
          loading={sending.isSending}
          onClick={() => void send()}
        >
          {t('draft.send', { version: base + 1 })}
        </Button>
      </Group>
      <Confirm
        isOpen={isLeaving}
        isCautious
        title={t('draft.discardTitle')}
        text={t('draft.discardText')}
        action={t('draft.discard')}
        color="red.9"
        onCancel={leaving.close}
        onConfirm={close}
      />
    </Stack>
  );
}

function Conflict(props: {
  readonly position: PositionView;
  readonly base: number;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const { position, base, onMine, onTheirs } = props;
  const { t } = useTranslation('exchange');
  const { view } = usePlayer();
  const names = useNames();
  const [isAsking, { open, close }] = useDisclosure();
  const draft = view.draftVersions[`${position.id} ${position.version}`];
  return (
    <Alert
      color="orange"
      variant="light"
      role="alert"
      title={t('draft.conflict.title', {
        version: position.version,
        table: names.table(draft?.tableId ?? null),
      })}
    >
      <Stack gap="xs">
        <Text size="sm">{t('draft.conflict.text')}</Text>
        <TextDiff position={position} from={base} to={position.version} />
        <Group gap="xs">
          <Button size="compact-sm" onClick={onMine}>
            {t('draft.conflict.mine', { version: position.version })}
          </Button>
          <Button size="compact-sm" variant="default" onClick={open}>
            {t('draft.conflict.theirs', { version: position.version })}
          </Button>
        </Group>
      </Stack>
      <Confirm
        isOpen={isAsking}
        isCautious
        title={t('draft.conflict.theirs', { version: position.version })}
        text={t('draft.conflict.lost')}
        action={t('draft.conflict.replace')}
        color="red.9"
        onCancel={close}
        onConfirm={() => {
          close();
          onTheirs();
        }}
      />
    </Alert>
  );
}

/** The newest version as it is gone on from; the scenario's first one in the reader's language. */
function useNewestText(position: PositionView): string {
  return useVersionText(position, position.version);
}

function useVersionText(position: PositionView, version: number): string {
  const { view, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const draft = view.draftVersions[`${position.id} ${version}`];
  return draft?.text ?? read(position.text ?? '', defaultLanguage).text;
}
