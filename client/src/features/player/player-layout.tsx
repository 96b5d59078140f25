/** The parts of a player's screen: list and inject side by side; on a phone one at a time. */
import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Inbox } from './inbox';
import { LazyInject, LazyPanel } from './lazy-panels';
import { NavBar } from './nav-bar';
import { latestHolding } from './nav-model';
import { NothingOpen } from './nothing-open';
import { PanelBoundary } from './panel-boundary';
import classes from './player.module.css';
import { ScrollPart } from './scroll-part';
import { TaskStrip } from './task-strip';
import { useIsWide } from './top-bar';
import { type Tab, usePlace } from './use-place';
import { usePlayer } from './use-player';
import { markShown } from './use-unread';

export function PlayerLayout() {
  const isWide = useIsWide();
  useHoldingsShown();
  return isWide ? <WideLayout /> : <PhoneLayout />;
}

function WideLayout() {
  const { tab } = usePlace();
  return (
    <div className={classes.columns}>
      <NavBar isRail />
      <div className={classes.column}>
        <TaskStrip />
        {tab === 'inbox' ? (
          <WideInbox />
        ) : (
          <main className={classes.part}>
            <PartTitle tab={tab} />
            <LazyPanel tab={tab} />
          </main>
        )}
      </div>
    </div>
  );
}

function WideInbox() {
  const { t } = useTranslation('player');
  const { injectId } = usePlace();
  return (
    <div className={classes.desk}>
      <section className={classes.column} aria-label={t('tabs.inbox')}>
        <PanelBoundary>
          <Inbox />
        </PanelBoundary>
      </section>
      <main className={classes.column} data-tour="work">
        <ScrollPart>
          {injectId === null && <PartTitle tab="inbox" />}
          {injectId === null ? <NothingOpen /> : <LazyInject id={injectId} />}
        </ScrollPart>
      </main>
    </div>
  );
}

function PhoneLayout() {
  const { injectId, tab } = usePlace();
  return (
    <>
      <main className={classes.part} data-tour="work">
        {tab !== 'inbox' ? (
          <>
            <PartTitle tab={tab} />
            <LazyPanel tab={tab} />
          </>
        ) : injectId === null ? (
          <PanelBoundary>
            <PartTitle tab={tab} />
            <TaskStrip />
            <Inbox />
          </PanelBoundary>
        ) : (
          <ScrollPart key={injectId}>
            <LazyInject id={injectId} />
          </ScrollPart>
        )}
      </main>
      <NavBar isRail={false} />
    </>
  );
}

/** Where a screen reader is; an inject that is open, and the story so far, have their own title. */
function PartTitle({ tab }: { tab: Tab }) {
  const { t } = useTranslation('player');
  if (tab === 'story') return null;
  return (
    <VisuallyHidden>
      <h1>{t(`tabs.${tab}`)}</h1>
    </VisuallyHidden>
  );
}

/** What came to be held counts as seen while the part is open. */
function useHoldingsShown(): void {
  const { view, seatId } = usePlayer();
  const { tab } = usePlace();
  const latest = latestHolding(view);
  useEffect(() => {
    if (tab === 'holdings' && seatId !== null) markShown(seatId, 'holdings', latest);
  }, [tab, seatId, latest]);
}
