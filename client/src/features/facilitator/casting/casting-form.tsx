/** Who plays what: presets, tables with a name and a language, and a place for every team. */
import { Alert, Badge, Button, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../hooks/use-room';
import {
  addTable,
  type CastingPreset,
  castByPreset,
  castingOf,
  type DraftCasting,
  reachesNobody,
  toCasting,
} from '../logic/casting-presets';
import { alarmText } from '../parts/colors';
import { TableList } from './table-list';
import { TeamPlaces } from './team-places';
import { useCastingParties } from './use-casting-parties';

const presets = [
  'perNation',
  'twoPerNation',
  'perTeam',
] as const satisfies readonly CastingPreset[];

export interface CastingFormProps {
  /** Words of the button that saves. */
  readonly action: string;
  readonly onSaved: () => unknown;
}

export function CastingForm({ action, onSaved }: CastingFormProps) {
  const { t } = useTranslation('facilitator');
  const { view, names, act } = useRoom();
  const parties = useCastingParties();
  const { cast, exercise } = view;
  const [edited, setEdited] = useState<DraftCasting | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const draft = edited ?? castingOf(cast, exercise.defaultLanguage);
  const casting = toCasting(
    draft,
    cast.teams.map(({ id }) => id),
  );
  const isNamed = casting.tables.every(({ name }) => name !== '');
  const canSave = isNamed && casting.tables.length > 0;
  const save = async () => {
    setIsBusy(true);
    if (await act({ type: 'CastTeams', casting })) {
      setEdited(null);
      await onSaved();
    }
    setIsBusy(false);
  };
  return (
    <Stack gap="lg">
      <section>
        <Title order={2} size="h4" mb="xs">
          {t('casting.presets')}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          {presets.map((preset) => {
            const made = castByPreset(preset, parties, cast.teams, names.text);
            return (
              <Button
                key={preset}
                variant="default"
                h="auto"
                py="sm"
                styles={{ label: { whiteSpace: 'normal' } }}
                onClick={() => setEdited(made)}
              >
                <Stack gap={2} align="center">
                  <Text fw={600}>{t(`casting.preset.${preset}`)}</Text>
                  <Text size="sm" c="dimmed">
                    {t('casting.tableCount', { count: made.tables.length })}
                  </Text>
                </Stack>
              </Button>
            );
          })}
        </SimpleGrid>
      </section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <section>
          <Group justify="space-between" mb="xs">
            <Title order={2} size="h4">
              {t('casting.tables')}
            </Title>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() =>
                setEdited(
                  addTable(
                    draft,
                    t('casting.newTable', { count: draft.tables.length + 1 }),
                    exercise.defaultLanguage,
                  ),
                )
              }
            >
              {t('casting.addTable')}
            </Button>
          </Group>
          <TableList draft={draft} onChange={setEdited} />
        </section>
        <section>
          <Title order={2} size="h4" mb="xs">
            {t('casting.teams')}
          </Title>
          <TeamPlaces draft={draft} parties={parties} onChange={setEdited} />
        </section>
      </SimpleGrid>
      <Unreached draft={draft} />
      <Group justify="flex-end">
        {isNamed ? null : (
          <Text size="sm" c={alarmText} role="status">
            {t('casting.nameless')}
          </Text>
        )}
        {edited === null ? null : (
          <Badge color="orange" variant="light" tt="none" radius="sm">
            {t('casting.unsaved')}
          </Badge>
        )}
        <Button size="md" disabled={!canSave} loading={isBusy} onClick={() => void save()}>
          {action}
        </Button>
      </Group>
    </Stack>
  );
}

function Unreached({ draft }: { draft: DraftCasting }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  if (draft.tables.length === 0) return null;
  const injects = reachesNobody(view, draft).flatMap((id) => view.injects[id] ?? []);
  if (injects.length === 0) {
    return (
      <Alert color="teal" variant="light">
        {t('casting.allReached')}
      </Alert>
    );
  }
  return (
    <Alert color="orange" variant="light" title={t('casting.unreached', { count: injects.length })}>
      <List size="sm">
        {injects.map(({ id, number, title }) => (
          <List.Item key={id}>{t('moment.inject', { number, title: names.text(title) })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
