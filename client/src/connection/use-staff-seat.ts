/** A staff member's seat in an exercise, by the name they gave and the session of this browser. */
import { useQuery } from '@tanstack/react-query';
import { ApiProblem, takeStaffSeat } from './api';
import { untilAnswered } from './line';

/** Kept by the staff's page, which asks for it once. */
const nameKey = 'trilogue.staff.name';

export interface StaffSeat {
  readonly status: 'nameless' | 'taking' | 'seated' | 'refused';
  /** Why it was refused; null where nothing is known. */
  readonly code: string | null;
  retry(): void;
}

export function useStaffSeat(exerciseId: string): StaffSeat {
  const name = localStorage.getItem(nameKey) ?? '';
  // Sitting down again is no second seat: the server knows this browser by its session.
  const seat = useQuery({
    queryKey: ['staff-seat', exerciseId, name],
    queryFn: () => takeStaffSeat(exerciseId, name),
    enabled: name !== '',
    staleTime: Number.POSITIVE_INFINITY,
    ...untilAnswered,
  });
  const retry = () => void seat.refetch();
  if (name === '') return { status: 'nameless', code: null, retry };
  if (seat.isError) {
    const code = seat.error instanceof ApiProblem ? seat.error.code : null;
    return { status: 'refused', code, retry };
  }
  return { status: seat.isSuccess ? 'seated' : 'taking', code: null, retry };
}
