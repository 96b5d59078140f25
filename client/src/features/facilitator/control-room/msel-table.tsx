/** The events list as a table that can be sorted. Only the rows in sight are drawn. */
import { Button, Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCurrentLocation, IconSelector } from '@tabler/icons-react';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorInject } from '@trilogue/engine/views/facilitator-view';
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../../../ui/channel-icon';
import { formatPlayTime } from '../../../ui/format-time';
import type { MselView } from '../hooks/use-msel';
import { useTools } from '../hooks/use-room';
import { useRowWindow } from '../hooks/use-row-window';
import { allStandings, type Standing } from '../logic/inject-standing';
import { type MselSort, type SortField, sortInjects } from '../logic/msel-filter';
import { nowRow } from '../logic/now-row';
import { alarmText } from '../parts/colors';
import type { RunAction } from './action-dialogs';
import { InjectStanding } from './inject-standing';
import { RowMenu } from './row-menu';
import { classes } from './styles';

const rowPx = 40;
const scrollClass = `${classes.scroll} ${classes.tableBox}`;
const columns = [
  { field: 'number', width: 60 },
  { field: 'time', width: 84 },
  { field: 'title', width: undefined },
  { field: 'standing', width: 116 },
  { field: 'kind', width: 128 },
  { field: 'channel', width: 62 },
  { field: 'phase', width: 124 },
] as const satisfies readonly { field: SortField; width: number | undefined }[];

/** What gives way to the title where there is little room: the module first. */
const hiding = { kind: classes.roomyCell, phase: classes.wideCell } as const;

export interface MselTableProps {
  readonly msel: MselView;
  readonly injects: readonly FacilitatorInject[];
  readonly selected: InjectId | null;
  readonly onSelect: (injectId: InjectId) => void;
  readonly onAction: RunAction;
}

