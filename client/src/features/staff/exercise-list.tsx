/** The exercises this server holds, newest first. */
import { Anchor, Badge, Paper, Skeleton, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ExerciseCard } from '@trilogue/engine/protocol/http';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem, exercises } from '../../connection/api';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNote } from '../../ui/error-note';
import { LocalizedLine } from '../../ui/localized-line';

const colors = { draft: 'gray', lobby: 'harbour', live: 'teal', ended: 'dark' } as const;

export function ExerciseList() {
  const { t } = useTranslation('staff');
  const { data, error, isPending } = useQuery({
    queryKey: ['exercises'],
    queryFn: exercises,
    refetchInterval: 15_000,
  });
  return (
    <section aria-labelledby="exercises-title">
      <Title order={1} size="h2" mb="sm" id="exercises-title">
        {t('exercises.title')}
      </Title>
      {isPending ? <Skeleton h={120} /> : null}
      {error === null ? null : (
        <ErrorNote code={error instanceof ApiProblem ? error.code : 'server/unavailable'} />
      )}
      {data === undefined ? null : (
        <Paper withBorder style={{ overflowX: 'auto' }}>
          {data.length === 0 ? (
            <EmptyState title={t('exercises.none')} text={t('exercises.noneText')} />
          ) : (
            <ExerciseTable cards={data} />
          )}
        </Paper>
      )}
    </section>
  );
}

function ExerciseTable({ cards }: { cards: readonly ExerciseCard[] }) {
  const { t, i18n } = useTranslation('staff');
  const newestFirst = [...cards].sort((a, b) => b.createdAtMs - a.createdAtMs);
  return (
    <Table highlightOnHover verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('exercises.exercise')}</Table.Th>
          <Table.Th>{t('exercises.stage')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('exercises.created')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {newestFirst.map((card) => (
          <Table.Tr key={card.exerciseId}>
            <Table.Td>
              <Anchor component={Link} to={`/control/${card.exerciseId}`} fw={600}>
                {card.title}
              </Anchor>
              <Text size="sm" c="dimmed">
                <LocalizedLine text={card.scenarioTitle} defaultLanguage={card.defaultLanguage} />
              </Text>
            </Table.Td>
            <Table.Td>
              <Badge color={colors[card.stage]} variant="light" tt="none" radius="sm">
                {t(`common:stages.${card.stage}`)}
              </Badge>
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <time dateTime={new Date(card.createdAtMs).toISOString()}>
                {formatDate(card.createdAtMs, i18n.language)}
              </time>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** On this device's own clock, for it tells when somebody here set it up. */
function formatDate(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    atMs,
  );
}
