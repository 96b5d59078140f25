/** How a stance on a joint position stands, as a colour and a shape; the word is each screen's own. */
import { IconAlertTriangle, IconCheck, IconClock, IconMinus, IconX } from '@tabler/icons-react';
import type { StanceView } from '@trilogue/engine/views/exchange-view';

export const stanceLooks = {
  concur: { icon: IconCheck, color: 'teal' },
  object: { icon: IconX, color: 'red' },
  abstain: { icon: IconMinus, color: 'gray' },
  reserve: { icon: IconAlertTriangle, color: 'orange' },
  /** Nothing was said yet. */
  none: { icon: IconClock, color: 'gray' },
} as const satisfies Record<StanceView['stance'] | 'none', unknown>;
