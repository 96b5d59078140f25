/** Somebody who sits there: here or away, who is with them, and what staff can do for them. */
import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core';
import {
  IconArrowsExchange,
  IconDeviceMobileShare,
  IconDotsVertical,
  IconPencil,
  IconUserMinus,
  IconUsers,
  IconUserX,
} from '@tabler/icons-react';
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { deviceAt } from '../logic/one-device';
import { alarmText } from '../parts/colors';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { HandOverDialog } from './hand-over-dialog';
import { ListedDialog, RenameDialog } from './person-dialogs';
import { useMayChangePeople } from './use-entry';

type Step = 'rename' | 'listed' | 'handOver' | 'remove' | 'erase';

export interface PersonRowProps {
  readonly person: RosterEntry;
  readonly origin: string;
  readonly isOneDevice: boolean;
}

export function PersonRow({ person, origin, isOneDevice }: PersonRowProps) {
  const { t } = useTranslation(['people', 'facilitator']);
  const mayChange = useMayChangePeople();
  const listed = person.listed ?? [];
  const isShared = person.role === 'player' && (isOneDevice || listed.length > 0);
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
      <Group gap={8} wrap="nowrap" miw={0} align="flex-start" pt={4}>
        <Badge
          size="sm"
          radius="sm"
          tt="none"
          variant={person.isOnline ? 'light' : 'outline'}
          color={person.isOnline ? 'teal' : 'gray'}
          style={{ flexShrink: 0 }}
        >
          {person.isOnline ? t('facilitator:lobby.online') : t('facilitator:lobby.offline')}
        </Badge>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {!isShared
            ? person.name
            : listed.length === 0
              ? t('person.alone', { name: person.name })
              : t('person.group', {
                  count: listed.length + 1,
                  names: [person.name, ...listed].join(t('facilitator:listSeparator')),
                  scribe: person.name,
                })}
        </Text>
      </Group>
      {mayChange(person.tableId) ? (
        <PersonMenu person={person} origin={origin} isShared={isShared} isOneDevice={isOneDevice} />
      ) : null}
    </Group>
  );
}

function PersonMenu(props: PersonRowProps & { isShared: boolean }) {
  const { person, origin, isShared, isOneDevice } = props;
  const { t } = useTranslation(['people', 'facilitator']);
  const { view, roster, act, names } = useRoom();
  const may = useMay();
  const mayChange = useMayChangePeople();
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  const [second, setSecond] = useState<{ tableId: TableId; there: string } | null>(null);
  const moveTo = (to: TableId) => act({ type: 'MoveSeat', seatId: person.seatId, tableId: to });
  const move = (to: TableId) => {
    const there = deviceAt(roster, to, isOneDevice);
    if (there === null) void moveTo(to);
    else setSecond({ tableId: to, there: there.name });
  };
  const { seatId, name, role, tableId } = person;
  const others = view.cast.tables.filter(
    (table) => !table.isControl && table.tableId !== tableId && mayChange(table.tableId),
  );
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('facilitator:lobby.personActions', { name })}
            style={{ flexShrink: 0 }}
          >
            <IconDotsVertical size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setStep('rename')}
          >
            {t('person.rename')}
          </Menu.Item>
          {isShared ? (
            <Menu.Item
              leftSection={<IconUsers size={16} aria-hidden />}
              onClick={() => setStep('listed')}
            >
              {t('person.editListed')}
            </Menu.Item>
          ) : null}
          <Menu.Item
            leftSection={<IconDeviceMobileShare size={16} aria-hidden />}
            onClick={() => setStep('handOver')}
          >
            {t('person.handOver')}
          </Menu.Item>
          {role === 'player' && others.length > 0 ? (
            <>
              <Menu.Divider />
              <Menu.Label>{t('facilitator:lobby.moveTo')}</Menu.Label>
              {others.map((table) => (
                <Menu.Item
                  key={table.tableId}
                  leftSection={<IconArrowsExchange size={16} aria-hidden />}
                  onClick={() => move(table.tableId)}
                >
                  {names.table(table.tableId)}
                </Menu.Item>
              ))}
            </>
          ) : null}
          <Menu.Divider />
          <Menu.Item
            c={alarmText}
            leftSection={<IconUserMinus size={16} aria-hidden />}
            onClick={() => setStep('remove')}
          >
            {t('facilitator:lobby.sendAway')}
          </Menu.Item>
          {may('ErasePerson') ? (
            <Menu.Item
              c={alarmText}
              leftSection={<IconUserX size={16} aria-hidden />}
              onClick={() => setStep('erase')}
            >
              {t('facilitator:erasePerson.action', { name })}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {step === 'rename' && <RenameDialog person={person} isOpen onClose={close} />}
      {step === 'listed' && <ListedDialog person={person} isOpen onClose={close} />}
      {step === 'handOver' && (
        <HandOverDialog person={person} origin={origin} isOpen onClose={close} />
      )}
      <ConfirmDialog
        isOpen={second !== null}
        title={t('person.secondTitle', {
          table: second === null ? '' : names.table(second.tableId),
        })}
        action={t('person.secondMove')}
        onClose={() => setSecond(null)}
        onConfirm={() => (second === null ? undefined : moveTo(second.tableId))}
      >
        <Text size="sm">{t('person.secondText', { name, there: second?.there ?? '' })}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={step === 'remove'}
        title={t('person.removeTitle', { name })}
        action={t('facilitator:lobby.sendAway')}
        color="red.9"
        onClose={close}
        onConfirm={() => act({ type: 'LeaveExercise', seatId })}
      >
        <Text size="sm">{t('person.removeText')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={step === 'erase'}
        title={t('facilitator:erasePerson.title', { name })}
        action={t('facilitator:erasePerson.confirm')}
        color="red.9"
        onClose={close}
        onConfirm={() => act({ type: 'ErasePerson', seatId })}
      >
        <Text size="sm">{t('facilitator:erasePerson.text')}</Text>
        {(person.listed ?? []).length === 0 ? null : (
          <Text size="sm">{t('person.eraseListed')}</Text>
        )}
      </ConfirmDialog>
    </>
  );
}
