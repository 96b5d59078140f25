/** Names a moment: "#7 Ransom note", "Module 2", "deadline of Japan in #7". */
import { useTranslation } from 'react-i18next';
import { useRoom } from '../hooks/use-room';
import type { Moment } from '../logic/next-up';

export function useMomentLabel(): (moment: Moment) => string {
  const { view, names } = useRoom();
  const { t } = useTranslation('facilitator');
  return (moment) => {
    if (moment.kind === 'exit') {
      const to = view.phases[moment.phaseId]?.exits[moment.exit]?.to;
      const phase = to === undefined ? undefined : view.phases[to];
      return t('moment.exit', { phase: phase === undefined ? '' : names.text(phase.title) });
    }
    const inject = view.injects[moment.injectId];
    const number = inject?.number ?? '';
    return moment.kind === 'inject'
      ? t('moment.inject', { number, title: inject === undefined ? '' : names.text(inject.title) })
      : t('moment.deadline', { number, table: names.table(moment.tableId) });
  };
}
