/** After EndEx: how long it ran, what became of the injects, scores and answers for the hot wash. */
import { Button, Grid, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatPlayTime } from '../../../ui/format-time';
import { AnswersPanel } from '../control-room/answers/answers-panel';
import { InjectPanel } from '../control-room/inject-panel/inject-panel';
import { ScoresPanel } from '../control-room/scores/scores-panel';
import { useRoom } from '../hooks/use-room';
import { useSelection } from '../hooks/use-selection';
import { StageFrame } from '../parts/stage-frame';

export function EndedScreen() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const { selected, select } = useSelection();
  const { endedBecause } = view.exercise;
  return (
    <StageFrame stage={t('common:stages.ended')}>
      {endedBecause === null || endedBecause === '' ? null : (
        <Text>{t('ended.because', { reason: endedBecause })}</Text>
      )}
      {view.exercise.exerciseId !== null && (
        <div>
          <Button
            component={Link}
            to={`/review/${view.exercise.exerciseId}`}
            leftSection={<IconReportAnalytics size={18} aria-hidden />}
          >
            {t('ended.review')}
          </Button>
        </div>
      )}
      <Summary />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Paper withBorder p="xs">
            <Title order={2} size="h4" p="xs">
              {t('scores.title')}
            </Title>
            <ScoresPanel />
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Paper withBorder h={640} style={{ overflow: 'hidden' }}>
            {selected === null ? (
              <AnswersPanel />
            ) : (
              <InjectPanel
                key={selected}
                injectId={selected}
                onAction={() => undefined}
                onClose={() => select(null)}
              />
            )}
          </Paper>
        </Grid.Col>
      </Grid>
    </StageFrame>
  );
}

function Summary() {
  const { t } = useTranslation('facilitator');
  const { view, nowMs } = useRoom();
  const events = Object.values(view.events);
  const expectations = Object.values(view.expectations);
  const figures = [
    { label: t('ended.playTime'), value: formatPlayTime(playMsAt(view.clock, nowMs())) },
    {
      label: t('ended.released'),
      value: t('ended.ofAll', {
        done: events.filter(({ releasedPlayMs }) => releasedPlayMs !== null).length,
        all: events.length,
      }),
    },
    {
      label: t('ended.met'),
      value: t('ended.ofAll', {
        done: expectations.filter(({ status }) => status === 'met').length,
        all: expectations.filter(({ status }) => status !== 'waived').length,
      }),
    },
    {
      label: t('ended.missed'),
      value: String(expectations.filter(({ status }) => status === 'missed').length),
    },
  ];
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }}>
      {figures.map(({ label, value }) => (
        <Paper key={label} withBorder p="md">
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text fz={26} fw={700} className="tabular">
            {value}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
