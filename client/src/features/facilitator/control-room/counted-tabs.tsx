/** The tabs that tell how much waits behind them. */
import { Group, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useControlTasks } from '../hooks/use-control-tasks';
import { useThreads } from '../hooks/use-threads';
import { countOf } from '../logic/control-tasks';
import { CountBadge } from '../parts/count-badge';

export function MessagesTab() {
  const { t } = useTranslation('facilitator');
  return (
    <Counted value="messages" label={t('messages.title')} count={useThreads().unreadOfTables} />
  );
}

export function StaffLineTab() {
  const { t } = useTranslation('facilitator');
  return <Counted value="staff" label={t('tabs.staff')} count={useThreads().unreadOfStaff} />;
}

/** Messages have a tab of their own: here only what control's teams and contacts are asked counts. */
export function SimCellTab() {
  const { t } = useTranslation('facilitator');
  return <Counted value="cell" label={t('cell.title')} count={countOf(useControlTasks())} />;
}

function Counted({ value, label, count }: { value: string; label: string; count: number }) {
  return (
    <Tabs.Tab value={value}>
      <Group gap={6} wrap="nowrap">
        {label}
        <CountBadge count={count} />
      </Group>
    </Tabs.Tab>
  );
}
