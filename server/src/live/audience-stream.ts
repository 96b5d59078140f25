/** What one audience has been told: its view, its latest frames, and what a latecomer lacks. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { Cursor, Frame } from '@trilogue/engine/protocol/socket';
import type { Audience } from '@trilogue/engine/views/audience';
import { project, type View, viewOf } from '@trilogue/engine/views/project';
import type { ViewStep } from '@trilogue/engine/views/view-model';

/** How many frames, and how many steps in them, are kept for those who come back. */
export const maxFrames = 256;
const maxSteps = 4_000;

/** A fact between the states before and after it. */
export interface Transition {
  readonly before: ExerciseState;
  readonly fact: Fact;
  readonly after: ExerciseState;
}

export class AudienceStream {
  readonly audience: Audience;
  #cursor: Cursor;
  #frames: Frame[] = [];
  #stepCount = 0;
  /** Whoever is at or beyond this seq can be brought up with the frames that are kept. */
  #coveredFrom: number;
  /** The whole view as a frame, the same for all who ask, until something happens. */
  #whole: Frame | null = null;

  constructor(audience: Audience, state: ExerciseState) {
    this.audience = audience;
    this.#cursor = { epoch: state.epoch, seq: state.seq };
    this.#coveredFrom = state.seq;
  }

  /** The frame for what happened; null when nothing of it concerns this audience. */
  advance(transitions: readonly Transition[]): Frame | null {
    const last = transitions.at(-1);
    if (last === undefined) return null;
    const steps: ViewStep<View>[] = [];
    for (const { before, fact, after } of transitions) {
      const step = project(before, fact, after, this.audience);
      if (step.kind === 'reset') steps.length = 0;
      if (step.kind === 'reset' || step.changes.length > 0) steps.push(step);
    }
    const cursor = { epoch: last.after.epoch, seq: last.after.seq };
    if (steps.length === 0 && cursor.epoch === this.#cursor.epoch) return null;
    const frame: Frame = { fromSeq: this.#cursor.seq, cursor, steps };
    this.#keep(frame);
    this.#cursor = cursor;
    this.#whole = null;
    return frame;
  }

  /** Starts anew from a state that could not be reached step by step. */
  restart(state: ExerciseState): Frame {
    this.#cursor = { epoch: state.epoch, seq: state.seq };
    this.#whole = null;
    this.#forget(state.seq);
    return this.#reset(state);
  }

  /**
   * What somebody at `cursor` lacks: the steps after it while they are kept, else the whole view.
   * `state` is the one that was last told.
   */
  catchUp(state: ExerciseState, cursor: Cursor | null): Frame {
    const isCovered =
      cursor !== null &&
      cursor.epoch === this.#cursor.epoch &&
      cursor.seq >= this.#coveredFrom &&
      cursor.seq <= this.#cursor.seq;
    if (!isCovered) return this.#reset(state);
    const steps = this.#frames
      .filter((frame) => frame.cursor.seq > cursor.seq)
      .flatMap((frame) => frame.steps);
    return { fromSeq: cursor.seq, cursor: this.#cursor, steps };
  }

  #reset(state: ExerciseState): Frame {
    // Facts since the last frame changed nothing for this audience, so the view is that frame's.
    this.#whole ??= {
      fromSeq: 0,
      cursor: this.#cursor,
      steps: [{ kind: 'reset', view: viewOf(state, this.audience) }],
    };
    return this.#whole;
  }

  #keep(frame: Frame): void {
    if (frame.steps.some((step) => step.kind === 'reset')) {
      this.#forget(frame.cursor.seq);
      return;
    }
    this.#frames.push(frame);
    this.#stepCount += frame.steps.length;
    while (this.#frames.length > maxFrames || this.#stepCount > maxSteps) {
      const oldest = this.#frames.shift();
      if (oldest === undefined) break;
      this.#stepCount -= oldest.steps.length;
      this.#coveredFrom = oldest.cursor.seq;
    }
  }

  #forget(seq: number): void {
    this.#frames = [];
    this.#stepCount = 0;
    this.#coveredFrom = seq;
  }
}
