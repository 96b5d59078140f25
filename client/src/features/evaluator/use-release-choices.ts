/** Who may read a note after EndEx, as choices of a list. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { releaseKey } from './logic/note-draft';
import { useEvaluator } from './use-evaluator';

export function useReleaseChoices(): { value: string; label: string }[] {
  const { t } = useTranslation('evaluator');
  const { view, party } = useEvaluator();
  return useMemo(
    () => [
      { value: 'kept', label: t('note.releases.kept') },
      ...view.parties.map(({ id }) => ({
        value: releaseKey({ kind: 'party', partyId: id }),
        label: t('note.releases.party', { party: party(id) }),
      })),
      { value: 'all', label: t('note.releases.all') },
    ],
    [view.parties, party, t],
  );
}
