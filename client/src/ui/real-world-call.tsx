/** The stop phrase as a button of staff. What it asks before it stops three nations is each screen's own. */
import { Button } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';

export function RealWorldCall({ onClick }: { onClick: () => void }) {
  return (
    <Button
      size="sm"
      px="xs"
      color="red.9"
      translate="no"
      leftSection={<IconAlertOctagon size={18} aria-hidden />}
      style={{ flexShrink: 0 }}
      onClick={onClick}
    >
      REAL WORLD
    </Button>
  );
}
