/** Other words and files for an inject that has not gone out, in each of the scenario's languages. */
import {
  Button,
  Group,
  Loader,
  Select,
  Stack,
  Switch,
  Tabs,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { tlpLabels } from '@trilogue/engine/protocol/parts';
import type {
  FacilitatorInject,
  FacilitatorInjectBody,
} from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames } from '../../../../i18n';
import { useInjectBody } from '../../hooks/use-inject-body';
import { useRoom } from '../../hooks/use-room';
import { changesOf, filesOf, textsOf } from '../../logic/edit-inject';
import { EditFiles } from './edit-files';

export function EditForm({ injectId, onClose }: { injectId: InjectId; onClose: () => void }) {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const body = useInjectBody(injectId);
  const inject = view.injects[injectId];
  if (inject === undefined || body === null) return <Text>{t('inject.noText')}</Text>;
  if (body === undefined) return <Loader role="status" aria-label={t('loading')} />;
  return <Fields inject={inject} body={body} onClose={onClose} />;
}

function Fields(props: {
  inject: FacilitatorInject;
  body: FacilitatorInjectBody;
  onClose: () => void;
}) {
  const { inject, body, onClose } = props;
  const { t } = useTranslation('facilitator');
  const { view, act } = useRoom();
  const { languages, defaultLanguage } = view.exercise;
  // As it was when the form was opened: what others change meanwhile is not overwritten unseen.
  const [before] = useState(() => ({
    title: textsOf(inject.title, defaultLanguage),
    body: textsOf(body.body, defaultLanguage),
    tlp: inject.tlp,
    files: filesOf(body.attachments, defaultLanguage),
  }));
  const [draft, setDraft] = useState(before);
  const [untilTranslated, setUntilTranslated] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const changes = changesOf(before, draft);
  const save = async () => {
    if (changes === null) return;
    setIsBusy(true);
    const isDone = await act({
      type: 'EditInject',
      injectId: inject.id,
      untilTranslated,
      ...changes,
    });
    setIsBusy(false);
    if (isDone) onClose();
  };
  const write = (part: 'title' | 'body', language: string, text: string) =>
    setDraft((old) => ({ ...old, [part]: { ...old[part], [language]: text } }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <Tabs defaultValue={defaultLanguage} keepMounted={false}>
          <Tabs.List>
            {languages.map((language) => (
              <Tabs.Tab key={language} value={language}>
                {isLanguage(language) ? languageNames[language] : language}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {languages.map((language) => (
            <Tabs.Panel key={language} value={language} pt="sm">
              <Stack gap="xs">
                <TextInput
                  label={t('edit.heading')}
                  lang={language}
                  maxLength={300}
                  value={draft.title[language] ?? ''}
                  onChange={(event) => write('title', language, event.currentTarget.value)}
                />
                <Textarea
                  label={t('edit.body')}
                  description={t('edit.markdown')}
                  lang={language}
                  autosize
                  minRows={6}
                  maxRows={14}
                  maxLength={10_000}
                  value={draft.body[language] ?? ''}
                  onChange={(event) => write('body', language, event.currentTarget.value)}
                />
                <EditFiles
                  files={draft.files}
                  language={language}
                  defaultLanguage={defaultLanguage}
                  onChange={(files) => setDraft((old) => ({ ...old, files }))}
                />
              </Stack>
            </Tabs.Panel>
          ))}
        </Tabs>
        <Select
          label={t('edit.marking')}
          allowDeselect={false}
          data={tlpLabels.map((label) => ({ value: label, label: `TLP:${label}` }))}
          value={draft.tlp}
          // The list offers labels only.
          onChange={(value) => setDraft((old) => ({ ...old, tlp: value as typeof old.tlp }))}
        />
        <Switch
          label={t('edit.untilTranslated')}
          checked={untilTranslated}
          onChange={(event) => setUntilTranslated(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={changes === null}>
            {t('edit.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
