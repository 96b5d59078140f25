/**
 * The events list as its panels read it: the parts of the view it is made of and what is computed
 * from them, the same until one of them changes.
 */
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { useMemo, useRef } from 'react';
import { type ExpectedTimes, expectedTimes } from '../logic/expected-times';
import { standings } from '../logic/inject-standing';
import { useRoom } from './use-room';

const parts = [
  'injects',
  'events',
  'exits',
  'expectations',
  'deliveries',
  'phases',
  'cast',
  'parties',
  'objectives',
  'watches',
  'milestones',
  'assets',
  'indicators',
  'items',
  'positions',
  'duties',
  'clock',
] as const satisfies readonly (keyof FacilitatorView)[];

export type MselParts = Pick<FacilitatorView, (typeof parts)[number]>;

export interface MselView {
  readonly view: MselParts;
  readonly standings: ReturnType<typeof standings>;
  readonly times: ExpectedTimes;
}

export function useMsel(): MselView {
  const { view: whole } = useRoom();
  const view = useParts(whole);
  const { injects, events, exits, expectations, phases } = view;
  const standing = useMemo(
    () => standings({ injects, events, exits, expectations }),
    [injects, events, exits, expectations],
  );
  const times = useMemo(
    () => expectedTimes({ injects, events, exits, phases }),
    [injects, events, exits, phases],
  );
  return useMemo(() => ({ view, standings: standing, times }), [view, standing, times]);
}

/** One object for as long as none of the parts changes. */
function useParts(view: FacilitatorView): MselParts {
  const kept = useRef(view);
  const isSame = parts.every((part) => kept.current[part] === view[part]);
  if (!isSame) kept.current = view;
  return kept.current;
}
