/** One key for a note, from anywhere on the page but where letters are being typed. */
import { useEffect, useRef } from 'react';

const key = 'n';
/** Fields of a form that take no letters: a criterion that was just marked still has the focus. */
const letterless = ['radio', 'checkbox', 'button', 'submit', 'range'];

export function useNoteKey(write: () => void): void {
  const latest = useRef(write);
  latest.current = write;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.repeat || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [role="alertdialog"]') !== null) {
    return true;
  }
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !letterless.includes(target.type);
  return target.isContentEditable || target.closest('textarea, select') !== null;
}
