/** The files that an inject that has not gone out is to come with: added, left out, named in each language. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FileDraft } from '../../logic/edit-inject';
import { AddFile } from '../files/add-file';
import { FileFields } from '../files/file-fields';

export function EditFiles(props: {
  readonly files: readonly FileDraft[];
  /** In which they are called now. */
  readonly language: string;
  readonly defaultLanguage: string;
  readonly onChange: (files: readonly FileDraft[]) => void;
}) {
  const { files, language, defaultLanguage, onChange } = props;
  const { t } = useTranslation('facilitator');
  const write = (file: string, part: 'title' | 'alt', text: string) =>
    onChange(
      files.map((one) =>
        one.file === file ? { ...one, [part]: { ...one[part], [language]: text } } : one,
      ),
    );
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t('improvise.files')}
      </Text>
      {files.map(({ file, isPicture, title, alt }) => (
        <FileFields
          key={file}
          isPicture={isPicture}
          title={title[language] ?? ''}
          alt={alt[language] ?? ''}
          name={title[language] || title[defaultLanguage] || file}
          language={language}
          onChange={(words) => {
            if (words.title !== undefined) write(file, 'title', words.title);
            if (words.alt !== undefined) write(file, 'alt', words.alt);
          }}
          onRemove={() => onChange(files.filter((one) => one.file !== file))}
        />
      ))}
      <AddFile
        count={files.length}
        onAdd={({ file, isPicture, title }) =>
          onChange([
            ...files.filter((one) => one.file !== file),
            // Where it is not called anything else, readers see the scenario's own language.
            { file, isPicture, title: { [defaultLanguage]: title }, alt: {} },
          ])
        }
      />
    </Stack>
  );
}
