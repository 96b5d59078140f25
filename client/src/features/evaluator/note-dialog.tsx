/** A note by one key, bound to the moment the key was pressed, however long the writing takes. */
import {
  ActionIcon,
  Button,
  Group,
  Kbd,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconMessagePlus, IconPencilPlus } from '@tabler/icons-react';
import type { ObjectiveId, TableId } from '@trilogue/engine/protocol/ids';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { formatPlayTime } from '../../ui/format-time';
import {
  type Importance,
  importances,
  type NoteDraft,
  type NoteKind,
  newNote,
  noteCommand,
  noteKinds,
  releaseKey,
  releaseOf,
} from './logic/note-draft';
import { useEvaluator } from './use-evaluator';
import { useNoteKey } from './use-note-key';
import { useReleaseChoices } from './use-release-choices';

/** The engine's longest note. */
const longestNote = 4_000;

type Write = (about?: { tableId: TableId; playMs: number | null }) => void;
const NoteContext = createContext<Write>(() => undefined);

export function NoteProvider(props: {
  /** What is looked at. */
  readonly objectiveId: ObjectiveId | null;
  readonly tables: readonly TableId[];
  readonly children: ReactNode;
}) {
  const { objectiveId, tables, children } = props;
  const { t } = useTranslation('evaluator');
  const { act, view, nowMs } = useEvaluator();
  const [draft, setDraft] = useState<NoteDraft | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { clock, exercise } = view;
  const onlyTable = tables.length === 1 ? (tables[0] ?? null) : null;
  const write = useCallback<Write>(
    (about) => {
      const momentPlayMs = about?.playMs ?? playMsAt(clock, nowMs());
      const fresh = newNote(momentPlayMs, { tableId: about?.tableId ?? onlyTable, objectiveId });
      // Words that were begun and put aside are still there.
      setDraft((before) => (before === null || before.text.trim() === '' ? fresh : before));
      setIsOpen(true);
    },
    [clock, nowMs, objectiveId, onlyTable],
  );
  const isStopped = exercise.realWorld !== null;
  useNoteKey(() => write());
  const keep = async (note: NoteDraft) => {
    const command = noteCommand(note);
    if (command === null) return;
    setIsOpen(false);
    setDraft(null);
    // A refused note comes back to its writer, unless they have begun another.
    if (!(await act(command))) setDraft((now) => now ?? note);
  };
  return (
    <NoteContext value={write}>
      {children}
      {draft !== null && (
        <Dialog
          isOpen={isOpen && !isStopped}
          onClose={() => setIsOpen(false)}
          title={t('note.title', { time: formatPlayTime(draft.momentPlayMs) })}
        >
          <NoteForm draft={draft} onChange={setDraft} onKeep={() => void keep(draft)} />
        </Dialog>
      )}
    </NoteContext>
  );
}

export function NoteButton() {
  const { t } = useTranslation('evaluator');
  const write = useContext(NoteContext);
  return (
    <Button
      size="lg"
      radius="xl"
      leftSection={<IconPencilPlus size={22} aria-hidden />}
      rightSection={
        <Kbd size="sm" visibleFrom="md" aria-hidden>
          N
        </Kbd>
      }
      aria-keyshortcuts="n"
      onClick={() => write()}
    >
      {t('note.button')}
    </Button>
  );
}

/** A note about something that was seen, at its moment. */
export function NoteHere(props: { readonly tableId: TableId; readonly playMs: number | null }) {
  const { t } = useTranslation('evaluator');
  const { table } = useEvaluator();
  const write = useContext(NoteContext);
  const label = t('note.here', { table: table(props.tableId) });
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => write(props)}
    >
      <IconMessagePlus size={20} aria-hidden />
    </ActionIcon>
  );
}

function NoteForm(props: {
  readonly draft: NoteDraft;
  readonly onChange: (draft: NoteDraft) => void;
  readonly onKeep: () => void;
}) {
  const { draft, onChange, onKeep } = props;
  const { t } = useTranslation('evaluator');
  const { view, table, text } = useEvaluator();
  const releases = useReleaseChoices();
  const whole = '*';
  const tables = useMemo(
    () => [
      { value: whole, label: t('note.whole') },
      ...view.cast.tables.map(({ tableId }) => ({ value: tableId, label: table(tableId) })),
    ],
    [view.cast.tables, table, t],
  );
  const change = (part: Partial<NoteDraft>) => onChange({ ...draft, ...part });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onKeep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onKeep();
      }}
    >
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label={t('note.text')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={longestNote}
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('note.kind')}
          value={draft.kind}
          onChange={(kind) => change({ kind: kind as NoteKind })}
          data={noteKinds.map((kind) => ({ value: kind, label: t(`note.kinds.${kind}`) }))}
        />
        <Select
          label={t('note.about')}
          allowDeselect={false}
          data={tables}
          value={draft.tableId ?? whole}
          onChange={(value) =>
            change({ tableId: value === whole ? null : (value as TableId | null) })
          }
        />
        <Select
          label={t('objective')}
          clearable
          clearButtonProps={{ 'aria-label': t('note.noObjective') }}
          placeholder={t('note.noObjective')}
          data={Object.values(view.objectives).map(({ id, title }) => ({
            value: id,
            label: text(title),
          }))}
          value={draft.objectiveId}
          onChange={(value) => change({ objectiveId: value as ObjectiveId | null })}
        />
        <div>
          <Text size="sm" fw={500} mb={4} id="note-importance">
            {t('note.importance')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="note-importance"
            value={draft.importance}
            onChange={(importance) => change({ importance: importance as Importance })}
            data={importances.map((value) => ({ value, label: t(`note.importances.${value}`) }))}
          />
        </div>
        <Select
          label={t('note.release')}
          allowDeselect={false}
          data={releases}
          value={releaseKey(draft.release)}
          onChange={(value) => value !== null && change({ release: releaseOf(value) })}
        />
        <Group justify="flex-end" gap="sm">
          <Text size="xs" c="dimmed" visibleFrom="md">
            {t('note.keys')}
          </Text>
          <Button type="submit" disabled={draft.text.trim() === ''}>
            {t('note.keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
