/** Whether something has been so for a while: what passes in a moment is not worth a word. */
import { useEffect, useState } from 'react';

export function useStaysTrue(value: boolean, afterMs: number): boolean {
  const [stayed, setStayed] = useState(false);
  useEffect(() => {
    if (!value) {
      setStayed(false);
      return;
    }
    const timer = setTimeout(() => setStayed(true), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return stayed && value;
}
