/** Objectives beside what speaks for them; on a narrow screen the objective is chosen above. */
import { Badge, Box, NavLink, Select, Tabs } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExerciseBanner } from '../../ui/exercise-banner';
import css from './evaluator.module.css';
import { EvidenceList } from './evidence-list';
import { evidenceOf } from './logic/evidence';
import { ratedCount, ratingRows } from './logic/rating-rows';
import { NoteButton, NoteProvider } from './note-dialog';
import { NoteList } from './note-list';
import { ObjectiveHead } from './objective-head';
import { RatingPanel } from './rating-panel';
import { RealWorldNow } from './real-world';
import { TopBar } from './top-bar';
import { useEvaluation } from './use-evaluation';
import { useEvaluator } from './use-evaluator';

export function EvaluatorScreen() {
  const { t } = useTranslation('evaluator');
  const { view, followed, seatId, text } = useEvaluator();
  const { objectives, tables } = followed;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const objective = objectives.find(({ id }) => id === chosenId) ?? objectives[0];
  const [tab, setTab] = useState<string | null>('evidence');
  const reading = useEvaluation();
  const evidence = useMemo(
    () => (objective === undefined ? [] : evidenceOf(view, objective.id, tables)),
    [view, objective, tables],
  );
  const doneOf = (one: (typeof objectives)[number]) =>
    ratedCount(ratingRows({ view, reading, objective: one, capability: '', tables, seatId }));
  useTitle(t('title'));
  const openCount = evidence.filter(({ isOpen }) => isOpen).length;
  const noteCount = Object.keys(view.observations).length;
  return (
    <NoteProvider objectiveId={objective?.id ?? null} tables={tables}>
      <div className={css.page}>
        <ExerciseBanner isSmall />
        <TopBar />
        <div className={css.body}>
          <nav className={css.objectives} aria-label={t('objectives')}>
            {objectives.map((one) => {
              const { done, of } = doneOf(one);
              return (
                <NavLink
                  key={one.id}
                  component="button"
                  type="button"
                  active={one.id === objective?.id}
                  aria-current={one.id === objective?.id || undefined}
                  label={text(one.title)}
                  description={t('rated', { done, of })}
                  onClick={() => setChosenId(one.id)}
                />
              );
            })}
          </nav>
          <main className={css.main}>
            <Select
              hiddenFrom="md"
              label={t('objective')}
              allowDeselect={false}
              data={objectives.map(({ id, title }) => ({ value: id, label: text(title) }))}
              value={objective?.id ?? null}
              onChange={setChosenId}
              mb="sm"
            />
            {objective !== undefined && <ObjectiveHead objective={objective} />}
            <Tabs value={tab} onChange={setTab} keepMounted={false} mt="md">
              <Tabs.List>
                <Tabs.Tab
                  value="evidence"
                  rightSection={<Count of={openCount} label={t('evidence.open')} />}
                >
                  {t('tabs.evidence')}
                </Tabs.Tab>
                <Tabs.Tab value="ratings">{t('tabs.ratings')}</Tabs.Tab>
                <Tabs.Tab
                  value="notes"
                  rightSection={<Count of={noteCount} label={t('tabs.notes')} />}
                >
                  {t('tabs.notes')}
                </Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="evidence" pt="md">
                <EvidenceList evidence={evidence} />
              </Tabs.Panel>
              <Tabs.Panel value="ratings" pt="md">
                {objective !== undefined && (
                  <RatingPanel key={objective.id} objective={objective} reading={reading} />
                )}
              </Tabs.Panel>
              <Tabs.Panel value="notes" pt="md">
                <NoteList />
              </Tabs.Panel>
            </Tabs>
            {/* What is last can be scrolled out from under the button. */}
            <Box h={90} />
          </main>
        </div>
        <div className={css.noteBar}>
          <NoteButton />
        </div>
        <RealWorldNow />
      </div>
    </NoteProvider>
  );
}

function Count({ of, label }: { of: number; label: string }) {
  return of === 0 ? null : (
    <Badge size="sm" variant="light" circle={of < 10} aria-label={`${label}: ${of}`}>
      {of}
    </Badge>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
