/** Teams, nations, contacts and people by name, in the reader's language. */

import { useQuery } from '@tanstack/react-query';
import type { SeatId } from '@trilogue/engine/protocol/ids';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import { usePlayer } from '../use-player';

export interface Names {
  readonly party: (id: string) => string;
  readonly team: (id: string) => string;
  readonly contact: (id: string) => string;
  /** The teams that sit at a table, in one line. */
  readonly table: (id: string | null) => string;
  /** A team, a nation or everybody; null for a team that nobody plays. */
  readonly recipient: (recipient: string) => string | null;
  /** Several in one line, as the language lists them. */
  readonly list: (names: readonly string[]) => string;
}

export function useNames(): Names {
  const { t, i18n } = useTranslation('exchange');
  const { view, defaultLanguage } = usePlayer();
  const { directory, parties, table } = view;
  const read = useLocalizedText();
  return useMemo(() => {
    const said = (text: Parameters<typeof read>[0] | undefined) =>
      text === undefined ? null : read(text, defaultLanguage).text;
    const format = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
    const list = (names: readonly string[]) => format.format(names);
    const partyOf = (id: string) => said(parties.find((party) => party.id === id)?.name);
    const teamOf = (id: string) =>
      said([...directory.teams, ...table.teams].find((team) => team.id === id)?.name);
    return {
      list,
      party: (id) => partyOf(id) ?? id,
      team: (id) => teamOf(id) ?? t('names.unplayed'),
      contact: (id) =>
        said(directory.contacts.find((contact) => contact.id === id)?.name) ?? t('names.contact'),
      table: (id) => {
        if (id === null) return t('names.control');
        const teams = directory.teams.filter(({ tableId }) => tableId === id);
        return teams.length === 0
          ? t('names.control')
          : list(teams.map(({ name }) => read(name, defaultLanguage).text));
      },
      recipient: (recipient) =>
        recipient === 'all' ? t('names.everyone') : (partyOf(recipient) ?? teamOf(recipient)),
    };
  }, [directory, parties, table, read, defaultLanguage, i18n.language, t]);
}

/** A person's name at whichever table; those at other tables are asked for. */
export function usePersonName(): (seatId: SeatId | null) => string {
  const { t } = useTranslation('exchange');
  const { connection, seatId: own } = usePlayer();
  const people = usePeople();
  const { roster } = connection;
  return useMemo(() => {
    const names = new Map(people.map(({ seatId, name }) => [seatId, name]));
    for (const { seatId, name } of roster) names.set(seatId, name);
    return (seatId) => {
      if (seatId === null) return t('names.control');
      const name = names.get(seatId) ?? t('names.someone');
      return seatId === own ? t('names.you', { name }) : name;
    };
  }, [people, roster, own, t]);
}

/** What an item is called, by its id, as far as the table holds it. */
export function useItemTitle(): (itemId: string) => string {
  const { view, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const { holdings } = view;
  return useCallback(
    (itemId) => {
      const held = Object.values(holdings).find((holding) => holding.itemId === itemId);
      return held === undefined ? itemId : read(held.title, defaultLanguage).text;
    },
    [holdings, read, defaultLanguage],
  );
}

function usePeople() {
  const { connection, view } = usePlayer();
  const seats = Object.keys(view.people).sort().join(' ');
  const { data } = useQuery({
    queryKey: ['people', view.exercise.exerciseId, connection.seatId, seats],
    queryFn: connection.readPeople,
    enabled: connection.status === 'live',
    staleTime: Number.POSITIVE_INFINITY,
    // Names that were known stay while newcomers' are asked for.
    placeholderData: (known) => known,
  });
  return data ?? [];
}
