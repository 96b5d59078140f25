/** One command's work in progress: the facts so far, and the state they lead to. */
import { evolve } from './evolve.js';
import type { Actor, Fact, FactBody } from './facts.js';
import { reactions } from './reactions.js';
import { type ExerciseState, playTimeAt } from './state.js';

/** Most facts one command may set off. More is a loop, and the exercise is put aside. */
export const cascadeLimit = 20_000;

export class CascadeTooLong extends Error {}

export class Run {
  state: ExerciseState;
  readonly facts: Fact[] = [];
  readonly actor: Actor;
  readonly nowMs: number;

  readonly #limit: number;

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
  addAt(
    body: FactBody,
    by: Actor,
    moment: { atMs: number; playMs: number },
    causedBy: number | null,
  ): void {
    const pending = [{ body, causedBy, by }];
    for (let index = 0; index < pending.length; index++) {
      if (this.facts.length >= this.#limit) throw new CascadeTooLong();
      const next = pending[index];
      if (next === undefined) break;
      const before = this.state;
      const fact = {
        ...next.body,
        seq: before.seq + 1,
        epoch: before.epoch,
        atMs: Math.max(moment.atMs, before.lastAtMs),
        playMs: moment.playMs,
        by: next.by,
        causedBy: next.causedBy,
        // A body and its envelope make a fact; the compiler can't join a union to its rest.
      } as Fact;
      this.facts.push(fact);
      this.state = evolve(before, fact);
      for (const consequence of reactions(fact, this.state)) {
        pending.push({ body: consequence, causedBy: fact.seq, by: { kind: 'host' } });
      }
    }
  }
}
