/** What somebody still has to put into another language, most urgent first, with the original beside it. */
import { Badge, Group, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../ui/empty-state';
import { useRoom } from '../../hooks/use-room';
import { useStored } from '../../hooks/use-stored';
import { countByLanguage, type TranslationTask } from '../../logic/translation-queue';
import { languageName } from '../../parts/written';
import { desk } from '../desk-styles';
import { TaskEditor } from './task-editor';
import { TaskList } from './task-list';
import { useTranslationQueue } from './use-translation-queue';

const everyLanguage = '*';

export function TranslationDesk() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const { exerciseId, languages } = view.exercise;
  // Kept as it was when it was opened: what a colleague finishes meanwhile does not vanish from under one's hands.
  const [open, setOpen] = useState<TranslationTask | null>(null);
  const queue = useTranslationQueue(open?.injectId ?? null);
  const [chosen, setChosen] = useStored(`trilogue.translates.${exerciseId ?? ''}`, everyLanguage);
  const tasks = useMemo(
    () => (chosen === everyLanguage ? queue : queue.filter(({ language }) => language === chosen)),
    [queue, chosen],
  );
  const counts = useMemo(() => countByLanguage(queue), [queue]);
  const held = queue.filter(({ urgency }) => urgency === 'held').length;
  const next = (done: TranslationTask) => {
    const at = tasks.findIndex(({ key }) => key === done.key);
    const others = tasks.filter(({ key }) => key !== done.key);
    setOpen(others[Math.max(0, at) % Math.max(1, others.length)] ?? null);
  };
  return (
    <section className={desk.panel} aria-label={t('translate.title')}>
      <div className={desk.head}>
        <Text component="h2" fw={650}>
          {t('translate.title')}
        </Text>
        <Badge size="sm" radius="sm" variant="default" tt="none">
          {t('translate.count', { count: queue.length })}
        </Badge>
        {held === 0 ? null : (
          <Badge size="sm" radius="sm" color="red" variant="light" tt="none">
            {t('translate.heldCount', { count: held })}
          </Badge>
        )}
        <Group className={desk.push}>
          <SegmentedControl
            size="xs"
            aria-label={t('translate.language')}
            value={chosen}
            onChange={(value) => setChosen(() => value)}
            data={[
              { value: everyLanguage, label: t('translate.all') },
              ...languages.map((tag) => ({
                value: tag,
                label: t('translate.inLanguage', {
                  language: languageName(tag),
                  count: counts.get(tag) ?? 0,
                }),
              })),
            ]}
          />
        </Group>
      </div>
      <div className={desk.split}>
        <div className={desk.splitSide} data-behind={open === null ? undefined : true}>
          {tasks.length === 0 ? (
            <EmptyState title={t('translate.nothing')} text={t('translate.nothingText')} />
          ) : (
            <TaskList tasks={tasks} open={open?.key ?? null} onOpen={setOpen} />
          )}
        </div>
        <div className={desk.splitMain} data-behind={open === null ? true : undefined}>
          {open === null ? (
            <Text c="dimmed" size="sm" p="md" ta="center">
              {t(tasks.length === 0 ? 'translate.nothing' : 'translate.choose')}
            </Text>
          ) : (
            <TaskEditor
              key={open.key}
              task={queue.find(({ key }) => key === open.key) ?? open}
              isDone={!queue.some(({ key }) => key === open.key)}
              onNext={() => next(open)}
              onBack={() => setOpen(null)}
            />
          )}
        </div>
      </div>
    </section>
  );
}
