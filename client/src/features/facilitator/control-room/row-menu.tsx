/** The actions of one inject behind three dots. Its machinery is mounted only where it is opened. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import type { FacilitatorEvent, FacilitatorInject } from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../hooks/use-may';
import type { RunAction } from './action-dialogs';
import { allowedActions } from './inject-actions';

/** Nothing where whoever looks may do nothing with it. */
export function RowMenu(props: {
  inject: FacilitatorInject;
  event: FacilitatorEvent;
  onAction: RunAction;
}) {
  const { inject, event, onAction } = props;
  const { t } = useTranslation('facilitator');
  const may = useMay();
  const [isOpen, setIsOpen] = useState(false);
  const actions = allowedActions(event, inject.id, may);
  if (actions.length === 0) return null;
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
