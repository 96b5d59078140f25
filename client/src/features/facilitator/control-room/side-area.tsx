/** Beside the main part: who is there and how they fare, above what they say. */
import { Tabs } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessagesTab, StaffLineTab } from './counted-tabs';
import { AnswersPanel, MessagesPanel, ScoresPanel, StaffLinePanel, TeamsPanel } from './panels';
import { classes } from './styles';

export const SideArea = memo(function SideArea({ hasAnswers }: { hasAnswers: boolean }) {
  return (
    <div className={classes.side}>
      <div className={classes.teams}>
        <TeamsPanel />
      </div>
      <SideTabs hasAnswers={hasAnswers} />
    </div>
  );
});

/** Where the answers have no column of their own they stand here, so that they stay within reach. */
function SideTabs({ hasAnswers }: { hasAnswers: boolean }) {
  const { t } = useTranslation('facilitator');
  const [tab, setTab] = useState<string | null>('answers');
  const shown = tab === 'answers' && !hasAnswers ? 'messages' : tab;
  return (
    <Tabs value={shown} onChange={setTab} keepMounted={false} className={classes.panel} flex={1}>
      <Tabs.List className={classes.tabList}>
        {hasAnswers ? <Tabs.Tab value="answers">{t('answers.title')}</Tabs.Tab> : null}
        <MessagesTab />
        <StaffLineTab />
        <Tabs.Tab value="scores">{t('scores.title')}</Tabs.Tab>
      </Tabs.List>
      {hasAnswers ? (
        <Tabs.Panel value="answers" className={classes.fill}>
          <AnswersPanel />
        </Tabs.Panel>
      ) : null}
      <Tabs.Panel value="messages" className={classes.fill}>
        <MessagesPanel />
      </Tabs.Panel>
      <Tabs.Panel value="staff" className={classes.fill}>
        <StaffLinePanel />
      </Tabs.Panel>
      <Tabs.Panel value="scores" className={classes.scroll}>
        <ScoresPanel />
      </Tabs.Panel>
    </Tabs>
  );
}
