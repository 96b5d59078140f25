/** The exercises of this server: created, loaded when somebody needs them, put aside when unreadable. */
import type { Command } from '@trilogue/engine/exercise/commands';
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import { nanoid } from 'nanoid';
import type { Rooms } from '../live/rooms.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/metrics.js';
import type { ScenarioFile } from '../scenarios.js';
import { type ExerciseSummary, UnreadableLog } from '../store/event-store.js';
import type { Store } from '../store/store.js';
import type { ServerClock } from './clock.js';
import type { Keeper } from './keeper.js';
import { type LiveParts, type OpenExercise, openExercise } from './open-exercise.js';
import type { StorageHealth } from './storage-health.js';

/** So long nobody plays it and nobody asks for it before an exercise leaves memory, in ms. */
export const quietMs = 90_000;
const sweepEveryMs = 15_000;

export interface Quarantined {
  readonly exerciseId: ExerciseId;
  /** Why it was put aside, in English. */
  readonly quarantine: string;
}

export interface ExercisesParts {
  readonly store: Store;
  readonly clock: ServerClock;
  readonly keeper: Keeper;
  readonly log: Log;
  readonly health: StorageHealth;
  readonly metrics: Pick<Metrics, 'appended' | 'published'>;
  readonly roomsOf: (exerciseId: ExerciseId) => Rooms;
  /** Called with the last fact of what was appended here. */
  readonly appended: (exerciseId: ExerciseId, seq: number) => void;
}

export type NewExerciseWish = Pick<
  Extract<Command, { type: 'CreateExercise' }>,
  'title' | 'pace' | 'mode' | 'seed'
>;

export class Exercises {
  readonly #parts: ExercisesParts;
  readonly #open = new Map<ExerciseId, Promise<OpenExercise | Quarantined | null>>();
  /** When somebody last asked for it, or was seen at it. */
  readonly #usedAtMs = new Map<ExerciseId, number>();
  #sweeping: NodeJS.Timeout | null = null;

  constructor(parts: ExercisesParts) {
    this.#parts = parts;
  }

  /** Takes up what was live when the process before ended, gaps first. */
  async start(): Promise<void> {
    for (const { exerciseId, stage } of await this.list()) {
      if (stage !== 'live') continue;
      // One that can't be taken up just now must not keep the others from it.
      await this.find(exerciseId).catch((error: unknown) => {
        this.#parts.log.error({ err: error, exerciseId }, 'this exercise could not be taken up');
      });
    }
    this.#sweeping = setInterval(() => void this.letQuietGo(), sweepEveryMs);
    this.#sweeping.unref();
  }

