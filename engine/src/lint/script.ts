/**
 * The course of play as written: when each inject comes within its module if all goes as planned and
 * everybody acts at once. For judging workload and pauses, not for claims about what can happen.
 */
import type { Inject } from '../scenario/inject-schema.js';
import type { Playbook } from '../scenario/playbook.js';
import type { Phase } from '../scenario/schema.js';
import { isReentrant, longestStay, moduleOf } from './reach/phase-relations.js';
import type { Reach } from './reach/reach.js';
import { sinceEntry } from './reach/trigger-times.js';

export interface Module {
  readonly phase: Phase;
  /** Minutes of play from StartEx to its beginning, the modules before it having run as written. */
  readonly startsAt: number;
  /** Minutes it takes as written; the rest of the estimate where nothing in it says so. */
  readonly length: number;
  readonly injects: readonly Inject[];
}

/** A way the story takes: which choice of which inject it hangs on. */
export interface Branch {
  readonly inject: string;
  readonly choice: string;
}

export class Script {
  readonly modules: readonly Module[];
  readonly #playbook: Playbook;
  readonly #reach: Reach;
  /** Injects that effects bring, in whatever phase. */
  readonly #forced: ReadonlySet<string>;
  /** Whether effects open phases, so that any may be entered again. */
  readonly #isJumping: boolean;
  readonly #sinceEntry = new Map<string, number>();
  readonly #phaseOffsets = new Map<string, number>();
  readonly #offsets = new Map<string, number | null>();

  constructor(playbook: Playbook, reach: Reach) {
    this.#playbook = playbook;
    this.#reach = reach;
    const effects = reach.sites.map(({ effect }) => effect);
    this.#forced = new Set(
      effects.flatMap((effect) => (effect.kind === 'releaseInject' ? [effect.inject] : [])),
    );
    this.#isJumping = effects.some(({ kind }) => kind === 'enterPhase');
    const { phases, injects, estimatedMinutes } = playbook.scenario;
    const byModule = new Map<string, Inject[]>(phases.map(({ id }) => [id, []]));
    for (const inject of injects) byModule.get(moduleOf(playbook, inject.phase))?.push(inject);
    let startsAt = 0;
    this.modules = phases.map((phase, index) => {
      this.#place(phase, 0);
      const own = byModule.get(phase.id) ?? [];
      const isLast = index === phases.length - 1;
      const rest = isLast ? estimatedMinutes - startsAt : 0;
      const stay = this.longest(phase.id);
      const length = stay < Infinity ? stay : Math.max(rest, this.#content(phase));
      const module = { phase, startsAt, length, injects: own };
      startsAt += length;
      return module;
    });
  }

  /** Minutes from the beginning of its module to an inject; null for what comes only if something goes wrong, or by hand. */
  offset(injectId: string): number | null {
    const known = this.#offsets.get(injectId);
    if (known !== undefined) return known;
    const offset = this.#offsetOf(injectId);
    this.#offsets.set(injectId, offset);
    return offset;
  }

  #offsetOf(injectId: string): number | null {
    const inject = this.#playbook.injects.get(injectId as Inject['id']);
    if (inject === undefined || !this.isPlanned(inject)) return null;
    const within = this.#reach.inject(inject.id) - this.#reach.phase(inject.phase);
    const since = Math.max(this.sinceEntry(inject.id), Number.isFinite(within) ? within : 0);
    return (this.#phaseOffsets.get(inject.phase) ?? 0) + since;
  }

  /** Whether an inject comes if all goes well and nobody lends a hand. */
  isPlanned(inject: Inject): boolean {
    const isReached = this.#reach.inject(inject.id) < Infinity;
    return isReached && this.#chainOf(inject.id).every(goesAsPlanned);
  }

  /** Whether no condition stands between the clock and an inject. */
  isOnClock(injectId: string): boolean {
    return this.#chainOf(injectId).every(({ release }) => release.kind !== 'when');
  }

