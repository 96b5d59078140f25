/** A dialog of the staff's pages: a heading with room for two lines, and a close button with a name. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogStyles } from './dialog-styles';

export function RoomModal(props: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 'md' | 'lg' | 'xl';
  readonly children: ReactNode;
}) {
  const { opened, onClose, title, size = 'md', children } = props;
  const { t } = useTranslation('facilitator');
  return (
    <Modal
      styles={dialogStyles}
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      {children}
    </Modal>
  );
}
