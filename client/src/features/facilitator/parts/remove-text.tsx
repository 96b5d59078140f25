/** Beside what somebody wrote: the director may take it out for good, on every screen and on disk. */
import { ActionIcon, Menu, Select, Text } from '@mantine/core';
import { IconDots, IconEraser } from '@tabler/icons-react';
import { isRedacted } from '@trilogue/engine/protocol/redaction';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useTools } from '../hooks/use-room';
import { ConfirmDialog } from './confirm-dialog';

type Reason = Extract<Command, { type: 'RedactContent' }>['reason'];
const reasons: readonly Reason[] = ['personal', 'confidential', 'offensive', 'mistake'];

/** Nothing where the text is gone already, and for whoever may not. */
export function RemoveText({ factSeq, text }: { factSeq: number; text: string }) {
  const { t } = useTranslation('facilitator');
  const { act, may } = useTools();
  const mayRemove = may('RedactContent');
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState<Reason>('personal');
  if (!mayRemove || isRedacted(text)) return null;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('removal.menu')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconEraser size={16} aria-hidden />}
            onClick={() => setIsAsking(true)}
          >
            {t('removal.action')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('removal.title')}
        action={t('removal.confirm')}
        color="red.9"
        onConfirm={() => act({ type: 'RedactContent', factSeq, fields: null, reason })}
        onClose={() => setIsAsking(false)}
      >
        <Text size="sm">{t('removal.text')}</Text>
        <Select
          label={t('removal.reason')}
          allowDeselect={false}
          data={reasons.map((value) => ({ value, label: t(`removal.reasons.${value}`) }))}
          value={reason}
          onChange={(value) => {
            if (value !== null) setReason(value as Reason);
          }}
        />
      </ConfirmDialog>
    </>
  );
}
