/** Keys of a player's screen. They rest while somebody types or a dialog is open, and can be switched off. */
import { useEffect, useRef } from 'react';
import { useAlertSettings } from './alert-settings';

export const shortcutNames = ['part', 'next', 'previous', 'due', 'search', 'back', 'help'] as const;
export type ShortcutName = (typeof shortcutNames)[number];

export const shortcutKeys: Readonly<Record<ShortcutName, readonly string[]>> = {
  part: ['1', '…', '6'],
  next: ['J'],
  previous: ['K'],
  due: ['D'],
  search: ['/'],
  back: ['Esc'],
  help: ['?'],
};

export interface Shortcut {
  readonly name: ShortcutName;
  /** Which of the parts, from 0; only for `part`. */
  readonly part: number;
}

export function useShortcuts(run: (shortcut: Shortcut) => void): void {
  const { hasKeys } = useAlertSettings();
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!hasKeys) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !isFree(event)) return;
      const shortcut = shortcutOf(event.key);
      if (shortcut === null) return;
      event.preventDefault();
      latest.current(shortcut);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [hasKeys]);
}

const names: Readonly<Record<string, ShortcutName>> = {
  j: 'next',
  k: 'previous',
  d: 'due',
  '/': 'search',
  Escape: 'back',
  '?': 'help',
};

export function shortcutOf(key: string): Shortcut | null {
  if (/^[1-6]$/.test(key)) return { name: 'part', part: Number(key) - 1 };
  const name = names[key.length === 1 ? key.toLowerCase() : key];
  return name === undefined ? null : { name, part: 0 };
}

function isFree({ key, target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') !== null) return false;
  // Escape closes first what hangs open from the top bar.
  if (key === 'Escape' && document.querySelector('header [aria-expanded="true"]')) return false;
  if (!(target instanceof HTMLElement)) return true;
  return !target.isContentEditable && target.closest('input, textarea, select') === null;
}
