/** The product's mark and name. */
import { Group, Text } from '@mantine/core';

export function Brand({ isMarkOnly = false }: { isMarkOnly?: boolean }) {
  return (
    <Group gap={8} wrap="nowrap" translate="no">
      <img src="/icon.svg" alt={isMarkOnly ? 'Trilogue' : ''} width={26} height={26} />
      {!isMarkOnly && (
        <Text span fw={700} fz="lg">
          Trilogue
        </Text>
      )}
    </Group>
  );
}
