/** The people at a table by name; the director may have one of them forgotten. */
import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconUserX } from '@tabler/icons-react';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTools } from '../../hooks/use-room';
import { ConfirmDialog } from '../../parts/confirm-dialog';

export type Person = Pick<RosterEntry, 'seatId' | 'name' | 'isOnline'>;

export function PeopleMenu({
  people,
  children,
}: {
  people: readonly Person[];
  children: ReactNode;
}) {
  const { t } = useTranslation('facilitator');
  const { act } = useTools();
  const [person, setPerson] = useState<Person | null>(null);
  const name = person?.name ?? '';
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <UnstyledButton fz="inherit" fw="inherit" aria-label={t('erasePerson.menu')}>
            {children}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {people.map((one) => (
            <Menu.Item
              key={one.seatId}
              leftSection={<IconUserX size={16} aria-hidden />}
              onClick={() => setPerson(one)}
            >
              {t('erasePerson.action', { name: one.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={person !== null}
        title={t('erasePerson.title', { name })}
        action={t('erasePerson.confirm')}
        color="red.9"
        onConfirm={() =>
          person === null ? undefined : act({ type: 'ErasePerson', seatId: person.seatId })
        }
        onClose={() => setPerson(null)}
      >
        <Text size="sm">{t('erasePerson.text')}</Text>
      </ConfirmDialog>
    </>
  );
}
