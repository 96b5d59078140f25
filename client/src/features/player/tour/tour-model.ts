/** The five things a player is shown at first use, and what each is beside. */

/** `target` is the `data-tour` of what it speaks of. */
export const tourSteps = [
  { name: 'inbox', target: 'inbox' },
  { name: 'answer', target: 'work' },
  { name: 'share', target: 'holdings' },
  { name: 'talk', target: 'messages' },
  { name: 'stop', target: 'realWorld' },
] as const;

export interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Where the card stands so that it leaves open what it speaks of, and REAL WORLD at the top. */
export function cardSide(target: Box | null, screen: { height: number }): 'middle' | 'bottom' {
  if (target === null) return 'middle';
  const isTall = target.height > screen.height * 0.55;
  return isTall || target.top + target.height / 2 < screen.height / 2 ? 'bottom' : 'middle';
}
