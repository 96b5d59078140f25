/** Which teams and objectives somebody follows, kept on their device. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { useEvaluator } from './use-evaluator';

export function FollowDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('evaluator');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('follow.title')}>
      <Choice onClose={onClose} />
    </Dialog>
  );
}

function Choice({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('evaluator');
  const { view, followed, follow, table, text } = useEvaluator();
  const [tables, setTables] = useState<string[]>([...followed.tables]);
  const [objectives, setObjectives] = useState<string[]>(followed.objectives.map(({ id }) => id));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        follow({ tables, objectives });
        onClose();
      }}
    >
      <Stack>
        <Text size="sm">{t('follow.text')}</Text>
        <Checkbox.Group label={t('follow.tables')} value={tables} onChange={setTables}>
          <Stack gap={8} mt={6}>
            {view.cast.tables
              .filter(({ isControl }) => !isControl)
              .map(({ tableId }) => (
                <Checkbox key={tableId} value={tableId} label={table(tableId)} />
              ))}
          </Stack>
        </Checkbox.Group>
        <Checkbox.Group label={t('follow.objectives')} value={objectives} onChange={setObjectives}>
          <Stack gap={8} mt={6}>
            {Object.values(view.objectives).map(({ id, title }) => (
              <Checkbox key={id} value={id} label={text(title)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end">
          <Button type="submit">{t('follow.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
