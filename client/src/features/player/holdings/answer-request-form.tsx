/** Granting or denying a permission, or declining to tell: once, so it is asked twice. */
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { RequestView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { notify } from '../../../ui/notify';
import { useKeptForm } from '../exchange/kept-form';
import { longestPart } from '../exchange/limits';
import { Confirm, PlayText, SendState } from '../exchange/parts';
import { useNames } from '../exchange/use-names';
import { useSend } from '../exchange/use-send';

export function AnswerRequestForm(props: {
  readonly request: RequestView;
  readonly isGranted: boolean;
  readonly onClose: () => void;
}) {
  const { request, isGranted, onClose } = props;
  const { t } = useTranslation('exchange');
  const names = useNames();
  const { form, change, handOver } = useKeptForm(`answer.${request.seq}`, { text: '' });
  const sending = useSend();
  const [isAsking, { open, close }] = useDisclosure();
  const kind = isGranted ? 'grant' : request.kind === 'permission' ? 'deny' : 'decline';

  const send = async () => {
    close();
    const text = form.text.trim();
    const answer = await handOver(() =>
      sending.send({ type: 'AnswerRequest', requestSeq: request.seq, isGranted, text }),
    );
    if (!answer.ok) return;
    notify({ color: 'teal', message: t('answer.sentToast') });
    onClose();
  };

  return (
    <Stack gap="xs">
      <Textarea
        label={t(`answer.label.${kind}`)}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={longestPart}
        value={form.text}
        readOnly={sending.isSending}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      />
      <SendState sending={sending} />
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
        <Button size="compact-sm" loading={sending.isSending} onClick={open}>
          {t(`requests.${kind}`)}
        </Button>
      </Group>
      <Confirm
        isOpen={isAsking}
        title={t(`answer.confirm.${kind}`, {
          from: names.list(request.fromTeams.map(names.team)),
          to: names.list(request.teams.map(names.team)),
        })}
        text={t('answer.confirmText')}
        action={t(`requests.${kind}`)}
        onCancel={close}
        onConfirm={() => void send()}
      >
        {form.text.trim() !== '' && <PlayText text={form.text.trim()} />}
      </Confirm>
    </Stack>
  );
}
