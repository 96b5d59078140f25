/** Why something was refused, worded by its code. */
import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRejectionText } from './use-rejection-text';

export function ErrorNote(props: {
  readonly code: string;
  readonly title?: string;
  readonly onClose?: () => void;
  readonly children?: ReactNode;
}) {
  const { code, title, onClose, children } = props;
  const { t } = useTranslation('common');
  const word = useRejectionText();
  const closing =
    onClose === undefined
      ? {}
      : { withCloseButton: true, onClose, closeButtonLabel: t('actions.close') };
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<IconInfoCircle aria-hidden />}
      {...(title === undefined ? {} : { title })}
      {...closing}
    >
      {word(code)}
      {children}
    </Alert>
  );
}
