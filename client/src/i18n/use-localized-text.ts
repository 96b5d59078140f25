/** A scenario's prose in the language the interface is shown in. */
import { type Localized, type LocalizedText, localize } from '@trilogue/engine/scenario/localize';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

export type LocalizedTextReader = (text: LocalizedText, defaultLanguage: string) => Localized;

export function useLocalizedText(): LocalizedTextReader {
  const { i18n } = useTranslation('common');
  const { language } = i18n;
  return useCallback(
    (text, defaultLanguage) => localize(text, language, defaultLanguage),
    [language],
  );
}
