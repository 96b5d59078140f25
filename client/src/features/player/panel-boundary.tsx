/** Keeps a part that broke, or whose code could not be fetched, from taking the others along. */
import { Alert, Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

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
      <BrokenPanel onRetry={() => this.setState({ isBroken: false })} />
    ) : (
      this.props.children
    );
  }
}

function BrokenPanel({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('player');
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
