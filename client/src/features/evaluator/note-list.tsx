/** Notes of all evaluators, the newest moment first; who may read them can still be changed. */
import { Badge, Group, Paper, Select, Text } from '@mantine/core';
import type { FacilitatorObservation } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../i18n/use-localized-text';
import { EmptyState } from '../../ui/empty-state';
import { formatPlayTime } from '../../ui/format-time';
import css from './evaluator.module.css';
import { releaseKey, releaseOf } from './logic/note-draft';
import { useEvaluator } from './use-evaluator';
import { useReleaseChoices } from './use-release-choices';

export function NoteList() {
  const { t } = useTranslation('evaluator');
  const { view } = useEvaluator();
  const notes = Object.values(view.observations).sort(
    (a, b) => b.momentPlayMs - a.momentPlayMs || b.seq - a.seq,
  );
  if (notes.length === 0) {
    return <EmptyState title={t('notes.none')} text={t('notes.noneText')} />;
  }
  return (
    <ul className={css.list}>
      {notes.map((note) => (
        <li key={note.seq}>
          <Note note={note} />
        </li>
      ))}
    </ul>
  );
}

const kindColours = { strength: 'teal', improvement: 'orange', observation: 'gray' } as const;

function Note({ note }: { note: FacilitatorObservation }) {
  const { t } = useTranslation('evaluator');
  const { view, act, table, text, person } = useEvaluator();
  const written = useWrittenText();
  const releases = useReleaseChoices();
  const { seq, tableId, objectiveId, momentPlayMs, kind, importance, release, seatId } = note;
  const objective = objectiveId === null ? undefined : view.objectives[objectiveId];
  const time = formatPlayTime(momentPlayMs);
  return (
    <Paper withBorder p="sm" component="article">
      <Group gap="xs" wrap="wrap">
        <Text span size="sm" fw={650} className="tabular">
          {time}
        </Text>
        <Badge variant="light" color={kindColours[kind]} tt="none">
          {t(`note.kinds.${kind}`)}
        </Badge>
        {importance !== 'normal' && (
          <Badge variant="outline" color={importance === 'high' ? 'red' : 'gray'} tt="none">
            {t(`note.importances.${importance}`)}
          </Badge>
        )}
        <Text span size="sm">
          {tableId === null ? t('note.whole') : table(tableId)}
        </Text>
        <Text span size="sm" c="dimmed">
          {person(seatId)}
        </Text>
      </Group>
      <blockquote className={css.words}>{written(note.text)}</blockquote>
      <Group justify="space-between" gap="xs" mt="xs" align="center">
        <Text size="xs" c="dimmed" className={css.what ?? ''}>
          {objective === undefined ? '' : text(objective.title)}
        </Text>
        <Select
          size="xs"
          aria-label={t('notes.release', { time })}
          allowDeselect={false}
          data={releases}
          value={releaseKey(release)}
          onChange={(value) =>
            value !== null &&
            void act({ type: 'ReleaseObservation', noteSeq: seq, release: releaseOf(value) })
          }
        />
      </Group>
    </Paper>
  );
}
