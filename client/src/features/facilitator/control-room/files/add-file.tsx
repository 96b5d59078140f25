/** A picture or a PDF from this device: uploaded at once, then named where it is to be used. */
import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, uploadAttachment } from '../../../../connection/api';
import { useRejectionText } from '../../../../ui/use-rejection-text';
import { useRoom } from '../../hooks/use-room';

/** As many as the engine takes with one inject. */
export const mostFiles = 6;
const taken = 'image/png,image/jpeg,image/gif,image/webp,application/pdf';

export interface AddedFile {
  /** As the server calls it. */
  readonly file: string;
  readonly isPicture: boolean;
  /** As it was called on the device, without its ending. */
  readonly title: string;
}

/** @param count how many there are already: beyond the most, nothing is offered. */
export function AddFile(props: { count: number; onAdd: (added: AddedFile) => void }) {
  const { count, onAdd } = props;
  const { t } = useTranslation('facilitator');
  const { exerciseId } = useRoom().view.exercise;
  const word = useRejectionText();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const upload = async (file: File | null) => {
    if (file === null || exerciseId === null) return;
    setIsBusy(true);
    setProblem(null);
    try {
      const stored = await uploadAttachment(exerciseId, file);
      const isPicture = stored.type.startsWith('image/');
      onAdd({ file: stored.file, isPicture, title: file.name.replace(/\.[a-z]+$/i, '') });
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'server/unavailable');
    }
    setIsBusy(false);
  };
  return (
    <Stack gap={6}>
      {problem === null ? null : (
        <Alert color="red" variant="light" p="xs">
          {word(problem)}
        </Alert>
      )}
      {count >= mostFiles ? null : (
        <Group gap="xs">
          <FileButton accept={taken} onChange={(file) => void upload(file)}>
            {(button) => (
              <Button
                {...button}
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
