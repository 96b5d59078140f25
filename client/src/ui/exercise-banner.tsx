/** The words that keep a drill from being taken for the real thing. Never translated. */
import { Box } from '@mantine/core';

export const exerciseMark = 'EXERCISE EXERCISE EXERCISE';

export function ExerciseBanner({ isSmall = false }: { isSmall?: boolean }) {
  return (
    <Box
      translate="no"
      ta="center"
      fw={700}
      fz={isSmall ? 10 : 11}
      py={isSmall ? 1 : 3}
      style={{
        letterSpacing: '0.18em',
        background: '#ffd43b',
        color: '#1a1a1a',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
      }}
    >
      {exerciseMark}
    </Box>
  );
}
