/** What was decided, together and at each table, and which clocks were missed. */
import { List, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table';
import { Nothing, Part, SubPart } from './part';
import type { Reader } from './use-reader';

export function TogetherPart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { positions } = reader.takeaway;
  return (
    <Part id="together" title={t('sections.together')}>
      {positions.length === 0 && <Nothing>{t('empty.together')}</Nothing>}
      {positions.map((one) => {
        const title = reader.text(one.title) || t('untitled.other');
        const agreed =
          one.agreedText === null ? reader.text(one.agreedOn) : reader.written(one.agreedText);
        return (
          <Paper key={`${title} ${one.openedPlayMs}`} withBorder p="md">
            <Stack gap={6}>
              <Text fw={650}>{title}</Text>
              <Text size="sm">
                {reader.parties(one.partyIds)} · {t('columns.opened')}{' '}
                {reader.play(one.openedPlayMs)}
                {one.tookMs !== null && ` · ${t('columns.took')} ${reader.duration(one.tookMs)}`}
              </Text>
              <Text style={{ whiteSpace: 'pre-wrap' }}>
                <b>{t(`outcome.${one.status}`)}</b>
                {agreed !== '' && `: ${agreed}`}
              </Text>
              {one.stances.length > 0 && (
                <List size="sm" spacing={2}>
                  {one.stances.map(({ teamId, stance, reason }) => {
                    const why = reader.written(reason);
                    return (
                      <List.Item key={teamId}>
                        {reader.team(teamId)}: <b>{t(`stances.${stance}`)}</b>
                        {why !== '' && ` – ${why}`}
                      </List.Item>
                    );
                  })}
                </List>
              )}
            </Stack>
          </Paper>
        );
      })}
    </Part>
  );
}

export function DecisionsPart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { decisions, audience } = reader.takeaway;
  const isOwn = audience.kind === 'table';
  return (
    <Part id="decisions" title={t('sections.decisions')}>
      {decisions.length === 0 ? (
        <Nothing>{t('empty.decisions')}</Nothing>
      ) : (
        <DataTable
          label={t('sections.decisions')}
          heads={[
            t('columns.play'),
            ...(isOwn ? [] : [t('columns.table')]),
            t('columns.inject'),
            t('columns.choice'),
            t('columns.took'),
          ]}
          rows={decisions.map((one) => [
            reader.play(one.playMs),
            ...(isOwn ? [] : [reader.table(one.tableId)]),
            reader.text(one.inject) || t('untitled.inject'),
            reader.text(one.choice) || t('untitled.other'),
            reader.duration(one.afterMs),
          ])}
        />
      )}
    </Part>
  );
}

export function ClocksPart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { reports, audience } = reader.takeaway;
  const isOwn = audience.kind === 'table';
  const tasks = reader.takeaway.tasks.filter(
    ({ status }) => status === 'missed' || status === 'late',
  );
  return (
    <Part id="clocks" title={t('sections.clocks')}>
      {reports.length === 0 && tasks.length === 0 && <Nothing>{t('empty.clocks')}</Nothing>}
      {reports.length > 0 && (
        <SubPart title={t('clocks.reports')}>
          <DataTable
            label={t('clocks.reports')}
            isNamed
            minWidth={720}
            heads={[
              t('columns.report'),
              ...(isOwn ? [] : [t('columns.table')]),
              t('columns.authority'),
              t('columns.due'),
              t('columns.filed'),
              t('columns.status'),
            ]}
            rows={reports.map((one) => [
              reader.text(one.title),
              ...(isOwn ? [] : [reader.table(one.tableId)]),
              reader.text(one.to),
              reader.story(one.dueScenarioMs),
              reader.story(one.filedScenarioMs),
              one.overMs === null
                ? t(`status.${one.status}`)
                : `${t(`status.${one.status}`)} (+${reader.duration(one.overMs)})`,
            ])}
          />
        </SubPart>
      )}
      {tasks.length > 0 && (
        <SubPart title={t('clocks.tasks')}>
          <DataTable
            label={t('clocks.tasks')}
            heads={[
              t('columns.due'),
              ...(isOwn ? [] : [t('columns.table')]),
              t('columns.task'),
              t('columns.status'),
              t('columns.over'),
            ]}
            rows={tasks.map((one) => [
              reader.play(one.duePlayMs),
              ...(isOwn ? [] : [reader.table(one.tableId)]),
              `${t(`common:expectationKinds.${one.kind}`)}: ${reader.text(one.about) || reader.text(one.inject) || t('untitled.inject')}`,
              t(`status.${one.status}`),
              one.status === 'missed' || one.settledPlayMs === null
                ? '–'
                : reader.duration(Math.max(0, one.settledPlayMs - one.duePlayMs)),
            ])}
          />
        </SubPart>
      )}
    </Part>
  );
}
