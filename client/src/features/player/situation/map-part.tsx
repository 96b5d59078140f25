/** The map of all nations' systems, fetched when it is first shown; the list below says the same. */
import { Skeleton } from '@mantine/core';
import type { AssetId } from '@trilogue/engine/protocol/ids';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../lazy-part';
import { PanelBoundary } from '../panel-boundary';
import { usePlayer } from '../use-player';
import classes from './situation.module.css';
import { useShareFlows } from './use-share-flows';

const WorldMap = lazyPart(async () => ({
  default: (await import('../../../ui/world-map/world-map')).WorldMap,
}));

export function MapPart(props: {
  readonly selectedId: AssetId | null;
  readonly onSelect: (id: AssetId | null) => void;
}) {
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const flows = useShareFlows();
  if (Object.values(view.assets).every(({ place }) => place === null)) return null;
  return (
    <div className={classes.map}>
      <PanelBoundary>
        <Suspense
          fallback={<Skeleton h={280} role="status" aria-busy aria-label={t('map.loading')} />}
        >
          <WorldMap
            parties={view.parties}
            assets={view.assets}
            flows={flows}
            selectedId={props.selectedId}
            onSelect={props.onSelect}
            size="panel"
            defaultLanguage={defaultLanguage}
          />
        </Suspense>
      </PanelBoundary>
    </div>
  );
}
