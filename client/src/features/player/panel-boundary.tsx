/** Keeps a part that broke, or whose code could not be fetched, from taking the others along. */
import { Alert, Button } from '@mantine/core';
import { Component, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { renewFailedParts } from './lazy-part';
import { usePlayer } from './use-player';

interface BoundaryProps {
  readonly children: ReactNode;
}

export class PanelBoundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? (
      <BrokenPanel
        onRetry={() => {
          renewFailedParts();
          this.setState({ isBroken: false });
        }}
      />
    ) : (
      this.props.children
    );
  }
}

function BrokenPanel({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('player');
  const isLive = usePlayer().connection.status === 'live';
  const wasLive = useRef(isLive);
  useEffect(() => {
    if (isLive && !wasLive.current) onRetry();
    wasLive.current = isLive;
  });
  // Reloaded without a line, the whole page would be gone.
  if (!isLive) return <Alert color="orange" role="alert" title={t('panel.away')} m="md" />;
  return (
    <Alert color="orange" role="alert" title={t('panel.broken')} m="md">
      <Button size="compact-sm" variant="default" mr="xs" onClick={onRetry}>
        {t('common:actions.retry')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
        {t('common:pageError.reload')}
      </Button>
    </Alert>
  );
}
