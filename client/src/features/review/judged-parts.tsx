/** What evaluators saw, and ratings and scores once they are shown. */
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table';
import { Nothing, Part, SubPart } from './part';
import type { Reader } from './use-reader';

const kinds = [
  ['strength', 'notes.strengths'],
  ['improvement', 'notes.improvements'],
  ['observation', 'notes.others'],
] as const;

export function NotesPart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { observations } = reader.takeaway;
  return (
    <Part id="notes" title={t('sections.notes')}>
      {observations.length === 0 && <Nothing>{t('empty.notes')}</Nothing>}
      {kinds.map(([kind, title]) => {
        const notes = observations.filter((note) => note.kind === kind);
        if (notes.length === 0) return null;
        return (
          <SubPart key={kind} title={t(title)}>
            <List spacing="xs">
              {notes.map((note) => {
                const where = [
                  note.tableId === null ? t('notes.whole') : reader.table(note.tableId),
                  reader.play(note.playMs),
                  reader.text(note.objective),
                  note.isReleased ? '' : t('notes.kept'),
                ].filter((part) => part !== '');
                return (
                  <List.Item key={`${note.playMs} ${note.text}`}>
                    <span style={{ whiteSpace: 'pre-wrap' }}>{reader.written(note)}</span>
                    <Text size="sm" c="dimmed">
                      {where.join(' · ')}
                    </Text>
                  </List.Item>
                );
              })}
            </List>
          </SubPart>
        );
      })}
    </Part>
  );
}

export function ScoresPart({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const { ratings, scores } = reader.takeaway;
  return (
    <Part id="scores" title={`${t('sections.ratings')} · ${t('sections.scores')}`}>
      {ratings === null && scores === null && <Nothing>{t('empty.scores')}</Nothing>}
      {ratings !== null && ratings.length > 0 && (
        <DataTable
          label={t('sections.ratings')}
          isNamed
          heads={[t('columns.objective'), t('columns.table'), t('columns.rating')]}
          rows={ratings.map(({ objective, capability, tableId, rating }) => [
            capability ?? reader.text(objective),
            tableId === null ? t('ratingWords.all') : reader.table(tableId),
            t(`ratingWords.${rating}`),
          ])}
        />
      )}
      {scores !== null && (
        <DataTable
          label={t('sections.scores')}
          isNamed
          minWidth={300}
          heads={[t('columns.table'), t('columns.points'), t('columns.maximum')]}
          rows={scores.map(({ tableId, points, maximum }) => [
            reader.table(tableId),
            points,
            maximum,
          ])}
        />
      )}
    </Part>
  );
}
