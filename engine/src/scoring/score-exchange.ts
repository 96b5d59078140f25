/** The lines of the score for sharing, for joint positions and for obligations. */
import { optionOf } from '../exercise/exchange-state.js';
import type { Fact } from '../exercise/facts.js';
import type { ExerciseState } from '../exercise/state.js';
import type { ObjectiveId, TableId } from '../protocol/ids.js';
import type { InformationItem } from '../scenario/sharing-schema.js';
import type { ScoreEntry, ScoreSubject, Scores } from './score.js';

type Of<Type extends Fact['type']> = Extract<Fact, { type: Type }>;

/** One line for each need met, marking broken and needless telling. */
export function scoreShare(
  scores: Scores,
  fact: Of<'NeedMet' | 'MarkingBroken' | 'OverShared'>,
  { playbook }: ExerciseState,
): Scores {
  const item = fact.itemId === null ? undefined : playbook.items.get(fact.itemId);
  const about = (to: string | null, breach: ScoreSubject['breach']): ScoreSubject | null =>
    fact.itemId === null ? null : { kind: 'item', id: fact.itemId, to, breach };
  if (fact.type === 'NeedMet') {
    const need = item?.needs[fact.need];
    if (need === undefined) return scores;
    return add(scores, `need ${fact.itemId} ${fact.need} ${fact.teamId}`, fact, {
      objectiveId: need.objective ?? null,
      rule: fact.isLate ? 'need/met-late' : 'need/met',
      about: about(fact.teamId, null),
      points: fact.isLate ? need.latePoints : need.points,
      maximum: need.points,
    });
  }
  const objectiveId = objectiveOf(item);
  if (fact.type === 'MarkingBroken') {
    return add(scores, `broken ${fact.seq}`, fact, {
      objectiveId,
      rule: 'marking/broken',
      about: about(fact.to, fact.breach),
      points: -(item?.breachPenalty ?? publicPenalty),
      maximum: 0,
    });
  }
  return add(scores, `needless ${fact.seq}`, fact, {
    objectiveId,
    rule: 'share/needless',
    about: about(fact.to, null),
    points: -(item?.overSharingPenalty ?? 0),
    maximum: 0,
  });
}

/** Handling an item badly is evidence for the objective that telling it is evidence for, if there is but one. */
function objectiveOf(item: InformationItem | undefined): ObjectiveId | null {
  const named = new Set(item?.needs.flatMap(({ objective }) => objective ?? []));
  const [only = null] = named;
  return named.size === 1 ? only : null;
}

/** What saying in public costs that was marked for fewer, where no item of the scenario says so. */
const publicPenalty = 10;

/** One line for each table that has a voice. */
export function scorePosition(
  scores: Scores,
  fact: Of<'PositionAgreed' | 'PositionFailed'>,
  state: ExerciseState,
): Scores {
  const { positionId } = fact;
  const position = state.playbook.positions.get(positionId);
  const voices = state.positions.get(positionId)?.voices ?? [];
  if (position === undefined) return scores;
  const tables = new Set(voices.map(({ tableId }) => tableId));
  const options = position.options ?? [];
  const best = Math.max(0, ...options.map(({ points }) => points));
  const isAgreed = fact.type === 'PositionAgreed';
  const chosen = isAgreed ? options.find(({ id }) => id === optionOf(fact.on)) : undefined;
  let next = scores;
  for (const tableId of tables) {
    const key = `position ${positionId} ${tableId}`;
    if (fact.type === 'PositionFailed' && fact.cause === 'ended') {
      next = next.delete(key);
      continue;
    }
    next = add(
      next,
      key,
      { tableId, seq: fact.seq },
      {
        objectiveId: position.objective ?? null,
        rule: isAgreed ? 'position/agreed' : 'position/failed',
        reason: fact.reason === '' ? null : fact.reason,
        about: { kind: 'position', id: positionId, to: null, breach: null },
        points: isAgreed ? position.points + (chosen?.points ?? 0) : 0,
        maximum: position.points + best,
      },
    );
  }
  return next;
}

export function scoreObligation(
  scores: Scores,
  fact: Of<'ObligationMet' | 'ObligationMissed'>,
  { playbook }: ExerciseState,
): Scores {
  const { obligationId, tableId } = fact;
  const obligation = playbook.obligations.get(obligationId);
  if (obligation === undefined) return scores;
  const { points, latePoints } = obligation;
  const isMissed = fact.type === 'ObligationMissed';
  const isLate = !isMissed && fact.isLate;
  return add(scores, `obligation ${obligationId} ${tableId}`, fact, {
    objectiveId: obligation.objective ?? null,
    rule: isMissed ? 'obligation/missed' : isLate ? 'obligation/late' : 'obligation/met',
    about: { kind: 'obligation', id: obligationId, to: null, breach: null },
    points: isMissed ? 0 : isLate ? latePoints : points,
    maximum: points,
  });
}

function add(
  scores: Scores,
  key: string,
  { tableId, seq }: { readonly tableId: TableId; readonly seq: number },
  line: Pick<ScoreEntry, 'rule' | 'points' | 'maximum'> & Partial<ScoreEntry>,
): Scores {
  return scores.set(key, {
    key,
    tableId,
    injectId: null,
    expectationId: null,
    objectiveId: null,
    reason: null,
    about: null,
    causedBy: seq,
    ...line,
  });
}
