/** What control's own teams and its contacts are asked, as it stands now. */
import { useMemo } from 'react';
import { type ControlTasks, controlTasks } from '../logic/control-tasks';
import { useRoom } from './use-room';

export function useControlTasks(): ControlTasks {
  const { view } = useRoom();
  const { cast, injects, events, deliveries, expectations, requests, positions, obligations } =
    view;
  return useMemo(
    () =>
      controlTasks({
        cast,
        injects,
        events,
        deliveries,
        expectations,
        requests,
        positions,
        obligations,
      }),
    [cast, injects, events, deliveries, expectations, requests, positions, obligations],
  );
}
