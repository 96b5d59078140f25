/**
 * When each inject went, goes, or is to be expected if play goes as it was written: what a timeline
 * needs for those that wait for something else. An estimate is never shown as a promise.
 */
import type { InjectId, PhaseId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorInject, FacilitatorView } from '@trilogue/engine/views/facilitator-view';

export interface Expected {
  /** ms of play time. */
  readonly atMs: number;
  readonly isEstimate: boolean;
}

type Source = Pick<FacilitatorView, 'injects' | 'events' | 'phases' | 'exits'>;
type Trigger = FacilitatorInject['trigger'];

export interface ExpectedTimes {
  readonly injects: ReadonlyMap<InjectId, Expected>;
  readonly phases: ReadonlyMap<PhaseId, Expected>;
}

/** What can't be told is left out: what is released by hand, and what waits for a condition. */
export function expectedTimes(view: Source): ExpectedTimes {
  const reader = new Reader(view);
  const injects = new Map<InjectId, Expected>();
  for (const { id } of Object.values(view.injects)) {
    const found = reader.inject(id);
    if (found !== null) injects.set(id, found);
  }
  const phases = new Map<PhaseId, Expected>();
  for (const { id } of Object.values(view.phases)) {
    const found = reader.phase(id);
    if (found !== null) phases.set(id, found);
  }
  return { injects, phases };
}

class Reader {
  readonly #view: Source;
  readonly #injects = new Map<InjectId, Expected | null>();
  readonly #phases = new Map<PhaseId, Expected | null>();

  constructor(view: Source) {
    this.#view = view;
  }

  inject(id: InjectId): Expected | null {
    return once(this.#injects, id, () => this.#readInject(id));
  }

  phase(id: PhaseId): Expected | null {
    return once(this.#phases, id, () => this.#readPhase(id));
  }

  #readInject(id: InjectId): Expected | null {
    const inject = this.#view.injects[id];
    const event = this.#view.events[id];
    if (inject === undefined || event === undefined) return null;
    const known = event.releasedPlayMs ?? event.dueAtMs;
    return known === null
      ? estimate(this.#moment(inject.trigger, inject.phaseId))
      : { atMs: known, isEstimate: false };
  }

  /** The first phase, and the first within another, begin with what they stand in. */
  #readPhase(id: PhaseId): Expected | null {
    const phase = this.#view.phases[id];
    if (phase === undefined) return null;
    if (phase.enteredPlayMs !== null) return { atMs: phase.enteredPlayMs, isEstimate: false };
    const all = Object.values(this.#view.phases);
    const siblings = all.filter(({ parentId }) => parentId === phase.parentId);
    const isFirst = siblings.every(({ order }) => order >= phase.order);
    const outer = phase.parentId === null ? { atMs: 0 } : this.phase(phase.parentId);
    const begun = isFirst && outer !== null ? [outer.atMs] : [];
    const entered = all.flatMap((from) =>
      from.exits.flatMap(({ to, when }, exit) => {
        if (to !== id) return [];
        const armed = this.#view.exits[`${from.id} ${exit}`];
        return armed?.dueAtMs ?? this.#moment(when, from.id) ?? [];
      }),
    );
    const moments = [...begun, ...entered];
    return moments.length === 0 ? null : estimate(Math.min(...moments));
  }

  #moment(trigger: Trigger, phaseId: PhaseId): number | null {
    switch (trigger.kind) {
      case 'at':
        return plus(trigger.from === 'startEx' ? 0 : this.#start(phaseId), trigger.minutes);
      case 'onPhase':
        return plus(this.#start(trigger.phase ?? phaseId), trigger.delayMinutes);
      case 'afterInject':
        return plus(
          this.#source(trigger.inject),
          this.#answerMinutes(trigger.inject, trigger.event) + trigger.delayMinutes,
        );
      case 'whenChoice':
        return plus(
          this.#source(trigger.inject),
          this.#answerMinutes(trigger.inject, 'answered') + trigger.delayMinutes,
        );
      case 'without':
        return plus(this.#source(trigger.inject), trigger.minutes);
      case 'when':
      case 'manual':
      case 'deck':
        return null;
    }
  }

  #start(phaseId: PhaseId): number | null {
    return this.phase(phaseId)?.atMs ?? null;
  }

  #source(injectId: InjectId): number | null {
    return this.inject(injectId)?.atMs ?? null;
  }

  /** By when it is answered, or its deadline missed, at the latest. */
  #answerMinutes(injectId: InjectId, event: 'released' | 'answered' | 'overdue'): number {
    if (event === 'released') return 0;
    const rules = this.#view.injects[injectId]?.expectations ?? [];
    const minutes = rules
      .filter(({ kind }) => event === 'overdue' || kind === 'respond' || kind === 'choose')
      .map(({ withinMinutes }) => withinMinutes);
    return minutes.length === 0 ? 0 : Math.min(...minutes);
  }
}

/** A circle of triggers has no time. */
function once<Key, Value>(known: Map<Key, Value | null>, key: Key, read: () => Value | null) {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, null);
  const value = read();
  known.set(key, value);
  return value;
}

function plus(fromMs: number | null, minutes: number): number | null {
  return fromMs === null ? null : fromMs + Math.round(minutes * 60_000);
}

function estimate(atMs: number | null): Expected | null {
  return atMs === null ? null : { atMs, isEstimate: true };
}
