/** A toast whose close button has a name in the reader's language. */
import { type NotificationData, notifications } from '@mantine/notifications';
import i18next from 'i18next';

export function notify(toast: NotificationData): void {
  notifications.show({
    autoClose: 6_000,
    closeButtonProps: { 'aria-label': i18next.t('common:actions.close') },
    ...toast,
  });
}
