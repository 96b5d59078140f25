/** Whom a conversation is with. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalizedLine } from '../../../ui/localized-line';
import type { Conversation } from '../messages-model';
import { usePlayer } from '../use-player';

export function ConversationName({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const { teams, contact } = conversation;
  if (contact !== null) {
    return <LocalizedLine text={contact.name} defaultLanguage={defaultLanguage} />;
  }
  if (teams.length === 0) return t('people.control');
  return teams.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ' · '}
      <LocalizedLine text={name} defaultLanguage={defaultLanguage} />
    </span>
  ));
}

/** A nation, or what a contact does; for control nothing more is to be said. */
export function ConversationPlace({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const { teams, contact } = conversation;
  const partyId = teams[0]?.partyId ?? contact?.partyId;
  const party = view.parties.find(({ id }) => id === partyId);
  if (teams.length === 0 && contact === null) return t('messages.aboutControl');
  return (
    <>
      {party !== undefined && <LocalizedLine text={party.name} defaultLanguage={defaultLanguage} />}
      {contact !== null && (
        <>
          {party !== undefined && ' · '}
          <LocalizedLine text={contact.role} defaultLanguage={defaultLanguage} />
        </>
      )}
      {contact?.isPublic === true && (
        <Text span inherit fw={650}>
          {` · ${t('messages.public')}`}
        </Text>
      )}
    </>
  );
}
