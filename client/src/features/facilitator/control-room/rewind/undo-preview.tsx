/** What going back to a moment would undo, asked of the server: it alone knows the whole log. */
import { Group, List, Loader, Paper, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Undoing, UndoneKind } from '@trilogue/engine/views/rewind-reading';
import { useTranslation } from 'react-i18next';
import { useRejectionText } from '../../../../ui/use-rejection-text';
import { useRoom } from '../../hooks/use-room';

/** While the scrubber is on its way nothing is asked, in ms. */
const restMs = 150;
/** Injects named one by one; the rest are counted. */
const mostNamed = 6;

export function UndoPreview({ seq }: { seq: number }) {
  const { t } = useTranslation('facilitator');
  const { previewRewind } = useRoom();
  const word = useRejectionText();
  const [asked] = useDebouncedValue(seq, restMs);
  const found = useQuery({
    queryKey: ['rewind-preview', asked],
    queryFn: () => previewRewind(asked),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  return (
    <Paper withBorder p="sm" role="status" aria-busy={found.isFetching}>
      <Group gap="xs">
        <Text fw={700} size="sm">
          {t('rewind.undone')}
        </Text>
        {found.isFetching ? <Loader size="xs" aria-hidden /> : null}
      </Group>
      {found.isError ? (
        <Text size="sm">{word(found.error.message)}</Text>
      ) : found.data === undefined ? null : (
        <Counts undoing={found.data} />
      )}
    </Paper>
  );
}

function Counts({ undoing }: { undoing: Undoing }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const { counts, injectIds, byTable } = undoing;
  const kinds = Object.entries(counts) as [UndoneKind, number][];
  const numbers = injectIds.map((id) => `#${view.injects[id]?.number ?? ''}`);
  const more = numbers.length - mostNamed;
  return (
    <>
      <List size="sm" mt={4}>
        {kinds.length === 0 ? <List.Item>{t('rewind.onlyClock')}</List.Item> : null}
        {kinds.map(([kind, count]) => (
          <List.Item key={kind}>
            {t(`rewind.counts.${kind}`, { count })}
            {kind === 'injects'
              ? ` (${numbers.slice(0, mostNamed).join(t('listSeparator'))}${more > 0 ? ' …' : ''})`
              : ''}
          </List.Item>
        ))}
      </List>
      {byTable.length === 0 ? null : (
        <Text size="sm" mt={4}>
          {t('rewind.byTable', {
            tables: byTable
              .map(({ tableId, count }) =>
                t('rewind.tableCount', { table: names.table(tableId), count }),
              )
              .join(t('listSeparator')),
          })}
        </Text>
      )}
    </>
  );
}
