/** A condition part by part, each marked as holding or not. */
import { List, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../hooks/use-room';
import type { Explanation } from '../logic/missing-conditions';
import { wordLeaf } from './condition-words';

/** `watch` names it in the view: "inject …" or "exit … 0". Nothing where no condition is waited for. */
export function ConditionTree({ watch }: { watch: string }) {
  const { view } = useRoom();
  const explanation = view.watches[watch];
  if (explanation === undefined) return null;
  return (
    <List size="sm" mt="xs" spacing={2}>
      <Part explanation={explanation} />
    </List>
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
    <List.Item
      icon={
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
      }
    >
      <Text span size="sm">
        {words}
      </Text>
      {inner.length === 0 ? null : (
        <List size="sm" spacing={2} withPadding>
          {keyed(inner).map(([key, part]) => (
            <Part key={key} explanation={part} />
          ))}
        </List>
      )}
    </List.Item>
  );
}

/** Parts have no ids and never change places: the scenario wrote them in this order. */
function keyed(parts: readonly Explanation[]): [string, Explanation][] {
  return parts.map((part, index) => [String(index), part]);
}
