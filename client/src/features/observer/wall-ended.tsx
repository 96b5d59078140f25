/** After EndEx: thanks, what the room has done in numbers, and scores where they are shown. */
import { Badge, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { tallyOf } from './logic/tally';
import { useWall } from './use-wall';
import css from './wall.module.css';
import { WallScores } from './wall-scores';

export function WallEnded() {
  const { t } = useTranslation('observer');
  const { happenings } = useWall().view;
  const tally = tallyOf(happenings);
  const { injects, answers, decisions, shares, positions } = tally;
  const numbers = [
    { key: 'injects', text: t('ended.injects', { count: injects }), count: injects },
    { key: 'answers', text: t('ended.answers', { count: answers }), count: answers },
    { key: 'decisions', text: t('ended.decisions', { count: decisions }), count: decisions },
    { key: 'shares', text: t('ended.shares', { count: shares }), count: shares },
    {
      key: 'agreed',
      text: t('ended.agreed', { count: positions.agreed }),
      count: positions.agreed,
    },
  ].filter(({ count }) => count > 0);
  return (
    <main className={css.centre} data-centre>
      <Badge size="xl" radius="sm" tt="none" translate="no">
        EndEx
      </Badge>
      <Title order={2} className={css.huge ?? ''}>
        {t('ended.title')}
      </Title>
      <Text className={css.large ?? ''}>{t('ended.text')}</Text>
      {numbers.length > 0 && (
        <ul className={css.numbers} aria-label={t('ended.numbers')}>
          {numbers.map(({ key, text, count }) => (
            <li key={key}>
              <strong>{count}</strong>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      <WallScores />
    </main>
  );
}
