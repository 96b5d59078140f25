/** EndEx: says what is still open, asks for a reason, and ends. */
import { Button, List, Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDialogs } from '../hooks/use-dialogs';
import { useMay } from '../hooks/use-may';
import { useRoom, useTools } from '../hooks/use-room';
import { openAtEnd } from '../logic/open-at-end';
import { ConfirmDialog } from '../parts/confirm-dialog';

export function EndExerciseButton({ isWide = false }: { isWide?: boolean }) {
  const { t } = useTranslation('facilitator');
  const { show } = useDialogs();
  if (!useMay()('EndExercise')) return null;
  return (
    <Button
      size="sm"
      px="xs"
      variant="default"
      {...(isWide ? { fullWidth: true, justify: 'flex-start' } : {})}
      leftSection={<IconFlag size={18} aria-hidden />}
      style={{ flexShrink: 0 }}
      onClick={() => show('end')}
    >
      {t('end.action')}
    </Button>
  );
}

export function EndExerciseDialog() {
  const { t } = useTranslation('facilitator');
  const { act } = useTools();
  const { opened, close } = useDialogs();
  return (
    <ConfirmDialog
      isOpen={opened === 'end'}
      title={t('end.title')}
      action={t('end.confirm')}
      color="red.9"
      reasonLabel={t('reason')}
      onClose={close}
      onConfirm={(reason) => act({ type: 'EndExercise', reason })}
    >
      <OpenThings />
    </ConfirmDialog>
  );
}

function OpenThings() {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const { tasks, awaiting, ahead, tables } = openAtEnd(view);
  if (tasks + awaiting + ahead === 0) return <Text size="sm">{t('end.nothingOpen')}</Text>;
  return (
    <>
      <Text size="sm">{t('end.stillOpen')}</Text>
      <List size="sm">
        {tasks === 0 ? null : (
          <List.Item>{t('end.tasks', { count: tasks, tables: names.tables(tables) })}</List.Item>
        )}
        {awaiting === 0 ? null : <List.Item>{t('end.awaiting', { count: awaiting })}</List.Item>}
        {ahead === 0 ? null : <List.Item>{t('end.ahead', { count: ahead })}</List.Item>}
      </List>
    </>
  );
}
