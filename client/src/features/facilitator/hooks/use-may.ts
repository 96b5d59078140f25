/** What whoever looks may do: controls that are not theirs are not shown. The engine's table decides. */
import type { May } from '../logic/may';
import { useTools } from './use-room';

export function useMay(): May {
  return useTools().may;
}
