/** Says aloud, to those who hear the screen, what just came; politely, for it interrupts nobody. */
import { VisuallyHidden } from '@mantine/core';
import { useArrivals } from './use-arrivals';

export function Announcer() {
  const announcement = useArrivals();
  return <VisuallyHidden role="status">{announcement}</VisuallyHidden>;
}
