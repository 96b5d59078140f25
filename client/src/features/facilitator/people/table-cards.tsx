/** Every place people come to, with its invitations and who is there. */
import { SimpleGrid } from '@mantine/core';
import type { ExerciseEntry } from '@trilogue/engine/protocol/entry';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../hooks/use-room';
import { TableCard } from './table-card';

export function TableCards(props: {
  /** Undefined for those of the staff who don't invite: they see who is there. */
  readonly entry: ExerciseEntry | undefined;
  readonly origin: string;
  readonly columns: number;
}) {
  const { entry, origin, columns } = props;
  const { t } = useTranslation('facilitator');
  const { view, roster, names } = useRoom();
  const invitations = entry?.invitations ?? [];
  const isOneDevice = entry?.settings.device === 'table';
  const tables = view.cast.tables.filter(({ isControl }) => !isControl);
  const teamsOf = (teamIds: (typeof tables)[number]['teamIds']) =>
    view.cast.teams
      .filter(({ id }) => teamIds.includes(id))
      .map(({ name }) => names.text(name))
      .join(t('listSeparator'));
  return (
    <SimpleGrid cols={columns === 1 ? 1 : { base: 1, lg: columns }} spacing="md">
      {tables.map(({ tableId, language, teamIds }) => (
        <TableCard
          key={tableId}
          tableId={tableId}
          title={names.table(tableId)}
          description={teamsOf(teamIds)}
          language={language}
          origin={origin}
          invitations={invitations.filter((one) => one.tableId === tableId)}
          people={roster.filter((seat) => seat.tableId === tableId)}
          emptyText={t('lobby.nobodyYet')}
          isOneDevice={isOneDevice}
        />
      ))}
      {entry !== undefined && !entry.mayAll ? null : (
        <TableCard
          tableId={null}
          title={t('lobby.wall')}
          description={t('lobby.wallText')}
          origin={origin}
          invitations={invitations.filter(({ role }) => role === 'observer')}
          people={roster.filter(({ role }) => role === 'observer')}
          emptyText={t('lobby.noWall')}
          isOneDevice={false}
        />
      )}
    </SimpleGrid>
  );
}
