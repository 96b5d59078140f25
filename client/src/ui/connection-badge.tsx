/** Whether this screen hears the server, and whether something is still on its way. */
import { Badge, ColorSwatch, Loader, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConnectionStatus } from '../connection/use-exercise';

const colours: Record<ConnectionStatus, string> = {
  connecting: 'gray',
  live: 'teal',
  reconnecting: 'orange.5',
  refused: 'red.9',
  gone: 'red.9',
};

export function ConnectionBadge(props: {
  readonly status: ConnectionStatus;
  readonly pending?: number;
  /** False while the server can't keep anything. */
  readonly isKept?: boolean;
  /** For narrow screens: a mere dot while all is well; else a sign, whose words only are read out. */
  readonly isCompact?: boolean;
}) {
  const { status, pending = 0, isKept = true, isCompact = false } = props;
  const isStuck = status === 'live' && !isKept;
  const { t } = useTranslation('common');
  const wording = () => {
    if (isStuck) return t('connection.unkept');
    return status === 'live' && pending > 0
      ? t('connection.sending', { count: pending })
      : t(`connection.${status}`);
  };
  const isBusy = status === 'connecting' || status === 'reconnecting' || pending > 0;
  if (isCompact && status === 'live' && pending === 0 && !isStuck) {
    return (
      <ColorSwatch
        role="status"
        aria-label={t('connection.live')}
        title={t('connection.live')}
        color="var(--mantine-color-teal-7)"
        size={12}
        withShadow={false}
        style={{ flexShrink: 0 }}
      />
    );
  }
  return (
    <Badge
      role="status"
      variant={status === 'live' && !isStuck ? 'light' : 'filled'}
      color={isStuck ? colours.reconnecting : colours[status]}
      autoContrast
      tt="none"
      leftSection={isBusy ? <Loader size={10} color="currentColor" aria-hidden /> : undefined}
      title={wording()}
      style={{ flexShrink: 0 }}
    >
      {isCompact && !isStuck && isBusy ? <VisuallyHidden>{wording()}</VisuallyHidden> : wording()}
    </Badge>
  );
}
