/** Law 7 on one drill: what somebody was told, folded, is what they may see. */
import type { FactType } from '@trilogue/engine/exercise/facts';
import type { SeatId } from '@trilogue/engine/protocol/ids';
import {
  type Audience,
  audienceKey,
  audienceOfSeat,
  playerAudience,
} from '@trilogue/engine/views/audience';
import { project, type View, viewOf } from '@trilogue/engine/views/project';
import { evolveView, type ViewStep } from '@trilogue/engine/views/view-model';
import { same } from './plain.js';
import type { Played, Step } from './random-drill.js';

export type Project = (step: Step, audience: Audience) => ViewStep<View>;

export const honest: Project = ({ before, fact, after }, audience) =>
  project(before, fact, after, audience);

/** What the telling of many drills came to. */
export class Measure {
  steps = 0;
  resets = 0;
  bytes = 0;
  /** Kinds of fact that a step could not tell, so that the whole view was sent. */
  readonly resetBy = new Set<FactType>();
  /** Seats that got a whole view because they belong to another audience now. */
  restarts = 0;
  /** Steps told to a seat that has a view of its own. */
  privateSteps = 0;
}

/** Follows the log as each audience would, and as each seat would. */
export function checkDrill(
  played: Played,
  cuts: readonly number[],
  tell: Project,
  measure = new Measure(),
): void {
  if (played.steps.length === 0) return;
  const told = new Telling(played, tell, measure);
  const checkpoints = new Set(cuts.map((cut) => cut % played.steps.length));
  for (const audience of audiencesOf(played)) followAudience(played, audience, checkpoints, told);
  for (const seatId of played.state.seats.keys()) {
    followSeat(played, seatId, checkpoints, told, measure);
  }
}

/** Every table, the staff and the walls. */
function audiencesOf({ tableIds }: Played): Audience[] {
  return [...tableIds.map(playerAudience), { role: 'facilitator' }, { role: 'observer' }];
}

/** What each audience is told of each step, worked out once. */
class Telling {
  readonly #played: Played;
  readonly #tell: Project;
  readonly #measure: Measure;
  readonly #known = new Map<string, (ViewStep<View> | undefined)[]>();

  constructor(played: Played, tell: Project, measure: Measure) {
    this.#played = played;
    this.#tell = tell;
    this.#measure = measure;
  }

  of(index: number, audience: Audience): ViewStep<View> {
    const key = audienceKey(audience);
    const known = this.#known.get(key) ?? [];
    this.#known.set(key, known);
    const found = known[index];
    if (found !== undefined) return found;
    const step = this.#played.steps[index];
    if (step === undefined) throw new Error(`no step ${index}`);
    const told = this.#tell(step, audience);
    known[index] = told;
    this.#count(step.fact.type, told);
    return told;
  }

  #count(type: FactType, told: ViewStep<View>): void {
    this.#measure.steps++;
    if (told.kind === 'reset') {
      this.#measure.resets++;
      this.#measure.resetBy.add(type);
    } else if (told.changes.length > 0) this.#measure.bytes += JSON.stringify(told).length;
  }
}

/** As one client would that stays, and as one that was cut off at each cut and came back. */
function followAudience(
  { steps, state }: Played,
  audience: Audience,
  checkpoints: ReadonlySet<number>,
  told: Telling,
): void {
  const first = steps[0];
  if (first === undefined) return;
  const following: View[] = [viewOf(first.before, audience)];
  steps.forEach(({ after }, index) => {
    const step = told.of(index, audience);
    following.forEach((view, place) => {
      following[place] = evolveView(view, step);
    });
    if (!checkpoints.has(index)) return;
    const now = viewOf(after, audience);
    same(following[0], now, audienceKey(audience));
    following.push(now);
  });
  const last = viewOf(state, audience);
  for (const view of following) same(view, last, audienceKey(audience));
}

/**
 * As one person would, who belongs now to one audience and now to another: whenever that changes they
 * get a whole view, and are told what comes after as all of that audience are.
 */
function followSeat(
  { steps }: Played,
  seatId: SeatId,
  checkpoints: ReadonlySet<number>,
  told: Telling,
  measure: Measure,
): void {
  let audience: Audience | null = null;
  let view: View | undefined;
  let isNew = true;
  steps.forEach(({ before, after }, index) => {
    const next = audienceOfSeat(after, seatId);
    const isSame = next && audience && audienceKey(next) === audienceKey(audience);
    if (isSame && view) {
      view = evolveView(view, told.of(index, next));
      isNew = false;
      if ('seatId' in next) measure.privateSteps++;
      if (checkpoints.has(index)) same(view, viewOf(after, next), audienceKey(next));
    } else {
      // What they saw until then was right, too.
      if (audience && view && !isNew) same(view, viewOf(before, audience), audienceKey(audience));
      view = next === null ? undefined : viewOf(after, next);
      isNew = true;
      if (audience !== null && next !== null) measure.restarts++;
    }
    audience = next;
  });
  const last = steps.at(-1)?.after;
  if (audience && view && last && !isNew) same(view, viewOf(last, audience), audienceKey(audience));
}
