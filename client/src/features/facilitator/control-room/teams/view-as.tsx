/** Over a table's shoulder: what its players see right now, to read only. */
import { Alert, Button, Group, Loader, Modal, Tabs, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { useTranslation } from 'react-i18next';
import { useRoom, useTools } from '../../hooks/use-room';
import { dialogStyles } from '../../parts/dialog-styles';
import { SeenInbox } from './seen-inbox';
import { SeenHoldings, SeenMessages, SeenSituation, SeenTasks, SeenTogether } from './seen-parts';

/** How often it is looked at anew while it is open, in ms. */
const lookEveryMs = 4_000;

const parts = ['inbox', 'tasks', 'holdings', 'messages', 'together', 'situation'] as const;

export function ViewAs({ tableId, onClose }: { tableId: TableId; onClose: () => void }) {
  const { t } = useTranslation('facilitator');
  const { view, viewAs } = useRoom();
  const { names } = useTools();
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { exerciseId } = view.exercise;
  const seen = useQuery({
    queryKey: ['view-as', exerciseId, tableId],
    queryFn: () => viewAs(tableId),
    refetchInterval: lookEveryMs,
    gcTime: 0,
    retry: 1,
  });
  return (
    <Modal
      styles={dialogStyles}
      opened
      onClose={onClose}
      title={t('seenAs.title', { table: names.table(tableId) })}
      size="60rem"
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      fullScreen={isNarrow}
      centered
    >
      <Group justify="space-between" gap="xs" mb="xs">
        <Text size="sm" c="dimmed">
          {t('seenAs.text')}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={seen.isFetching && !seen.isPending}
          onClick={() => void seen.refetch()}
        >
          {t('seenAs.refresh')}
        </Button>
      </Group>
      {seen.isError ? (
        <Alert color="orange" title={t('seenAs.failed')} mb="xs">
          {t('seenAs.failedText')}
        </Alert>
      ) : null}
      {seen.isPending ? <Loader role="status" aria-label={t('loading')} /> : null}
      {seen.data === undefined ? null : <Seen view={seen.data} tableId={tableId} />}
    </Modal>
  );
}

function Seen({ view, tableId }: { view: PlayerView; tableId: TableId }) {
  const { t } = useTranslation('facilitator');
  const counts: Record<(typeof parts)[number], number> = {
    inbox: Object.keys(view.injects).length,
    tasks: Object.values(view.tasks).filter(({ status }) => status === 'open').length,
    holdings: Object.keys(view.holdings).length,
    messages: Object.keys(view.messages).length,
    together: Object.keys(view.positions).length + Object.keys(view.obligations).length,
    situation: Object.keys(view.assets).length,
  };
  return (
    <Tabs defaultValue="inbox" keepMounted={false}>
      <Tabs.List>
        {parts.map((part) => (
          <Tabs.Tab key={part} value={part}>
            {t('seenAs.tab', { name: t(`seenAs.parts.${part}`), count: counts[part] })}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="inbox" pt="sm">
        <SeenInbox view={view} tableId={tableId} />
      </Tabs.Panel>
      <Tabs.Panel value="tasks" pt="sm">
        <SeenTasks view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="holdings" pt="sm">
        <SeenHoldings view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="messages" pt="sm">
        <SeenMessages view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="together" pt="sm">
        <SeenTogether view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="situation" pt="sm">
        <SeenSituation view={view} />
      </Tabs.Panel>
    </Tabs>
  );
}
