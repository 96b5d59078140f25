/** After EndEx: how long it ran, what became of the injects, scores and answers for the hot wash. */
import { Grid, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import { AnswersPanel } from '../control-room/answers-panel';
import { InjectPanel } from '../control-room/inject-panel';
import { ScoresPanel } from '../control-room/scores-panel';
import { useRoom } from '../hooks/use-room';
import { StageFrame } from '../parts/stage-frame';

export function EndedScreen() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const [selected, setSelected] = useState<InjectId | null>(null);
  const { endedBecause } = view.exercise;
  return (
    <StageFrame stage={t('common:stages.ended')}>
      {endedBecause === null || endedBecause === '' ? null : (
        <Text>{t('ended.because', { reason: endedBecause })}</Text>
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
              <AnswersPanel onSelect={setSelected} />
            ) : (
              <InjectPanel
                key={selected}
                injectId={selected}
                onAction={() => undefined}
                onClose={() => setSelected(null)}
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
