/** There is no line, and the page has nothing to show without one: it says so and that it goes on trying. */
import { Box, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppFrame } from './app-frame';
import { ExerciseBanner } from './exercise-banner';

/** What connects in less is not worth a word, in ms. */
export const patienceMs = 2_500;

export function NoLine({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <Paper withBorder radius="md" p={{ base: 'lg', sm: 'xl' }}>
      <Stack align="center" ta="center" gap="sm">
        <IconCloudOff size={44} stroke={1.5} aria-hidden />
        <Box role="status">
          <Title order={1} size="h3" mb={6}>
            {t('noLine.title')}
          </Title>
          <Text c="dimmed" maw={440} mx="auto">
            {t('noLine.text')}
          </Text>
        </Box>
        <Loader type="dots" size="sm" aria-hidden />
        {children}
      </Stack>
    </Paper>
  );
}

/** For a whole page. */
export function NoLinePage(props: {
  /** What was sent from here and has no answer yet. */
  readonly unsent?: number;
  /** Of an exercise, whose banner never leaves the screen. */
  readonly isExercise?: boolean;
  readonly children?: ReactNode;
}) {
  const { unsent = 0, isExercise = false, children } = props;
  const { t } = useTranslation('common');
  return (
    <AppFrame size="sm" banner={isExercise ? <ExerciseBanner /> : undefined}>
      <Stack gap="lg">
        <NoLine>{unsent > 0 && <Text>{t('noLine.waits', { count: unsent })}</Text>}</NoLine>
        {children}
      </Stack>
    </AppFrame>
  );
}
