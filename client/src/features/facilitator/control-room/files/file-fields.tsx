/** What a file is called, and what a picture shows for whoever can’t see it; or it is left out. */
import { CloseButton, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface FileFieldsProps {
  readonly title: string;
  readonly alt: string;
  readonly isPicture: boolean;
  /** What it is called when it is left out: its title may be empty in this language. */
  readonly name: string;
  /** Of the words; left out for those of whoever writes. */
  readonly language?: string;
  readonly onChange: (words: { readonly title?: string; readonly alt?: string }) => void;
  readonly onRemove: () => void;
}

export function FileFields(props: FileFieldsProps) {
  const { title, alt, isPicture, name, language, onChange, onRemove } = props;
  const { t } = useTranslation('facilitator');
  const lang = language === undefined ? {} : { lang: language };
  return (
    <Group gap={6} align="flex-end" wrap="wrap">
      <TextInput
        size="xs"
        flex="1 1 10rem"
        maxLength={300}
        label={t('improvise.fileTitle')}
        value={title}
        {...lang}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      {isPicture ? (
        <TextInput
          size="xs"
          flex="1 1 12rem"
          maxLength={300}
          label={t('improvise.fileAlt')}
          value={alt}
          {...lang}
          onChange={(event) => onChange({ alt: event.currentTarget.value })}
        />
      ) : null}
      <CloseButton aria-label={t('improvise.dropFile', { title: name })} onClick={onRemove} />
    </Group>
  );
}
