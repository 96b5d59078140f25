/** Whether the page is being printed: what is drawn for a screen's width is drawn anew for paper's. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const scheme = 'data-mantine-color-scheme';

export function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture as soon as the listeners are done.
    const start = () => flushSync(() => setPrinting(true));
    const stop = () => setPrinting(false);
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', stop);
    return () => {
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', stop);
    };
  }, []);
  return isPrinting;
}

/** Paper is white, whatever the screen is: pale letters would be lost on it. */
export function usePrintsOnWhite(): void {
  useEffect(() => {
    const root = document.documentElement;
    let before: string | null = null;
    const start = () => {
      before ??= root.getAttribute(scheme);
      root.setAttribute(scheme, 'light');
    };
    const stop = () => {
      if (before !== null) root.setAttribute(scheme, before);
      before = null;
    };
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', stop);
    return () => {
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', stop);
    };
  }, []);
}
