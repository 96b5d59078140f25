/** What tables answer, and who of the staff deals with it. */
import type { Fact, FactOf, FactType } from './facts.js';
import type { ExerciseState } from './state.js';
import type { Stamp } from './state-parts.js';
import { factAt } from './written-texts.js';

/** Who deals with an answer, since when. */
export interface AnswerClaim extends Stamp {
  /** The fact that carried the answer. */
  readonly answerSeq: number;
}

/** Whatever a table says or decides, and somebody of the staff may have to deal with. */
const answerTypes = [
  'ResponseSent',
  'ResponseNoted',
  'ChoiceMade',
  'InformationShared',
  'InformationRequested',
  'PermissionRequested',
  'PositionDrafted',
  'DraftCommented',
  'StanceTaken',
  'ReportFiled',
  'MessageSent',
] as const satisfies readonly FactType[];

export type AnswerFact = FactOf<(typeof answerTypes)[number]>;

/** The answer of that number; null where there is none, or a rewind took it back. */
export function answerAt(state: ExerciseState, seq: number): AnswerFact | null {
  const fact = factAt(state, seq);
  return fact !== null && isAnswer(fact) ? fact : null;
}

function isAnswer(fact: Fact): fact is AnswerFact {
  if (fact.type === 'MessageSent') return fact.from === 'table';
  return answerTypes.some((type) => type === fact.type);
}
