/** Pictures and PDFs: each is uploaded at once, named, and described for whoever can't see it. */
import {
  Alert,
  Button,
  CloseButton,
  FileButton,
  Group,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, uploadAttachment } from '../../../../connection/api';
import { useRejectionText } from '../../../../ui/use-rejection-text';
import { useRoom } from '../../hooks/use-room';
import type { FileForm } from '../../logic/improvise-form';
import type { FormPartProps } from './improvise-dialog';

/** As many as the engine takes. */
const most = 6;
const taken = 'image/png,image/jpeg,image/gif,image/webp,application/pdf';

export function FilesPart({ form, onChange }: FormPartProps) {
  const { t } = useTranslation('facilitator');
  const { exerciseId } = useRoom().view.exercise;
  const word = useRejectionText();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { files } = form;
  const upload = async (file: File | null) => {
    if (file === null || exerciseId === null) return;
    setIsBusy(true);
    setProblem(null);
    try {
      const stored = await uploadAttachment(exerciseId, file);
      const isPicture = stored.type.startsWith('image/');
      const title = file.name.replace(/\.[a-z]+$/i, '');
      const others = files.filter((known) => known.file !== stored.file);
      onChange({ files: [...others, { file: stored.file, isPicture, title, alt: '' }] });
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'server/unavailable');
    }
    setIsBusy(false);
  };
  const change = (file: string, changes: Partial<FileForm>) =>
    onChange({ files: files.map((one) => (one.file === file ? { ...one, ...changes } : one)) });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('improvise.files')}
      </Text>
      {files.map(({ file, isPicture, title, alt }) => (
        <Group key={file} gap={6} align="flex-end" wrap="wrap">
          <TextInput
            size="xs"
            flex="1 1 10rem"
            maxLength={300}
            label={t('improvise.fileTitle')}
            value={title}
            onChange={(event) => change(file, { title: event.currentTarget.value })}
          />
          {isPicture ? (
            <TextInput
              size="xs"
              flex="1 1 12rem"
              maxLength={300}
              label={t('improvise.fileAlt')}
              value={alt}
              onChange={(event) => change(file, { alt: event.currentTarget.value })}
            />
          ) : null}
          <CloseButton
            aria-label={t('improvise.dropFile', { title })}
            onClick={() => onChange({ files: files.filter((one) => one.file !== file) })}
          />
        </Group>
      ))}
      {problem === null ? null : (
        <Alert color="red" variant="light" p="xs">
          {word(problem)}
        </Alert>
      )}
      {files.length >= most ? null : (
        <Group gap="xs">
          <FileButton accept={taken} onChange={(file) => void upload(file)}>
            {(props) => (
              <Button
                {...props}
                size="compact-sm"
                variant="default"
                loading={isBusy}
                leftSection={<IconPaperclip size={14} aria-hidden />}
              >
                {t('improvise.addFile')}
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed">
            {t('improvise.fileKinds')}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
