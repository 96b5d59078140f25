/** The events list: modules with what is past, now and next. It keeps still while somebody reads it. */
import { Badge, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { InjectId, PhaseId } from '@trilogue/engine/protocol/ids';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../hooks/use-room';
import {
  filterTimeline,
  type TimelineFilter,
  type TimelineModule,
  type TimelineRow,
  toTimeline,
} from '../logic/timeline';
import { whyItWaits } from '../logic/why-it-waits';
import { useWaitWords } from '../parts/wait-text';
import type { RunAction } from './action-dialogs';
import { MselRow } from './msel-row';
import { classes } from './styles';
import { useFollowsNow } from './use-follows-now';
import { useSteadyModules } from './use-steady-modules';

const filters = ['all', 'past', 'next', 'waiting'] as const satisfies readonly TimelineFilter[];

export interface MselPanelProps {
  readonly selected: InjectId | null;
  readonly onSelect: (injectId: InjectId) => void;
  readonly onAction: RunAction;
}

export function MselPanel(props: MselPanelProps) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const [words, setWords] = useState('');
  const { injects, events, phases } = view;
  const timeline = useMemo(
    () => toTimeline({ injects, events, phases }),
    [injects, events, phases],
  );
  const found = useMemo(
    () =>
      filterTimeline(
        timeline,
        filter,
        words,
        ({ inject }) => `#${inject.number} ${names.text(inject.title)} ${names.tables(inject.to)}`,
      ),
    [timeline, filter, words, names],
  );
  const { modules, hands, isReading } = useSteadyModules(found, `${filter} ${words}`);
  const list = useFollowsNow(modules, !isReading && filter === 'all' && words === '');
  const count = modules.reduce((sum, module) => sum + module.rows.length, 0);
  return (
    <section className={classes.panel} aria-label={t('msel.title')}>
      <Stack gap={6} className={classes.panelHead}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Title order={2} size="h5">
            {t('msel.title')}
          </Title>
          <TextInput
            size="xs"
            flex={1}
            maw={220}
            type="search"
            aria-label={t('msel.search')}
            placeholder={t('msel.search')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </Group>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('msel.filter')}
          value={filter}
          onChange={setFilter}
          data={filters.map((value) => ({ value, label: t(`msel.filters.${value}`) }))}
        />
      </Stack>
      <div className={classes.scroll} ref={list} {...hands}>
        {count === 0 ? (
          <Text c="dimmed" ta="center" p="lg">
            {t('msel.nothingFound')}
          </Text>
        ) : (
          modules.map((module) => <Module key={module.phase.id} module={module} {...props} />)
        )}
      </div>
    </section>
  );
}

function Module({
  module,
  selected,
  onSelect,
  onAction,
}: MselPanelProps & { module: TimelineModule }) {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  const words = useRowWords();
  const { phase, state, rows, nowAfter } = module;
  return (
    <section aria-labelledby={headingId(phase.id)}>
      <Group className={classes.moduleHead} gap="xs" wrap="nowrap" data-state={state}>
        <Title order={3} size="sm" id={headingId(phase.id)} lineClamp={1}>
          {names.text(phase.title)}
        </Title>
        <Badge
          size="sm"
          radius="sm"
          tt="none"
          variant={state === 'now' ? 'filled' : 'default'}
          style={{ flexShrink: 0 }}
        >
          {t(`module.${state}`)}
        </Badge>
      </Group>
      {rows.length === 0 ? null : (
        <ul className={classes.rows}>
          {rows.map((row, index) => (
            <Fragment key={row.inject.id}>
              {nowAfter === index ? <NowLine /> : null}
              <MselRow
                inject={row.inject}
                event={row.event}
                {...words(row)}
                isSelected={selected === row.inject.id}
                onSelect={onSelect}
                onAction={onAction}
              />
            </Fragment>
          ))}
          {nowAfter === rows.length ? <NowLine /> : null}
        </ul>
      )}
    </section>
  );
}

/** What a row says, as plain strings: a row whose words are the same is not drawn again. */
function useRowWords() {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const waitWords = useWaitWords();
  const because = (reason: string) => (reason === '' ? '' : t('msel.because', { reason }));
  return ({ inject, event, group }: TimelineRow) => {
    const wait = group === 'past' ? null : whyItWaits(view, inject.id);
    const reached = event.releasedPlayMs === null ? inject.to : event.tableIds;
    const isForAll = reached.length === view.cast.tables.length;
    return {
      title: names.text(inject.title),
      recipients: isForAll ? t('allTables') : names.tables(reached),
      why: wait === null ? because(event.reason) : waitWords(wait),
    };
  };
}

function NowLine() {
  const { t } = useTranslation('facilitator');
  return (
    <li className={classes.nowLine} aria-label={t('msel.now')} data-now>
      <span>{t('msel.now')}</span>
    </li>
  );
}

function headingId(phaseId: PhaseId): string {
  return `module-${phaseId}`;
}