export const MselTable = memo(function MselTable(props: MselTableProps) {
  const { msel, injects, selected, onSelect, onAction } = props;
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const [sort, setSort] = useState<MselSort>({ by: 'time', isDescending: false });
  const { view, standings, times } = msel;
  const { phases } = view;
  const rows = useMemo(
    () =>
      sortInjects(injects, sort, {
        view: { phases },
        standings,
        times: times.injects,
        titleOf: ({ title }) => names.text(title),
        order: allStandings,
      }),
    [injects, sort, phases, standings, times, names],
  );
  const { box, from, until, onScroll, bring, isSeen } = useRowWindow(rows.length, rowPx);
  const isByTime = sort.by === 'time' && !sort.isDescending;
  const now = nowRow(rows, standings);
  const opening = useRef(now);
  opening.current = now;
  // It opens at now, and again when it is put back in the order of time; else it stays where it is read.
  useLayoutEffect(() => {
    if (isByTime) bring(opening.current);
  }, [isByTime, bring]);
  return (
    <div className={classes.tableFrame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <div ref={box} className={scrollClass} onScroll={onScroll} tabIndex={0}>
        <Table
          stickyHeader
          layout="fixed"
          fz="sm"
          miw={720}
          verticalSpacing={0}
          horizontalSpacing={6}
          aria-rowcount={rows.length + 1}
        >
          <Table.Thead style={{ zIndex: 2 }}>
            <Table.Tr>
              {columns.map(({ field, width }) => (
                <SortHead key={field} {...{ field, width, sort, setSort }} />
              ))}
              <Table.Th w={168}>{t('msel.columns.to')}</Table.Th>
              <Table.Th w={40} aria-label={t('msel.columns.actions')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Spacer height={from * rowPx} />
            {rows.slice(from, until).map((inject, index) => (
              <Row
                key={inject.id}
                inject={inject}
                index={from + index + 2}
                standing={standings.get(inject.id) ?? 'waiting'}
                time={timeOf(msel, inject, (time) => t('msel.about', { time }))}
                title={names.text(inject.title)}
                phase={names.text(phases[inject.phaseId]?.title ?? '')}
                to={recipients(msel, inject, names.tables, t('allTables'))}
                event={view.events[inject.id]}
                isNow={isByTime && from + index === now}
                isSelected={selected === inject.id}
                onSelect={onSelect}
                onAction={onAction}
              />
            ))}
            <Spacer height={(rows.length - until) * rowPx} />
          </Table.Tbody>
        </Table>
      </div>
      {isByTime && !isSeen(now) ? (
        <Button
          size="compact-sm"
          radius="xl"
          className={classes.toNow}
          leftSection={<IconCurrentLocation size={16} aria-hidden />}
          onClick={() => bring(now)}
        >
          {t('msel.toNow')}
        </Button>
      ) : null}
    </div>
  );
});

function SortHead(props: {
  field: SortField;
  width: number | undefined;
  sort: MselSort;
  setSort: (sort: MselSort) => void;
}) {
  const { field, width, sort, setSort } = props;
  const { t } = useTranslation('facilitator');
  const isBy = sort.by === field;
  const Icon = isBy ? (sort.isDescending ? IconArrowDown : IconArrowUp) : IconSelector;
  return (
    <Table.Th
      {...(field === 'kind' || field === 'phase' ? { className: hiding[field] } : {})}
      {...(width === undefined ? {} : { w: width })}
      aria-sort={isBy ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <UnstyledButton
        fz="sm"
        fw={700}
        w="100%"
        py={6}
        onClick={() => setSort({ by: field, isDescending: isBy && !sort.isDescending })}
      >
        <Group gap={2} wrap="nowrap">
          {t(`msel.columns.${field}`)}
          <Icon size={14} aria-hidden />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}

interface RowProps {
  readonly inject: FacilitatorInject;
  readonly index: number;
  readonly standing: Standing;
  readonly time: string;
  readonly title: string;
  readonly phase: string;
  readonly to: string;
  readonly event: MselView['view']['events'][string] | undefined;
  /** The first that is yet to come: a line above it says so. */
  readonly isNow: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (injectId: InjectId) => void;
  readonly onAction: RunAction;
}

const Row = memo(function Row(props: RowProps) {
  const { inject, index, standing, time, title, phase, to, event, isNow, isSelected } = props;
  const { t } = useTranslation('facilitator');
  return (
    <Table.Tr
      h={rowPx}
      aria-rowindex={index}
      data-now={isNow || undefined}
      {...(isNow ? { 'aria-current': 'time' as const } : {})}
      className={classes.tableRow}
      data-selected={isSelected || undefined}
      onClick={() => props.onSelect(inject.id)}
    >
      <Table.Td className={`${classes.cell} tabular`} data-dim>
        #{inject.number}
      </Table.Td>
      <Table.Td className={`${classes.cell} tabular`}>{time}</Table.Td>
      <Table.Td>
        <UnstyledButton className={classes.rowTitle} aria-pressed={isSelected} title={title}>
          {title}
        </UnstyledButton>
      </Table.Td>
      <Table.Td>
        <InjectStanding standing={standing} />
      </Table.Td>
      <Table.Td className={hiding.kind}>{t(`kind.${inject.kind}`)}</Table.Td>
      <Table.Td>
        <ChannelIcon channel={inject.channel} size={22} />
      </Table.Td>
      <Table.Td className={hiding.phase} title={phase}>
        {phase}
      </Table.Td>
      <Table.Td className={classes.cell} title={to} {...(to === '' ? { c: alarmText } : {})}>
        {to === '' ? t('msel.reachesNobody') : to}
      </Table.Td>
      <Table.Td onClick={(click) => click.stopPropagation()}>
        {event === undefined ? null : (
          <RowMenu inject={inject} event={event} onAction={props.onAction} />
        )}
      </Table.Td>
    </Table.Tr>
  );
});

function Spacer({ height }: { height: number }) {
  return height <= 0 ? null : <tr aria-hidden style={{ height }} />;
}

function timeOf(
  { times }: MselView,
  { id }: FacilitatorInject,
  about: (time: string) => string,
): string {
  const expected = times.injects.get(id);
  if (expected === undefined) return '–';
  const time = formatPlayTime(expected.atMs);
  return expected.isEstimate ? about(time) : time;
}

function recipients(
  { view }: MselView,
  inject: FacilitatorInject,
  name: (tables: FacilitatorInject['to']) => string,
  all: string,
): string {
  const event = view.events[inject.id];
  const reached = event === undefined || event.releasedPlayMs === null ? inject.to : event.tableIds;
  return reached.length === view.cast.tables.length ? all : name(reached);
}
