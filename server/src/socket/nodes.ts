/** One node among several: follows what the others append, and whispers with them. */
import { createAdapter } from '@socket.io/postgres-adapter';
import type { Log } from '../log.js';
import type { Exercises } from '../runtime/exercises.js';
import type { Store } from '../store/store.js';
import { endLinesOf, type LiveServer } from './socket-rooms.js';

/** How often the heads of all open exercises are looked at, whatever was or was not heard, in ms. */
const lookEveryMs = 1_000;
/** How often it is told who is on the line here, in ms. Others believe it four times as long. */
const presentEveryMs = 5_000;

export interface Nodes {
  close(): void;
}

export interface NodesParts {
  readonly io: LiveServer;
  readonly store: Store;
  readonly exercises: Exercises;
  readonly log: Log;
}

/** Does nothing where the database is this process's own. */
export function joinNodes({ io, store, exercises, log }: NodesParts): Nodes {
  if (store.nodes === null) return { close: () => undefined };
  const { news, pool } = store.nodes;
  io.adapter(
    createAdapter(pool, {
      errorHandler: (error: Error) => log.warn({ err: error }, 'a whisper was lost'),
    }),
  );
  io.on('present', (node, exerciseId, seatIds) => {
    void exercises.openedOne(exerciseId).then((found) => found?.live.heard(node, seatIds));
  });
  io.on('handedOver', (tokenHash) => endLinesOf(io, tokenHash));
  io.on('renamed', (exerciseId) => {
    exercises
      .openedOne(exerciseId)
      .then((found) => found?.refreshPeople())
      .catch((error: unknown) => log.warn({ err: error }, 'names could not be read anew'));
  });
  news.hear((told) => {
    if (told !== null) void exercises.wake(told.exerciseId, told.seq);
    else void look();
  });

  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const open = await exercises.opened();
      const heads = await store.events.headsOf(open.map(({ exerciseId }) => exerciseId));
      for (const { exerciseId, runner } of open) runner.catchUp(heads.get(exerciseId) ?? 0);
    } catch (error) {
      log.warn({ err: error }, 'what other nodes did could not be looked at');
    } finally {
      isLooking = false;
    }
  };
  const tellPresent = async () => {
    for (const { live } of await exercises.opened()) {
      live.tellPresent();
      // Somebody's node may have gone without a word.
      live.rosterChanged();
    }
  };
  const timers = [
    setInterval(() => void look(), lookEveryMs),
    setInterval(() => void tellPresent(), presentEveryMs),
  ];
  return {
    close() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
