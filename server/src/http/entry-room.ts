/** What the routes on people and invitations have in common: the exercise, whose part of it, the audit. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import { type ExerciseId, exerciseIdSchema, type TableId } from '@trilogue/engine/protocol/ids';
import type { Request, Response } from 'express';
import type { Audit } from '../audit/audit.js';
import { type Scope, scopeOf } from '../auth/scope.js';
import type { Seating } from '../auth/seating.js';
import { isCast } from '../auth/standing.js';
import type { Exercises } from '../runtime/exercises.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { Store } from '../store/store.js';
import { actorOf } from './audit-actor.js';
import { partIn } from './doorkeeper.js';
import { Problem } from './problem.js';

export interface EntryRouteParts {
  readonly exercises: Exercises;
  readonly store: Store;
  readonly seating: Seating;
  readonly audit: Audit;
  /** Addresses under which this machine is reached, the network's first. */
  readonly origins: () => readonly string[];
  readonly nowMs: () => number;
  /** Other nodes are to read names anew. */
  readonly tellRenamed: (exerciseId: ExerciseId) => void;
}

export interface EntryRoom {
  readonly exercise: OpenExercise;
  readonly exerciseId: ExerciseId;
  readonly state: ExerciseState;
  readonly scope: Scope;
  /** @throws Problem for a table that is not cast, or another party's. Null is no table. */
  ensureTable(tableId: TableId | null): void;
  /** @throws Problem where a facilitator of one party asks for what concerns everybody. */
  ensureWhole(): void;
  note(action: string, targets?: Readonly<Record<string, string | number | null>>): void;
}

/** Behind a row of roles. @throws Problem */
export async function enterRoom(
  { exercises, store, audit }: EntryRouteParts,
  request: Request,
  response: Response,
): Promise<EntryRoom> {
  const id = exerciseIdSchema.safeParse(request.params.exerciseId);
  const exercise = id.success ? await exercises.find(id.data) : null;
  if (exercise === null) throw new Problem(404, 'exercise/unknown', 'no such exercise');
  if ('quarantine' in exercise) throw new Problem(409, 'exercise/quarantined', exercise.quarantine);
  const { exerciseId, runner } = exercise;
  // Behind a proxy, what they did a moment ago may have been done at another node.
  if (store.isShared) await runner.readOn();
  const { state } = runner;
  const scope = scopeOf(partIn(response));
  const ensureWhole = () => {
    if (!scope.isWhole) throw outOfScope();
  };
  return {
    exercise,
    exerciseId,
    state,
    scope,
    ensureWhole,
    ensureTable(tableId) {
      if (tableId === null) return ensureWhole();
      if (!isCast(state, tableId)) throw new Problem(409, 'table/unknown', 'no such table');
      if (!scope.has(state, tableId)) throw outOfScope();
    },
    note: (action, targets = {}) =>
      audit.record({
        action,
        actor: actorOf(response),
        exerciseId,
        address: request.ip ?? null,
        targets,
        outcome: 'ok',
      }),
  };
}

export function outOfScope(): Problem {
  return new Problem(403, 'command/out-of-scope', 'this is another party’s');
}
