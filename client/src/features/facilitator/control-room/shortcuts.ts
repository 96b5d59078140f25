/** Keys of the control room. They rest while somebody types or a dialog is open, and can be turned off. */
import { useEffect, useRef } from 'react';

export const shortcutKeys = [
  { key: ' ', shown: 'Space', name: 'pauseOrResume' },
  { key: 'c', shown: 'C', name: 'confirmNext' },
  { key: 'n', shown: 'N', name: 'jump' },
  { key: '[', shown: '[', name: 'slower' },
  { key: ']', shown: ']', name: 'faster' },
  { key: 'm', shown: 'M', name: 'module' },
  { key: 'p', shown: 'P', name: 'people' },
  { key: 'i', shown: 'I', name: 'improvise' },
  { key: 'r', shown: 'R', name: 'rewind' },
  { key: 'e', shown: 'E', name: 'end' },
  { key: 'w', shown: 'W', name: 'realWorld' },
  { key: '1', shown: '1', name: 'list' },
  { key: '2', shown: '2', name: 'table' },
  { key: '3', shown: '3', name: 'timeline' },
  { key: '4', shown: '4', name: 'world' },
  { key: '5', shown: '5', name: 'translation' },
  { key: '6', shown: '6', name: 'cell' },
  { key: 'j', shown: 'J', name: 'joint' },
  { key: '/', shown: '/', name: 'search' },
  { key: '?', shown: '?', name: 'help' },
] as const satisfies readonly { key: string; shown: string; name: string }[];

export type Shortcut = (typeof shortcutKeys)[number]['name'];
/** What is left out is not this person's to do. */
export type Shortcuts = { readonly [Name in Shortcut]?: (() => void) | undefined };

export const keysStore = 'trilogue.keys';

export function shortcutOf(key: string): Shortcut | null {
  return shortcutKeys.find((known) => known.key === key.toLowerCase())?.name ?? null;
}

export function useShortcuts(shortcuts: Shortcuts, isOn: boolean): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.defaultPrevented || !isFree(event)) return;
      const name = shortcutOf(event.key);
      const action = name === null ? undefined : latest.current[name];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}

/** Space presses a focused button and letters belong to fields: those are not ours. */
function isFree(event: KeyboardEvent): boolean {
  const layers = document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]');
  if ([...layers].some((layer) => layer.checkVisibility())) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return true;
  if (target.isContentEditable || target.closest('input, textarea, select') !== null) return false;
  return event.key !== ' ' || target.closest('button, a, [role="tab"], [role="button"]') === null;
}
