/** The simulation cell's desk: the voices of the world outside, the deck, and the teams control plays. */
import { Button, Group, SegmentedControl, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useControlTasks } from '../../hooks/use-control-tasks';
import { useRoom, useTools } from '../../hooks/use-room';
import { useStored } from '../../hooks/use-stored';
import { useThreads } from '../../hooks/use-threads';
import { countOf } from '../../logic/control-tasks';
import type { ImproviseForm, Recipient } from '../../logic/improvise-form';
import type { ThreadKey } from '../../logic/message-threads';
import { CountBadge } from '../../parts/count-badge';
import { desk } from '../desk-styles';
import { ControlTeams } from './control-teams';
import { DeckPanel } from './deck-panel';
import { MessagesPanel } from './messages-panel';

const ImproviseDialog = lazy(() =>
  import('../improvise/improvise-dialog').then((module) => ({ default: module.ImproviseDialog })),
);

const cellParts = ['messages', 'deck', 'teams'] as const;
type CellPart = (typeof cellParts)[number];
const partNames = {
  messages: 'messages.title',
  deck: 'cell.deck',
  teams: 'cell.forTeams',
} as const satisfies { [Part in CellPart]: string };

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
  const [part, setPart] = useStored<CellPart>('trilogue.cell.part', 'messages');
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
  const counts = { messages: unreadOfTables, deck: 0, teams: countOf(tasks) };
  const mayWrite = may.some('ImproviseInject');
  return (
    <section className={desk.panel} aria-label={t('cell.title')}>
      <div className={desk.head}>
        <VisuallyHidden>
          <Title order={2}>{t('cell.title')}</Title>
        </VisuallyHidden>
        <SegmentedControl
          size="xs"
          aria-label={t('cell.title')}
          value={part}
          onChange={(next) => setPart(() => next)}
          data={cellParts.map((value) => ({
            value,
            label: <PartLabel label={t(partNames[value])} count={counts[value]} />,
          }))}
        />
        {mayWrite ? (
          <span className={desk.push}>
            <Button
              size="compact-sm"
              leftSection={<IconPencilPlus size={16} aria-hidden />}
              onClick={write}
            >
              {t('cell.writeInject')}
            </Button>
          </span>
        ) : null}
      </div>
      <div className={desk.fill}>
        {part === 'messages' ? (
          <MessagesPanel isOfTables {...(mayWrite ? { onWrite: writeTo } : {})} />
        ) : part === 'deck' ? (
          <DeckPanel />
        ) : (
          <ControlTeams tasks={tasks} />
        )}
      </div>
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

function PartLabel({ label, count }: { label: string; count: number }) {
  return (
    <Group gap={6} wrap="nowrap">
      <Text span size="xs" fw={500}>
        {label}
      </Text>
      <CountBadge count={count} />
    </Group>
  );
}
