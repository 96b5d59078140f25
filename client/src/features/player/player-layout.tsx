/** Inbox, inject and the rest side by side; on a phone one at a time, with tabs under the thumb. */
import { Badge, Indicator, Tabs, UnstyledButton } from '@mantine/core';
import { IconInbox, IconMap2, IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Inbox } from './inbox';
import { InjectPanel } from './inject-panel';
import { MessagesPanel } from './messages-panel';
import { NothingOpen } from './nothing-open';
import classes from './player.module.css';
import { ScrollPart } from './scroll-part';
import { SituationPanel } from './situation-panel';
import { TaskStrip } from './task-strip';
import { useIsWide } from './top-bar';
import { type Tab, usePlace } from './use-place';
import { useUnread } from './use-unread';

const icons = { inbox: IconInbox, messages: IconMessages, situation: IconMap2 };

export function PlayerLayout() {
  return useIsWide() ? <WideLayout /> : <PhoneLayout />;
}

function WideLayout() {
  const { t } = useTranslation('player');
  const { injectId, tab, showTab } = usePlace();
  const unread = useUnread();
  return (
    <div className={classes.columns}>
      <section className={classes.column} aria-label={t('tabs.inbox')}>
        <Inbox />
      </section>
      <main className={classes.column}>
        <TaskStrip />
        <ScrollPart>
          {injectId === null ? <NothingOpen /> : <InjectPanel key={injectId} id={injectId} />}
        </ScrollPart>
      </main>
      <aside className={classes.column} aria-label={t('tabs.aside')}>
        <Tabs
          value={tab === 'messages' ? 'messages' : 'situation'}
          onChange={(value) => showTab(value === 'messages' ? 'messages' : 'situation')}
          className={classes.column ?? ''}
          style={{ flex: 1 }}
          keepMounted={false}
        >
          <Tabs.List grow>
            <Tabs.Tab value="situation">{t('tabs.situation')}</Tabs.Tab>
            <Tabs.Tab value="messages" rightSection={<Count count={unread.messages} />}>
              {t('tabs.messages')}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="situation" className={classes.scroll ?? ''}>
            <SituationPanel />
          </Tabs.Panel>
          <Tabs.Panel value="messages" className={classes.column ?? ''} style={{ flex: 1 }}>
            <MessagesPanel />
          </Tabs.Panel>
        </Tabs>
      </aside>
    </div>
  );
}

function PhoneLayout() {
  const { injectId, tab } = usePlace();
  return (
    <>
      <main className={classes.column} style={{ flex: 1 }}>
        {tab === 'inbox' && injectId === null && (
          <>
            <TaskStrip />
            <Inbox />
          </>
        )}
        {tab === 'inbox' && injectId !== null && (
          <ScrollPart>
            <InjectPanel key={injectId} id={injectId} />
          </ScrollPart>
        )}
        {tab === 'messages' && <MessagesPanel />}
        {tab === 'situation' && (
          <ScrollPart>
            <SituationPanel />
          </ScrollPart>
        )}
      </main>
      <TabBar />
    </>
  );
}

function TabBar() {
  const { t } = useTranslation('player');
  const unread = useUnread();
  const counts: Record<Tab, number> = {
    inbox: unread.injects,
    messages: unread.messages,
    situation: 0,
  };
  return (
    <nav className={classes.tabBar} aria-label={t('tabs.label')}>
      <TabButton tab="inbox" count={counts.inbox} />
      <TabButton tab="messages" count={counts.messages} />
      <TabButton tab="situation" count={counts.situation} />
    </nav>
  );
}

function TabButton({ tab, count }: { tab: Tab; count: number }) {
  const { t } = useTranslation('player');
  const place = usePlace();
  const Icon = icons[tab];
  const isHere = place.tab === tab;
  return (
    <UnstyledButton
      className={classes.tab ?? ''}
      aria-current={isHere ? 'page' : undefined}
      onClick={() =>
        tab === 'inbox' && (isHere || place.injectId === null)
          ? place.closeInject()
          : place.showTab(tab)
      }
    >
      <Indicator label={count} size={17} disabled={count === 0} color="red.9" offset={2}>
        <Icon size={23} stroke={1.7} aria-hidden />
      </Indicator>
      {t(`tabs.${tab}`)}
    </UnstyledButton>
  );
}

function Count({ count }: { count: number }) {
  const { t } = useTranslation('player');
  if (count === 0) return null;
  return (
    <Badge circle size="sm" color="red.9" aria-label={t('unread', { count })}>
      {count}
    </Badge>
  );
}
