/** A list of people becomes seats kept for them: chosen or pasted, looked at, then taken whole. */
import {
  Alert,
  Button,
  FileButton,
  Group,
  List,
  Modal,
  Stack,
  Table,
  Text,
  Textarea,
} from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { RosterPreview, RosterProblem } from '@trilogue/engine/protocol/entry';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importRoster, previewRoster } from '../../../connection/entry-api';
import { isLanguage, languageNames } from '../../../i18n';
import { notify } from '../../../ui/notify';
import { useRoom } from '../hooks/use-room';
import { dialogStyles } from '../parts/dialog-styles';
import { readTextFile } from './read-text-file';
import { useRun } from './use-entry';

export function RosterImport({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('people');
  return (
    <Modal
      styles={dialogStyles}
      opened={isOpen}
      onClose={onClose}
      title={t('roster.importTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      size="xl"
    >
      <ImportForm onDone={onClose} />
    </Modal>
  );
}

function ImportForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['people', 'facilitator']);
  const exerciseId = useRoom().view.exercise.exerciseId ?? '';
  const run = useRun();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<RosterPreview | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const look = async (wanted: string) => {
    setText(wanted);
    setIsBusy(true);
    setPreview(await run(previewRoster(exerciseId, wanted)));
    setIsBusy(false);
  };
  const take = async () => {
    setIsBusy(true);
    const taken = await run(importRoster(exerciseId, text));
    setIsBusy(false);
    if (taken === null) return;
    notify({ color: 'teal', message: t('roster.imported', { count: taken.added }) });
    onDone();
  };
  const added = preview?.rows.filter(({ isKnown }) => !isKnown).length ?? 0;
  const isReady = preview !== null && preview.problems.length === 0;
  return (
    <Stack>
      <Text size="sm">{t('roster.importText')}</Text>
      <Group>
        <FileButton
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(file) => {
            if (file !== null) void readTextFile(file).then(look);
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant="light"
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            >
              {t('roster.choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Textarea
        label={t('roster.paste')}
        description={t('roster.pasteHint')}
        value={text}
        rows={5}
        maxLength={90_000}
        styles={{ input: { fontFamily: 'monospace' } }}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setPreview(null);
        }}
      />
      {preview === null ? null : <Problems problems={preview.problems} />}
      {isReady ? <Rows preview={preview} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('facilitator:cancel')}
        </Button>
        {isReady ? (
          <Button loading={isBusy} disabled={added === 0} onClick={() => void take()}>
            {t('roster.take', { count: added })}
          </Button>
        ) : (
          <Button loading={isBusy} disabled={text.trim() === ''} onClick={() => void look(text)}>
            {t('roster.look')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Problems({ problems }: { problems: readonly RosterProblem[] }) {
  const { t } = useTranslation(['people', 'facilitator']);
  const { view, names } = useRoom();
  if (problems.length === 0) return null;
  const tables = view.cast.tables
    .filter(({ isControl }) => !isControl)
    .map(({ name }) => name)
    .join(t('facilitator:listSeparator'));
  const areTablesUnknown = problems.some(({ code }) => code === 'roster/unknown-table');
  const word = ({ code, text, suggestion }: RosterProblem) => {
    const kind = code.slice('roster/'.length);
    // A line's number is its own suggestion where it stands twice.
    return t(`roster.problems.${kind}`, { text, line: suggestion ?? '' });
  };
  return (
    <Alert color="red" variant="light" role="alert" title={t('roster.notTaken')}>
      <List size="sm" spacing={4} style={{ overflowWrap: 'anywhere' }}>
        {problems.map((problem) => (
          <List.Item key={`${problem.line} ${problem.code} ${problem.text}`}>
            {problem.line === null ? null : (
              <Text span fw={650} size="sm">
                {t('roster.line', { line: problem.line })}{' '}
              </Text>
            )}
            {word(problem)}
            {problem.suggestion !== null && problem.code !== 'roster/twice'
              ? ` ${t('roster.didYouMean', { text: problem.suggestion })}`
              : null}
          </List.Item>
        ))}
      </List>
      {areTablesUnknown ? (
        <Text size="sm" mt="xs">
          {t('roster.tablesAre', { tables: tables || names.tables([]) })}
        </Text>
      ) : null}
    </Alert>
  );
}

function Rows({ preview }: { preview: RosterPreview }) {
  const { t } = useTranslation('people');
  const { names } = useRoom();
  return (
    <div style={{ overflow: 'auto', maxHeight: 320 }}>
      <Table verticalSpacing={4} fz="sm" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('roster.name')}</Table.Th>
            <Table.Th>{t('roster.table')}</Table.Th>
            <Table.Th>{t('roster.language')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.rows.map(({ line, name, tableId, language, isKnown }) => (
            <Table.Tr key={line} {...(isKnown ? { c: 'dimmed' } : {})}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
              <Table.Td>{names.table(tableId)}</Table.Td>
              <Table.Td>
                {language !== null && isLanguage(language) ? languageNames[language] : '–'}
              </Table.Td>
              <Table.Td>{isKnown ? t('roster.known') : t('roster.new')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
