/** Seats this device holds: the token that proves a seat, and what to call it. */
import type { SeatGrant } from '@trilogue/engine/protocol/http';

export interface KnownSeat {
  readonly exerciseId: string;
  readonly seatId: string;
  readonly role: SeatGrant['role'];
  readonly tableId: string | null;
  /** The person's own name, and the exercise and table as they were called on joining. */
  readonly name: string;
  readonly title: string;
  readonly tableName: string | null;
  /** Waits to be let in. */
  readonly isWaiting?: boolean;
  /** Sits there for the whole table, and lists who else does. */
  readonly isScribe?: boolean;
}

const listKey = 'trilogue.seats';
const tokenKey = (seatId: string) => `trilogue.seat.${seatId}`;
const mostSeats = 20;

export function seatToken(seatId: string): string | undefined {
  return localStorage.getItem(tokenKey(seatId)) ?? undefined;
}

export function keepSeat(seat: KnownSeat, token: string): void {
  const others = knownSeats().filter(({ seatId }) => seatId !== seat.seatId);
  for (const { seatId } of others.slice(mostSeats - 1)) localStorage.removeItem(tokenKey(seatId));
  localStorage.setItem(tokenKey(seat.seatId), token);
  localStorage.setItem(listKey, JSON.stringify([seat, ...others].slice(0, mostSeats)));
}

export function forgetSeat(seatId: string): void {
  localStorage.removeItem(tokenKey(seatId));
  const others = knownSeats().filter((seat) => seat.seatId !== seatId);
  localStorage.setItem(listKey, JSON.stringify(others));
}

export function knownSeat(seatId: string): KnownSeat | undefined {
  return knownSeats().find((seat) => seat.seatId === seatId);
}

/** Newest first; only those whose token is still here. */
export function knownSeats(): KnownSeat[] {
  try {
    // Written by `keepSeat`.
    const seats = JSON.parse(localStorage.getItem(listKey) ?? '[]') as KnownSeat[];
    return seats.filter(({ seatId }) => seatToken(seatId) !== undefined);
  } catch {
    return [];
  }
}

const screens: { readonly [Role in KnownSeat['role']]?: string } = {
  observer: 'wall',
  evaluator: 'evaluate',
  translator: 'translate',
};

/** Where a seat's screen is. */
export function seatPath({
  exerciseId,
  seatId,
  role,
  isWaiting,
}: Pick<KnownSeat, 'exerciseId' | 'seatId' | 'role' | 'isWaiting'>): string {
  if (isWaiting) return `/wait/${exerciseId}/${seatId}`;
  return `/${screens[role] ?? 'play'}/${exerciseId}/${seatId}`;
}
