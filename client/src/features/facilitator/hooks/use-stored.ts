/**
 * A value that stays in this browser, such as what was read, the same for every part that uses it.
 * Lost when storage is barred: never needed to play.
 */
import { useCallback, useEffect, useState } from 'react';

/** By key: whoever shows the value. */
const users = new Map<string, Set<(value: never) => void>>();

export function useStored<Value>(
  key: string,
  initial: Value,
): [Value, (change: (old: Value) => Value) => void] {
  const [value, setValue] = useState<Value>(() => read(key, initial));
  const change = useCallback(
    (next: (old: Value) => Value) =>
      setValue((old) => {
        const changed = next(old);
        if (Object.is(changed, old)) return old;
        write(key, changed);
        queueMicrotask(() => tell(key, changed));
        return changed;
      }),
    [key],
  );
  useEffect(() => {
    const known = users.get(key) ?? new Set();
    users.set(key, known);
    known.add(setValue);
    return () => {
      known.delete(setValue);
    };
  }, [key]);
  return [value, change];
}

function tell<Value>(key: string, value: Value): void {
  // Under one key stands one kind of value.
  for (const user of users.get(key) ?? []) (user as (value: Value) => void)(value);
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
