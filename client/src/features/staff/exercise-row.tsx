/** One exercise of the list: where it leads, how far it is, what this person is in it. */
import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ExerciseCard } from '@trilogue/engine/protocol/http';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ApiProblem, takeStaffSeat } from '../../connection/api';
import { ErrorNote } from '../../ui/error-note';
import { LocalizedLine } from '../../ui/localized-line';

const colors = { draft: 'gray', lobby: 'harbour', live: 'teal', ended: 'dark' } as const;

export function ExerciseRow(props: {
  readonly card: ExerciseCard;
  /** What this person is called at the seat. */
  readonly name: string;
  readonly onStaff: () => void;
}) {
  const { card, name, onStaff } = props;
  const { t, i18n } = useTranslation('staff');
  return (
    <Table.Tr>
      <Table.Td>
        {card.role === 'observer' ? (
          <WallLink card={card} name={name} />
        ) : (
          <Anchor component={Link} to={`/control/${card.exerciseId}`} fw={600}>
            {card.title}
          </Anchor>
        )}
        <Text size="sm" c="dimmed">
          <LocalizedLine text={card.scenarioTitle} defaultLanguage={card.defaultLanguage} />
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color={colors[card.stage]} variant="light" tt="none" radius="sm" miw="max-content">
          {t(`common:stages.${card.stage}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Text size="sm">{t(`common:roles.${card.role}`)}</Text>
          {card.role === 'director' ? (
            <Button
              size="compact-xs"
              variant="default"
              onClick={onStaff}
              aria-label={t('exercises.staff', { title: card.title })}
            >
              {t('exercises.staffButton')}
            </Button>
          ) : null}
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <time dateTime={new Date(card.createdAtMs).toISOString()}>
          {formatDate(card.createdAtMs, i18n.language)}
        </time>
      </Table.Td>
    </Table.Tr>
  );
}

/** An observer sits down first: a wall is a seat's. */
function WallLink({ card, name }: { card: ExerciseCard; name: string }) {
  const navigate = useNavigate();
  const sitting = useMutation({
    mutationFn: () => takeStaffSeat(card.exerciseId, name),
    onSuccess: ({ exerciseId, seatId }) => void navigate(`/wall/${exerciseId}/${seatId}`),
  });
  return (
    <>
      <Anchor
        component="button"
        type="button"
        fw={600}
        ta="start"
        disabled={sitting.isPending}
        onClick={() => sitting.mutate()}
      >
        {card.title}
      </Anchor>
      {sitting.error === null ? null : (
        <ErrorNote
          code={sitting.error instanceof ApiProblem ? sitting.error.code : 'server/unavailable'}
        />
      )}
    </>
  );
}

/** On this device's own clock, for it tells when somebody here set it up. */
function formatDate(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    atMs,
  );
}
