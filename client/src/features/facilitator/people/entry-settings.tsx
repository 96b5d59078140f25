/** How the door stands: open or one by one, and a device for everybody or one a table. */
import { Card, Stack, Switch, Title } from '@mantine/core';
import type { EntrySettings, ExerciseEntry } from '@trilogue/engine/protocol/entry';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setEntry } from '../../../connection/entry-api';
import { useRoom } from '../hooks/use-room';
import { useRun } from './use-entry';

export function EntrySettingsCard({ entry }: { entry: ExerciseEntry }) {
  const { t } = useTranslation('people');
  const exerciseId = useRoom().view.exercise.exerciseId ?? '';
  const run = useRun();
  const [isBusy, setIsBusy] = useState(false);
  const { settings, mayAll } = entry;
  // They concern every table: not for a facilitator of one party.
  if (!mayAll) return null;
  const change = async (changes: Partial<EntrySettings>) => {
    setIsBusy(true);
    await run(setEntry(exerciseId, { ...settings, ...changes }));
    setIsBusy(false);
  };
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="entry-settings">
      <Title order={2} size="h4" mb="sm" id="entry-settings">
        {t('settings.title')}
      </Title>
      <Stack gap="md">
        <Switch
          label={t('settings.oneByOne')}
          description={t('settings.oneByOneHint')}
          checked={settings.admission === 'each'}
          disabled={isBusy}
          onChange={({ currentTarget }) =>
            void change({ admission: currentTarget.checked ? 'each' : 'all' })
          }
        />
        <Switch
          label={t('settings.oneDevice')}
          description={t('settings.oneDeviceHint')}
          checked={settings.device === 'table'}
          disabled={isBusy}
          onChange={({ currentTarget }) =>
            void change({ device: currentTarget.checked ? 'table' : 'person' })
          }
        />
      </Stack>
    </Card>
  );
}
