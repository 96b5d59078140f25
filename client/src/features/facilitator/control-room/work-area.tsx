/** The main part of the room: the events list, the world, what nations decide and report, the translation desk, or the SimCell's. */
import { Tabs } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../hooks/use-may';
import { Panel } from '../parts/panel-boundary';
import type { RunAction } from './action-dialogs';
import { SimCellTab } from './counted-tabs';
import { MselPanel } from './msel-panel';
import { JointPanel, SimCellPanel, TranslationDesk, WorldPanel } from './panels';
import { classes } from './styles';
import type { Work } from './use-work';

interface WorkAreaProps {
  readonly work: Work;
  readonly isNarrow: boolean;
  readonly onAction: RunAction;
}

export const WorkArea = memo(function WorkArea(props: WorkAreaProps) {
  const { work, isNarrow, onAction } = props;
  const { t } = useTranslation('facilitator');
  const may = useMay();
  return (
    <Tabs
      value={work.tab}
      onChange={work.setTab}
      keepMounted={false}
      className={classes.panel}
      variant="outline"
    >
      <Tabs.List className={classes.workTabs}>
        <Tabs.Tab value="msel">{t('msel.title')}</Tabs.Tab>
        <Tabs.Tab value="world">{t('world.title')}</Tabs.Tab>
        <Tabs.Tab value="joint">{t('joint.title')}</Tabs.Tab>
        {may.some('AddTranslation') ? (
          <Tabs.Tab value="translation">{t('tabs.translation')}</Tabs.Tab>
        ) : null}
        {may.some('ImproviseInject') ? <SimCellTab /> : null}
      </Tabs.List>
      <Tabs.Panel value="msel" className={classes.fill}>
        <Panel>
          <MselPanel form={work.form} onForm={work.setForm} {...{ isNarrow, onAction }} />
        </Panel>
      </Tabs.Panel>
      <Tabs.Panel value="world" className={classes.fill}>
        <WorldPanel />
      </Tabs.Panel>
      <Tabs.Panel value="joint" className={classes.fill}>
        <JointPanel />
      </Tabs.Panel>
      <Tabs.Panel value="translation" className={classes.fill}>
        <TranslationDesk />
      </Tabs.Panel>
      <Tabs.Panel value="cell" className={classes.fill}>
        <SimCellPanel />
      </Tabs.Panel>
    </Tabs>
  );
});
