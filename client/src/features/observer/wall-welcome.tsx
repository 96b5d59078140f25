/** Before StartEx: what this is, where it plays, and how to join. */
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWall } from './use-wall';
import css from './wall.module.css';

export function WallWelcome() {
  const { t } = useTranslation('observer');
  const { view, text, table, nations } = useWall();
  const tables = view.tables.filter(({ tableId }) => tableId !== 'control');
  return (
    <main className={css.centre}>
      <Text className={css.large ?? ''}>{t('welcome.title')}</Text>
      <Title order={2} className={css.huge ?? ''}>
        {text(view.exercise.scenarioTitle)}
      </Title>
      <ul className={css.tables}>
        {tables.map(({ tableId, partyIds }) => (
          <li key={tableId}>
            <strong>{table(tableId)}</strong>
            {nations(partyIds) === table(tableId) ? null : <span>{nations(partyIds)}</span>}
          </li>
        ))}
      </ul>
      <ol className={css.steps}>
        <li>{t('welcome.scan', { address: window.location.host })}</li>
        <li>{t('welcome.name')}</li>
        <li>{t('welcome.sound')}</li>
      </ol>
      <Text className={css.large ?? ''}>{t('welcome.stop')}</Text>
    </main>
  );
}
