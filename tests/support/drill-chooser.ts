/** What somebody in a random drill sees around them, and how they choose from it. */
import type { Command, CommandOf, CommandType } from '@trilogue/engine/exercise/commands';
import type { Actor } from '@trilogue/engine/exercise/fact-shape';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { type ExerciseState, injectIds, injectState } from '@trilogue/engine/exercise/state';
import {
  controlTableId,
  type ExpectationState,
  type InjectStatus,
  type Seat,
} from '@trilogue/engine/exercise/state-parts';
import type { InjectId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import type { Dice } from './dice.js';

export interface Submission {
  readonly actor: Actor;
  readonly command: Command;
}

/** One command of one kind, with whoever gives it. */
export type Builder<Type extends CommandType> = (at: Chooser) => {
  readonly actor: Actor;
  readonly command: CommandOf<Type>;
};
export type Builders<Type extends CommandType> = { readonly [One in Type]: Builder<One> };

export const host: Actor = { kind: 'host' };
export const asSeat = (id: string): Actor => ({ kind: 'seat', seatId: id as SeatId });
export const director = asSeat('director');

/** Who may come as a player, with the table they come to first. */
export const players = [
  ['seat-a1', 'table-0'],
  ['seat-b1', 'table-1'],
  ['seat-a2', 'table-0'],
  ['seat-b2', 'table-1'],
  ['seat-c1', 'table-2'],
] as const;

/** Everybody else. */
export const others = [
  ['director', 'director'],
  ['evaluator1', 'evaluator'],
  ['translator1', 'translator'],
  ['watcher', 'observer'],
] as const;

export class Chooser {
  readonly state: ExerciseState;
  readonly dice: Dice;

  constructor(state: ExerciseState, dice: Dice) {
    this.state = state;
    this.dice = dice;
  }

  get scenario(): Scenario {
    return this.state.playbook.scenario;
  }

  /** One of the list, or what serves where it is empty. */
  from<Item, Else>(list: readonly Item[], otherwise: Else): Item | Else {
    return list.length === 0 ? otherwise : this.dice.oneOf(list);
  }

  /** A controller; seldom somebody who may not. */
  staff(): Actor {
    return this.dice.isIn(3) ? asSeat('seat-a1') : director;
  }

  evaluator(): Actor {
    return asSeat(this.dice.oneOf(['evaluator1', 'evaluator1', 'director', 'translator1']));
  }

  seated(): Seat[] {
    return [...this.state.seats.values()].filter(
      ({ role, isGone, tableId }) => role === 'player' && !isGone && tableId !== null,
    );
  }

  seatsAt(tableIds: readonly TableId[]): SeatId[] {
    return this.seated()
      .filter(({ tableId }) => tableId !== null && tableIds.includes(tableId))
      .map(({ seatId }) => seatId);
  }

  /** Any table, control's own now and then among them. */
  table(): TableId {
    const tables = this.state.casting.tables.map(({ tableId }) => tableId);
    return this.from(tables, 'table-0' as TableId);
  }

  /** A table where people sit. */
  playedTable(): TableId {
    const tables = this.state.casting.tables.map(({ tableId }) => tableId);
    return this.from(
      tables.filter((tableId) => tableId !== controlTableId),
      'table-0' as TableId,
    );
  }

  /** A player at one of the tables, if there is one; else control, acting for one. */
  actingAt(tableIds: readonly TableId[]): { actor: Actor; tableId: TableId; as: Acting } {
    const tableId = this.from(tableIds, this.table());
    const [seatId] = this.dice.some(this.seatsAt([tableId]), 1, 1);
    return seatId === undefined || this.dice.isIn(12)
      ? { actor: director, tableId, as: { tableId } }
      : { actor: asSeat(seatId), tableId, as: this.dice.isIn(90) ? {} : { tableId } };
  }

  injects(...statuses: InjectStatus[]): InjectId[] {
    return injectIds(this.state).filter((id) => {
      return statuses.includes(injectState(this.state, id).status);
    });
  }

  /** Mostly one that stands so; now and then any. */
  inject(...statuses: InjectStatus[]): InjectId {
    const all = injectIds(this.state);
    const fitting = this.dice.isIn(92) ? this.injects(...statuses) : all;
    return this.from(fitting, this.dice.oneOf(all));
  }

  expectation(isFitting: (found: ExpectationState) => boolean = () => true) {
    const all = [...this.state.expectations.values()];
    const fitting = all.filter(isFitting);
    return this.from(fitting, this.from(all, undefined));
  }

  /** Of the facts that stand, one that fits; a recent one as often as any. */
  fact(isFitting: (fact: Fact) => boolean): Fact | undefined {
    const fitting = this.state.timeline.toArray().filter(isFitting);
    return this.from(this.dice.isIn(50) ? fitting.slice(-8) : fitting, undefined);
  }

  words(what: string): string {
    return `${what} ${this.dice.upTo(99)}`;
  }
}

/** Whose table it is, where it has to be said. */
export interface Acting {
  readonly tableId?: TableId;
}
