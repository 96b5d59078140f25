/** An inject's full text, fetched when it is opened and kept for the next time. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorInjectBody } from '@trilogue/engine/views/facilitator-view';
import { useEffect, useState } from 'react';
import { useRoom } from './use-room';

/** By inject, with what it was at the time: one that was edited, removed or drawn anew is fetched anew. */
type Bodies = Map<InjectId, { readonly edition: string; readonly body: FacilitatorInjectBody }>;
const kept = new Map<string, Bodies>();

/** Undefined while it is on its way, null where it could not be had. */
export function useInjectBody(injectId: InjectId): FacilitatorInjectBody | null | undefined {
  const { readInject, view, status } = useRoom();
  const bodies = bodiesOf(view.exercise.exerciseId ?? '');
  const [, setArrived] = useState(0);
  const [failed, setFailed] = useState<InjectId | null>(null);
  const { writtenBy = null, filesBy = null, textRevision = 0 } = view.injects[injectId] ?? {};
  const { variantId = null } = view.events[injectId] ?? {};
  const edition = [writtenBy, filesBy, textRevision, variantId].join(' ');
  const known = bodies.get(injectId);
  const found = known?.edition === edition ? known.body : undefined;
  const isMissing = found === undefined;

  useEffect(() => {
    if (!isMissing || status !== 'live') return;
    let isStale = false;
    const load = async () => {
      const body = await readInject(injectId).catch(() => null);
      // Staff's sockets are sent the staff's form of it, never the players'.
      if (body !== null) bodies.set(injectId, { edition, body: body as FacilitatorInjectBody });
      if (isStale) return;
      setFailed(body === null ? injectId : null);
      setArrived((count) => count + 1);
    };
    void load();
    return () => {
      isStale = true;
    };
  }, [injectId, edition, isMissing, status, readInject, bodies]);

  return found ?? (failed === injectId ? null : undefined);
}

function bodiesOf(exerciseId: string): Bodies {
  const bodies = kept.get(exerciseId) ?? new Map();
  kept.set(exerciseId, bodies);
  return bodies;
}
