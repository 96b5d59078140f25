/** Sets up an exercise of a scenario: its title, its pace, its mode. */
import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateExerciseBody, ScenarioCard } from '@trilogue/engine/protocol/http';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem, createExercise } from '../../connection/api';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { ErrorNote } from '../../ui/error-note';

type Pace = CreateExerciseBody['pace'];
type Mode = CreateExerciseBody['mode'];

const paces = ['confirm', 'auto'] as const satisfies readonly Pace[];
const modes = ['coach', 'assess'] as const satisfies readonly Mode[];
const longestTitle = 300;

export function NewExerciseForm({ scenario }: { scenario: ScenarioCard }) {
  const { t } = useTranslation('staff');
  const read = useLocalizedText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const scenarioTitle = read(scenario.title, scenario.defaultLanguage).text;
  const [title, setTitle] = useState(() =>
    t('new.suggested', { scenario: scenarioTitle, date: today() }),
  );
  const [pace, setPace] = useState<Pace>('confirm');
  const [mode, setMode] = useState<Mode>('coach');
  const creation = useMutation({
    mutationFn: () => createExercise({ scenarioId: scenario.id, title: title.trim(), pace, mode }),
    onSuccess: ({ exerciseId }) => {
      void queries.invalidateQueries({ queryKey: ['exercises'] });
      void navigate(`/control/${exerciseId}`);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        creation.mutate();
      }}
    >
      <Stack>
        <Text fw={600}>{scenarioTitle}</Text>
        <TextInput
          label={t('new.name')}
          value={title}
          maxLength={longestTitle}
          required
          data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Radio.Group label={t('new.pace')} value={pace} onChange={setPace}>
          <Stack gap="xs" mt="xs">
            {paces.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`new.paces.${value}`)}
                description={t(`new.pacesText.${value}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group label={t('new.mode')} value={mode} onChange={setMode}>
          <Stack gap="xs" mt="xs">
            {modes.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`new.modes.${value}`)}
                description={t(`new.modesText.${value}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {creation.error === null ? null : (
          <ErrorNote
            code={creation.error instanceof ApiProblem ? creation.error.code : 'server/unavailable'}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={creation.isPending} disabled={title.trim() === ''}>
            {t('new.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** `2026-12-01` on this device's calendar. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
