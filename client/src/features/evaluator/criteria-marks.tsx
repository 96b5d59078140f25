/** The criteria of something expected: met, not met, or not judged yet. */
import { SegmentedControl, Text } from '@mantine/core';
import type { CriterionId } from '@trilogue/engine/protocol/ids';
import { useTranslation } from 'react-i18next';
import css from './evaluator.module.css';
import type { TaskEvidence } from './logic/evidence';
import { useEvaluator } from './use-evaluator';

const marks = { met: true, unmet: false, none: null } as const;

export function CriteriaMarks({ evidence }: { evidence: TaskEvidence }) {
  const { t } = useTranslation('evaluator');
  const { view, act, text, person } = useEvaluator();
  const { inject, expected, tableId } = evidence;
  if (expected.criteria.length === 0) return null;
  const mark = (criterionId: CriterionId, value: keyof typeof marks) =>
    void act({
      type: 'MarkCriterion',
      injectId: inject.id,
      expectationId: expected.id,
      criterionId,
      tableId,
      isMet: marks[value],
    });
  return (
    <ul className={css.criteria} aria-label={t('criteria.title')}>
      {expected.criteria.map(({ id, text: words }) => {
        const found = view.criteria[`${inject.id} ${tableId} ${expected.id} ${id}`];
        return (
          <li key={id}>
            <div className={css.what}>
              <Text
                size="sm"
                lh={1.4}
                id={`criterion-${inject.id}-${tableId}-${expected.id}-${id}`}
              >
                {text(words)}
              </Text>
              {found !== undefined && (
                <Text size="xs" c="dimmed">
                  {t('criteria.by', { name: person(found.seatId) })}
                </Text>
              )}
            </div>
            <SegmentedControl
              size="sm"
              aria-labelledby={`criterion-${inject.id}-${tableId}-${expected.id}-${id}`}
              value={found === undefined ? 'none' : found.isMet ? 'met' : 'unmet'}
              onChange={(value) => mark(id, value as keyof typeof marks)}
              data={[
                { value: 'met', label: t('criteria.met') },
                { value: 'unmet', label: t('criteria.unmet') },
                { value: 'none', label: t('criteria.none') },
              ]}
            />
          </li>
        );
      })}
    </ul>
  );
}
