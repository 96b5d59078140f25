/** The live exercise on one screen: three columns when there is room, tabs when there is not. */
import { Badge, Drawer, Group, Tabs, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInjectActions } from './action-dialogs';
import { AnswersPanel } from './answers-panel';
import { InjectPanel } from './inject-panel';
import { MessagesPanel, useThreads } from './messages-panel';
import { MselPanel } from './msel-panel';
import { Notices } from './notices';
import { RealWorldNow } from './real-world';
import { ScoresPanel } from './scores-panel';
import { ShortcutHelp } from './shortcut-help';
import { useShortcuts } from './shortcuts';
import { classes } from './styles';
import { TeamsPanel } from './teams-panel';
import { TopBar } from './top-bar';
import { type Conduct, useConduct } from './use-conduct';

export function ControlRoom() {
  const { t } = useTranslation('facilitator');
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const conduct = useConduct();
  const { run, dialogs } = useInjectActions();
  const [selected, setSelected] = useState<InjectId | null>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useRoomShortcuts(conduct, () => setIsHelpOpen(true));
  const close = useCallback(() => setSelected(null), []);
  const panel =
    selected === null ? null : (
      <InjectPanel key={selected} injectId={selected} onAction={run} onClose={close} />
    );
  const msel = <MselPanel selected={selected} onSelect={setSelected} onAction={run} />;
  const answers = <AnswersPanel onSelect={setSelected} />;
  return (
    <div className={classes.room}>
      <TopBar conduct={conduct} onHelp={() => setIsHelpOpen(true)} />
      <Notices conduct={conduct} />
      {isWide ? (
        <main className={classes.columns}>
          {msel}
          <div>{panel ?? answers}</div>
          <div className={classes.side}>
            <div className={classes.teams}>
              <TeamsPanel />
            </div>
            <SideTabs answers={panel === null ? null : answers} />
          </div>
        </main>
      ) : (
        <main className={classes.columns}>
          <NarrowTabs msel={msel} answers={answers} />
          <Drawer
            opened={panel !== null}
            onClose={close}
            position="right"
            size="100%"
            withCloseButton={false}
            styles={{ body: { padding: 0, height: '100%' } }}
            attributes={{ content: { 'aria-label': t('inject.panel') } }}
          >
            {panel}
          </Drawer>
        </main>
      )}
      {dialogs}
      <ShortcutHelp isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
      <RealWorldNow />
    </div>
  );
}

function useRoomShortcuts(conduct: Conduct, help: () => void): void {
  const { awaiting, canJump } = conduct;
  const [first] = awaiting;
  useShortcuts(
    useMemo(
      () => ({
        pauseOrResume: () => void conduct.pauseOrResume(),
        confirmNext: () => {
          if (first !== undefined) void conduct.confirm(first);
        },
        jump: () => {
          if (canJump) void conduct.jump();
        },
        help,
      }),
      [conduct, first, canJump, help],
    ),
  );
}

/** With an inject open in the middle, the answers move here so that they stay in sight. */
function SideTabs({ answers }: { answers: ReactNode }) {
  const { t } = useTranslation('facilitator');
  const threads = useThreads();
  const [tab, setTab] = useState<string | null>('messages');
  const shown = tab === 'answers' && answers === null ? 'messages' : tab;
  return (
    <Tabs value={shown} onChange={setTab} keepMounted={false} className={classes.panel} flex={1}>
      <Tabs.List>
        {answers === null ? null : <Tabs.Tab value="answers">{t('answers.title')}</Tabs.Tab>}
        <Tabs.Tab value="messages">
          <TabLabel label={t('messages.title')} count={threads.unread} />
        </Tabs.Tab>
        <Tabs.Tab value="scores">{t('scores.title')}</Tabs.Tab>
      </Tabs.List>
      {answers === null ? null : (
        <Tabs.Panel value="answers" style={{ flex: 1, minHeight: 0 }}>
          {answers}
        </Tabs.Panel>
      )}
      <Tabs.Panel value="messages" style={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
        <MessagesPanel threads={threads} />
      </Tabs.Panel>
      <Tabs.Panel value="scores" className={classes.scroll}>
        <ScoresPanel />
      </Tabs.Panel>
    </Tabs>
  );
}

function NarrowTabs({ msel, answers }: { msel: ReactNode; answers: ReactNode }) {
  const { t } = useTranslation('facilitator');
  const threads = useThreads();
  return (
    <Tabs defaultValue="msel" keepMounted={false} className={classes.panel}>
      <Tabs.List className={classes.tabList}>
        <Tabs.Tab value="msel">{t('msel.short')}</Tabs.Tab>
        <Tabs.Tab value="teams">{t('teams.title')}</Tabs.Tab>
        <Tabs.Tab value="answers">{t('answers.title')}</Tabs.Tab>
        <Tabs.Tab value="messages">
          <TabLabel label={t('messages.title')} count={threads.unread} />
        </Tabs.Tab>
        <Tabs.Tab value="scores">{t('scores.title')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="msel">{msel}</Tabs.Panel>
      <Tabs.Panel value="teams">
        <TeamsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="answers">{answers}</Tabs.Panel>
      <Tabs.Panel value="messages">
        <MessagesPanel threads={threads} />
      </Tabs.Panel>
      <Tabs.Panel value="scores">
        <ScoresPanel />
      </Tabs.Panel>
    </Tabs>
  );
}

function TabLabel({ label, count }: { label: string; count: number }) {
  return (
    <Group gap={6} wrap="nowrap">
      <Text span size="sm">
        {label}
      </Text>
      {count === 0 ? null : (
        <Badge size="sm" circle color="orange.4" variant="filled">
          {count}
        </Badge>
      )}
    </Group>
  );
}
