/**
 * A question that has to be answered before anything else. The browser's own dialog: it keeps the
 * focus, closes on Escape, and weighs nothing. It stands above all else, so whoever shows it takes it
 * away when REAL WORLD is called.
 */
import { CloseButton, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';

export function Dialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}) {
  // What is inside starts anew each time.
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children }: Parameters<typeof Dialog>[0]) {
  const { t } = useTranslation('common');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        // The dialog's own box is its backdrop: everything in it stands in a box of its own.
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={classes.content}>
        <Group justify="space-between" wrap="nowrap" align="flex-start" mb="md">
          <Title id={titleId} order={2} size="h4" lh={1.4}>
            {title}
          </Title>
          <CloseButton aria-label={t('actions.close')} onClick={onClose} />
        </Group>
        {children}
      </div>
    </dialog>
  );
}
