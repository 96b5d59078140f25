/** Parts of the screen that are fetched when first shown, or once the page has come to rest. */
import { Skeleton, Stack } from '@mantine/core';
import { type ComponentType, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from './lazy-part';
import { PanelBoundary } from './panel-boundary';
import { ScrollPart } from './scroll-part';
import type { Tab } from './use-place';

const loaders = {
  holdings: async () => ({ default: (await import('./holdings/holdings-panel')).HoldingsPanel }),
  situation: async () => ({
    default: (await import('./situation/situation-panel')).SituationPanel,
  }),
  joint: async () => ({ default: (await import('./joint-room/joint-room-panel')).JointRoomPanel }),
  duties: async () => ({ default: (await import('./duties/duties-panel')).DutiesPanel }),
  messages: async () => ({ default: (await import('./messages/messages-panel')).MessagesPanel }),
  result: async () => ({ default: (await import('./ended-part')).EndedPart }),
  story: async () => ({ default: (await import('./story/story-panel')).StoryPanel }),
} satisfies Record<Exclude<Tab, 'inbox'>, () => Promise<{ default: ComponentType }>>;

const loadMarkdown = () => import('../../ui/plain-markdown');
/** What its text is read with comes at the same time, not after it. */
const loadInject = async () => {
  void loadMarkdown().catch(() => undefined);
  return { default: (await import('./inject-panel')).InjectPanel };
};
const loadMap = () => import('../../ui/world-map/world-map');
const loadHelp = () => import('./help/help-dialog');
const loadWaiting = async () => ({ default: (await import('./waiting-room')).WaitingRoom });

export type LazyTab = keyof typeof loaders;

const panels: Record<LazyTab, ComponentType> = {
  holdings: lazyPart(loaders.holdings),
  situation: lazyPart(loaders.situation),
  joint: lazyPart(loaders.joint),
  duties: lazyPart(loaders.duties),
  messages: lazyPart(loaders.messages),
  result: lazyPart(loaders.result),
  story: lazyPart(loaders.story),
};
const Inject = lazyPart(loadInject);
const Waiting = lazyPart(loadWaiting);

/** What scrolls as a whole; the conversations scroll part by part. */
const scrollsByItself: readonly LazyTab[] = ['messages'];

export function LazyPanel({ tab }: { tab: LazyTab }) {
  const Panel = panels[tab];
  const panel = (
    <PanelBoundary key={tab}>
      <Suspense fallback={<PanelSkeleton />}>
        <Panel />
      </Suspense>
    </PanelBoundary>
  );
  return scrollsByItself.includes(tab) ? panel : <ScrollPart key={tab}>{panel}</ScrollPart>;
}

export function LazyInject({ id }: { id: string }) {
  return (
    <PanelBoundary key={id}>
      <Suspense fallback={<PanelSkeleton />}>
        <Inject key={id} id={id} />
      </Suspense>
    </PanelBoundary>
  );
}

export function LazyWaitingRoom() {
  return (
    <PanelBoundary>
      <Suspense fallback={<PanelSkeleton />}>
        <Waiting />
      </Suspense>
    </PanelBoundary>
  );
}

function PanelSkeleton() {
  const { t } = useTranslation('player');
  return (
    <Stack p="md" gap="sm" role="status" aria-busy aria-label={t('panel.loading')}>
      <Skeleton h={26} w="40%" />
      <Skeleton h={90} />
      <Skeleton h={90} />
    </Stack>
  );
}

/** Once the first picture stands; what is opened first comes first. In ms. */
const soonMs = 5_000;
const restMs = 8_000;

/** Fetches every part while the line is good: one that was never opened is there without a line. */
export function useFetchesAhead(isLive: boolean): void {
  useEffect(() => {
    if (!isLive) return;
    // One that fails now is fetched when it is opened.
    const fetch = (load: () => Promise<unknown>) => load().catch(() => undefined);
    const soon = setTimeout(() => fetch(loadInject), soonMs);
    const rest = setTimeout(() => {
      for (const load of [loadMarkdown, ...Object.values(loaders), loadMap, loadHelp]) fetch(load);
    }, restMs);
    return () => {
      clearTimeout(soon);
      clearTimeout(rest);
    };
  }, [isLive]);
}
