/** How one table joins, and who has: link, code, QR, and its people live. */
import {
  ActionIcon,
  Badge,
  Button,
  Card,
  CopyButton,
  Group,
  Menu,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconCheck, IconCopy, IconDotsVertical } from '@tabler/icons-react';
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames } from '../../../i18n';
import { QrCode } from '../../../ui/qr-code';
import { useRoom } from '../hooks/use-room';
import { groupCode } from '../logic/start-checklist';
import { joinUrl } from './join-links';

export interface InvitationCardProps {
  readonly title: string;
  readonly description?: string;
  readonly language?: string | null;
  readonly origin: string;
  readonly code: string;
  readonly people: readonly RosterEntry[];
  readonly emptyText: string;
}

export function InvitationCard(props: InvitationCardProps) {
  const { t } = useTranslation('facilitator');
  const { title, description, language, origin, code, people, emptyText } = props;
  const url = joinUrl(origin, code);
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Group align="flex-start" wrap="nowrap" gap="md">
        <QrCode text={url} alt={t('lobby.qrFor', { what: title })} size={124} />
        <Stack gap={4} flex={1} miw={0}>
          <Group gap="xs" wrap="nowrap">
            <Title order={3} size="h5" lineClamp={2}>
              {title}
            </Title>
            {language ? (
              <Badge variant="default" tt="none" radius="sm" style={{ flexShrink: 0 }}>
                {isLanguage(language) ? languageNames[language] : language}
              </Badge>
            ) : null}
          </Group>
          {description === undefined ? null : (
            <Text size="xs" c="dimmed" lineClamp={2}>
              {description}
            </Text>
          )}
          <Text fz={22} fw={700} ff="monospace" translate="no">
            {groupCode(code)}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }} translate="no">
            {origin}
            <wbr />
            {url.slice(origin.length)}
          </Text>
          <Group gap="xs" mt={4}>
            <CopyLink url={url} />
          </Group>
        </Stack>
      </Group>
      <Stack gap={4} mt="sm">
        {people.length === 0 ? (
          <Text size="sm" c="dimmed">
            {emptyText}
          </Text>
        ) : (
          people.map((person) => <Person key={person.seatId} person={person} />)
        )}
      </Stack>
    </Card>
  );
}

function CopyLink({ url }: { url: string }) {
  const { t } = useTranslation('facilitator');
  return (
    <CopyButton value={url} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={
            copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
          }
          onClick={copy}
        >
          {copied ? t('lobby.copied') : t('lobby.copy')}
        </Button>
      )}
    </CopyButton>
  );
}

function Person({ person }: { person: RosterEntry }) {
  const { t } = useTranslation('facilitator');
  const { view, act, names } = useRoom();
  const others = view.cast.tables.filter(
    ({ tableId, isControl }) => !isControl && tableId !== person.tableId,
  );
  const move = (tableId: TableId) => void act({ type: 'MoveSeat', seatId: person.seatId, tableId });
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Group gap={8} wrap="nowrap" miw={0}>
        <Badge
          size="sm"
          radius="sm"
          tt="none"
          variant={person.isOnline ? 'light' : 'outline'}
          color={person.isOnline ? 'teal' : 'gray'}
          style={{ flexShrink: 0 }}
        >
          {person.isOnline ? t('lobby.online') : t('lobby.offline')}
        </Badge>
        <Text size="sm" truncate="end">
          {person.name}
        </Text>
      </Group>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('lobby.personActions', { name: person.name })}
          >
            <IconDotsVertical size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {person.role === 'player' && others.length > 0 ? (
            <>
              <Menu.Label>{t('lobby.moveTo')}</Menu.Label>
              {others.map(({ tableId }) => (
                <Menu.Item key={tableId} onClick={() => move(tableId)}>
                  {names.table(tableId)}
                </Menu.Item>
              ))}
              <Menu.Divider />
            </>
          ) : null}
          <Menu.Item
            color="red"
            onClick={() => void act({ type: 'LeaveExercise', seatId: person.seatId })}
          >
            {t('lobby.sendAway')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
