/** The crisis on a map: it changes as failures spread, and help between nations flows across it. */
import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Flow, newFlows } from './logic/flows';
import { useWall } from './use-wall';
import css from './wall-world.module.css';

const WorldMap = lazy(async () => ({
  default: (await import('../../ui/world-map/world-map')).WorldMap,
}));

/** More than this at once is a tangle. */
const mostFlows = 12;

export function WallMap() {
  const { t } = useTranslation('observer');
  const { view } = useWall();
  const flows = useFlows();
  const { defaultLanguage } = view.exercise;
  return (
    <div className={css.map}>
      <Suspense fallback={<Skeleton h="100%" aria-label={t('loading')} />}>
        <WorldMap
          parties={view.parties}
          assets={view.assets}
          flows={flows}
          size="wall"
          defaultLanguage={defaultLanguage}
        />
      </Suspense>
    </div>
  );
}

function useFlows(): readonly Flow[] {
  const { happenings } = useWall().view;
  const before = useRef(happenings);
  const [flows, setFlows] = useState<readonly Flow[]>([]);
  useEffect(() => {
    const found = newFlows(before.current, happenings, Date.now());
    before.current = happenings;
    if (found.length > 0) setFlows((known) => [...known, ...found].slice(-mostFlows));
  }, [happenings]);
  return flows;
}
