/** Markdown without HTML: a scenario's author may structure a text, never script a screen. */
import { Box, Stack } from '@mantine/core';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import { lazy, Suspense } from 'react';
import { useLocalizedText } from '../i18n/use-localized-text';
import { FallbackTag } from './localized-line';
import { MarkdownSketch } from './markdown-sketch';
import classes from './markdown-text.module.css';

/** Loaded beside the screen, not before it; until then the text stands as a sketch of itself. */
const Markdown = lazy(() =>
  import('./plain-markdown').then(
    ({ PlainMarkdown }) => ({ default: PlainMarkdown }),
    // Without a line the sketch is enough to read by.
    () => ({ default: MarkdownSketch }),
  ),
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
        <Suspense fallback={<MarkdownSketch text={shown.text} />}>
          <Markdown text={shown.text} />
        </Suspense>
      </Box>
    </Stack>
  );
}
