/** Says what happened at a moment of play. */
import type { RewindMoment } from '@trilogue/engine/views/rewind-reading';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../hooks/use-room';

export type MomentWords = (moment: RewindMoment) => string;

export function useMomentWords(): MomentWords {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  return ({ type, injectId, tableId, subjectId }) => {
    const inject = injectId === null ? undefined : view.injects[injectId];
    const subject =
      subjectId === null
        ? undefined
        : (view.phases[subjectId] ??
          view.milestones[subjectId] ??
          view.endings[subjectId] ??
          view.positions[subjectId]);
    return t(`rewind.what.${type}`, {
      inject:
        inject === undefined
          ? ''
          : t('moment.inject', { number: inject.number, title: names.text(inject.title) }),
      number: inject?.number ?? '',
      table: tableId === null ? '' : names.table(tableId),
      subject: subject === undefined ? '' : names.text(subject.title),
    });
  };
}
