/** Forms that were begun and not sent, kept on this device over a reload. */
import type { Answer } from '@trilogue/engine/protocol/socket';
import { useCallback, useRef, useState } from 'react';
import { usePlayer } from '../use-player';

const keyOf = (seatId: string | null, name: string) => `trilogue.form.${seatId ?? ''}.${name}`;

export interface KeptForm<Form> {
  readonly form: Form;
  readonly change: (changes: Partial<Form>) => void;
  /** Back to how it was at first, and nothing kept. */
  readonly clear: () => void;
  /** While it is on its way the outbox keeps it, over reloads too; refused, it is kept here again. */
  readonly handOver: (send: () => Promise<Answer>) => Promise<Answer>;
}

/**
 * @param name of the form, and of what it is about
 * @param fresh how it is at first
 */
export function useKeptForm<Form extends object>(name: string, fresh: Form): KeptForm<Form> {
  const { seatId } = usePlayer();
  const key = keyOf(seatId, name);
  // What a form is at first never changes while it is open.
  const [first] = useState(fresh);
  const [form, setForm] = useState<Form>(() => restored(localStorage.getItem(key), fresh));
  const latest = useRef(form);
  const change = useCallback(
    (changes: Partial<Form>) => {
      latest.current = { ...latest.current, ...changes };
      localStorage.setItem(key, JSON.stringify(latest.current));
      setForm(latest.current);
    },
    [key],
  );
  const clear = useCallback(() => {
    latest.current = first;
    localStorage.removeItem(key);
    setForm(first);
  }, [key, first]);
  const handOver = useCallback(
    async (send: () => Promise<Answer>) => {
      localStorage.removeItem(key);
      const answer = await send();
      if (answer.ok) clear();
      else change({});
      return answer;
    },
    [key, change, clear],
  );
  return { form, change, clear, handOver };
}

export function hasKeptForm(seatId: string | null, name: string): boolean {
  return localStorage.getItem(keyOf(seatId, name)) !== null;
}

/** For a form that is not open: what was refused goes back to where it was written. */
export function keepForm(seatId: string | null, name: string, form: object): void {
  localStorage.setItem(keyOf(seatId, name), JSON.stringify(form));
}

/** Of what was kept, those fields that are still of the kind the form has; an older version's may not be. */
export function restored<Form extends object>(kept: string | null, fresh: Form): Form {
  if (kept === null) return fresh;
  try {
    const found: unknown = JSON.parse(kept);
    if (typeof found !== 'object' || found === null) return fresh;
    const fields = Object.entries(fresh).map(([name, value]) => {
      const other = (found as Record<string, unknown>)[name];
      return [name, isAlike(value, other) ? other : value];
    });
    // Each field is as the form has it, or alike.
    return Object.fromEntries(fields) as Form;
  } catch {
    return fresh;
  }
}

function isAlike(value: unknown, other: unknown): boolean {
  return Array.isArray(value) || Array.isArray(other)
    ? Array.isArray(value) && Array.isArray(other)
    : typeof value === typeof other && other !== null;
}
