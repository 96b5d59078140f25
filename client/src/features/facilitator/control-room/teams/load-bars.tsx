/** What reached a table in each ten minutes of the last hour of play, as bars and in words. */
import { useTranslation } from 'react-i18next';
import { desk } from '../desk-styles';

/** At this many in ten minutes a bar is as high as it gets. */
const fullAt = 5;

export function LoadBars({ counts, name }: { counts: readonly number[]; name: string }) {
  const { t } = useTranslation('facilitator');
  const top = Math.max(fullAt, ...counts);
  const words = t('teams.loadOf', { table: name, counts: counts.join(t('listSeparator')) });
  return (
    <span className={desk.bars} role="img" aria-label={words} title={words}>
      {counts.map((count, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is known by its place
          key={index}
          className={desk.bar}
          style={{ height: `${(100 * count) / top}%` }}
        />
      ))}
    </span>
  );
}
