/** After EndEx: thanks, and the table's scores with their reasons once control shows them. */
import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LocalizedLine } from '../../ui/localized-line';
import { type KeyedScore, scoreTotals } from './score-model';
import { usePlayer } from './use-player';

export function EndedPart() {
  const { t } = useTranslation('player');
  const { view, seatId } = usePlayer();
  const { exerciseId } = view.exercise;
  return (
    <Stack gap="md" maw={760} mx="auto" p={{ base: 'md', md: 'lg' }}>
      <div>
        <Title order={2} size="h3">
          {t('ended.title')}
        </Title>
        <Text c="dimmed">{t('ended.text')}</Text>
      </div>
      {exerciseId !== null && seatId !== null && (
        <div>
          <Button
            component={Link}
            to={`/review/${exerciseId}/${seatId}`}
            size="md"
            leftSection={<IconReportAnalytics size={19} aria-hidden />}
          >
            {t('ended.review')}
          </Button>
          <Text size="sm" c="dimmed" mt={6}>
            {t('ended.reviewText')}
          </Text>
        </div>
      )}
      {view.exercise.areScoresShown ? <Scores /> : <Text size="sm">{t('ended.noScores')}</Text>}
    </Stack>
  );
}

function Scores() {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const { groups, points, maximum } = scoreTotals(view);
  return (
    <Stack gap="md">
      <Paper withBorder p="md" radius="md">
        <Group justify="space-between" align="baseline" wrap="nowrap">
          <Text fw={650}>{t('scores.total')}</Text>
          <Text fw={700} fz={26} className="tabular" style={{ whiteSpace: 'nowrap' }}>
            {t('scores.of', { points, maximum })}
          </Text>
        </Group>
        <Progress value={shareOf(points, maximum)} mt={6} aria-hidden />
      </Paper>
      {groups.map(({ injectId, title, scores }) => (
        <Paper key={injectId ?? ''} withBorder p="md" radius="md">
          <Text fw={650} mb={6}>
            {title === null ? (
              t('scores.apart')
            ) : (
              <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
            )}
          </Text>
          <Stack gap={8}>
            {scores.map((score) => (
              <ScoreLine key={score.key} score={score} />
            ))}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}

function shareOf(points: number, maximum: number): number {
  return maximum <= 0 ? 0 : Math.min(100, Math.max(0, (points / maximum) * 100));
}

function ScoreLine({ score }: { score: KeyedScore }) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const rule = t(`common:scoreRules.${score.rule}`);
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
      <div>
        <Text size="sm">
          {score.kind === null
            ? rule
            : t('scores.line', { kind: t(`common:expectationKinds.${score.kind}`), rule })}
        </Text>
        {score.reason !== null && (
          <Text size="sm" c="dimmed">
            <LocalizedLine text={score.reason} defaultLanguage={defaultLanguage} />
          </Text>
        )}
        {score.objective !== null && (
          <Text size="xs" c="dimmed">
            <LocalizedLine text={score.objective} defaultLanguage={defaultLanguage} />
          </Text>
        )}
      </div>
      <Text size="sm" fw={600} className="tabular" style={{ whiteSpace: 'nowrap' }}>
        {score.rule === 'points/awarded'
          ? t('scores.awarded', { points: signed(score.points) })
          : t('scores.of', { points: score.points, maximum: score.maximum })}
      </Text>
    </Group>
  );
}

/** `+5`, `−3`: points beyond what could be earned say which way they went. */
function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
