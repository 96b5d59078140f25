/** What speaks for the objective, as it comes: open clocks above, then the newest. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import css from './evaluator.module.css';
import { EvidenceCard } from './evidence-card';
import type { Evidence } from './logic/evidence';
import { useEvaluator } from './use-evaluator';

export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useTranslation('evaluator');
  const { view } = useEvaluator();
  if (evidence.length === 0) {
    const hasBegun = view.exercise.stage === 'live' || view.exercise.stage === 'ended';
    return (
      <EmptyState
        title={t(hasBegun ? 'evidence.none' : 'evidence.notBegun')}
        text={t(hasBegun ? 'evidence.noneText' : 'evidence.notBegunText')}
      />
    );
  }
  const open = evidence.filter(({ isOpen }) => isOpen);
  const settled = evidence.filter(({ isOpen }) => !isOpen);
  return (
    <Stack gap="lg">
      {open.length > 0 && <Part title={t('evidence.open')} evidence={open} />}
      {settled.length > 0 && <Part title={t('evidence.done')} evidence={settled} />}
    </Stack>
  );
}

function Part({ title, evidence }: { title: string; evidence: readonly Evidence[] }) {
  return (
    <section aria-label={title}>
      <Text component="h3" size="sm" fw={650} c="dimmed" m={0} mb="xs">
        {title} <span className="tabular">({evidence.length})</span>
      </Text>
      <ul className={css.list}>
        {evidence.map((one) => (
          <li key={one.key}>
            <EvidenceCard evidence={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
