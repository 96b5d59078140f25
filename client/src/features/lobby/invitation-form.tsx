/** What a code opens, and taking a seat there. */
import {
  Anchor,
  Badge,
  Button,
  Divider,
  Group,
  List,
  NativeSelect,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Invitation } from '@trilogue/engine/protocol/http';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ApiProblem, join } from '../../connection/api';
import { keepSeat, knownSeats, seatPath } from '../../connection/seat-store';
import { chooseLanguage, isLanguage, languageNames, languages } from '../../i18n';
import { ErrorNote } from '../../ui/error-note';
import { LocalizedLine } from '../../ui/localized-line';
import { groupCode } from './join-code';

const longestName = 60;

export function InvitationForm({ code, invitation }: { code: string; invitation: Invitation }) {
  const { t, i18n } = useTranslation('lobby');
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const { table, role, stage } = invitation;

  const joining = useMutation({
    mutationFn: (personName: string) => join({ code, name: personName, language: i18n.language }),
    onSuccess: (grant, personName) => {
      const seat = {
        exerciseId: grant.exerciseId,
        seatId: grant.seatId,
        role: grant.role,
        tableId: grant.tableId,
        name: personName,
        title: invitation.title,
        tableName: table?.name ?? null,
      };
      keepSeat(seat, grant.token);
      navigate(seatPath(seat), { replace: true });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') joining.mutate(name.trim());
  };
  const problem = joining.error instanceof ApiProblem ? joining.error.code : null;

  return (
    <Stack gap="lg">
      <InvitationCard invitation={invitation} code={code} />
      <ReturningSeats invitation={invitation} />
      {stage === 'draft' ? (
        <Text>{t('stage.draft')}</Text>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            {stage !== 'lobby' && <Text size="sm">{t(`stage.${stage}`)}</Text>}
            <TextInput
              size="md"
              label={t('join.name')}
              description={t('join.nameHint')}
              value={name}
              maxLength={longestName}
              onChange={({ currentTarget: { value } }) => setName(value)}
              autoComplete="name"
              required
            />
            <NativeSelect
              size="md"
              label={t('join.language')}
              description={t('join.languageHint')}
              value={i18n.language}
              data={languages.map((tag) => ({ value: tag, label: languageNames[tag] }))}
              onChange={({ currentTarget: { value } }) => {
                if (isLanguage(value)) void chooseLanguage(value);
              }}
            />
            {problem !== null && <ErrorNote code={problem} />}
            <Button type="submit" size="md" loading={joining.isPending} disabled={!name.trim()}>
              {t(role === 'observer' ? 'join.watch' : 'join.sit')}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to="/" size="sm" c="dimmed">
        {t('join.otherCode')}
      </Anchor>
    </Stack>
  );
}

function InvitationCard({ invitation, code }: { invitation: Invitation; code: string }) {
  const { t } = useTranslation(['lobby', 'common']);
  const { title, scenarioTitle, defaultLanguage, role, stage, table } = invitation;
  return (
    <Paper withBorder p="lg" radius="md" shadow="xs">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" className="tabular" translate="no">
            {groupCode(code)}
          </Text>
          <Badge variant="light" tt="none">
            {t(`common:stages.${stage}`)}
          </Badge>
        </Group>
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          <Text c="dimmed">
            <LocalizedLine text={scenarioTitle} defaultLanguage={defaultLanguage} />
          </Text>
        </div>
        <Divider />
        {table === null ? (
          <Text>{t(`common:roles.${role}`)}</Text>
        ) : (
          <div>
            <Text size="sm" c="dimmed">
              {t('invitation.table')}
            </Text>
            <Text fw={600} fz="lg" lang={table.language ?? undefined}>
              {table.name}
            </Text>
            <Text size="sm" c="dimmed" mt="xs">
              {t('invitation.teams')}
            </Text>
            <List size="sm" spacing={2}>
              {table.teams.map((team) => (
                <List.Item key={JSON.stringify(team)}>
                  <LocalizedLine text={team} defaultLanguage={defaultLanguage} />
                </List.Item>
              ))}
            </List>
          </div>
        )}
      </Stack>
    </Paper>
  );
}

/** Seats this device already holds at the same place. */
function ReturningSeats({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('lobby');
  const seats = knownSeats().filter(
    (seat) =>
      seat.exerciseId === invitation.exerciseId &&
      seat.role === invitation.role &&
      seat.tableId === (invitation.table?.tableId ?? null),
  );
  if (seats.length === 0) return null;
  return (
    <Stack gap="xs">
      {seats.map((seat) => (
        <Button key={seat.seatId} component={Link} to={seatPath(seat)} size="md">
          {t('known.continueAs', { name: seat.name })}
        </Button>
      ))}
      <Divider label={t('known.orNew')} />
    </Stack>
  );
}
