/** Says why nothing is here, and what will be. */
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export function EmptyState(props: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      {props.icon}
      <Text fw={600}>{props.title}</Text>
      {props.text !== undefined && (
        <Text c="dimmed" size="sm" maw={420}>
          {props.text}
        </Text>
      )}
      {props.children}
    </Stack>
  );
}
