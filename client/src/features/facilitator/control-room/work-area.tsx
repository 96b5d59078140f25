/** The main part of the room: the events list, the world, or the translation desk. */
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../hooks/use-may';
import { Panel } from '../parts/panel-boundary';
import type { RunAction } from './action-dialogs';
import { MselPanel } from './msel-panel';
import { TranslationDesk, WorldPanel } from './panels';
import { classes } from './styles';
import type { Work } from './use-work';

export function WorkArea(props: { work: Work; isNarrow: boolean; onAction: RunAction }) {
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
        {may.some('AddTranslation') ? (
          <Tabs.Tab value="translation">{t('tabs.translation')}</Tabs.Tab>
        ) : null}
      </Tabs.List>
      <Tabs.Panel value="msel" className={classes.fill}>
        <Panel>
          <MselPanel form={work.form} onForm={work.setForm} {...{ isNarrow, onAction }} />
        </Panel>
      </Tabs.Panel>
      <Tabs.Panel value="world" className={classes.fill}>
        <WorldPanel />
      </Tabs.Panel>
      <Tabs.Panel value="translation" className={classes.fill}>
        <TranslationDesk />
      </Tabs.Panel>
    </Tabs>
  );
}
