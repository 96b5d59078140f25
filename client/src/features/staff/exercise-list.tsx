/** The exercises that this person has a part in, newest first. */
import { Modal, Paper, Skeleton, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ExerciseCard } from '@trilogue/engine/protocol/http';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, exercises } from '../../connection/api';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNote } from '../../ui/error-note';
import { ExerciseRow } from './exercise-row';
import { ExerciseStaffForm } from './exercise-staff-form';

export function ExerciseList(props: { readonly name: string; readonly mayCreate: boolean }) {
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
            <EmptyState
              title={t('exercises.none')}
              text={t(props.mayCreate ? 'exercises.noneText' : 'exercises.noneAssigned')}
            />
          ) : (
            <ExerciseTable cards={data} name={props.name} />
          )}
        </Paper>
      )}
    </section>
  );
}

function ExerciseTable({ cards, name }: { cards: readonly ExerciseCard[]; name: string }) {
  const { t } = useTranslation('staff');
  const [staffOf, setStaffOf] = useState<ExerciseCard | null>(null);
  const newestFirst = [...cards].sort((a, b) => b.createdAtMs - a.createdAtMs);
  return (
    <>
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('exercises.exercise')}</Table.Th>
            <Table.Th>{t('exercises.stage')}</Table.Th>
            <Table.Th>{t('exercises.part')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('exercises.created')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {newestFirst.map((card) => (
            <ExerciseRow
              key={card.exerciseId}
              card={card}
              name={name}
              onStaff={() => setStaffOf(card)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <Modal
        opened={staffOf !== null}
        onClose={() => setStaffOf(null)}
        title={t('exercises.staff', { title: staffOf?.title ?? '' })}
        closeButtonProps={{ 'aria-label': t('common:actions.close') }}
        styles={{ title: { fontWeight: 650 } }}
        size="xl"
      >
        {staffOf === null ? null : <ExerciseStaffForm exerciseId={staffOf.exerciseId} />}
      </Modal>
    </>
  );
}
