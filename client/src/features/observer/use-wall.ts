/** What every part of the wall shows: the view, and prose in the wall's language. */
import type { PartyId, TableId } from '@trilogue/engine/protocol/ids';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { ObserverView } from '@trilogue/engine/views/observer-view';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../connection/exercise-context';
import { useLocalizedText } from '../../i18n/use-localized-text';

export function useWall() {
  const { view, status, lostAtMs } = useConnection<ObserverView>();
  const read = useLocalizedText();
  const { t } = useTranslation('observer');
  if (view === null) throw new Error('a part of the wall was shown before its view came');
  const text = (prose: LocalizedText) => read(prose, view.exercise.defaultLanguage).text;
  return {
    view,
    status,
    lostAtMs,
    text,
    nations: (ids: readonly PartyId[]) =>
      view.parties
        .filter(({ id }) => ids.includes(id))
        .map(({ name }) => text(name))
        .join(t('listSeparator')),
    table: (tableId: TableId) =>
      tableId === 'control'
        ? t('control')
        : text(view.tables.find((table) => table.tableId === tableId)?.title ?? tableId),
  };
}
