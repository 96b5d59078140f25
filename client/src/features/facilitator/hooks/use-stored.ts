/** A value that stays in this browser, such as what was read. Lost when storage is barred: never needed to play. */
import { useCallback, useState } from 'react';

export function useStored<Value>(
  key: string,
  initial: Value,
): [Value, (change: (old: Value) => Value) => void] {
  const [value, setValue] = useState<Value>(() => read(key, initial));
  const change = useCallback(
    (next: (old: Value) => Value) =>
      setValue((old) => {
        const changed = next(old);
        write(key, changed);
        return changed;
      }),
    [key],
  );
  return [value, change];
}

/** Written by this hook only, so its shape is the one it was written with. */
function read<Value>(key: string, initial: Value): Value {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? initial : (JSON.parse(stored) as Value);
  } catch {
    return initial;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows refuse storage; then it is remembered until the page closes.
  }
}