  /** Lets go of what is not played and nobody looks at: the log has it all, and brings it back. */
  async letQuietGo(): Promise<void> {
    for (const [exerciseId, loading] of [...this.#open]) {
      const exercise = await loading.catch(() => null);
      if (exercise === null || !this.#isQuiet(exercise)) continue;
      if ('runner' in exercise) {
        await exercise.runner.idle();
        // Somebody may have come meanwhile.
        if (!this.#isQuiet(exercise)) continue;
        exercise.live.close();
      }
      this.#open.delete(exerciseId);
      this.#usedAtMs.delete(exerciseId);
    }
  }

  #isQuiet(exercise: OpenExercise | Quarantined): boolean {
    const { exerciseId } = exercise;
    const { clock, keeper, store } = this.#parts;
    const now = clock.now();
    // Of several nodes, the one that keeps a live exercise needs it, and those with people at it.
    const isPlayed = (state: ExerciseState) =>
      state.lifecycle.stage === 'live' && (!store.isShared || keeper.keeps(exerciseId));
    const isBusy =
      'runner' in exercise &&
      (isPlayed(exercise.runner.state) || !exercise.live.presence.isNobodyHere());
    if (isBusy) this.#usedAtMs.set(exerciseId, now);
    return !isBusy && now - (this.#usedAtMs.get(exerciseId) ?? 0) >= quietMs;
  }

  /** Keeps a live exercise here, unless another node does. */
  async takeUp(exerciseId: ExerciseId): Promise<void> {
    const exercise = await this.find(exerciseId);
    if (exercise !== null && 'runner' in exercise) await this.#parts.keeper.keep(exercise.runner);
  }

  /** Those that people of this process look at, or that it keeps. */
  async opened(): Promise<OpenExercise[]> {
    const all = await Promise.all([...this.#open.values()].map((one) => one.catch(() => null)));
    return all.filter((one) => one !== null && 'runner' in one);
  }

  /** Null for one that nobody here has asked for. */
  async openedOne(exerciseId: ExerciseId): Promise<OpenExercise | null> {
    const exercise = await this.#open.get(exerciseId)?.catch(() => null);
    return exercise && 'runner' in exercise ? exercise : null;
  }

  /** Others have added to an exercise: read on, if it is open here. */
  async wake(exerciseId: ExerciseId, seq?: number): Promise<void> {
    (await this.openedOne(exerciseId))?.runner.catchUp(seq);
  }

  /** Newest first. One whose creation was cut short has no facts and is left out. */
  async list(): Promise<ExerciseSummary[]> {
    const all = await this.#parts.store.events.listExercises();
    return all.filter(({ headSeq }) => headSeq > 0);
  }

  /** Null for one that does not exist. */
  find(exerciseId: ExerciseId): Promise<OpenExercise | Quarantined | null> {
    this.#usedAtMs.set(exerciseId, this.#parts.clock.now());
    const found = this.#open.get(exerciseId);
    if (found !== undefined) return found.then(asideIfUnreadable);
    const loading = this.#load(exerciseId);
    this.#open.set(exerciseId, loading);
    const forget = () => {
      this.#open.delete(exerciseId);
      this.#usedAtMs.delete(exerciseId);
    };
    loading.then((loaded) => loaded === null && forget(), forget);
    return loading;
  }

  async create(
    { scenario, text, hash }: ScenarioFile,
    wish: NewExerciseWish,
  ): Promise<{ ok: true; exerciseId: ExerciseId } | Rejection> {
    const { store, clock } = this.#parts;
    const exerciseId = nanoid(12) as ExerciseId;
    await store.events.createExercise({
      exerciseId,
      scenarioId: scenario.id,
      scenarioText: text,
      scenarioHash: hash,
      title: wish.title,
      createdAtMs: clock.now(),
    });
    const exercise = await this.find(exerciseId);
    if (exercise === null || 'quarantine' in exercise)
      throw new Error('a new exercise is unreadable');
    const answer = await exercise.runner.askAsHost({
      type: 'CreateExercise',
      exerciseId,
      scenarioId: scenario.id,
      scenarioHash: hash,
      ...wish,
    });
    return answer.ok ? { ok: true, exerciseId } : answer;
  }

  /** What has been decided is kept and told; nothing more is taken up. */
  async close(): Promise<void> {
    if (this.#sweeping !== null) clearInterval(this.#sweeping);
    for (const loading of this.#open.values()) {
      const exercise = await loading.catch(() => null);
      if (exercise === null || 'quarantine' in exercise) continue;
      await exercise.runner.idle();
      exercise.live.close();
    }
  }

  async #load(exerciseId: ExerciseId): Promise<OpenExercise | Quarantined | null> {
    const { store, log } = this.#parts;
    const row = await store.events.findExercise(exerciseId);
    if (row === null) return null;
    try {
      return await openExercise(row, this.#liveParts(exerciseId));
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      log.error({ err: error, exerciseId }, 'this exercise was put aside: it can’t be read');
      return { exerciseId, quarantine: error.message };
    }
  }

  #liveParts(exerciseId: ExerciseId): LiveParts {
    const { roomsOf, ...parts } = this.#parts;
    return { ...parts, rooms: roomsOf(exerciseId) };
  }
}

/** What others have added since it was opened may be what can't be read. */
function asideIfUnreadable(found: OpenExercise | Quarantined | null) {
  if (found === null || 'quarantine' in found || found.runner.unreadable === null) return found;
  return { exerciseId: found.exerciseId, quarantine: found.runner.unreadable };
}
