/** One inject of the events list: what, to whom, how it stands, and why it waits. */
import { ActionIcon, Badge, Button, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorEvent, FacilitatorInject } from '@trilogue/engine/views/facilitator-view';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../../../ui/channel-icon';
import { TlpBadge } from '../../../ui/tlp-badge';
import { alarmText } from '../parts/colors';
import type { RunAction } from './action-dialogs';
import { actionsFor } from './inject-actions';
import { InjectStatus } from './inject-status';
import { classes } from './styles';

export interface MselRowProps {
  readonly inject: FacilitatorInject;
  readonly event: FacilitatorEvent;
  readonly title: string;
  readonly recipients: string;
  readonly why: string;
  readonly isSelected: boolean;
  readonly onSelect: (injectId: InjectId) => void;
  readonly onAction: RunAction;
}

/** Drawn anew only when something it shows changed: there may be hundreds. */
export const MselRow = memo(function MselRow(props: MselRowProps) {
  const { inject, event, title, recipients, why, isSelected, onSelect, onAction } = props;
  const { t } = useTranslation('facilitator');
  const actions = actionsFor(event);
  const isDue = actions[0] === 'confirm';
  return (
    <li className={classes.row} data-selected={isSelected || undefined} data-status={event.status}>
      <UnstyledButton
        className={classes.rowMain}
        aria-pressed={isSelected}
        onClick={() => onSelect(inject.id)}
      >
        <Group gap={6} wrap="nowrap" miw={0}>
          <Text span fw={700} className="tabular" c="dimmed" style={{ flexShrink: 0 }}>
            #{inject.number}
          </Text>
          <ChannelIcon channel={inject.channel} size={22} />
          <Text span fw={600} truncate="end" title={title} td={isOff(event) ? 'line-through' : ''}>
            {title}
          </Text>
        </Group>
        <Group gap={6} mt={2} wrap="wrap">
          <InjectStatus event={event} />
          <Badge variant="default" radius="sm" tt="none" size="sm">
            {t(`kind.${inject.kind}`)}
          </Badge>
          <TlpBadge label={inject.tlp} size="xs" />
          <Text span size="xs" c={recipients === '' ? alarmText : 'dimmed'}>
            {recipients === '' ? t('msel.reachesNobody') : t('msel.to', { tables: recipients })}
          </Text>
        </Group>
        {why === '' ? null : (
          <Text size="xs" mt={2} c="dimmed">
            {why}
          </Text>
        )}
      </UnstyledButton>
      <Group gap={2} wrap="nowrap" align="flex-start">
        {isDue ? (
          <Button
            size="compact-sm"
            color="orange.4"
            onClick={() => onAction('confirm', inject.id)}
            aria-label={t('action.on', { action: t('action.confirm'), number: inject.number })}
          >
            {t('action.confirm')}
          </Button>
        ) : null}
        {actions.length > 0 ? (
          <RowMenu inject={inject} actions={actions} onAction={onAction} />
        ) : null}
      </Group>
    </li>
  );
});

/** The menu's machinery is mounted only where it is opened. */
function RowMenu(props: {
  inject: FacilitatorInject;
  actions: ReturnType<typeof actionsFor>;
  onAction: RunAction;
}) {
  const { inject, actions, onAction } = props;
  const { t } = useTranslation('facilitator');
  const [isOpen, setIsOpen] = useState(false);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t('msel.actions', { number: inject.number })}
      aria-haspopup="menu"
      onClick={() => setIsOpen((open) => !open)}
    >
      <IconDotsVertical size={18} aria-hidden />
    </ActionIcon>
  );
  if (!isOpen) return button;
  return (
    <Menu opened onChange={setIsOpen} position="bottom-end" withinPortal>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action}
            {...(action === 'recall' ? { color: 'red' } : {})}
            onClick={() => onAction(action, inject.id)}
          >
            {t(`action.${action}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function isOff({ status }: FacilitatorEvent): boolean {
  return status === 'skipped' || status === 'recalled';
}
