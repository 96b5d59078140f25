/** One panel that breaks, or whose code could not be fetched, takes no other with it. */
import { Button, Center, Loader } from '@mantine/core';
import { Component, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';

export function Panel({ children }: { children: ReactNode }) {
  return (
    <PanelBoundary>
      <Suspense fallback={<Waiting />}>{children}</Suspense>
    </PanelBoundary>
  );
}

class PanelBoundary extends Component<
  { readonly children: ReactNode },
  { readonly isBroken: boolean }
> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

/** Code that failed to come is asked for again only by a new page. */
function Broken() {
  const { t } = useTranslation('facilitator');
  return (
    <EmptyState title={t('panel.broken')} text={t('panel.brokenText')}>
      <Button onClick={() => window.location.reload()}>{t('common:pageError.reload')}</Button>
    </EmptyState>
  );
}

function Waiting() {
  const { t } = useTranslation('facilitator');
  return (
    <Center p="xl" h="100%">
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}
