/** Taking a seat with what a code opens. */
import {
  Alert,
  Anchor,
  Button,
  Divider,
  NativeSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { IconHourglass, IconInfoCircle, IconWritingSign } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Invitation } from '@trilogue/engine/protocol/http';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ApiProblem, join } from '../../connection/api';
import { keepSeat, knownSeats, seatPath } from '../../connection/seat-store';
import { chooseLanguage, isLanguage, languageNames, languages } from '../../i18n';
import { ErrorNote } from '../../ui/error-note';
import { NamesField } from '../../ui/names-field';
import { namesIn } from '../../ui/names-in';
import { InvitationCard } from './invitation-card';

const longestName = 60;

export function InvitationForm({ code, invitation }: { code: string; invitation: Invitation }) {
  const { t } = useTranslation('lobby');
  const { stage, closed } = invitation;
  return (
    <Stack gap="lg">
      <InvitationCard invitation={invitation} code={code} />
      {invitation.isHandOver ? null : <ReturningSeats invitation={invitation} />}
      {closed !== null ? (
        <ErrorNote code={closed} />
      ) : stage === 'draft' ? (
        <Text>{t('stage.draft')}</Text>
      ) : (
        <SeatForm code={code} invitation={invitation} />
      )}
      <Anchor component={Link} to="/" size="sm" c="dimmed">
        {t('join.otherCode')}
      </Anchor>
    </Stack>
  );
}

function SeatForm({ code, invitation }: { code: string; invitation: Invitation }) {
  const { t, i18n } = useTranslation('lobby');
  const [name, setName, forgetName] = useTyped('name');
  const [listed, setListed, forgetListed] = useTyped('listed');
  const { role, stage, person, isHandOver, isOneDevice, waits } = invitation;
  const joining = useJoining(invitation, () => {
    forgetName();
    forgetListed();
  });
  const isNameless = person === null && name.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNameless) return;
    joining.mutate({
      code,
      language: i18n.language,
      ...(person === null ? { name: name.trim() } : {}),
      ...(isOneDevice && !isHandOver ? { listed: namesIn(listed) } : {}),
    });
  };
  const problem = joining.error instanceof ApiProblem ? joining.error.code : null;

  return (
    <form onSubmit={submit}>
      <Stack>
        {stage !== 'lobby' && stage !== 'draft' && <Text size="sm">{t(`stage.${stage}`)}</Text>}
        {isHandOver && (
          <Hint icon={<IconInfoCircle aria-hidden />}>{t('invitation.handOverHint')}</Hint>
        )}
        {isOneDevice && !isHandOver && (
          <Hint icon={<IconWritingSign aria-hidden />}>{t('invitation.oneDevice')}</Hint>
        )}
        {person === null && (
          <TextInput
            size="md"
            label={t(isOneDevice ? 'join.scribe' : 'join.name')}
            description={t('join.nameHint')}
            value={name}
            maxLength={longestName}
            onChange={({ currentTarget: { value } }) => setName(value)}
            autoComplete="name"
            required
          />
        )}
        {isOneDevice && !isHandOver && (
          <NamesField
            label={t('join.listed')}
            description={t('join.listedHint')}
            value={listed}
            onChange={setListed}
          />
        )}
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
        {waits && <Hint icon={<IconHourglass aria-hidden />}>{t('invitation.waits')}</Hint>}
        {problem !== null && <ErrorNote code={problem} />}
        <Button
          type="submit"
          size="md"
          h="auto"
          mih={42}
          py={6}
          loading={joining.isPending}
          disabled={isNameless}
          styles={{ label: { whiteSpace: 'normal' } }}
        >
          {person === null
            ? t(role === 'observer' ? 'join.watch' : 'join.sit')
            : t(isHandOver ? 'join.takeOver' : 'join.sitAs', { name: person })}
        </Button>
      </Stack>
    </form>
  );
}

/** What was typed is there again after a reload, and is nobody's any more once its writer sits. */
function useTyped(field: string) {
  const key = `trilogue.join.${field}`;
  return useSessionStorage({ key, defaultValue: '', getInitialValueInEffect: false });
}

function useJoining(invitation: Invitation, onSeated: () => void) {
  const { title, table, role, isOneDevice } = invitation;
  const navigate = useNavigate();
  return useMutation({
    mutationFn: join,
    onSuccess: ({ exerciseId, seatId, tableId, token, isWaiting, ...grant }, { name = '' }) => {
      const seat = {
        exerciseId,
        seatId,
        role,
        tableId,
        name: grant.name ?? name,
        title,
        tableName: table?.name ?? null,
        isWaiting,
        isScribe: isOneDevice,
      };
      keepSeat(seat, token);
      onSeated();
      navigate(seatPath(seat), { replace: true });
    },
  });
}

function Hint({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <Alert variant="light" icon={icon} p="sm">
      {children}
    </Alert>
  );
}

/** Seats this device already holds at the same place. */
function ReturningSeats({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('lobby');
  const { person } = invitation;
  const seats = knownSeats().filter(
    (seat) =>
      seat.exerciseId === invitation.exerciseId &&
      seat.role === invitation.role &&
      seat.tableId === (invitation.table?.tableId ?? null) &&
      (person === null || person === seat.name),
  );
  if (seats.length === 0) return null;
  return (
    <Stack gap="xs">
      {seats.map((seat) => (
        <Button key={seat.seatId} component={Link} to={seatPath(seat)} size="md">
          {t('known.continueAs', { name: seat.name })}
        </Button>
      ))}
      {invitation.closed === null && person === null && <Divider label={t('known.orNew')} />}
    </Stack>
  );
}
