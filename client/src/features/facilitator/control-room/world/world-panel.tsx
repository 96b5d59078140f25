/** The world of the exercise: systems on a map, gauges, milestones and endings, each within reach of a hand. */
import { Loader, Tabs } from '@mantine/core';
import type { AssetId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { lazy, memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../hooks/use-room';
import { AssetList } from './asset-list';
import { EndingList, MilestoneList } from './course-lists';
import { IndicatorList } from './indicator-list';
import css from './world.module.css';

const WorldMap = lazy(() =>
  import('../../../../ui/world-map/world-map').then((module) => ({ default: module.WorldMap })),
);

export type WorldParts = Pick<
  FacilitatorView,
  'assets' | 'indicators' | 'milestones' | 'endings' | 'parties' | 'clock'
> & { readonly defaultLanguage: string };

export function WorldPanel() {
  const { view } = useRoom();
  const { assets, indicators, milestones, endings, parties, clock, exercise } = view;
  const { defaultLanguage } = exercise;
  return (
    <WorldBody {...{ assets, indicators, milestones, endings, parties, clock, defaultLanguage }} />
  );
}

/** Drawn anew only when the world itself changed. */
const WorldBody = memo(function WorldBody(world: WorldParts) {
  const { t } = useTranslation('facilitator');
  const [selected, setSelected] = useState<AssetId | null>(null);
  const { assets, parties, defaultLanguage } = world;
  return (
    <section className={css.world} aria-label={t('world.title')}>
      <div className={css.map}>
        <Suspense fallback={<Loader m="xl" role="status" aria-label={t('loading')} />}>
          <WorldMap
            size="panel"
            parties={parties}
            assets={assets}
            selectedId={selected}
            onSelect={setSelected}
            defaultLanguage={defaultLanguage}
          />
        </Suspense>
      </div>
      <Tabs defaultValue="assets" keepMounted={false} className={css.lists ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="assets">{t('world.assets')}</Tabs.Tab>
          <Tabs.Tab value="indicators">{t('world.indicators')}</Tabs.Tab>
          <Tabs.Tab value="milestones">{t('world.milestones')}</Tabs.Tab>
          <Tabs.Tab value="endings">{t('world.endings')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="assets" className={css.scroll ?? ''}>
          <AssetList {...world} selected={selected} onSelect={setSelected} />
        </Tabs.Panel>
        <Tabs.Panel value="indicators" className={css.scroll ?? ''}>
          <IndicatorList {...world} />
        </Tabs.Panel>
        <Tabs.Panel value="milestones" className={css.scroll ?? ''}>
          <MilestoneList {...world} />
        </Tabs.Panel>
        <Tabs.Panel value="endings" className={css.scroll ?? ''}>
          <EndingList {...world} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
});
