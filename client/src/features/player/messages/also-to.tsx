/** Who else got it. */
import { Text } from '@mantine/core';
import type { ShareView } from '@trilogue/engine/views/exchange-view';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import type { Conversation } from '../messages-model';
import { usePlayer } from '../use-player';

export function AlsoTo({ share, conversation }: { share: ShareView; conversation: Conversation }) {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const { teams, contact } = conversation;
  const own = view.table.teams.map(({ id }) => id);
  const here: readonly string[] = [...own, ...teams.map(({ id }) => id), contact?.id ?? ''];
  const { directory } = view;
  const others = [
    ...directory.teams.filter(({ id }) => share.to.teams.includes(id)),
    ...directory.contacts.filter(({ id }) => share.to.contacts.includes(id)),
  ].filter(({ id }) => !here.includes(id));
  if (others.length === 0) return null;
  const names = others.map(({ name }) => read(name, defaultLanguage).text);
  return (
    <Text size="xs" c="dimmed" mt={6}>
      {t('messages.alsoTo', { names: names.join(t('outgoing.comma')) })}
    </Text>
  );
}
