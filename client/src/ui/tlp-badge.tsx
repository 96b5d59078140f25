/** A TLP 2.0 label in FIRST's official colours on black. Never translated. */
import { Badge } from '@mantine/core';
import type { PlayerInject } from '@trilogue/engine/views/player-view';

type TlpLabel = PlayerInject['tlp'];

export const tlpColours: Readonly<Record<TlpLabel, string>> = {
  RED: '#FF2B2B',
  AMBER: '#FFC000',
  'AMBER+STRICT': '#FFC000',
  GREEN: '#33FF00',
  CLEAR: '#FFFFFF',
};

export function TlpBadge({ label, size = 'sm' }: { label: TlpLabel; size?: 'xs' | 'sm' | 'md' }) {
  return (
    <Badge
      size={size}
      radius="xs"
      translate="no"
      tt="none"
      style={{ flexShrink: 0 }}
      styles={{
        // Without its ground a pale label can't be read on paper.
        root: {
          printColorAdjust: 'exact',
          background: '#000',
          color: tlpColours[label],
          border: '1px solid #5c5c5c',
        },
        label: { overflow: 'visible' },
      }}
    >
      TLP:{label}
    </Badge>
  );
}
