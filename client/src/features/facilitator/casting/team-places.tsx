/** Every team of the scenario by nation, and where it plays. */
import { Select, Stack, Text, Title } from '@mantine/core';
import type { TableId, TeamId } from '@trilogue/engine/protocol/ids';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../hooks/use-room';
import {
  type CastingParty,
  type DraftCasting,
  type Place,
  placeOf,
} from '../logic/casting-presets';

/** Values of the list; a table's id never begins with `#`. */
const controlValue = '#control';
const droppedValue = '#dropped';

export function TeamPlaces(props: {
  readonly draft: DraftCasting;
  readonly parties: readonly CastingParty[];
  readonly onChange: (draft: DraftCasting) => void;
}) {
  const { draft, parties, onChange } = props;
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const put = (teamId: TeamId, value: string) =>
    onChange({ ...draft, places: { ...draft.places, [teamId]: toPlace(value) } });
  const places = [
    ...draft.tables.map(({ tableId, name }) => ({ value: tableId as string, label: name })),
    { value: controlValue, label: t('casting.byControl') },
    { value: droppedValue, label: t('casting.dropped') },
  ];
  return (
    <Stack gap="md">
      {parties.map((party) => (
        <section key={party.id}>
          <Title order={3} size="sm" mb={4}>
            {names.text(party.name)}
          </Title>
          <Stack gap="xs">
            {view.cast.teams
              .filter(({ partyId }) => partyId === party.id)
              .map((team) => (
                <Select
                  key={team.id}
                  label={names.text(team.name)}
                  description={names.text(team.sector)}
                  allowDeselect={false}
                  data={places}
                  value={toValue(placeOf(draft, team.id))}
                  onChange={(value) => {
                    if (value !== null) put(team.id, value);
                  }}
                />
              ))}
          </Stack>
        </section>
      ))}
      <Text size="xs" c="dimmed">
        {t('casting.droppedMeans')}
      </Text>
    </Stack>
  );
}

function toValue(place: Place): string {
  switch (place.kind) {
    case 'table':
      return place.tableId;
    case 'control':
      return controlValue;
    case 'dropped':
      return droppedValue;
  }
}

/** The list offers the draft's own tables only, so any other value is one of their ids. */
function toPlace(value: string): Place {
  if (value === controlValue) return { kind: 'control' };
  return value === droppedValue
    ? { kind: 'dropped' }
    : { kind: 'table', tableId: value as TableId };
}
