/** What somebody wrote in play: in the reader's language where there is a translation, with the original. */
import { Text } from '@mantine/core';
import { isRedacted } from '@trilogue/engine/protocol/redaction';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames } from '../../../i18n';
import { useWrittenText } from '../../../i18n/use-localized-text';
import { desk } from '../control-room/desk-styles';

interface WrittenProps {
  readonly text: string;
  /** By language. */
  readonly translations?: Readonly<Record<string, string>> | undefined;
  readonly label?: string | null;
  /** Longest it stands before it is cut, in lines. */
  readonly lines?: number;
}

export function Written({ text, translations, label = null, lines }: WrittenProps) {
  const { i18n } = useTranslation('facilitator');
  const readable = useWrittenText();
  const own = isRedacted(text) ? undefined : translations?.[i18n.language];
  const clamp = lines === undefined ? {} : { lineClamp: lines };
  return (
    <div>
      {label === null ? null : (
        <Text size="xs" fw={600} c="dimmed">
          {label}
        </Text>
      )}
      <Text
        size="sm"
        className={desk.written}
        {...clamp}
        {...(isRedacted(text) ? { c: 'dimmed', fs: 'italic' } : {})}
      >
        {readable(text)}
      </Text>
      {own === undefined || own === text ? null : (
        <Text size="sm" className={desk.written} c="dimmed" lang={i18n.language} {...clamp} mt={2}>
          {`${languageName(i18n.language)}: ${readable(own)}`}
        </Text>
      )}
    </div>
  );
}

export function languageName(tag: string): string {
  return isLanguage(tag) ? languageNames[tag] : tag;
}
