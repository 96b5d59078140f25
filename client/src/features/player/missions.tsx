/** The teams this table plays, and what each is there to do. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import { LocalizedLine } from '../../ui/localized-line';
import { usePlayer } from './use-player';

export function Missions() {
  const { view, defaultLanguage } = usePlayer();
  const partyName = (partyId: string) => view.parties.find(({ id }) => id === partyId)?.name;
  return (
    <Stack gap="md">
      {view.table.teams.map((team) => (
        <div key={team.id}>
          <Text fw={650} size="sm">
            <LocalizedLine text={team.name} defaultLanguage={defaultLanguage} />
          </Text>
          <Group gap={6} my={4}>
            <Badge size="sm" variant="light" tt="none" maw="100%">
              <LocalizedLine
                text={partyName(team.partyId) ?? ''}
                defaultLanguage={defaultLanguage}
              />
            </Badge>
            <Badge size="sm" variant="light" color="gray" tt="none" maw="100%">
              <LocalizedLine text={team.sector} defaultLanguage={defaultLanguage} />
            </Badge>
          </Group>
          <Text size="sm">
            <LocalizedLine text={team.mission} defaultLanguage={defaultLanguage} />
          </Text>
        </div>
      ))}
    </Stack>
  );
}
