/** How one table joins, and who has: link, code, QR, further invitations, and its people live. */
import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconDoorOff, IconPlus } from '@tabler/icons-react';
import type { InvitationCard } from '@trilogue/engine/protocol/entry';
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invite } from '../../../connection/entry-api';
import { isLanguage, languageNames } from '../../../i18n';
import { QrCode } from '../../../ui/qr-code';
import { useRoom } from '../hooks/use-room';
import { joinUrl } from '../lobby/join-links';
import { groupCode } from '../logic/start-checklist';
import { CopyLink } from './copy-link';
import { InvitationLimits } from './invitation-limits';
import { InvitationMenu } from './invitation-menu';
import { LimitsDialog } from './limits-dialog';
import { PersonRow } from './person-row';
import { useRun } from './use-entry';

export interface TableCardProps {
  /** Null for a place that is no table: the wall's. */
  readonly tableId: TableId | null;
  readonly title: string;
  readonly description?: string;
  readonly language?: string | null;
  readonly origin: string;
  /** Of this place; none for those who may not invite. */
  readonly invitations: readonly InvitationCard[];
  readonly people: readonly RosterEntry[];
  readonly emptyText: string;
  readonly isOneDevice: boolean;
}

export function TableCard(props: TableCardProps) {
  const { title, description, language, origin, invitations, people, emptyText } = props;
  const standing = invitations.find(({ isStanding }) => isStanding);
  const further = invitations.filter(({ isStanding, person }) => !isStanding && person === null);
  const expected = invitations.filter(
    ({ person, used, standing: how }) => person !== null && used === 0 && how === 'open',
  );
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Group align="flex-start" wrap="nowrap" gap="md">
        {standing === undefined ? null : (
          <TableQr invitation={standing} origin={origin} title={title} />
        )}
        <Stack gap={4} flex={1} miw={0}>
          <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
            <Group gap="xs" miw={0}>
              <Title order={3} size="h5" style={{ overflowWrap: 'anywhere' }}>
                {title}
              </Title>
              {language ? (
                <Badge variant="default" tt="none" radius="sm" style={{ flexShrink: 0 }}>
                  {isLanguage(language) ? languageNames[language] : language}
                </Badge>
              ) : null}
            </Group>
            {standing === undefined ? null : <InvitationMenu invitation={standing} what={title} />}
          </Group>
          {description === undefined ? null : (
            <Text size="xs" c="dimmed" lineClamp={2}>
              {description}
            </Text>
          )}
          {standing === undefined ? null : <InvitationText invitation={standing} origin={origin} />}
        </Stack>
      </Group>
      <Stack gap={6} mt="sm">
        {further.map((invitation) => (
          <FurtherInvitation
            key={invitation.invitationId}
            invitation={invitation}
            origin={origin}
            title={title}
          />
        ))}
        {people.length === 0 ? (
          <Text size="sm" c="dimmed">
            {emptyText}
          </Text>
        ) : (
          people.map((person) => (
            <PersonRow
              key={person.seatId}
              person={person}
              origin={origin}
              isOneDevice={props.isOneDevice}
            />
          ))
        )}
        {expected.length === 0 ? null : <Expected invitations={expected} />}
        {standing === undefined ? null : <OneMore tableId={props.tableId} title={title} />}
      </Stack>
    </Card>
  );
}

function TableQr(props: { invitation: InvitationCard; origin: string; title: string }) {
  const { invitation, origin, title } = props;
  const { t } = useTranslation(['people', 'facilitator']);
  const isOver = invitation.standing === 'revoked' || invitation.standing === 'expired';
  if (!isOver) {
    const url = joinUrl(origin, invitation.code);
    return <QrCode text={url} alt={t('facilitator:lobby.qrFor', { what: title })} size={116} />;
  }
  return (
    <Stack
      w={116}
      h={116}
      align="center"
      justify="center"
      c="dimmed"
      bd="1px dashed var(--mantine-color-default-border)"
      style={{ flexShrink: 0 }}
    >
      <IconDoorOff size={32} aria-hidden />
    </Stack>
  );
}

function InvitationText({ invitation, origin }: { invitation: InvitationCard; origin: string }) {
  const { t } = useTranslation('people');
  const { code, standing } = invitation;
  const url = joinUrl(origin, code);
  if (standing === 'revoked' || standing === 'expired') {
    return (
      <Alert color="orange" variant="light" p="xs" mt={4}>
        {t(standing === 'revoked' ? 'table.revoked' : 'table.expired')}
      </Alert>
    );
  }
  return (
    <>
      <Text fz={{ base: 19, sm: 22 }} fw={700} ff="monospace" translate="no">
        {groupCode(code)}
      </Text>
      <InvitationLimits invitation={invitation} />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }} translate="no">
        {origin}
        <wbr />
        {url.slice(origin.length)}
      </Text>
      <Group gap="xs" mt={4}>
        <CopyLink url={url} />
      </Group>
    </>
  );
}

function FurtherInvitation(props: { invitation: InvitationCard; origin: string; title: string }) {
  const { invitation, origin, title } = props;
  const { label, code } = invitation;
  const what = label === '' ? groupCode(code) : label;
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
      <Stack gap={2} miw={0}>
        <Group gap={8}>
          {label === '' ? null : (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {label}
            </Text>
          )}
          <Text size="sm" fw={600} ff="monospace" translate="no">
            {groupCode(code)}
          </Text>
        </Group>
        <InvitationLimits invitation={invitation} />
      </Stack>
      <Group gap={4} wrap="nowrap">
        <CopyLink url={joinUrl(origin, code)} what={what} />
        <InvitationMenu invitation={invitation} what={`${title}, ${what}`} />
      </Group>
    </Group>
  );
}

/** Whose seats are kept and who has not come yet. */
function Expected({ invitations }: { invitations: readonly InvitationCard[] }) {
  const { t } = useTranslation(['people', 'facilitator']);
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {t('table.expected', {
        names: invitations
          .map(({ person }) => person?.name ?? '')
          .join(t('facilitator:listSeparator')),
      })}
    </Text>
  );
}

function OneMore({ tableId, title }: { tableId: TableId | null; title: string }) {
  const { t } = useTranslation('people');
  const exerciseId = useRoom().view.exercise.exerciseId ?? '';
  const run = useRun();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        aria-label={t('table.oneMoreFor', { what: title })}
        onClick={() => setIsOpen(true)}
      >
        {t('table.oneMore')}
      </Button>
      <LimitsDialog
        isOpen={isOpen}
        title={t('table.oneMoreFor', { what: title })}
        action={t('table.make')}
        invitation={null}
        onClose={() => setIsOpen(false)}
        onSave={(limits) =>
          run(
            invite(exerciseId, {
              tableId,
              role: tableId === null ? 'observer' : 'player',
              ...limits,
            }),
          )
        }
      />
    </div>
  );
}
