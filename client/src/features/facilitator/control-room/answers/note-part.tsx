/** An observation note, bound to the moment of the answer that it is about. */
import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import type { ObjectiveId } from '@trilogue/engine/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { type Command, useRoom } from '../../hooks/use-room';
import type { FeedEntry } from '../../logic/answer-feed';
import { ObjectiveSelect } from './objective-select';

type Note = Extract<Command, { type: 'NoteObservation' }>;
const kinds: readonly Note['kind'][] = ['strength', 'improvement', 'observation'];
const weights: readonly Note['importance'][] = ['low', 'normal', 'high'];

export function NotePart({ entry }: { entry: FeedEntry }) {
  const { t } = useTranslation('facilitator');
  const { act, view } = useRoom();
  const [kind, setKind] = useState<Note['kind']>('observation');
  const [importance, setImportance] = useState<Note['importance']>('normal');
  const [objectiveId, setObjective] = useState<ObjectiveId | null>(null);
  const [text, setText] = useState('');
  const { tableId, playMs } = entry;
  const here = Object.values(view.observations).filter(
    (note) => note.tableId === tableId && note.momentPlayMs === playMs,
  ).length;
  const save = async () => {
    const note: Note = {
      type: 'NoteObservation',
      tableId,
      objectiveId,
      momentPlayMs: playMs,
      kind,
      importance,
      release: { kind: 'kept' },
      text,
    };
    if (await act(note)) setText('');
  };
  return (
    <Stack gap={6}>
      <Group gap={6}>
        <SegmentedControl
          size="xs"
          aria-label={t('feed.noteKind')}
          value={kind}
          onChange={(value) => setKind(value as Note['kind'])}
          data={kinds.map((value) => ({ value, label: t(`feed.noteKinds.${value}`) }))}
        />
        <Select
          size="xs"
          w={120}
          aria-label={t('feed.weight')}
          allowDeselect={false}
          value={importance}
          onChange={(value) => {
            if (value !== null) setImportance(value as Note['importance']);
          }}
          data={weights.map((value) => ({ value, label: t(`feed.weights.${value}`) }))}
        />
        <ObjectiveSelect value={objectiveId} onChange={setObjective} />
      </Group>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4_000}
        label={t('feed.noteText', { time: formatPlayTime(playMs) })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={6} justify="space-between">
        <Text size="xs" c="dimmed">
          {here === 0 ? t('feed.noteKept') : t('feed.notesHere', { count: here })}
        </Text>
        <Button size="xs" disabled={text.trim() === ''} onClick={() => void save()}>
          {t('feed.noteSave')}
        </Button>
      </Group>
    </Stack>
  );
}
