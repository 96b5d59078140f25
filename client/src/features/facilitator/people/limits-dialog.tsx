/** Sets what an invitation is for: a word for it, how many may come, until when. Also makes one more. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { InvitationCard } from '@trilogue/engine/protocol/entry';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogStyles } from '../parts/dialog-styles';
import { fromLocalField, toLocalField } from './local-time';

export interface Limits {
  readonly label: string;
  readonly cap: number | null;
  readonly expiresAtMs: number | null;
}

interface LimitsDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly action: string;
  /** What stands; null for one that is to be made. */
  readonly invitation: InvitationCard | null;
  readonly onSave: (limits: Limits) => Promise<unknown>;
  readonly onClose: () => void;
}

const most = 1_000;

export function LimitsDialog(props: LimitsDialogProps) {
  const { isOpen, title, onClose } = props;
  const { t } = useTranslation(['people', 'facilitator']);
  return (
    <Modal
      styles={dialogStyles}
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      centered
    >
      <LimitsForm {...props} />
    </Modal>
  );
}

function LimitsForm({ action, invitation, onSave, onClose }: LimitsDialogProps) {
  const { t } = useTranslation(['people', 'facilitator']);
  const [label, setLabel] = useState(invitation?.label ?? '');
  const [cap, setCap] = useState(invitation?.cap?.toString() ?? '');
  const [until, setUntil] = useState(
    invitation?.expiresAtMs ? toLocalField(invitation.expiresAtMs) : '',
  );
  const [isBusy, setIsBusy] = useState(false);
  const isOneSeat = (invitation?.person ?? null) !== null;
  const count = cap.trim() === '' ? null : Number(cap);
  const isCapWrong = count !== null && !(Number.isInteger(count) && count >= 1 && count <= most);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isCapWrong) return;
    setIsBusy(true);
    await onSave({ label: label.trim(), cap: count, expiresAtMs: fromLocalField(until) });
    setIsBusy(false);
    onClose();
  };
  return (
    <form onSubmit={save}>
      <Stack>
        {isOneSeat || invitation?.isStanding ? null : (
          <TextInput
            label={t('limits.label')}
            description={t('limits.labelHint')}
            value={label}
            maxLength={60}
            data-autofocus
            onChange={({ currentTarget }) => setLabel(currentTarget.value)}
          />
        )}
        {isOneSeat ? null : (
          <TextInput
            label={t('limits.cap')}
            description={t('limits.capHint')}
            inputMode="numeric"
            value={cap}
            error={isCapWrong ? t('limits.capWrong', { most }) : null}
            onChange={({ currentTarget }) => setCap(currentTarget.value)}
          />
        )}
        <TextInput
          type="datetime-local"
          label={t('limits.expiry')}
          description={t('limits.expiryHint')}
          value={until}
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('facilitator:cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={isCapWrong}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
