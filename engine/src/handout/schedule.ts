/**
 * When things happen if play goes as written: what follows from clocks alone. What hangs on players
 * or on a controller's hand has no moment, only an expected place in the order.
 */
import type { InjectId, PhaseId } from '../protocol/ids.js';
import type { Inject } from '../scenario/inject-schema.js';
import type { Playbook } from '../scenario/playbook.js';
import type { Phase } from '../scenario/schema.js';
import type { Trigger } from '../scenario/trigger-schema.js';

/** From where minutes are counted: StartEx, or the beginning of a phase that no clock foretells. */
export type Anchor = 'startEx' | PhaseId;

export interface Moment {
  readonly anchor: Anchor;
  /** Minutes of play since then. */
  readonly minutes: number;
}

/** From this moment on scenario time starts anew or runs at another rate. */
interface ClockChange {
  readonly minutes: number;
  readonly startsAtMs: number | null;
  readonly rate: number | null;
}

export class Schedule {
  readonly #playbook: Playbook;
  readonly #entered = new Map<PhaseId, Moment>();
  readonly #lengths = new Map<PhaseId, number>();
  readonly #changes = new Map<Anchor, ClockChange[]>();
  readonly #places = new Map<InjectId, number>();

  constructor(playbook: Playbook) {
    this.#playbook = playbook;
    const [first] = playbook.scenario.phases;
    if (first !== undefined) this.#enter(first, { anchor: 'startEx', minutes: 0 }, Infinity);
    for (const { phase } of playbook.phases.values()) {
      this.#enter(phase, { anchor: phase.id, minutes: 0 }, Infinity);
    }
    for (const changes of this.#changes.values()) changes.sort((a, b) => a.minutes - b.minutes);
  }

  phaseAt(phaseId: PhaseId): Moment {
    return this.#entered.get(phaseId) ?? { anchor: phaseId, minutes: 0 };
  }

  /** Minutes after which the clock alone ends a phase; null where it does not. */
  lengthOf(phaseId: PhaseId): number | null {
    return this.#lengths.get(phaseId) ?? null;
  }

  /** Null for what hangs on somebody's action. */
  injectAt(injectId: InjectId): Moment | null {
    // Chains of injects can't be circles: such a file does not load.
    const inject = this.#playbook.injects.get(injectId);
    return inject === undefined ? null : this.#momentOf(inject.release, inject.phase);
  }

  /** Minutes since its phase began. */
  sincePhase(inject: Inject): number | null {
    const moment = this.injectAt(inject.id);
    const begun = this.phaseAt(inject.phase);
    return moment === null || moment.anchor !== begun.anchor
      ? null
      : moment.minutes - begun.minutes;
  }

  /** Scenario date and hour, ms since 1970 UTC, within a phase; null where nothing says it. */
  scenarioMs({ anchor, minutes }: Moment, phaseId: PhaseId): number | null {
    const isBeginning = this.phaseAt(phaseId).minutes === minutes;
    let startsAtMs: number | null = null;
    let from = 0;
    let rate = 1;
    for (const change of this.#changes.get(anchor) ?? []) {
      // A module ends after what comes at its last moment.
      if (change.minutes > minutes || (change.minutes === minutes && !isBeginning)) break;
      const goesOn: number | null =
        startsAtMs === null ? null : startsAtMs + (change.minutes - from) * rate * 60_000;
      startsAtMs = change.startsAtMs ?? goesOn;
      rate = change.rate ?? rate;
      from = change.minutes;
    }
    return startsAtMs === null ? null : Math.round(startsAtMs + (minutes - from) * rate * 60_000);
  }

  /**
   * Minutes since the phase began at which an inject is to be expected, for putting injects in order:
   * what waits for an action counts as if that were done at once, what waits for a condition stands
   * where the file has it, what waits for a hand comes last.
   */
  place(inject: Inject): number {
    const known = this.#places.get(inject.id);
    if (known !== undefined) return known;
    // While it is being found out: nothing waits for itself through its neighbour in the file.
    this.#places.set(inject.id, 0);
    const place = this.sincePhase(inject) ?? this.#expectedPlace(inject);
    this.#places.set(inject.id, place);
    return place;
  }

  #expectedPlace(inject: Inject): number {
    const { release } = inject;
    if (release.kind === 'manual' || release.kind === 'deck') return Infinity;
    if (!('inject' in release)) return this.#placeBefore(inject);
    const source = this.#playbook.injects.get(release.inject);
    if (source === undefined || source.phase !== inject.phase) return 0;
    return this.place(source) + waitOf(release, source) + 0.001;
  }

