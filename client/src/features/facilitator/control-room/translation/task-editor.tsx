/** One text and its translation: original beside, keys for "save and next". */
import { Alert, Button, Group, Kbd, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { isRedacted } from '@trilogue/engine/protocol/redaction';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { useRoom, useTools } from '../../hooks/use-room';
import { isShort } from '../../logic/scenario-words';
import type { TranslationTask } from '../../logic/translation-queue';
import { languageName } from '../../parts/written';
import { desk } from '../desk-styles';
import { useTaskName } from './use-task-name';

interface TaskEditorProps {
  readonly task: TranslationTask;
  /** Somebody has added it meanwhile, or it is needed no more. */
  readonly isDone: boolean;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

export function TaskEditor({ task, isDone, onNext, onBack }: TaskEditorProps) {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const { act } = useTools();
  const nameOf = useTaskName();
  const [text, setText] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const mayAdd = useMayTranslate(task);
  const isReady = text.trim() !== '' && !isBusy;
  const save = async () => {
    if (!isReady) return;
    setIsBusy(true);
    const isSaved = await act(commandFor(task, text));
    setIsBusy(false);
    if (isSaved) onNext();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void save();
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onNext();
    }
  };
  const inject = task.injectId === null ? undefined : view.injects[task.injectId];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <div className={desk.scroll} tabIndex={0}>
      <Stack gap="sm" p="sm">
        <Group gap="xs">
          <span className={desk.onlyNarrow}>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
              onClick={onBack}
            >
              {t('messages.back')}
            </Button>
          </span>
          <Text fw={650}>{nameOf(task)}</Text>
          {task.atMs === null ? null : (
            <Text size="sm" c="dimmed" className="tabular">
              {t(task.kind === 'inject' ? 'translate.due' : 'translate.written', {
                time: formatPlayTime(task.atMs),
              })}
            </Text>
          )}
        </Group>
        {task.urgency === 'held' ? (
          <Alert color="red" variant="light" p="xs">
            {t(view.clock.status === 'paused' ? 'translate.heldPausedText' : 'translate.heldText')}
          </Alert>
        ) : null}
        {isDone ? (
          <Alert color="gray" variant="light" p="xs" role="status">
            {t('translate.doneMeanwhile')}
          </Alert>
        ) : null}
        <div className={desk.side}>
          <Original task={task} title={inject?.title ?? null} />
          {mayAdd ? (
            <Stack gap={6}>
              <Textarea
                label={t('translate.into', { language: languageName(task.language) })}
                lang={task.language}
                autosize
                minRows={isShort(task) ? 2 : 8}
                maxRows={24}
                maxLength={10_000}
                data-autofocus
                autoFocus
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                onKeyDown={onKeyDown}
              />
              <Group gap="xs">
                <Button
                  disabled={!isReady || task.original === null}
                  loading={isBusy}
                  onClick={() => void save()}
                >
                  {t('translate.saveNext')}
                </Button>
                <Button variant="default" onClick={onNext}>
                  {t('translate.skip')}
                </Button>
              </Group>
              <Text size="xs" c="dimmed">
                <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd> {t('translate.saveNext')} ·{' '}
                <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">↓</Kbd> {t('translate.skip')}
              </Text>
            </Stack>
          ) : (
            <Text size="sm" c="dimmed">
              {t('translate.mayNot')}
            </Text>
          )}
        </div>
      </Stack>
    </div>
  );
}

/** In each language it is there in; an inject’s words with the title they stand under. */
function Original({ task, title }: { task: TranslationTask; title: TranslationTask['original'] }) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const { defaultLanguage } = useRoom().view.exercise;
  const [chosen, setChosen] = useState<string | null>(null);
  const { original } = task;
  const texts =
    original === null
      ? {}
      : typeof original === 'string'
        ? { [defaultLanguage]: original }
        : original;
  const tags = Object.keys(texts).filter((tag) => !isRedacted(texts[tag] ?? ''));
  const tag =
    tags.find((one) => one === chosen) ?? tags.find((one) => one === defaultLanguage) ?? tags[0];
  return (
    <Stack gap={6}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" fw={500}>
          {t('translate.original', { language: tag === undefined ? '' : languageName(tag) })}
        </Text>
        {tags.length < 2 ? null : (
          <SegmentedControl
            size="xs"
            aria-label={t('inject.language')}
            value={tag ?? ''}
            onChange={setChosen}
            data={tags.map((value) => ({ value, label: languageName(value) }))}
          />
        )}
      </Group>
      {task.field !== 'title' && title !== null ? (
        <Text size="sm" c="dimmed">
          {names.text(title)}
        </Text>
      ) : null}
      <div className={desk.original} lang={tag}>
        {tag === undefined ? t('loading') : texts[tag]}
      </div>
    </Stack>
  );
}

function commandFor({ of, place, field, language }: TranslationTask, text: string) {
  return place === null
    ? ({ type: 'AddTranslation', of: of ?? 0, field, language, text } as const)
    : ({ type: 'TranslateScenario', place, language, text } as const);
}

/** A facilitator of one party sees what others lack too, and adds what is theirs. */
function useMayTranslate({ injectId, tableId, place }: TranslationTask): boolean {
  const { may } = useTools();
  const { teams } = useRoom().view.cast;
  if (place !== null && injectId === null) {
    const [part, id] = place.split('/');
    const about = teams.filter((team) =>
      part === 'teams' ? team.id === id : part === 'parties' && team.partyId === id,
    );
    return may('TranslateScenario', about.length === 0 ? {} : { teams: about });
  }
  if (injectId !== null) return may.inject('AddTranslation', injectId);
  return tableId === null ? may.some('AddTranslation') : may.table('AddTranslation', tableId);
}
