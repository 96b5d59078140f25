/** Since when a screen hears nothing from the server, so that what it shows is not taken for now. */
import { useEffect, useState } from 'react';
import type { ConnectionStatus } from '../../connection/use-exercise';

/** By this device's clock; null while it hears. */
export function useStaleSince(status: ConnectionStatus): number | null {
  const [sinceMs, setSinceMs] = useState<number | null>(null);
  const isLive = status === 'live';
  useEffect(() => setSinceMs(isLive ? null : Date.now()), [isLive]);
  return isLive ? null : sinceMs;
}
