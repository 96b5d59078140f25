/** People and invitations while the exercise runs: who waits, who sits where, how somebody comes in late. */
import { Alert, Button, Drawer, Group, Loader, Stack } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogStyles } from '../parts/dialog-styles';
import { EntrySettingsCard } from '../people/entry-settings';
import { NamedSeats } from '../people/named-seats';
import { TableCards } from '../people/table-cards';
import { useEntry } from '../people/use-entry';
import { WaitingList } from '../people/waiting-list';

export function PeopleDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('people');
  return (
    <Drawer
      styles={dialogStyles}
      opened={opened}
      onClose={onClose}
      position="right"
      size="34rem"
      title={t('drawer.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <People />
    </Drawer>
  );
}

function People() {
  const { t } = useTranslation(['people', 'facilitator']);
  const { entry, isError, runs } = useEntry();
  const [isNaming, setIsNaming] = useState(false);
  if (isError && entry === undefined) {
    return <Alert color="red">{t('facilitator:lobby.noLinks')}</Alert>;
  }
  if (runs && entry === undefined) {
    return <Loader role="status" aria-label={t('facilitator:loading')} />;
  }
  const origin = entry?.origins[0] ?? window.location.origin;
  return (
    <Stack>
      {entry === undefined ? null : (
        <>
          <WaitingList entry={entry} />
          <Group>
            <Button
              variant="default"
              leftSection={<IconListDetails size={18} aria-hidden />}
              onClick={() => setIsNaming(true)}
            >
              {t('named.title')}
            </Button>
          </Group>
        </>
      )}
      <TableCards entry={entry} origin={origin} columns={1} />
      {entry === undefined ? null : (
        <>
          <EntrySettingsCard entry={entry} />
          <NamedSeats
            entry={entry}
            origin={origin}
            isOpen={isNaming}
            onClose={() => setIsNaming(false)}
          />
        </>
      )}
    </Stack>
  );
}
