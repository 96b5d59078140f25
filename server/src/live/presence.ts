/** Who is on the line: on this node, as connections come and go, and on others, as these tell. */
import type { SeatId } from '@trilogue/engine/protocol/ids';

/** What a node told is believed for so long, in ms; it tells anew well before. */
export const presenceMs = 20_000;

export class Presence {
  /** How many connections each seat has here. */
  readonly #here = new Map<SeatId, number>();
  readonly #elsewhere = new Map<string, { seatIds: ReadonlySet<SeatId>; untilMs: number }>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  arrived(seatId: SeatId): void {
    this.#here.set(seatId, (this.#here.get(seatId) ?? 0) + 1);
  }

  left(seatId: SeatId): void {
    const count = (this.#here.get(seatId) ?? 0) - 1;
    if (count > 0) this.#here.set(seatId, count);
    else this.#here.delete(seatId);
  }

  isNobodyHere(): boolean {
    return this.#here.size === 0;
  }

  here(): SeatId[] {
    return [...this.#here.keys()];
  }

  heard(node: string, seatIds: readonly SeatId[]): void {
    if (seatIds.length === 0) this.#elsewhere.delete(node);
    else {
      const untilMs = this.#nowMs() + presenceMs;
      this.#elsewhere.set(node, { seatIds: new Set(seatIds), untilMs });
    }
  }

  has(seatId: SeatId): boolean {
    if (this.#here.has(seatId)) return true;
    const now = this.#nowMs();
    return [...this.#elsewhere.values()].some(
      (told) => told.untilMs > now && told.seatIds.has(seatId),
    );
  }
}
