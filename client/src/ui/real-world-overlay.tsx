/** REAL WORLD: everything stops, on every screen, until the staff lift it. */
import { FocusTrap, Overlay, Paper, Portal, Stack, Text, Title } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function RealWorldOverlay(props: {
  /** Who raised it, where this audience may know. */
  readonly raisedBy?: string | null;
  /** Hour at which it was raised, as text in a named zone. */
  readonly at?: string | null;
  /** Why, where this audience may know. */
  readonly reason?: string;
  /** The staff's way to lift it. */
  readonly children?: ReactNode;
}) {
  const { raisedBy, at, reason, children } = props;
  const { t } = useTranslation('common');
  const standing = [raisedBy && t('realWorld.raisedBy', { name: raisedBy }), at]
    .filter(Boolean)
    .join(' · ');
  return (
    <Portal>
      <Overlay fixed zIndex={1_000} color="#5c0a0a" backgroundOpacity={0.94} center p="md">
        <FocusTrap active>
          <Paper
            role="alertdialog"
            aria-modal
            aria-labelledby="real-world-title"
            aria-describedby="real-world-text"
            tabIndex={-1}
            data-autofocus
            p="xl"
            maw={560}
            w="100%"
            radius="md"
          >
            <Stack align="center" ta="center" gap="md">
              <IconHandStop size={56} color="var(--mantine-color-red-7)" aria-hidden />
              <Title id="real-world-title" order={1} translate="no" c="red.7" fz={34}>
                REAL WORLD
              </Title>
              <Text id="real-world-text" fw={600}>
                {t('realWorld.stopped')}
              </Text>
              <Text size="sm">{t('realWorld.wait')}</Text>
              {reason !== undefined && reason !== '' && (
                <Text style={{ overflowWrap: 'anywhere' }}>{`“${reason}”`}</Text>
              )}
              {standing !== '' && (
                <Text size="sm" c="dimmed" className="tabular">
                  {standing}
                </Text>
              )}
              {children}
            </Stack>
          </Paper>
        </FocusTrap>
      </Overlay>
    </Portal>
  );
}
