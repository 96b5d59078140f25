/** Seats kept for people by name: brought in as a list, handed out as links, sheets and a list. */
import { Badge, Button, Group, Modal, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconDownload, IconPrinter, IconTableImport, IconUserPlus } from '@tabler/icons-react';
import type { ExerciseEntry, InvitationCard } from '@trilogue/engine/protocol/entry';
import type { TableId } from '@trilogue/engine/protocol/ids';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invite, rosterAddress } from '../../../connection/entry-api';
import { EmptyState } from '../../../ui/empty-state';
import { useRoom } from '../hooks/use-room';
import { joinUrl } from '../lobby/join-links';
import { PrintSheet } from '../lobby/print-sheet';
import { groupCode } from '../logic/start-checklist';
import { dialogStyles } from '../parts/dialog-styles';
import { CopyLink } from './copy-link';
import { InvitationMenu } from './invitation-menu';
import { RosterImport } from './roster-import';
import { useRun } from './use-entry';

interface NamedSeatsProps {
  readonly entry: ExerciseEntry;
  readonly origin: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NamedSeats(props: NamedSeatsProps) {
  const { isOpen, onClose } = props;
  const { t } = useTranslation('people');
  return (
    <Modal
      styles={dialogStyles}
      opened={isOpen}
      onClose={onClose}
      title={t('named.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      size="60rem"
    >
      <Named {...props} />
    </Modal>
  );
}

function Named({ entry, origin }: NamedSeatsProps) {
  const { t, i18n } = useTranslation('people');
  const { view, names } = useRoom();
  const exerciseId = view.exercise.exerciseId ?? '';
  const [isImporting, setIsImporting] = useState(false);
  const named = entry.invitations.flatMap((invitation) =>
    invitation.person === null ? [] : [{ invitation, name: invitation.person.name }],
  );
  const titleOf = (tableId: TableId | null) => (tableId === null ? '' : names.table(tableId));
  return (
    <Stack>
      <Text size="sm">{t('named.text')}</Text>
      <Group gap="xs">
        <Button
          leftSection={<IconTableImport size={18} aria-hidden />}
          onClick={() => setIsImporting(true)}
        >
          {t('named.import')}
        </Button>
        {named.length === 0 ? null : (
          <>
            <Button
              component="a"
              href={rosterAddress(exerciseId, origin, i18n.language)}
              download
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t('named.download')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('named.print')}
            </Button>
          </>
        )}
      </Group>
      <AddOne />
      {named.length === 0 ? (
        <EmptyState title={t('named.empty')} text={t('named.emptyText')} />
      ) : (
        <div style={{ overflowX: 'auto' }}>
          <Table verticalSpacing={6} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('roster.name')}</Table.Th>
                <Table.Th>{t('roster.table')}</Table.Th>
                <Table.Th>{t('named.status')}</Table.Th>
                <Table.Th>{t('named.code')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {named.map(({ invitation, name }) => (
                <Table.Tr key={invitation.invitationId}>
                  <Table.Td fw={600} miw={120} style={{ overflowWrap: 'anywhere' }}>
                    {name}
                  </Table.Td>
                  <Table.Td>{titleOf(invitation.tableId)}</Table.Td>
                  <Table.Td>
                    <Status invitation={invitation} />
                  </Table.Td>
                  <Table.Td ff="monospace" translate="no" style={{ whiteSpace: 'nowrap' }}>
                    {groupCode(invitation.code)}
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <CopyLink url={joinUrl(origin, invitation.code)} what={name} />
                      <InvitationMenu invitation={invitation} what={name} />
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <PrintSheet
        origin={origin}
        pages={named
          .filter(({ invitation }) => invitation.standing === 'open')
          .map(({ invitation, name }) => ({
            key: invitation.invitationId,
            name,
            code: invitation.code,
            under: titleOf(invitation.tableId),
            hint: t('named.printHint'),
          }))}
      />
      <RosterImport isOpen={isImporting} onClose={() => setIsImporting(false)} />
    </Stack>
  );
}

function Status({ invitation }: { invitation: InvitationCard }) {
  const { t } = useTranslation('people');
  const { used, standing } = invitation;
  if (used > 0) {
    return (
      <Badge size="sm" radius="sm" tt="none" variant="light" color="teal">
        {t('named.here')}
      </Badge>
    );
  }
  return standing === 'open' ? (
    <Text size="sm" c="dimmed">
      {t('named.expected')}
    </Text>
  ) : (
    <Badge size="sm" radius="sm" tt="none" variant="light" color="orange">
      {t(`standing.${standing}`)}
    </Badge>
  );
}

function AddOne() {
  const { t } = useTranslation('people');
  const { view, names } = useRoom();
  const exerciseId = view.exercise.exerciseId ?? '';
  const run = useRun();
  const tables = view.cast.tables.filter(({ isControl }) => !isControl);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const tableId = chosen ?? tables[0]?.tableId ?? '';
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const person = { name: name.trim(), language: null };
    if (person.name === '') return;
    if ((await run(invite(exerciseId, { tableId, person }))) !== null) setName('');
  };
  return (
    <form onSubmit={add}>
      <Group gap="xs" align="flex-end">
        <TextInput
          flex="1 1 180px"
          label={t('named.addName')}
          value={name}
          maxLength={60}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Select
          flex="1 1 160px"
          label={t('roster.table')}
          allowDeselect={false}
          value={tableId}
          data={tables.map((table) => ({
            value: table.tableId,
            label: names.table(table.tableId),
          }))}
          onChange={setChosen}
        />
        <Button
          type="submit"
          variant="light"
          disabled={name.trim() === ''}
          leftSection={<IconUserPlus size={18} aria-hidden />}
        >
          {t('named.add')}
        </Button>
      </Group>
    </form>
  );
}
