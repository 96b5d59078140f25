/** What a person is called, and who sits at their device: changed by staff. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePerson } from '../../../connection/entry-api';
import { NamesField } from '../../../ui/names-field';
import { namesIn } from '../../../ui/names-in';
import { useRoom } from '../hooks/use-room';
import { dialogStyles } from '../parts/dialog-styles';
import { useRun } from './use-entry';

interface PersonDialogProps {
  readonly person: RosterEntry;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RenameDialog({ person, isOpen, onClose }: PersonDialogProps) {
  const { t } = useTranslation('people');
  const [name, setName] = useState(person.name);
  const save = useSaving(person, onClose);
  return (
    <PersonDialog
      isOpen={isOpen}
      title={t('person.renameTitle', { name: person.name })}
      canSave={name.trim() !== ''}
      onClose={onClose}
      onSave={() => save({ name: name.trim() })}
    >
      <TextInput
        label={t('person.name')}
        value={name}
        maxLength={60}
        data-autofocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </PersonDialog>
  );
}

export function ListedDialog({ person, isOpen, onClose }: PersonDialogProps) {
  const { t } = useTranslation('people');
  const [text, setText] = useState((person.listed ?? []).join('\n'));
  const save = useSaving(person, onClose);
  return (
    <PersonDialog
      isOpen={isOpen}
      title={t('person.listedTitle', { name: person.name })}
      canSave
      onClose={onClose}
      onSave={() => save({ listed: namesIn(text) })}
    >
      <NamesField
        label={t('person.listed')}
        description={t('person.listedHint')}
        value={text}
        onChange={setText}
      />
    </PersonDialog>
  );
}

function useSaving({ seatId }: RosterEntry, onClose: () => void) {
  const exerciseId = useRoom().view.exercise.exerciseId ?? '';
  const run = useRun();
  return async (change: { name?: string; listed?: readonly string[] }) => {
    const saved = await run(changePerson(exerciseId, seatId, change));
    if (saved !== null) onClose();
  };
}

function PersonDialog(props: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly canSave: boolean;
  readonly onClose: () => void;
  readonly onSave: () => Promise<void>;
  readonly children: ReactNode;
}) {
  const { isOpen, title, canSave, onClose, onSave, children } = props;
  const { t } = useTranslation(['people', 'facilitator']);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!canSave) return;
    setIsBusy(true);
    await onSave();
    setIsBusy(false);
  };
  return (
    <Modal
      styles={dialogStyles}
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      centered
    >
      <form onSubmit={submit}>
        <Stack>
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('facilitator:cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!canSave}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
