/** A seat as its screen uses it: the token, and forgetting a seat that is no more. */
import { useEffect, useMemo } from 'react';
import { forgetSeat, knownSeats, seatToken } from './seat-store';
import type { ConnectionStatus } from './use-exercise';

/** Stays as it was while the seat's screen is open, even once the seat is forgotten. */
export function useSeatToken(seatId: string): string | undefined {
  return useMemo(() => seatToken(seatId), [seatId]);
}

/** Takes a seat the server no longer knows off the list of seats on this device. */
export function useForgetsLostSeat(
  seat: { readonly exerciseId: string; readonly seatId: string },
  connection: { readonly status: ConnectionStatus; readonly refusal: { code: string } | null },
): void {
  const { exerciseId, seatId } = seat;
  const { status, refusal } = connection;
  const code = refusal?.code;
  const isLost =
    (status === 'gone' && (code === 'seat/gone' || code === 'seat/handed-over')) ||
    (status === 'refused' && code === 'seat/unknown');
  useEffect(() => {
    if (!isLost) return;
    // An address that names another exercise than the seat's own says nothing about the seat.
    const known = knownSeats().find((other) => other.seatId === seatId);
    if (known?.exerciseId === exerciseId) forgetSeat(seatId);
  }, [isLost, exerciseId, seatId]);
}
