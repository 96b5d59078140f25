/** Clocks on a screen: play time, scenario time in a zone, and how long until something is due. */
import { Badge, Text, type TextProps } from '@mantine/core';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import { type ClockView, playMsAt } from '@trilogue/engine/views/clock-view';
import { formatHour, formatOffset, formatZoneTime } from '@trilogue/engine/views/zone-time';
import { useTranslation } from 'react-i18next';
import { useNow } from '../connection/exercise-context';
import { useLocalizedText } from '../i18n/use-localized-text';
import { urgencyOf } from './due-state';
import { formatDay, formatPlayTime, guessed } from './format-time';

interface PlayClockProps extends TextProps {
  readonly clock: ClockView;
  /** There is no line: it goes on by this device, and is dimmed and marked as a guess. */
  readonly isGuess?: boolean;
}

/** Play time now, or at a given moment. */
export function PlayClock({ clock, isGuess = false, ...text }: PlayClockProps) {
  const now = useNow();
  return (
    <Text span className="tabular" {...(isGuess ? { c: 'dimmed' } : {})} {...text}>
      {isGuess
        ? guessed(formatPlayTime(playMsAt(clock, now)))
        : formatPlayTime(playMsAt(clock, now))}
    </Text>
  );
}

export interface Zone {
  readonly timeZone: string;
  readonly city: LocalizedText;
}

interface ZoneTimeProps extends TextProps {
  /** ms since 1970 UTC; null before StartEx. */
  readonly atMs: number | null;
  readonly zone: Zone;
  readonly defaultLanguage: string;
}

/** `2026-12-01 08:00 (UTC+8, Manila)` */
export function ZoneClock({ atMs, zone, defaultLanguage, ...text }: ZoneTimeProps) {
  const read = useLocalizedText();
  if (atMs === null)
    return (
      <Text span {...text}>
        {'–'}
      </Text>
    );
  const city = read(zone.city, defaultLanguage).text;
  return (
    <Text span className="tabular" {...text}>
      <time dateTime={new Date(atMs).toISOString()}>
        {formatZoneTime(atMs, zone.timeZone, city)}
      </time>
    </Text>
  );
}

/** Day and hour of scenario time in a zone, for lists where the zone stands elsewhere on the screen. */
export function ScenarioTime({ atMs, zone, defaultLanguage, ...text }: ZoneTimeProps) {
  const { i18n } = useTranslation('common');
  const read = useLocalizedText();
  if (atMs === null)
    return (
      <Text span {...text}>
        {'–'}
      </Text>
    );
  const city = read(zone.city, defaultLanguage).text;
  return (
    <Text
      span
      className="tabular"
      title={`${formatOffset(atMs, zone.timeZone)}, ${city}`}
      {...text}
    >
      <time dateTime={new Date(atMs).toISOString()}>
        {formatDay(atMs, zone.timeZone, i18n.language)} {formatHour(atMs, zone.timeZone)}
      </time>
    </Text>
  );
}

const dueColours = { calm: 'gray', near: 'orange.5', overdue: 'red.9' } as const;

/** Play time left until `dueAtMs`; orange when near, red when past. */
export function Countdown({ clock, dueAtMs }: { clock: ClockView; dueAtMs: number }) {
  const { t } = useTranslation('common');
  const left = dueAtMs - playMsAt(clock, useNow());
  const urgency = urgencyOf(dueAtMs, dueAtMs - left);
  return (
    <Badge
      className="tabular"
      variant={urgency === 'calm' ? 'light' : 'filled'}
      color={dueColours[urgency]}
      autoContrast
      tt="none"
      style={{ flexShrink: 0 }}
    >
      {urgency === 'overdue'
        ? t('due.overdueBy', { time: formatPlayTime(-left) })
        : t('due.in', { time: formatPlayTime(left) })}
    </Badge>
  );
}
