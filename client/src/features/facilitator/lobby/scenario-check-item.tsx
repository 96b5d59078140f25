/** What checking the scenario found: a line, and the findings for whoever wants to read them. */
import { Anchor, Collapse, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { scenarioCheck } from '../../../connection/api';
import { useRoom } from '../hooks/use-room';
import { ChecklistItem } from './checklist-item';

export function ScenarioCheckItem() {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const exerciseId = view.exercise.exerciseId ?? '';
  const [isOpen, { toggle }] = useDisclosure(false);
  const { data, isError } = useQuery({
    queryKey: ['scenario-check', exerciseId],
    queryFn: () => scenarioCheck(exerciseId),
    // What is translated meanwhile is found no more; a large scenario takes a while to look through.
    staleTime: 60_000,
  });
  if (isError) return null;
  if (data === undefined) return <ChecklistItem isDone={false} text={t('checklist.checking')} />;
  // Notes are for the scenario's designer.
  const grave = data.findings.filter(({ severity }) => severity !== 'note');
  const errors = grave.filter(({ severity }) => severity === 'error').length;
  if (grave.length === 0) return <ChecklistItem isDone text={t('checklist.scenarioSound')} />;
  return (
    <ChecklistItem
      isDone={errors === 0}
      text={t('checklist.scenarioFound', { errors, warnings: grave.length - errors })}
    >
      <Anchor component="button" type="button" size="xs" onClick={toggle} aria-expanded={isOpen}>
        {isOpen ? t('checklist.hideFindings') : t('checklist.showFindings')}
      </Anchor>
      <Collapse expanded={isOpen}>
        <List size="xs" spacing={4} mt={4} lang="en">
          {grave.map(({ code, path, message }) => (
            <List.Item key={`${code} ${path} ${message}`}>
              {message}
              <Text span size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                {` ${path}`}
              </Text>
            </List.Item>
          ))}
        </List>
      </Collapse>
    </ChecklistItem>
  );
}
