/** Every nation's scenario time and the play time, large enough for the back row. */
import { Text } from '@mantine/core';
import { playMsAt, scenarioMsAt } from '@trilogue/engine/views/clock-view';
import { formatHour, formatOffset, formatZoneTime } from '@trilogue/engine/views/zone-time';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../connection/exercise-context';
import { formatPlayTime, guessed } from '../../ui/format-time';
import { useWall } from './use-wall';
import css from './wall-clocks.module.css';

/** @param isGuess there is no line: they go on by this device */
export function WallClocks({ isGuess }: { isGuess: boolean }) {
  const { t } = useTranslation('observer');
  const { view, text } = useWall();
  const playMs = playMsAt(view.clock, useNow());
  const atMs = scenarioMsAt(view.scenarioClock, playMs);
  const said = (time: string) => (isGuess ? guessed(time) : time);
  return (
    <section className={css.clocks} aria-label={t('clocks')}>
      {view.parties.map(({ id, name, city, timeZone }) => (
        <div key={id} className={css.clock}>
          <Text className={css.nation ?? ''}>{text(name)}</Text>
          <time
            className={css.hour}
            {...(atMs === null ? {} : { dateTime: new Date(atMs).toISOString() })}
          >
            {atMs === null ? '–:–' : said(formatHour(atMs, timeZone))}
          </time>
          <Text className={css.zone ?? ''}>
            {atMs === null
              ? text(city)
              : t('zone', {
                  date: formatZoneTime(atMs, timeZone, text(city)).slice(0, 10),
                  offset: formatOffset(atMs, timeZone),
                  city: text(city),
                })}
          </Text>
        </div>
      ))}
      <div className={css.clock} data-play>
        <Text className={css.nation ?? ''}>{t('common:clock.play')}</Text>
        <span className={css.hour}>{said(formatPlayTime(playMs))}</span>
        <Text className={css.zone ?? ''}>
          {t(`common:clock.status.${view.clock.status}`)}
          {view.clock.status === 'running' && view.clock.speed > 1
            ? ` · ${t('common:clock.speed', { speed: view.clock.speed })}`
            : ''}
        </Text>
      </div>
    </section>
  );
}
