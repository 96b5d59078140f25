/** A scenario's prose in the reader's language; marked when another language had to serve. */
import { Badge } from '@mantine/core';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames } from '../i18n';
import { useLocalizedText } from '../i18n/use-localized-text';

interface LocalizedLineProps {
  readonly text: LocalizedText;
  readonly defaultLanguage: string;
}

export function LocalizedLine({ text, defaultLanguage }: LocalizedLineProps) {
  const shown = useLocalizedText()(text, defaultLanguage);
  return (
    <>
      <span lang={shown.language}>{shown.text}</span>
      {shown.isFallback && <FallbackTag language={shown.language} />}
    </>
  );
}

/** Says that a text is in another language than the reader's. */
export function FallbackTag({ language }: { language: string }) {
  const { t } = useTranslation('common');
  const name = isLanguage(language) ? languageNames[language] : language;
  return (
    <Badge
      component="span"
      size="xs"
      variant="outline"
      color="gray"
      ml={6}
      tt="none"
      display="inline-flex"
      style={{ verticalAlign: 'middle' }}
      title={t('language.fallback', { language: name })}
    >
      {language}
    </Badge>
  );
}
