/** Scores with their reasons, table by table in the casting's order; and who else may see them. */
import { Accordion, Group, Progress, Stack, Switch, Table, Text } from '@mantine/core';
import type { FacilitatorScore } from '@trilogue/engine/views/facilitator-view';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../ui/empty-state';
import { useMay } from '../../hooks/use-may';
import { useRoom } from '../../hooks/use-room';
import { scoreBoard, type TableScore } from '../../logic/score-board';

export function ScoresPanel() {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const { cast, scores, injects } = view;
  const board = useMemo(() => scoreBoard({ cast, scores, injects }), [cast, scores, injects]);
  const isEmpty = board.every(({ entries }) => entries.length === 0);
  return (
    <section aria-label={t('scores.title')}>
      <ShowScores />
      {isEmpty ? (
        <EmptyState title={t('scores.none')} text={t('scores.noneText')} />
      ) : (
        <Accordion multiple chevronPosition="left">
          {board.map((score) => (
            <Accordion.Item key={score.tableId} value={score.tableId}>
              <Accordion.Control>
                <Group justify="space-between" wrap="nowrap">
                  <Text fw={600}>{names.table(score.tableId)}</Text>
                  <Text className="tabular" fw={600}>
                    {t('scores.of', { points: score.points, maximum: score.maximum })}
                  </Text>
                </Group>
                <Progress
                  mt={4}
                  value={percent(score)}
                  aria-label={t('scores.of', { points: score.points, maximum: score.maximum })}
                />
              </Accordion.Control>
              <Accordion.Panel>
                <TableScores score={score} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </section>
  );
}

export function ShowScores() {
  const { t } = useTranslation('facilitator');
  const { view, act } = useRoom();
  const may = useMay();
  const { players, observers } = view.exercise.scoresShown;
  if (!may('ShowScores')) return null;
  return (
    <Group p="xs" gap="lg">
      <Switch
        size="sm"
        label={t('scores.showPlayers')}
        checked={players}
        onChange={() => void act({ type: 'ShowScores', players: !players, observers })}
      />
      <Switch
        size="sm"
        label={t('scores.showObservers')}
        checked={observers}
        onChange={() => void act({ type: 'ShowScores', players, observers: !observers })}
      />
    </Group>
  );
}

function TableScores({ score }: { score: TableScore }) {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  return (
    <Stack gap="xs">
      <Table fz="sm" verticalSpacing={3} horizontalSpacing={6}>
        <Table.Tbody>
          {score.objectives.map(({ objectiveId, objective, points, maximum }) => (
            <Table.Tr key={objectiveId ?? ''}>
              <Table.Th scope="row">
                {objective === null ? t('scores.noObjective') : names.text(objective)}
              </Table.Th>
              <Table.Td ta="right" className="tabular" style={{ whiteSpace: 'nowrap' }}>
                {t('scores.of', { points, maximum })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Table fz="sm" verticalSpacing={3} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('scores.inject')}</Table.Th>
            <Table.Th>{t('scores.why')}</Table.Th>
            <Table.Th ta="right">{t('scores.points')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {score.entries.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function Entry({ entry }: { entry: FacilitatorScore }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const inject = entry.injectId === null ? undefined : view.injects[entry.injectId];
  const kind = inject?.expectations.find(({ id }) => id === entry.expectationId)?.kind;
  const what = kind === undefined ? '' : t(`common:expectationKinds.${kind}`);
  return (
    <Table.Tr>
      <Table.Td className="tabular">{inject === undefined ? '–' : `#${inject.number}`}</Table.Td>
      <Table.Td>
        {t(`rule.${entry.rule}`, { what })}
        {entry.reason === null ? null : (
          <Text size="xs" c="dimmed">
            {names.text(entry.reason)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="tabular" style={{ whiteSpace: 'nowrap' }}>
        {entry.maximum === 0
          ? signed(entry.points)
          : t('scores.of', { points: entry.points, maximum: entry.maximum })}
      </Table.Td>
    </Table.Tr>
  );
}

function percent({ points, maximum }: TableScore): number {
  return maximum === 0 ? 0 : (100 * points) / maximum;
}

/** Points beyond any maximum: what they add or take. */
function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
