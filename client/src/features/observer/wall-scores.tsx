/** Scores, only once the director shows them on walls; tables keep their order. */
import { Progress, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Rotating } from './rotating';
import { useWall } from './use-wall';
import wall from './wall.module.css';
import css from './wall-scores.module.css';

export function WallScores() {
  const { t } = useTranslation('observer');
  const { view, table } = useWall();
  if (!view.exercise.areScoresShown) return null;
  const tables = view.tables.filter(({ tableId }) => tableId !== 'control');
  return (
    <section className={css.scores} aria-labelledby="wall-scores">
      <Title order={2} id="wall-scores" className={wall.partTitle ?? ''}>
        {t('scores')}
      </Title>
      <Rotating>
        {tables.map(({ tableId }) => {
          const { points = 0, maximum = 0 } = view.scores[tableId] ?? {};
          const words = t('points', { points, maximum });
          return (
            <div key={tableId} className={css.score}>
              <Text className={css.scoreName ?? ''}>{table(tableId)}</Text>
              <Progress
                size="xl"
                value={maximum === 0 ? 0 : (100 * points) / maximum}
                aria-label={t('scoreOf', { table: table(tableId), words })}
              />
              <Text className={css.scorePoints ?? ''}>{words}</Text>
            </div>
          );
        })}
      </Rotating>
    </section>
  );
}
