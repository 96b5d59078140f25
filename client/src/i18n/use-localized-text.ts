/** Prose in the language the interface is shown in; what was removed is said to be so. */
import { isRedacted } from '@trilogue/engine/protocol/redaction';
import { type Localized, type LocalizedText, localize } from '@trilogue/engine/scenario/localize';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

export type LocalizedTextReader = (text: LocalizedText, defaultLanguage: string) => Localized;

export function useLocalizedText(): LocalizedTextReader {
  const { i18n } = useTranslation('common');
  const { language } = i18n;
  const written = useWrittenText();
  return useCallback(
    (text, defaultLanguage) => {
      const found = localize(text, language, defaultLanguage);
      return isRedacted(found.text)
        ? { text: written(found.text), language, isFallback: false }
        : found;
    },
    [language, written],
  );
}

/** What somebody wrote in play, as it is to be read. */
export function useWrittenText(): (text: string) => string {
  const { t } = useTranslation('common');
  return useCallback((text) => (isRedacted(text) ? t('removedText') : text), [t]);
}
