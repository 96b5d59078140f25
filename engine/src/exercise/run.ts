/** One command's work in progress: the facts so far, and the state they lead to. */
import { touchedSubjects, turnedConditions } from '../conditions/watch.js';
import { nextLifecycle } from '../machines/lifecycle.js';
import type { Subject } from '../scenario/playbook.js';
import type { Consequence } from './consequence.js';
import { evolve } from './evolve.js';
import type { Actor } from './fact-shape.js';
import type { Fact, FactBody } from './facts.js';
import { reactions } from './reactions.js';
import { type ExerciseState, playTimeAt } from './state.js';

/** Most facts one cascade may have. More is a loop, and the exercise is put aside. */
export const cascadeLimit = 20_000;

/** Thrown once the exercise is quarantined: nothing more can be decided. */
export class CascadeTooLong extends Error {}

interface Moment {
  readonly atMs: number;
  readonly playMs: number;
}

interface Pending {
  readonly consequence: Consequence;
  readonly causedBy: number | null;
  readonly by: Actor;
  /** Who did what it follows from. */
  readonly causer: Actor;
}

const host: Actor = { kind: 'host' };

export class Run {
  state: ExerciseState;
  readonly facts: Fact[] = [];
  /** The state after each fact. */
  readonly states: ExerciseState[] = [];
  readonly actor: Actor;
  readonly nowMs: number;
  readonly #limit: number;
  /** Subjects touched since conditions were last looked at, with the fact that touched each. */
  readonly #touched = new Map<Subject, number>();

  constructor(state: ExerciseState, actor: Actor, nowMs: number, limit = cascadeLimit) {
    this.#limit = limit;
    this.state = state;
    this.actor = actor;
    this.nowMs = nowMs;
  }

  get playMs(): number {
    return playTimeAt(this.state, this.nowMs);
  }

  /** Adds a fact at this moment, in the actor's name, and all that follows from it. */
  add(body: FactBody, causedBy: number | null = null): void {
    this.addAt(body, this.actor, { atMs: this.nowMs, playMs: this.playMs }, causedBy);
  }

  /** Adds a fact at a moment of its own, and all that follows from it at that moment. */
  addAt(body: FactBody, by: Actor, moment: Moment, causedBy: number | null): void {
    const start = { state: this.state, length: this.facts.length };
    let pending: Pending[] = [{ consequence: () => [body], causedBy, by, causer: by }];
    while (pending.length > 0) {
      for (let index = 0; index < pending.length; index++) {
        const next = pending[index];
        if (next === undefined) break;
        for (const made of next.consequence(this.state)) {
          if (this.facts.length - start.length >= this.#limit) this.#quarantine(start, moment);
          const fact = this.#append(made, next, moment);
          for (const consequence of reactions(fact, this.state)) {
            pending.push({ consequence, causedBy: fact.seq, by: host, causer: fact.by });
          }
        }
      }
      pending = this.#turned();
    }
  }

  #append(body: FactBody, { by, causer, causedBy }: Pending, moment: Moment): Fact {
    const before = this.state;
    const fact = {
      ...body,
      seq: before.seq + 1,
      epoch: body.type === 'Rewound' ? before.epoch + 1 : before.epoch,
      atMs: Math.max(moment.atMs, before.lastAtMs),
      playMs: moment.playMs,
      // Whoever answers acknowledges; everything else that follows is the host's doing.
      by: body.type === 'InjectAcknowledged' ? causer : by,
      causedBy,
      // A body and its envelope make a fact; the compiler can't join a union to its rest.
    } as Fact;
    this.facts.push(fact);
    this.state = evolve(before, fact);
    this.states.push(this.state);
    for (const subject of touchedSubjects(fact, this.state)) this.#touched.set(subject, fact.seq);
    return fact;
  }

  /** Takes the cascade back whole, and puts the exercise aside in its place. */
  #quarantine(start: { state: ExerciseState; length: number }, moment: Moment): never {
    this.facts.length = start.length;
    this.states.length = start.length;
    this.state = start.state;
    this.#touched.clear();
    const { lifecycle } = this.state;
    const body = {
      type: 'ExerciseQuarantined',
      machine: nextLifecycle(lifecycle, 'PAUSE') ?? lifecycle,
      code: 'exercise/cascade-too-long',
      detail: `one event set off more than ${this.#limit} consequences`,
    } as const;
    const pending = { consequence: () => [body], causedBy: null, by: host, causer: host };
    this.#append(body, pending, moment);
    throw new CascadeTooLong();
  }

  /** Conditions are looked at once what was set off has settled, and again after what they set off. */
  #turned(): Pending[] {
    if (this.#touched.size === 0) return [];
    const touched = new Map(this.#touched);
    this.#touched.clear();
    if (this.state.lifecycle.stage !== 'live') return [];
    return turnedConditions(touched, this.state).map(({ body, causedBy }) => ({
      consequence: () => [body],
      causedBy,
      by: host,
      causer: host,
    }));
  }
}
