/** The simulation cell's desk: the voices of the world outside, the deck, and the teams control plays. */
import { Badge, Button, Group, Tabs, Text } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom, useTools } from '../../hooks/use-room';
import { useThreads } from '../../hooks/use-threads';
import { countOf } from '../../logic/control-tasks';
import type { ImproviseForm, Recipient } from '../../logic/improvise-form';
import type { ThreadKey } from '../../logic/message-threads';
import { desk } from '../desk-styles';
import { ControlTeams, useControlTasks } from './control-teams';
import { DeckPanel } from './deck-panel';
import { MessagesPanel } from './messages-panel';

const ImproviseDialog = lazy(() =>
  import('../improvise/improvise-dialog').then((module) => ({ default: module.ImproviseDialog })),
);

interface Writing {
  /** Each letter begun anew is a form of its own. */
  readonly key: number;
  readonly isOpen: boolean;
  readonly start: Partial<ImproviseForm>;
}

export function SimCellPanel() {
  const { t } = useTranslation('facilitator');
  const { may } = useTools();
  const { view } = useRoom();
  const { unreadOfTables } = useThreads();
  const tasks = useControlTasks();
  const [writing, setWriting] = useState<Writing | null>(null);
  const { tables } = view.cast;
  const writeTo = useCallback(
    (key: ThreadKey) => {
      const to = tables.find(({ tableId }) => tableId === key)?.teamIds ?? [];
      setWriting((old) => ({
        key: (old?.key ?? 0) + 1,
        isOpen: true,
        start: { to: to as readonly Recipient[] },
      }));
    },
    [tables],
  );
  const write = () =>
    setWriting((old) =>
      old === null ? { key: 1, isOpen: true, start: {} } : { ...old, isOpen: true },
    );
  const mayWrite = may.some('ImproviseInject');
  return (
    <section className={desk.panel} aria-label={t('cell.title')}>
      <Tabs defaultValue="messages" keepMounted={false} className={desk.panel}>
        <Group gap={4} justify="space-between" wrap="wrap" pe="xs">
          <Tabs.List aria-label={t('cell.title')}>
            <Tabs.Tab value="messages">
              <TabLabel label={t('messages.title')} count={unreadOfTables} />
            </Tabs.Tab>
            <Tabs.Tab value="deck">{t('cell.deck')}</Tabs.Tab>
            <Tabs.Tab value="teams">
              <TabLabel label={t('cell.forTeams')} count={countOf(tasks)} />
            </Tabs.Tab>
          </Tabs.List>
          {mayWrite ? (
            <Button
              size="compact-sm"
              my={4}
              ms="xs"
              leftSection={<IconPencilPlus size={16} aria-hidden />}
              onClick={write}
            >
              {t('cell.writeInject')}
            </Button>
          ) : null}
        </Group>
        <Tabs.Panel value="messages" className={desk.fill}>
          <MessagesPanel isOfTables {...(mayWrite ? { onWrite: writeTo } : {})} />
        </Tabs.Panel>
        <Tabs.Panel value="deck" className={desk.fill}>
          <DeckPanel />
        </Tabs.Panel>
        <Tabs.Panel value="teams" className={desk.fill}>
          <ControlTeams tasks={tasks} />
        </Tabs.Panel>
      </Tabs>
      {writing === null ? null : (
        <Suspense fallback={null}>
          <ImproviseDialog
            key={writing.key}
            opened={writing.isOpen}
            start={writing.start}
            onClose={() => setWriting((old) => (old === null ? null : { ...old, isOpen: false }))}
          />
        </Suspense>
      )}
    </section>
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
