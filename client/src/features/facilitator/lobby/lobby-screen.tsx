/** Lobby: links go out, people come in, and StartEx is pressed. */
import { Alert, Button, Card, Grid, Group, Modal, Select, Stack, Title } from '@mantine/core';
import { IconArmchair, IconListDetails, IconPrinter } from '@tabler/icons-react';
import type { ExerciseEntry } from '@trilogue/engine/protocol/entry';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CastingForm } from '../casting/casting-form';
import { RealWorldButton, RealWorldNow } from '../control-room/real-world';
import { MessagesPanel } from '../control-room/sim-cell/messages-panel';
import { DialogsProvider } from '../hooks/use-dialogs';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { dialogStyles } from '../parts/dialog-styles';
import { StageFrame } from '../parts/stage-frame';
import { EntrySettingsCard } from '../people/entry-settings';
import { NamedSeats } from '../people/named-seats';
import { TableCards } from '../people/table-cards';
import { useEntry } from '../people/use-entry';
import { WaitingList } from '../people/waiting-list';
import { ChecklistCard } from './checklist-card';
import { PrintSheet } from './print-sheet';

/** REAL WORLD asks in the room's own dialog. */
export function LobbyScreen() {
  return (
    <DialogsProvider>
      <Lobby />
    </DialogsProvider>
  );
}

function Lobby() {
  const { t } = useTranslation('facilitator');
  const may = useMay();
  const { entry, isError } = useEntry();
  const [isRecasting, setIsRecasting] = useState(false);
  return (
    <StageFrame
      stage={t('common:stages.lobby')}
      actions={
        <>
          {may('CastTeams') ? (
            <Button
              variant="default"
              leftSection={<IconArmchair size={18} aria-hidden />}
              onClick={() => setIsRecasting(true)}
            >
              {t('lobby.recast')}
            </Button>
          ) : null}
          <RealWorldButton />
        </>
      }
    >
      {entry === undefined ? null : <WaitingList entry={entry} />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Stack gap="lg">
            <ChecklistCard />
            {entry === undefined ? null : <EntrySettingsCard entry={entry} />}
            <Talk />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
          <Invitations entry={entry} isError={isError} />
        </Grid.Col>
      </Grid>
      <Modal
        styles={dialogStyles}
        opened={isRecasting}
        onClose={() => setIsRecasting(false)}
        title={t('lobby.recast')}
        size="80rem"
      >
        <CastingForm action={t('casting.save')} onSaved={() => setIsRecasting(false)} />
      </Modal>
      <RealWorldNow />
    </StageFrame>
  );
}

/** For the communications check: a message to each table before anything depends on it. */
function Talk() {
  const { t } = useTranslation('facilitator');
  return (
    <Card withBorder padding={0} component="section" aria-labelledby="lobby-messages">
      <Title order={2} size="h4" p="md" pb="xs" id="lobby-messages">
        {t('messages.title')}
      </Title>
      <MessagesPanel />
    </Card>
  );
}

function Invitations({ entry, isError }: Pick<ReturnType<typeof useEntry>, 'entry' | 'isError'>) {
  const { t } = useTranslation(['facilitator', 'people']);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isNaming, setIsNaming] = useState(false);
  if (isError && entry === undefined) return <Alert color="red">{t('lobby.noLinks')}</Alert>;
  const origins = entry?.origins ?? [];
  const origin = chosen ?? origins[0] ?? window.location.origin;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <Title order={2} size="h4">
          {t('lobby.tables')}
        </Title>
        {entry === undefined ? null : (
          <Group gap="xs" align="flex-end">
            {origins.length > 1 ? (
              <Select
                label={t('lobby.origin')}
                allowDeselect={false}
                data={[...origins]}
                value={origin}
                onChange={setChosen}
              />
            ) : null}
            <Button
              variant="default"
              leftSection={<IconListDetails size={18} aria-hidden />}
              onClick={() => setIsNaming(true)}
            >
              {t('people:named.title')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('lobby.print')}
            </Button>
          </Group>
        )}
      </Group>
      <TableCards entry={entry} origin={origin} columns={2} />
      {entry === undefined ? null : (
        <>
          <NamedSeats
            entry={entry}
            origin={origin}
            isOpen={isNaming}
            onClose={() => setIsNaming(false)}
          />
          {/* The named seats print their own. */}
          {isNaming ? null : <TableSheets entry={entry} origin={origin} />}
        </>
      )}
    </Stack>
  );
}

function TableSheets({ entry, origin }: { entry: ExerciseEntry; origin: string }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const pages = view.cast.tables.flatMap(({ tableId, name, teamIds, isControl }) => {
    const invitation = entry.invitations.find((one) => one.isStanding && one.tableId === tableId);
    if (isControl || invitation?.standing !== 'open') return [];
    const teams = view.cast.teams.filter(({ id }) => teamIds.includes(id));
    return [
      {
        key: tableId,
        name,
        code: invitation.code,
        under: teams.map((team) => names.text(team.name)).join(t('listSeparator')),
        hint: t('lobby.printHint'),
      },
    ];
  });
  return <PrintSheet origin={origin} pages={pages} />;
}
