/** A part that scrolls by itself; by keyboard too, also where nothing in it can take the focus. */
import type { ReactNode } from 'react';
import classes from './player.module.css';

export function ScrollPart({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable (axe: scrollable-region-focusable)
    <div className={classes.scroll} tabIndex={0}>
      {children}
    </div>
  );
}
