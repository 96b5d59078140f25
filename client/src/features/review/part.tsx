/** One section of the take-away, which the contents lead to. */
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './review.module.css';

export function Part(props: { id: string; title: string; children: ReactNode }) {
  const { id, title, children } = props;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={classes.part}>
      <Title order={2} size="h3" mb="sm" id={`${id}-title`}>
        {title}
      </Title>
      <Stack gap="md">{children}</Stack>
    </section>
  );
}

export function SubPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Title order={3} size="h5" mb={6}>
        {title}
      </Title>
      {children}
    </div>
  );
}

export function Nothing({ children }: { children: ReactNode }) {
  return <Text c="dimmed">{children}</Text>;
}
