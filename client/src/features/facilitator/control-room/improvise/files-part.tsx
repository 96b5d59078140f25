/** Pictures and PDFs: each is uploaded at once, named, and described for whoever can't see it. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FileForm } from '../../logic/improvise-form';
import { AddFile } from '../files/add-file';
import { FileFields } from '../files/file-fields';
import type { FormPartProps } from './improvise-dialog';

export function FilesPart({ form, onChange }: FormPartProps) {
  const { t } = useTranslation('facilitator');
  const { files } = form;
  const change = (file: string, changes: Partial<FileForm>) =>
    onChange({ files: files.map((one) => (one.file === file ? { ...one, ...changes } : one)) });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t('improvise.files')}
      </Text>
      {files.map(({ file, isPicture, title, alt }) => (
        <FileFields
          key={file}
          {...{ isPicture, title, alt }}
          name={title}
          onChange={(words) => change(file, words)}
          onRemove={() => onChange({ files: files.filter((one) => one.file !== file) })}
        />
      ))}
      <AddFile
        count={files.length}
        onAdd={(added) =>
          onChange({
            files: [...files.filter(({ file }) => file !== added.file), { ...added, alt: '' }],
          })
        }
      />
    </Stack>
  );
}
