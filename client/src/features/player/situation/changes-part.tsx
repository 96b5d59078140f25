/** Which systems changed last, for whoever looks up from their inbox. */
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AssetStatusBadge } from '../../../ui/asset-status';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import { usePlayer } from '../use-player';
import classes from './situation.module.css';
import { latestChanges } from './world-model';

export function Changes() {
  const { t } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const changes = latestChanges(view);
  if (changes.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {t('changes.title')}
      </Title>
      <ol className={classes.changes} aria-live="polite">
        {changes.map(({ id, name, status, sincePlayMs }) => (
          <li key={id} className={classes.change}>
            <Text span size="xs" c="dimmed" className="tabular">
              {formatPlayTime(sincePlayMs)}
            </Text>
            <Text span size="sm" style={{ minWidth: 0 }}>
              <LocalizedLine text={name} defaultLanguage={defaultLanguage} />
            </Text>
            <AssetStatusBadge status={status} />
          </li>
        ))}
      </ol>
    </section>
  );
}
