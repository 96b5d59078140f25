/** Lobby: links go out, people come in, and StartEx is pressed. */
import {
  Alert,
  Button,
  Card,
  Grid,
  Group,
  Loader,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Title,
} from '@mantine/core';
import { IconArmchair, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CastingForm } from '../casting/casting-form';
import { MessagesPanel, useThreads } from '../control-room/messages-panel';
import { RealWorldButton, RealWorldNow } from '../control-room/real-world';
import { useRoom } from '../hooks/use-room';
import { dialogStyles } from '../parts/dialog-styles';
import { StageFrame } from '../parts/stage-frame';
import { ChecklistCard } from './checklist-card';
import { InvitationCard } from './invitation-card';
import { useLinks } from './join-links';
import { PrintSheet } from './print-sheet';

export function LobbyScreen() {
  const { t } = useTranslation('facilitator');
  const [isRecasting, setIsRecasting] = useState(false);
  return (
    <StageFrame
      stage={t('common:stages.lobby')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArmchair size={18} aria-hidden />}
            onClick={() => setIsRecasting(true)}
          >
            {t('lobby.recast')}
          </Button>
          <RealWorldButton />
        </>
      }
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Stack gap="lg">
            <ChecklistCard />
            <Talk />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
          <Invitations />
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
  const threads = useThreads();
  return (
    <Card withBorder padding={0} component="section" aria-labelledby="lobby-messages">
      <Title order={2} size="h4" p="md" pb="xs" id="lobby-messages">
        {t('messages.title')}
      </Title>
      <MessagesPanel threads={threads} />
    </Card>
  );
}

function Invitations() {
  const { t } = useTranslation('facilitator');
  const { view, roster, names } = useRoom();
  const { data, isError } = useLinks();
  const [chosen, setChosen] = useState<string | null>(null);
  if (isError) return <Alert color="red">{t('lobby.noLinks')}</Alert>;
  if (data === undefined) return <Loader role="status" aria-label={t('loading')} />;
  const origin = chosen ?? data.origins[0] ?? window.location.origin;
  const tables = view.cast.tables.flatMap((table) => {
    const link = data.tables.find(({ tableId }) => tableId === table.tableId);
    return table.isControl || link === undefined ? [] : [{ ...table, code: link.code }];
  });
  const teamsOf = (teamIds: (typeof tables)[number]['teamIds']) =>
    view.cast.teams.filter(({ id }) => teamIds.includes(id)).map(({ name }) => name);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <Title order={2} size="h4">
          {t('lobby.tables')}
        </Title>
        <Group gap="xs" align="flex-end">
          {data.origins.length > 1 ? (
            <Select
              label={t('lobby.origin')}
              allowDeselect={false}
              data={[...data.origins]}
              value={origin}
              onChange={setChosen}
            />
          ) : null}
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('lobby.print')}
          </Button>
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {tables.map(({ tableId, language, teamIds, code }) => (
          <InvitationCard
            key={tableId}
            title={names.table(tableId)}
            description={teamsOf(teamIds).map(names.text).join(t('listSeparator'))}
            language={language}
            origin={origin}
            code={code}
            people={roster.filter((seat) => seat.tableId === tableId)}
            emptyText={t('lobby.nobodyYet')}
          />
        ))}
        <InvitationCard
          title={t('lobby.wall')}
          description={t('lobby.wallText')}
          origin={origin}
          code={data.observerCode}
          people={roster.filter(({ role }) => role === 'observer')}
          emptyText={t('lobby.noWall')}
        />
      </SimpleGrid>
      <PrintSheet
        origin={origin}
        pages={tables.map(({ tableId, name, code, teamIds }) => ({
          key: tableId,
          name,
          code,
          teams: teamsOf(teamIds),
        }))}
      />
    </Stack>
  );
}