  #placeBefore(inject: Inject): number {
    const own = this.#playbook.injectsOfPhase.get(inject.phase) ?? [];
    const before = own[own.indexOf(inject.id) - 1];
    const neighbour = before === undefined ? undefined : this.#playbook.injects.get(before);
    const place = neighbour === undefined ? 0 : this.place(neighbour);
    return place === Infinity ? place : place + 0.001;
  }

  /** @param untilMinutes when the phase around it is over */
  #enter(phase: Phase, moment: Moment, untilMinutes: number): void {
    if (this.#entered.has(phase.id) || moment.minutes >= untilMinutes) return;
    this.#entered.set(phase.id, moment);
    this.#noteClock(phase, moment);
    const byClock = this.#earliestExit(phase, moment, ({ kind }) => kind !== 'afterInject');
    const until = Math.min(untilMinutes, byClock?.minutes ?? Infinity);
    const inner = phase.phases ?? [];
    for (const one of phase.mode === 'parallel' ? inner : inner.slice(0, 1)) {
      this.#enter(one, moment, until);
    }
    const exit = this.#earliestExit(phase, moment, () => true);
    if (exit === null) return;
    this.#lengths.set(phase.id, exit.minutes - moment.minutes);
    const next = this.#playbook.phases.get(exit.to)?.phase;
    if (next === undefined) return;
    this.#enter(next, { anchor: moment.anchor, minutes: exit.minutes }, untilMinutes);
  }

  #earliestExit(phase: Phase, { anchor }: Moment, counts: (trigger: Trigger) => boolean) {
    let earliest: { readonly to: PhaseId; readonly minutes: number } | null = null;
    for (const { to, when } of phase.exits) {
      const moment = counts(when) ? this.#momentOf(when, phase.id) : null;
      if (moment === null || moment.anchor !== anchor) continue;
      if (earliest === null || moment.minutes < earliest.minutes) {
        earliest = { to, minutes: moment.minutes };
      }
    }
    return earliest;
  }

  #noteClock({ startsAt, rate }: Phase, { anchor, minutes }: Moment): void {
    if (startsAt === undefined && rate === undefined) return;
    const changes = this.#changes.get(anchor) ?? [];
    const startsAtMs = startsAt === undefined ? null : Date.parse(startsAt);
    changes.push({ minutes, startsAtMs, rate: rate ?? null });
    this.#changes.set(anchor, changes);
  }

  #momentOf(trigger: Trigger, phaseId: PhaseId): Moment | null {
    const begun = this.phaseAt(phaseId);
    switch (trigger.kind) {
      case 'at':
        if (trigger.from === 'phase') return later(begun, begun, trigger.minutes);
        return later(begun, { anchor: 'startEx', minutes: 0 }, trigger.minutes);
      case 'onPhase':
        return later(begun, this.phaseAt(trigger.phase ?? phaseId), trigger.delayMinutes);
      case 'afterInject': {
        const source = trigger.event === 'released' ? this.injectAt(trigger.inject) : null;
        return source === null ? null : later(begun, source, trigger.delayMinutes);
      }
      case 'whenChoice':
      case 'when':
      case 'without':
      case 'manual':
      case 'deck':
        return null;
    }
  }
}

/** So many minutes after a moment, and not before the phase has begun. */
function later(begun: Moment, since: Moment, minutes: number): Moment | null {
  if (begun.anchor !== since.anchor) return null;
  return { anchor: begun.anchor, minutes: Math.max(begun.minutes, since.minutes + minutes) };
}

/** Minutes from a source's release to what waits for something about it, at the earliest. */
function waitOf(release: Extract<Trigger, { inject: InjectId }>, source: Inject): number {
  if (release.kind === 'without') return release.minutes;
  const isOverdue = release.kind === 'afterInject' && release.event === 'overdue';
  const deadlines = source.expectations.map(({ withinMinutes }) => withinMinutes);
  return (isOverdue ? Math.min(...deadlines, 1_440) : 0) + release.delayMinutes;
}
