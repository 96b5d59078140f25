/** Asks once before something that can't be undone, says what it means, and may take a reason. */
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RoomModal } from './room-modal';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly action: string;
  readonly color?: string;
  /** Label of a field for a reason; without it none is asked. */
  readonly reasonLabel?: string;
  readonly isReasonRequired?: boolean;
  readonly onConfirm: (reason: string) => Promise<unknown> | undefined;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, onClose } = props;
  return (
    <RoomModal opened={isOpen} onClose={onClose} title={title}>
      <ConfirmForm {...props} />
    </RoomModal>
  );
}

function ConfirmForm(props: ConfirmDialogProps) {
  const { action, color, reasonLabel, isReasonRequired = false } = props;
  const { onConfirm, onClose, children } = props;
  const { t } = useTranslation('facilitator');
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const confirm = async () => {
    setIsBusy(true);
    await onConfirm(reason);
    setIsBusy(false);
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Stack>
        {children}
        {reasonLabel === undefined ? null : (
          <TextInput
            label={reasonLabel}
            value={reason}
            required={isReasonRequired}
            maxLength={300}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            {...(color === undefined ? {} : { color })}
            loading={isBusy}
            disabled={isReasonRequired && reason.trim() === ''}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
