/** Title and text in each of the scenario's languages; those that readers need are marked. */
import { Badge, Group, Stack, Tabs, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../hooks/use-room';
import { languageName } from '../../parts/written';
import type { FormPartProps } from './improvise-dialog';

export function WordsPart({
  form,
  onChange,
  lacking,
}: FormPartProps & { readonly lacking: readonly string[] }) {
  const { t, i18n } = useTranslation('facilitator');
  const { languages, defaultLanguage } = useRoom().view.exercise;
  const [language, setLanguage] = useState(
    languages.includes(i18n.language) ? i18n.language : defaultLanguage,
  );
  return (
    <Tabs value={language} onChange={(value) => setLanguage(value ?? defaultLanguage)}>
      <Tabs.List aria-label={t('improvise.languages')}>
        {languages.map((tag) => (
          <Tabs.Tab key={tag} value={tag}>
            <Group gap={6} wrap="nowrap">
              {languageName(tag)}
              {lacking.includes(tag) ? (
                <Badge size="xs" radius="sm" variant="default" tt="none">
                  {t('improvise.missing')}
                </Badge>
              ) : null}
            </Group>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {languages.map((tag) => (
        <Tabs.Panel key={tag} value={tag} pt="xs">
          <Stack gap="xs">
            <TextInput
              label={t('improvise.titleIn', { language: languageName(tag) })}
              lang={tag}
              maxLength={300}
              value={form.titles[tag] ?? ''}
              onChange={(event) =>
                onChange({ titles: { ...form.titles, [tag]: event.currentTarget.value } })
              }
            />
            <Textarea
              label={t('improvise.bodyIn', { language: languageName(tag) })}
              description={t('improvise.bodyNote')}
              lang={tag}
              autosize
              minRows={4}
              maxRows={14}
              maxLength={10_000}
              value={form.bodies[tag] ?? ''}
              onChange={(event) =>
                onChange({ bodies: { ...form.bodies, [tag]: event.currentTarget.value } })
              }
            />
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
