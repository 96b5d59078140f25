/** A one-time link, shown once, to be handed to whose it is. */
import { Code, Stack, Text } from '@mantine/core';
import type { AccountInvitation } from '@trilogue/engine/protocol/accounts';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button';

export function InvitationNote({ invitation }: { invitation: AccountInvitation }) {
  const { t, i18n } = useTranslation('account');
  const url = `${originFor(invitation.origins)}${invitation.path}`;
  const until = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(invitation.expiresAtMs);
  return (
    <Stack>
      <Text>{t('link.text')}</Text>
      <Code block translate="no" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {url}
      </Code>
      <Text size="sm" c="dimmed">
        {t('link.until', { until })}
      </Text>
      <CopyButton text={url} />
    </Stack>
  );
}

/** Whoever made it at the server's own screen hands it to somebody at another. */
function originFor([network]: readonly string[]): string {
  const { hostname, origin } = window.location;
  const isHere = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return isHere ? (network ?? origin) : origin;
}
