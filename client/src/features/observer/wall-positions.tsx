/** How far the nations have come with what they decide together; only once there is something. */
import { IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { tallyOf } from './logic/tally';
import { useWall } from './use-wall';
import css from './wall-modules.module.css';

const kinds = [
  { what: 'open', Icon: IconCircleDashed },
  { what: 'agreed', Icon: IconCircleCheckFilled },
  { what: 'failed', Icon: IconCircleXFilled },
] as const;

export function WallPositions() {
  const { t } = useTranslation('observer');
  const { happenings } = useWall().view;
  const { positions } = useMemo(() => tallyOf(happenings), [happenings]);
  if (positions.open + positions.agreed + positions.failed === 0) return null;
  return (
    <section className={css.positions} aria-labelledby="wall-positions">
      <h2 id="wall-positions" className={css.positionsTitle}>
        {t('positions.title')}
      </h2>
      <ul className={css.positionList}>
        {kinds.map(({ what, Icon }) => (
          <li key={what} data-what={what} data-none={positions[what] === 0 || undefined}>
            <Icon aria-hidden className={css.positionIcon} />
            {t(`positions.${what}`, { count: positions[what] })}
          </li>
        ))}
      </ul>
    </section>
  );
}
