/** A part whose code is fetched when it is first shown; what a lost line kept away can be fetched again. */
import { type ComponentType, createElement, lazy } from 'react';

const failed = new Set<() => void>();

/** As React's `lazy`, which never asks again for what once failed. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const watched = () =>
    load().catch((error: unknown) => {
      failed.add(renew);
      throw error;
    });
  const fresh = () => lazy(watched) as ComponentType<Props>;
  let part = fresh();
  const renew = () => {
    part = fresh();
  };
  return function LazyPart(props: Props) {
    return createElement(part, props);
  };
}

/** From the next drawing on, what failed is fetched anew, its styles too. */
export function renewFailedParts(): void {
  for (const renew of failed) renew();
  failed.clear();
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    // Vite asks once only for a part's styles.
    if (link.sheet === null) link.replaceWith(link.cloneNode());
  }
}
