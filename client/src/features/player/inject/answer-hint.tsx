/** In coach mode: what an answer is read for, and that a deadline comes while it stands unsent. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../connection/exercise-context';
import { urgencyOf } from '../../../ui/due-state';
import { CoachHint } from '../coach-hint';
import { usePlayer } from '../use-player';

export function AnswerHint({ injectId, hasText }: { injectId: InjectId; hasText: boolean }) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const playMs = playMsAt(view.clock, useNow());
  const task = Object.values(view.tasks).find(
    (one) => one.injectId === injectId && one.kind === 'respond' && one.status === 'open',
  );
  const urgency = task === undefined ? 'calm' : urgencyOf(task.dueAtMs, playMs);
  const isPressing = urgency === 'near' && hasText;
  return <CoachHint>{t(isPressing ? 'hint.unsent' : 'hint.answer')}</CoachHint>;
}
