/** The tables of a casting: what each is called and which language its people read. */
import { ActionIcon, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { TableId } from '@trilogue/engine/protocol/ids';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames } from '../../../i18n';
import { useRoom } from '../hooks/use-room';
import { type DraftCasting, type DraftTable, placeOf, removeTable } from '../logic/casting-presets';
import { alarmText } from '../parts/colors';

export function TableList(props: {
  readonly draft: DraftCasting;
  readonly onChange: (draft: DraftCasting) => void;
}) {
  const { draft, onChange } = props;
  const { t } = useTranslation('facilitator');
  const change = (tableId: TableId, changes: Partial<DraftTable>) =>
    onChange({
      ...draft,
      tables: draft.tables.map((table) =>
        table.tableId === tableId ? { ...table, ...changes } : table,
      ),
    });
  if (draft.tables.length === 0) return <Text c="dimmed">{t('casting.noTables')}</Text>;
  return (
    <Stack gap="sm">
      {draft.tables.map((table) => (
        <TableFields
          key={table.tableId}
          table={table}
          draft={draft}
          onChange={(changes) => change(table.tableId, changes)}
          onRemove={() => onChange(removeTable(draft, table.tableId))}
        />
      ))}
    </Stack>
  );
}

function TableFields(props: {
  readonly table: DraftTable;
  readonly draft: DraftCasting;
  readonly onChange: (changes: Partial<DraftTable>) => void;
  readonly onRemove: () => void;
}) {
  const { table, draft, onChange, onRemove } = props;
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const languages = [...new Set([...view.exercise.languages, table.language])];
  const teams = view.cast.teams.filter(({ id }) => {
    const place = placeOf(draft, id);
    return place.kind === 'table' && place.tableId === table.tableId;
  });
  return (
    <div>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput
          flex={1}
          aria-label={t('casting.tableName')}
          maxLength={80}
          value={table.name}
          error={table.name.trim() === ''}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Select
          w={130}
          aria-label={t('casting.tableLanguage', { table: table.name })}
          allowDeselect={false}
          value={table.language}
          data={languages.map((value) => ({
            value,
            label: isLanguage(value) ? languageNames[value] : value,
          }))}
          onChange={(value) => {
            if (value !== null) onChange({ language: value });
          }}
        />
        <ActionIcon
          size={36}
          variant="subtle"
          color="red"
          aria-label={t('casting.removeTable', { table: table.name })}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Text size="xs" mt={2} c={teams.length === 0 ? alarmText : 'dimmed'}>
        {teams.length === 0
          ? t('casting.emptyTable')
          : teams.map(({ name }) => names.text(name)).join(t('listSeparator'))}
      </Text>
    </div>
  );
}
