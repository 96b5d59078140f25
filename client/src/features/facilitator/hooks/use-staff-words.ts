/** What teams, contacts and other things of the scenario are called, for whoever reads the room. */
import type { ContactId, PartyId, TeamId } from '@trilogue/engine/protocol/ids';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from './use-room';

export interface StaffWords {
  readonly team: (id: TeamId) => string;
  readonly contact: (id: ContactId) => string;
  readonly party: (id: PartyId) => string;
  /** Teams and contacts in one line. */
  readonly addressees: (teams: readonly TeamId[], contacts: readonly ContactId[]) => string;
}

export function useStaffWords(): StaffWords {
  const { view, names } = useRoom();
  const { t } = useTranslation('facilitator');
  const { cast, parties } = view;
  return useMemo(() => {
    const teams = new Map(cast.teams.map(({ id, name }) => [id, names.text(name)]));
    const contacts = new Map(cast.contacts.map(({ id, name }) => [id, names.text(name)]));
    const nations = new Map(parties.map(({ id, name }) => [id, names.text(name)]));
    const team = (id: TeamId) => teams.get(id) ?? id;
    const contact = (id: ContactId) => contacts.get(id) ?? id;
    return {
      team,
      contact,
      party: (id) => nations.get(id) ?? id,
      addressees: (to, others) =>
        [...to.map(team), ...others.map(contact)].join(t('listSeparator')),
    };
  }, [cast, parties, names, t]);
}
