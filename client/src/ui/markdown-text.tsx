/** Markdown without HTML: a scenario's author may structure a text, never script a screen. */
import { Box, Stack } from '@mantine/core';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import { lazy, Suspense } from 'react';
import { useLocalizedText } from '../i18n/use-localized-text';
import { FallbackTag } from './localized-line';
import classes from './markdown-text.module.css';

/** Loaded beside the screen, not before it; until then the text stands as it was written. */
const Markdown = lazy(() =>
  import('./plain-markdown').then(({ PlainMarkdown }) => ({ default: PlainMarkdown })),
);

export function MarkdownText(props: {
  readonly text: LocalizedText;
  readonly defaultLanguage: string;
}) {
  const shown = useLocalizedText()(props.text, props.defaultLanguage);
  return (
    <Stack gap={4} align="flex-start">
      {shown.isFallback && <FallbackTag language={shown.language} />}
      <Box className={classes.prose ?? ''} lang={shown.language} w="100%">
        <Suspense fallback={<div style={{ whiteSpace: 'pre-wrap' }}>{shown.text}</div>}>
          <Markdown text={shown.text} />
        </Suspense>
      </Box>
    </Stack>
  );
}
