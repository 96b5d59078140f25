/** What is rated: the objective with its target and the critical tasks that belong to it. */
import { List, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FacilitatorObjective } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import css from './evaluator.module.css';
import { useEvaluator } from './use-evaluator';

export function ObjectiveHead({ objective }: { objective: FacilitatorObjective }) {
  const { t } = useTranslation('evaluator');
  const { text } = useEvaluator();
  const { title, capability, target, criticalTasks } = objective;
  // On a phone the evidence comes first; what it is about is one touch away.
  const isRoomy = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <header>
      <Text size="sm" c="dimmed">
        {text(capability)}
      </Text>
      <Title order={2} size="h3" lh={1.35} visibleFrom="md">
        {text(title)}
      </Title>
      {target !== null && isRoomy && (
        <Text mt={4} maw={760}>
          {text(target)}
        </Text>
      )}
      {(criticalTasks.length > 0 || (target !== null && !isRoomy)) && (
        <details className={css.tasks} open={isRoomy}>
          <summary>{t('criticalTasks')}</summary>
          {target !== null && !isRoomy && (
            <Text size="sm" mt={4}>
              {text(target)}
            </Text>
          )}
          <List size="sm" spacing={2} mt={4} maw={760}>
            {criticalTasks.map((task) => (
              <List.Item key={text(task)}>{text(task)}</List.Item>
            ))}
          </List>
        </details>
      )}
    </header>
  );
}
