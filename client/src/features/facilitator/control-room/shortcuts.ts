/** Keys of the control room. They rest while somebody types or a dialog is open. */
import { useEffect } from 'react';

export interface Shortcuts {
  readonly pauseOrResume: () => void;
  readonly confirmNext: () => void;
  readonly jump: () => void;
  readonly help: () => void;
}

export const shortcutKeys = [
  { keys: ['Space'], name: 'pauseOrResume' },
  { keys: ['C'], name: 'confirmNext' },
  { keys: ['N'], name: 'jump' },
  { keys: ['?'], name: 'help' },
] as const satisfies readonly { keys: readonly string[]; name: keyof Shortcuts }[];

export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (!isFree(event)) return;
      const action = actionOf(event.key, shortcuts);
      if (action === null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shortcuts]);
}

function actionOf(key: string, shortcuts: Shortcuts): (() => void) | null {
  switch (key) {
    case ' ':
      return shortcuts.pauseOrResume;
    case 'c':
    case 'C':
      return shortcuts.confirmNext;
    case 'n':
    case 'N':
      return shortcuts.jump;
    case '?':
      return shortcuts.help;
    default:
      return null;
  }
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
