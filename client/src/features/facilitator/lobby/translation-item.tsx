/** Whether every table can read the scenario in its language, and the way to the desk where not. */
import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { countLacking } from '../logic/translation-queue';
import { ChecklistItem } from './checklist-item';

export function TranslationItem() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const may = useMay();
  const { cast, events, injects, lacks, exercise } = view;
  const count = useMemo(
    () => countLacking({ cast, events, injects, lacks, exercise }),
    [cast, events, injects, lacks, exercise],
  );
  return (
    <ChecklistItem
      isDone={count === 0}
      text={count === 0 ? t('checklist.translated') : t('checklist.untranslated', { count })}
    >
      {count === 0 || !may.some('TranslateScenario') ? null : (
        <Anchor component={Link} to={`/translate/${exercise.exerciseId ?? ''}`} size="xs">
          {t('checklist.toTranslate')}
        </Anchor>
      )}
    </ChecklistItem>
  );
}
