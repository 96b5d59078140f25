/** The room on a tablet or a phone: one thing at a time, an inject in a drawer above it. */
import { Drawer, Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../hooks/use-may';
import { Panel } from '../parts/panel-boundary';
import type { RunAction } from './action-dialogs';
import { MessagesTab, SimCellTab, StaffLineTab } from './counted-tabs';
import { MselPanel } from './msel-panel';
import {
  AnswersPanel,
  JointPanel,
  MessagesPanel,
  ScoresPanel,
  SimCellPanel,
  StaffLinePanel,
  TeamsPanel,
  TranslationDesk,
  WorldPanel,
} from './panels';
import { classes } from './styles';
import { firstTab, type Work } from './use-work';

export function NarrowRoom(props: {
  work: Work;
  inject: ReactNode;
  onAction: RunAction;
  onClose: () => void;
}) {
  const { work, inject, onAction, onClose } = props;
  const { t } = useTranslation('facilitator');
  const may = useMay();
  const [tab, setTab] = useState<string | null>(firstTab(may.seat?.role ?? null));
  // A key opens here what it opens in a broad room.
  const [seen, setSeen] = useState(work.asks);
  if (seen !== work.asks) {
    setSeen(work.asks);
    setTab(work.tab);
  }
  return (
    <main className={classes.columns}>
      <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes.panel}>
        <Tabs.List className={classes.tabList}>
          <Tabs.Tab value="msel">{t('msel.short')}</Tabs.Tab>
          <Tabs.Tab value="answers">{t('answers.title')}</Tabs.Tab>
          <Tabs.Tab value="teams">{t('teams.title')}</Tabs.Tab>
          <MessagesTab />
          <StaffLineTab />
          {may.some('ImproviseInject') ? <SimCellTab /> : null}
          <Tabs.Tab value="world">{t('world.title')}</Tabs.Tab>
          <Tabs.Tab value="joint">{t('joint.title')}</Tabs.Tab>
          {may.some('AddTranslation') ? (
            <Tabs.Tab value="translation">{t('tabs.translation')}</Tabs.Tab>
          ) : null}
          <Tabs.Tab value="scores">{t('scores.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="msel" className={classes.narrowPanel} data-form={work.form}>
          <Panel>
            <MselPanel form={work.form} onForm={work.setForm} isNarrow onAction={onAction} />
          </Panel>
        </Tabs.Panel>
        <Tabs.Panel value="answers">
          <AnswersPanel />
        </Tabs.Panel>
        <Tabs.Panel value="teams">
          <TeamsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="messages">
          <MessagesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="cell">
          <SimCellPanel />
        </Tabs.Panel>
        <Tabs.Panel value="staff">
          <StaffLinePanel />
        </Tabs.Panel>
        <Tabs.Panel value="world">
          <WorldPanel />
        </Tabs.Panel>
        <Tabs.Panel value="joint">
          <JointPanel />
        </Tabs.Panel>
        <Tabs.Panel value="translation">
          <TranslationDesk />
        </Tabs.Panel>
        <Tabs.Panel value="scores">
          <ScoresPanel />
        </Tabs.Panel>
      </Tabs>
      <Drawer
        opened={inject !== null}
        onClose={onClose}
        position="right"
        size="100%"
        withCloseButton={false}
        styles={{ body: { padding: 0, height: '100%' } }}
        attributes={{ content: { 'aria-label': t('inject.panel') } }}
      >
        {inject}
      </Drawer>
    </main>
  );
}
