/** The connection for every part of a screen, and a shared tick of the server's clock. */
import type { View } from '@trilogue/engine/views/project';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react';
import type { ExerciseConnection } from './use-exercise';

const ExerciseContext = createContext<ExerciseConnection<View> | null>(null);
/** Apart from the rest, which changes with every frame: whoever reads the time alone is not drawn anew then. */
const ClockContext = createContext<(() => number) | null>(null);

export function ExerciseProvider(props: {
  readonly connection: ExerciseConnection<View>;
  readonly children: ReactNode;
}) {
  return (
    <ClockContext.Provider value={props.connection.nowMs}>
      <ExerciseContext.Provider value={props.connection}>{props.children}</ExerciseContext.Provider>
    </ClockContext.Provider>
  );
}

export function useConnection<V extends View>(): ExerciseConnection<V> {
  const connection = useContext(ExerciseContext);
  if (connection === null) throw new Error('useConnection needs an ExerciseProvider');
  // A screen is served one audience; it names that audience's view.
  return connection as ExerciseConnection<V>;
}

/**
 * Server time in ms, anew at each full `intervalMs` of the server's clock. All parts of a screen turn
 * at the same moment.
 */
export function useNow(intervalMs = 1_000): number {
  const nowMs = useContext(ClockContext);
  if (nowMs === null) throw new Error('useNow needs an ExerciseProvider');
  const subscribe = useCallback(
    (listener: () => void) => {
      let timer = 0;
      const next = () => {
        timer = window.setTimeout(
          () => {
            listener();
            next();
          },
          intervalMs - (nowMs() % intervalMs) + 1,
        );
      };
      next();
      return () => window.clearTimeout(timer);
    },
    [intervalMs, nowMs],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(nowMs() / intervalMs) * intervalMs);
}
