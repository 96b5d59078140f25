/** The parts of the screen: a rail at the side, on a phone a bar under the thumb. */
import { Indicator, UnstyledButton } from '@mantine/core';
import {
  IconBriefcase,
  IconClipboardText,
  IconFlag,
  IconHeartHandshake,
  IconInbox,
  IconMap2,
  IconMessages,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type NavTab, tabsOf } from './nav-model';
import classes from './player.module.css';
import { usePlace } from './use-place';
import { usePlayer } from './use-player';
import { useUnread } from './use-unread';

const icons = {
  result: IconFlag,
  inbox: IconInbox,
  holdings: IconBriefcase,
  situation: IconMap2,
  joint: IconHeartHandshake,
  duties: IconClipboardText,
  messages: IconMessages,
};

export function NavBar({ isRail }: { isRail: boolean }) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const unread = useUnread();
  return (
    <nav className={isRail ? classes.rail : classes.tabBar} aria-label={t('tabs.label')}>
      {tabsOf(view).map((tab) => (
        <NavButton key={tab} tab={tab} count={unread[tab]} />
      ))}
    </nav>
  );
}

function NavButton({ tab, count }: { tab: NavTab; count: number }) {
  const { t } = useTranslation('player');
  const place = usePlace();
  const Icon = icons[tab];
  const isHere = place.tab === tab;
  const name = t(`tabs.${tab}`);
  return (
    <UnstyledButton
      className={classes.tab ?? ''}
      data-tour={tab}
      aria-current={isHere ? 'page' : undefined}
      aria-label={count === 0 ? name : `${name}, ${t(`tabCounts.${tab}`, { count })}`}
      onClick={() => {
        if (!isHere) place.showTab(tab);
        // Pressed again it leads back to the list.
        else if (tab === 'inbox') place.closeInject();
        else if (tab === 'messages') place.openConversation(null);
        else if (tab === 'joint') place.openPosition(null);
      }}
    >
      <Indicator
        label={count > 99 ? '99+' : count}
        size={17}
        disabled={count === 0}
        color="red.9"
        offset={2}
      >
        <Icon size={23} stroke={1.7} aria-hidden />
      </Indicator>
      <span className={classes.tabName}>{name}</span>
    </UnstyledButton>
  );
}
