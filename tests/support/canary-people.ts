/** Who sits where, and whom a table may know of, worked out from the log. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Role } from '@trilogue/engine/exercise/settings';

/** Somebody at a table; a seat of its own where it was told something in private. */
export interface Who {
  readonly tableId: string;
  readonly seatId: string | null;
}
export type Readers = (who: Who) => boolean;

export const nobody: Readers = () => false;
export const anybody: Readers = () => true;
export const at =
  (...tableIds: readonly (string | null)[]): Readers =>
  ({ tableId }) =>
    tableIds.includes(tableId);

export class People {
  readonly #teamsAt = new Map<string, readonly string[]>();
  readonly #seatAt = new Map<string, { role: Role; tableId: string | null }>();
  readonly #known = new Map<string, Readers[]>();

  take(fact: Fact): void {
    switch (fact.type) {
      case 'TeamsCast': {
        const { tables, controlled } = fact.casting;
        this.#teamsAt.clear();
        for (const { tableId, teamIds } of tables) this.#teamsAt.set(tableId, teamIds);
        if (controlled.length > 0) this.#teamsAt.set('control', controlled);
        break;
      }
      case 'SeatJoined':
        this.#sit(fact.seatId, fact.role, fact.tableId);
        break;
      case 'SeatMoved':
        this.#sit(fact.seatId, 'player', fact.tableId);
        break;
      case 'SeatLeft':
        this.#seatAt.delete(fact.seatId);
        break;
      default:
    }
  }

  /** Whoever sees what somebody did may see whose seat it was. */
  meet({ by }: Fact, readers: Readers): void {
    if (by.kind === 'seat') this.#meet(by.seatId, readers);
  }

  knows(who: Who, seatId: string): boolean {
    return (this.#known.get(seatId) ?? []).some((readers) => readers(who));
  }

  seatOf(seatId: string) {
    return this.#seatAt.get(seatId);
  }

  isAt(tableId: string, teamId: string): boolean {
    return this.#teamsAt.get(tableId)?.includes(teamId) ?? false;
  }

  isCast(teamId: string): boolean {
    return [...this.#teamsAt.values()].some((teamIds) => teamIds.includes(teamId));
  }

  /** Players are known at every table: TLP:RED is meant for persons. */
  #sit(seatId: string, role: Role, tableId: string | null): void {
    this.#seatAt.set(seatId, { role, tableId });
    if (role === 'player') this.#meet(seatId, anybody);
  }

  #meet(seatId: string, readers: Readers): void {
    this.#known.set(seatId, [...(this.#known.get(seatId) ?? []), readers]);
  }
}
