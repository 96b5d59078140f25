/** Shown while a screen or its words are on their way. */
import { Center, Loader } from '@mantine/core';

export function PageFallback() {
  return (
    <Center mih="100dvh">
      <Loader role="status" aria-label="Trilogue" />
    </Center>
  );
}
