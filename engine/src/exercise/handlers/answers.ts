/** Who of the staff deals with an answer, so that no two do and none is left lying. */
import { answerAt } from '../answers.js';
import type { CommandOf } from '../commands.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { seatOf } from './acting.js';

/**
 * The first to take an answer has it until somebody gives it back: they, or a colleague for them.
 * Rejections: `answer/unknown`, `answer/already-claimed`.
 */
export function claimAnswer(
  run: Run,
  { answerSeq, isClaimed }: CommandOf<'ClaimAnswer'>,
): Rejection | null {
  if (answerAt(run.state, answerSeq) === null) {
    return reject('answer/unknown', 'there is no such answer');
  }
  const claim = run.state.claims.get(String(answerSeq));
  if (isClaimed && claim !== undefined && claim.seatId !== seatOf(run)) {
    return reject('answer/already-claimed', 'somebody else deals with it');
  }
  if (isClaimed !== (claim !== undefined)) run.add({ type: 'AnswerClaimed', answerSeq, isClaimed });
  return null;
}
