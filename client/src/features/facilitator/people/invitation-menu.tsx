/** What can be done with an invitation: limits, a new code, revoking and opening it again. */
import { ActionIcon, Menu, Text } from '@mantine/core';
import {
  IconAdjustments,
  IconBan,
  IconDotsVertical,
  IconRefresh,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import type { InvitationCard } from '@trilogue/engine/protocol/entry';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeInvitation, removeInvitation, renewInvitation } from '../../../connection/entry-api';
import { useRoom } from '../hooks/use-room';
import { alarmText } from '../parts/colors';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { LimitsDialog } from './limits-dialog';
import { useRun } from './use-entry';

type Step = 'limits' | 'renew' | 'revoke' | 'remove';

export function InvitationMenu({
  invitation,
  what,
}: {
  invitation: InvitationCard;
  /** Whose invitation it is: a table's, a person's. */
  what: string;
}) {
  const { t } = useTranslation('people');
  const [step, setStep] = useState<Step | null>(null);
  const run = useRun();
  const exerciseId = useRoom().view.exercise.exerciseId ?? '';
  const { invitationId: id, standing, isStanding } = invitation;
  const close = () => setStep(null);
  const isOver = standing === 'revoked' || standing === 'expired';
  const reopen = () =>
    run(
      changeInvitation(exerciseId, id, {
        isRevoked: false,
        ...(standing === 'expired' ? { expiresAtMs: null } : {}),
      }),
    );
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('invitation.actions', { what })}
            style={{ flexShrink: 0 }}
          >
            <IconDotsVertical size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconAdjustments size={16} aria-hidden />}
            onClick={() => setStep('limits')}
          >
            {t('invitation.limits')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => setStep('renew')}
          >
            {t('invitation.renew')}
          </Menu.Item>
          <Menu.Divider />
          {isOver ? (
            <Menu.Item
              leftSection={<IconRestore size={16} aria-hidden />}
              onClick={() => void reopen()}
            >
              {t('invitation.reopen')}
            </Menu.Item>
          ) : (
            <Menu.Item
              c={alarmText}
              leftSection={<IconBan size={16} aria-hidden />}
              onClick={() => setStep('revoke')}
            >
              {t('invitation.revoke')}
            </Menu.Item>
          )}
          {isStanding ? null : (
            <Menu.Item
              c={alarmText}
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setStep('remove')}
            >
              {t('invitation.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <LimitsDialog
        isOpen={step === 'limits'}
        title={t('invitation.limitsOf', { what })}
        action={t('common:actions.save')}
        invitation={invitation}
        onClose={close}
        onSave={({ label, cap, expiresAtMs }) =>
          run(
            changeInvitation(exerciseId, id, {
              label,
              expiresAtMs,
              ...(invitation.person === null ? { cap } : {}),
            }),
          )
        }
      />
      <ConfirmDialog
        isOpen={step === 'renew'}
        title={t('invitation.renewTitle', { what })}
        action={t('invitation.renewConfirm')}
        onClose={close}
        onConfirm={() => run(renewInvitation(exerciseId, id))}
      >
        <Text size="sm">{t('invitation.renewText')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={step === 'revoke'}
        title={t('invitation.revokeTitle', { what })}
        action={t('invitation.revokeConfirm')}
        color="red.9"
        onClose={close}
        onConfirm={() => run(changeInvitation(exerciseId, id, { isRevoked: true }))}
      >
        <Text size="sm">{t('invitation.revokeText')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={step === 'remove'}
        title={t('invitation.removeTitle', { what })}
        action={t('invitation.removeConfirm')}
        color="red.9"
        onClose={close}
        onConfirm={() => run(removeInvitation(exerciseId, id))}
      >
        <Text size="sm">{t('invitation.removeText')}</Text>
      </ConfirmDialog>
    </>
  );
}