  /** Minutes that pass at least between the beginning of an inject's phase and the inject. */
  sinceEntry(injectId: string): number {
    const known = this.#sinceEntry.get(injectId);
    if (known !== undefined) return known;
    const chain = this.#chainOf(injectId);
    // From the first of the chain on, so that a long one needs no deep stack.
    for (const inject of chain.reverse()) {
      const since = sinceEntry(
        inject.release,
        inject.phase,
        (id) => this.#offsetOfSource(id, inject.phase),
        (id) => this.#overdueAfter(id),
      );
      this.#sinceEntry.set(inject.id, this.#forced.has(inject.id) ? 0 : since);
    }
    return this.#sinceEntry.get(injectId) ?? 0;
  }

  /** Minutes after which a phase is over by itself; Infinity where nothing says so. */
  longest(phaseId: string): number {
    return longestStay(this.#playbook, phaseId, (id) => this.#reach.phase(id));
  }

  /** The choices that an inject hangs on, where one table alone makes them. */
  branch(injectId: string): Branch | null {
    let found: Branch | null = null;
    for (const { release } of this.#chainOf(injectId)) {
      if (release.kind !== 'whenChoice') continue;
      const deciders = this.#playbook.recipients.get(release.inject)?.length ?? 0;
      if (release.by === undefined && deciders > 1) continue;
      found = { inject: release.inject, choice: release.choice };
    }
    return found;
  }

  /** An inject and those it waits for, itself first. No circle: such a file does not load. */
  #chainOf(injectId: string): Inject[] {
    const chain: Inject[] = [];
    for (let id: string | null = injectId; id !== null; ) {
      const inject = this.#playbook.injects.get(id as Inject['id']);
      if (inject === undefined) break;
      chain.push(inject);
      id = 'inject' in inject.release ? inject.release.inject : null;
    }
    return chain;
  }

  /** Null for what may have come before the phase was entered this time. */
  #offsetOfSource(injectId: string, phaseId: string): number | null {
    const source = this.#playbook.injects.get(injectId as Inject['id']);
    const isBound = source?.phase === phaseId && source.release.kind !== 'deck';
    const isOnce = !this.#isJumping && !isReentrant(this.#playbook, phaseId);
    return isBound && isOnce && !this.#forced.has(injectId)
      ? (this.#sinceEntry.get(injectId) ?? 0)
      : null;
  }

  #overdueAfter(injectId: string): number {
    const expectations = this.#playbook.injects.get(injectId as Inject['id'])?.expectations ?? [];
    return Math.min(Infinity, ...expectations.map(({ withinMinutes }) => withinMinutes));
  }

  /** Inner phases one after the other, or side by side; returns the minute at which the last is over. */
  #place(phase: Phase, offset: number): number {
    this.#phaseOffsets.set(phase.id, offset);
    let end = offset;
    let next = offset;
    for (const inner of phase.phases ?? []) {
      end = Math.max(end, this.#place(inner, next));
      if (phase.mode === 'sequence') next = end;
    }
    const stay = this.longest(phase.id);
    return stay < Infinity ? offset + stay : Math.max(end, offset + this.#content(phase));
  }

  /** Minutes from a phase's beginning to the last deadline of its own injects. */
  #content({ id }: Phase): number {
    const own = this.#playbook.injectsOfPhase.get(id) ?? [];
    const ends = own.map((injectId) => {
      const offset = this.offset(injectId);
      if (offset === null) return 0;
      const deadlines = this.#playbook.injects.get(injectId)?.expectations ?? [];
      const last = Math.max(0, ...deadlines.map(({ withinMinutes }) => withinMinutes));
      return offset + last - (this.#phaseOffsets.get(id) ?? 0);
    });
    return Math.max(0, ...ends);
  }
}

function goesAsPlanned({ kind, release }: Inject): boolean {
  if (kind === 'contingency') return false;
  if (release.kind === 'afterInject') return release.event !== 'overdue';
  return release.kind !== 'manual' && release.kind !== 'deck' && release.kind !== 'without';
}
