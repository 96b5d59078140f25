/** A plain page: brand, switches, content. For screens outside an exercise's own layout. */
import { Anchor, Box, Container, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Brand } from './brand';
import { ColorSchemeSwitch, LanguageSwitch } from './switches';

export function AppFrame(props: {
  /** Stands above everything, such as the EXERCISE banner. */
  readonly banner?: ReactNode;
  /** Stands left of the switches. */
  readonly actions?: ReactNode;
  readonly size?: number | 'xs' | 'sm' | 'md' | 'lg' | 'xl';
  readonly children: ReactNode;
}) {
  const { banner, actions, size = 'lg', children } = props;
  return (
    <Box mih="100dvh">
      {banner}
      <Box
        component="header"
        className="noPrint"
        style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
      >
        <Group justify="space-between" px={{ base: 'sm', sm: 'md' }} py="xs" gap="xs">
          <Anchor component={Link} to="/" underline="never" c="inherit">
            <Brand />
          </Anchor>
          <Group gap={6}>
            {actions}
            <LanguageSwitch />
            <ColorSchemeSwitch />
          </Group>
        </Group>
      </Box>
      <Container component="main" size={size} py="xl">
        {children}
      </Container>
    </Box>
  );
}
