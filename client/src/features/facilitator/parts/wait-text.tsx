/** Words what an inject or a module's end waits for. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import type { Names } from '../hooks/use-room';
import type { Wait, WaitCause, WaitState } from '../logic/why-it-waits';

export type WaitWords = (wait: Wait) => string;

export function useWaitWords(names: Names): WaitWords {
  const { t } = useTranslation('facilitator');
  return ({ cause, state }) => {
    const what = causeWords(t, names, cause);
    return state === null ? what : t('wait.joined', { what, state: stateWords(t, names, state) });
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
      return t('wait.manual');
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

function stateWords(t: TFunction<'facilitator'>, names: Names, state: WaitState): string {
  return 'phase' in state
    ? t(`wait.${state.code}`, { phase: names.text(state.phase) })
    : t(`wait.${state.code}`, { number: state.number });
}

function withDelay(t: TFunction<'facilitator'>, what: string, delayMs: number): string {
  return delayMs === 0 ? what : t('wait.delayed', { what, delay: formatPlayTime(delayMs) });
}
