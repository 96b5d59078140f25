/** What every part of the facilitator's page works on: the view, how to act on it, and what things are called. */
import { notifications } from '@mantine/notifications';
import type { SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Submit } from '@trilogue/engine/protocol/socket';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../connection/exercise-context';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import { useRejectionText } from '../../../ui/use-rejection-text';

export type Command = Submit['command'];
/** Submits a command; a refusal is shown in words. True when it was accepted. */
export type Act = (command: Command) => Promise<boolean>;

export interface Names {
  readonly text: (text: LocalizedText) => string;
  readonly table: (tableId: TableId) => string;
  readonly tables: (tableIds: readonly TableId[]) => string;
  /** Who sits there, or nobody in particular. */
  readonly seat: (seatId: SeatId | null) => string;
}

/** The view is there: the page shows these parts only once it has come. */
export function useRoom() {
  const connection = useConnection<FacilitatorView>();
  const { view } = connection;
  if (view === null) throw new Error('a part of the control room was shown before its view came');
  return { ...connection, view, act: useAct(), names: useNames(view) };
}

export type Room = ReturnType<typeof useRoom>;

export function useAct(): Act {
  const { submit } = useConnection<FacilitatorView>();
  const { t } = useTranslation('facilitator');
  const word = useRejectionText();
  return useCallback(
    async (command) => {
      const answer = await submit(command);
      if (!answer.ok) {
        notifications.show({
          color: 'red',
          title: t('refused'),
          message: word(answer.code),
        });
      }
      return answer.ok;
    },
    [submit, t, word],
  );
}

function useNames(view: FacilitatorView): Names {
  const { roster } = useConnection<FacilitatorView>();
  const read = useLocalizedText();
  const { t } = useTranslation('facilitator');
  const { cast, exercise } = view;
  const { defaultLanguage } = exercise;
  return useMemo(() => {
    const tables = new Map(
      cast.tables.map(({ tableId, name, isControl }) => [tableId, isControl ? t('control') : name]),
    );
    const seats = new Map(roster.map(({ seatId, name }) => [seatId, name]));
    const table = (tableId: TableId) => tables.get(tableId) ?? tableId;
    return {
      text: (text) => read(text, defaultLanguage).text,
      table,
      tables: (ids) => ids.map(table).join(t('listSeparator')),
      seat: (seatId) => (seatId === null ? t('system') : (seats.get(seatId) ?? t('someone'))),
    };
  }, [cast, roster, read, defaultLanguage, t]);
}
