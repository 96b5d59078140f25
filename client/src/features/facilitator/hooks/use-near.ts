/** Whether an element has come near what is seen of the page. Once near, it stays so. */
import { type RefObject, useEffect, useRef, useState } from 'react';

/** How far off is near, in pixels. */
const marginPx = 600;

/** The second is for lists that scroll by themselves; browsers that don't know it draw a little later. */
const margins: IntersectionObserverInit & { readonly scrollMargin: string } = {
  rootMargin: `${marginPx}px`,
  scrollMargin: `${marginPx}px`,
};

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | null = null;

export function useNear<Found extends Element>(): [RefObject<Found | null>, boolean] {
  const place = useRef<Found>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null || isNear) return;
    waiting.set(element, () => setIsNear(true));
    observe().observe(element);
    return () => {
      waiting.delete(element);
      observe().unobserve(element);
    };
  }, [isNear]);
  return [place, isNear];
}

/** One for all: hundreds of observers would cost more than they save. */
function observe(): IntersectionObserver {
  observer ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.();
  }, margins);
  return observer;
}
