/** Whether whoever looks is the director: some things are one person's word. */
import { useRoom } from './use-room';

export function useIsDirector(): boolean {
  const { seatId, roster } = useRoom();
  return roster.some((entry) => entry.seatId === seatId && entry.role === 'director');
}
