/** A condition part by part, each marked as holding or not. */
import { Group, List, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../hooks/use-room';
import type { Explanation } from '../logic/missing-conditions';
import { wordLeaf } from './condition-words';

/** `watch` names it in the view: "inject …" or "exit … 0". Nothing where no condition is waited for. */
export function ConditionTree({ watch }: { watch: string }) {
  const { view } = useRoom();
  const explanation = view.watches[watch];
  return explanation === undefined ? null : <ExplanationTree explanation={explanation} />;
}

export function ExplanationTree({ explanation }: { explanation: Explanation }) {
  return (
    <Parts>
      <Part explanation={explanation} />
    </Parts>
  );
}

function Part({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const words =
    explanation.kind === 'leaf'
      ? wordLeaf(t, { view, names }, explanation.condition)
      : t(`condition.heading.${explanation.kind}`);
  const inner =
    explanation.kind === 'leaf'
      ? []
      : explanation.kind === 'not'
        ? [explanation.of]
        : explanation.of;
  const Icon = explanation.holds ? IconCheck : IconMinus;
  return (
    <List.Item styles={{ itemWrapper: { display: 'block' } }}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <ThemeIcon
          size={18}
          radius="xl"
          variant="light"
          color={explanation.holds ? 'teal' : 'gray'}
          role="img"
          aria-label={explanation.holds ? t('condition.holds') : t('condition.open')}
        >
          <Icon size={12} aria-hidden />
        </ThemeIcon>
        <Text span size="sm" lh={1.35}>
          {words}
        </Text>
      </Group>
      {inner.length === 0 ? null : (
        <Parts>
          {keyed(inner).map(([key, part]) => (
            <Part key={key} explanation={part} />
          ))}
        </Parts>
      )}
    </List.Item>
  );
}

function Parts({ children }: { children: ReactNode }) {
  return (
    <List size="sm" mt={4} pl={8} spacing={4} listStyleType="none">
      {children}
    </List>
  );
}

/** Parts have no ids and never change places: the scenario wrote them in this order. */
function keyed(parts: readonly Explanation[]): [string, Explanation][] {
  return parts.map((part, index) => [String(index), part]);
}
