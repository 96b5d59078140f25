/** What an invitation is good for, in a line: how many are in, until when, or why it lets nobody in. */
import { Badge, Group, Text } from '@mantine/core';
import type { InvitationCard } from '@trilogue/engine/protocol/entry';
import { useTranslation } from 'react-i18next';

export function InvitationLimits({ invitation }: { invitation: InvitationCard }) {
  const { t, i18n } = useTranslation('people');
  const { cap, used, expiresAtMs, standing, person } = invitation;
  const said = [
    cap !== null && person === null ? t('limits.used', { used, cap }) : null,
    expiresAtMs !== null && standing !== 'expired'
      ? t('limits.until', { time: formatMoment(expiresAtMs, i18n.language) })
      : null,
  ].filter((part) => part !== null);
  if (standing === 'open' && said.length === 0) return null;
  return (
    <Group gap={6}>
      {standing === 'open' || (standing === 'full' && person !== null) ? null : (
        <Badge
          size="sm"
          radius="sm"
          tt="none"
          variant="light"
          color={standing === 'full' ? 'gray' : 'orange'}
        >
          {t(`standing.${standing}`)}
        </Badge>
      )}
      {said.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {said.join(' · ')}
        </Text>
      )}
    </Group>
  );
}

/** Such as "1 Dec, 14:30", in the browser's own zone. */
export function formatMoment(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(atMs);
}
