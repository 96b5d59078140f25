/** A take-away as its reader reads it: names, times and durations in the language of the screen. */
import type { Moment, Takeaway, Written } from '@trilogue/engine/protocol/takeaway';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import { formatDateTime, formatOffset } from '@trilogue/engine/views/zone-time';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalizedText, useWrittenText } from '../../i18n/use-localized-text';

export type Reader = ReturnType<typeof useReader>;

export function useReader(takeaway: Takeaway) {
  const { t, i18n } = useTranslation('review');
  const localized = useLocalizedText();
  const written = useWrittenText();
  const { language } = i18n;
  return useMemo(() => {
    const { audience, tables, parties, teams, exercise } = takeaway;
    const text = (value: LocalizedText | null) =>
      value === null ? '' : localized(value, exercise.defaultLanguage).text;
    const party = (id: string) => text(parties.find((one) => one.id === id)?.name ?? null) || id;
    const team = (id: string) => text(teams.find((one) => one.id === id)?.name ?? null) || id;
    const list = (names: readonly string[]) =>
      new Intl.ListFormat(language, { type: 'conjunction', style: 'short' }).format(names);
    const partiesOf = (ids: readonly string[]) => list(ids.map(party));
    const table = (id: string | null): string => {
      const found = tables.find(({ tableId }) => tableId === id);
      if (found === undefined) return '';
      const { name, teamIds, partyIds } = found;
      const isNamedByTeams = teamIds.length > 0 && (name === null || teamIds.length <= 2);
      return isNamedByTeams ? list(teamIds.map(team)) : text(name) || partiesOf(partyIds);
    };
    const duration = (ms: number | null): string => {
      if (ms === null) return '–';
      const seconds = Math.round(ms / 1_000);
      if (seconds < 60) return t('duration.seconds', { s: seconds });
      const minutes = Math.round(seconds / 60);
      if (minutes < 60) return t('duration.minutes', { m: minutes });
      const hours = Math.floor(minutes / 60);
      if (hours < 48) return t('duration.hours', { h: hours, m: minutes % 60 });
      return t('duration.days', { d: Math.floor(hours / 24), h: hours % 24 });
    };
    const ownParty =
      audience.kind === 'table'
        ? parties.find(
            ({ id }) =>
              id === tables.find(({ tableId }) => tableId === audience.tableId)?.partyIds[0],
          )
        : undefined;
    const timeZone = ownParty?.timeZone ?? 'UTC';
    const firstStory = takeaway.moments.find(({ scenarioMs }) => scenarioMs !== null)?.scenarioMs;
    return {
      takeaway,
      text,
      party,
      parties: partiesOf,
      team,
      teams: (ids: readonly string[]) => list(ids.map(team)),
      table,
      duration,
      list,
      written: ({ text: said, textIn }: Written) => written(textIn[language] ?? said),
      timeZone,
      zone:
        ownParty === undefined
          ? 'UTC'
          : `${text(ownParty.city)} (${formatOffset(firstStory ?? 0, timeZone)})`,
      /** `0:36`, hours and minutes. */
      play: (ms: number | null) => {
        if (ms === null) return '–';
        const minutes = Math.floor(ms / 60_000);
        return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
      },
      story: (ms: number | null) => (ms === null ? '–' : formatDateTime(ms, timeZone)),
      moment: ({ kind, title, detail }: Moment) => {
        const named = text(title);
        const lacking = kind === 'inject' || kind === 'share' ? kind : 'other';
        const isLate = kind === 'reportFiled' && (detail === 'late' || detail === 'missed');
        return t(`moments.${isLate ? 'reportFiledLate' : kind}`, {
          what: named === '' ? t(`untitled.${lacking}`) : named,
          status: kind.startsWith('asset') ? t(`common:assetStatuses.${detail}`) : '',
        });
      },
      who: ({ tableIds, partyIds, toPartyIds }: Moment) => {
        const names = tableIds.length > 2 ? [] : tableIds.map((id) => table(id));
        const who = names.length > 0 ? list(names) : partiesOf(partyIds);
        return toPartyIds.length === 0 ? who : `${who} → ${partiesOf(toPartyIds)}`;
      },
    };
  }, [takeaway, t, language, localized, written]);
}
