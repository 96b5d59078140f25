/** Words what an inject or a module's end waits for. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import { type Names, useTools } from '../hooks/use-room';
import type { Wait, WaitCause, WaitState } from '../logic/why-it-waits';
import { missingWords, type WordsRoom, type WordsView } from './condition-words';

export type WaitWords = (wait: Wait) => string;

export function useWaitWords(view: WordsView): WaitWords {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  return ({ cause, state }) => {
    const what = causeWords(t, names, cause);
    if (state === null) return what;
    return t('wait.joined', { what, state: stateWords(t, { view, names }, state) });
  };
}

export function causeWords(t: TFunction<'facilitator'>, names: Names, cause: WaitCause): string {
  switch (cause.code) {
    case 'atPhase':
      return t(cause.afterMs === 0 ? 'wait.atPhaseStart' : 'wait.atPhase', {
        time: formatPlayTime(cause.afterMs),
        phase: names.text(cause.phase),
      });
    case 'atStart':
      return t(cause.afterMs === 0 ? 'wait.atStartEx' : 'wait.atStart', {
        time: formatPlayTime(cause.afterMs),
      });
    case 'manual':
    case 'deck':
      return t(`wait.${cause.code}`);
    case 'when':
      return withDelay(t, t('wait.when'), cause.delayMs);
    case 'onPhase':
      return withDelay(
        t,
        t('wait.atPhaseStart', { phase: names.text(cause.phase) }),
        cause.delayMs,
      );
    case 'without':
      return t(cause.team === null ? 'wait.without' : 'wait.withoutBy', {
        number: cause.number,
        action: t(`common:expectationKinds.${cause.action}`),
        team: cause.team === null ? '' : names.text(cause.team),
        time: formatPlayTime(cause.afterMs),
      });
    case 'whenChoice': {
      const key = cause.team === null ? 'wait.whenChoice' : 'wait.whenChoiceBy';
      const what = t(key, {
        number: cause.number,
        choice: names.text(cause.choice),
        team: cause.team === null ? '' : names.text(cause.team),
      });
      return withDelay(t, what, cause.delayMs);
    }
    default:
      return withDelay(t, t(`wait.${cause.code}`, { number: cause.number }), cause.delayMs);
  }
}

function stateWords(t: TFunction<'facilitator'>, room: WordsRoom, state: WaitState): string {
  if ('missing' in state) {
    return t('wait.conditionOpen', { missing: missingWords(t, room, state.missing) });
  }
  return 'phase' in state
    ? t(`wait.${state.code}`, { phase: room.names.text(state.phase) })
    : t(`wait.${state.code}`, { number: state.number });
}

function withDelay(t: TFunction<'facilitator'>, what: string, delayMs: number): string {
  return delayMs === 0 ? what : t('wait.delayed', { what, delay: formatPlayTime(delayMs) });
}
