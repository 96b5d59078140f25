/** What every part of the facilitator's page works on: the view, how to act on it, and what things are called. */
import type { SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Submit } from '@trilogue/engine/protocol/socket';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useDeferredValue,
  useMemo,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../connection/exercise-context';
import type { ExerciseConnection } from '../../../connection/use-exercise';
import { useLocalizedText } from '../../../i18n/use-localized-text';
import { notify } from '../../../ui/notify';
import { useRejectionText } from '../../../ui/use-rejection-text';
import { type May, mayOf } from '../logic/may';

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

export interface Room extends ExerciseConnection<FacilitatorView> {
  /** It is there: the page shows its parts only once the view has come. */
  readonly view: FacilitatorView;
  readonly act: Act;
  readonly names: Names;
}

/** What stays the same while the exercise goes on: parts that need only these are not drawn anew. */
export type Tools = Pick<
  Room,
  'act' | 'names' | 'nowMs' | 'seatId' | 'readInject' | 'readMoments' | 'previewRewind'
> & { readonly may: May };

const RoomContext = createContext<Room | null>(null);
const ToolsContext = createContext<Tools | null>(null);

/**
 * Made once for the page, so that hundreds of parts need not each name the tables. News are drawn when
 * nothing more urgent is: what a person types or presses comes first, and of several frames in a rush
 * the last one counts.
 */
export function RoomProvider({ children }: { children: ReactNode }) {
  const connection = useDeferredValue(useConnection<FacilitatorView>());
  const { view } = connection;
  if (view === null) throw new Error('the control room was shown before its view came');
  const act = useAct();
  const names = useNames(view);
  const room = useMemo(() => ({ ...connection, view, act, names }), [connection, view, act, names]);
  const { nowMs, seatId, readInject, readMoments, previewRewind } = connection;
  const may = useRights(view, seatId);
  const tools = useMemo(
    () => ({ act, may, names, nowMs, seatId, readInject, readMoments, previewRewind }),
    [act, may, names, nowMs, seatId, readInject, readMoments, previewRewind],
  );
  return (
    <ToolsContext.Provider value={tools}>
      <RoomContext.Provider value={room}>{children}</RoomContext.Provider>
    </ToolsContext.Provider>
  );
}

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (tools === null) throw new Error('useTools needs a RoomProvider');
  return tools;
}

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('useRoom needs a RoomProvider');
  return room;
}

function useRights({ injects, cast, seats }: FacilitatorView, seatId: SeatId | null): May {
  const { role, partyId = null } = (seatId === null ? undefined : seats[seatId]) ?? {};
  return useMemo(
    () => mayOf(role === undefined ? null : { role, partyId }, { injects, cast }),
    [injects, cast, role, partyId],
  );
}

function useAct(): Act {
  const { submit } = useConnection<FacilitatorView>();
  const { t } = useTranslation('facilitator');
  const word = useRejectionText();
  return useCallback(
    async (command) => {
      const answer = await submit(command);
      if (!answer.ok) {
        notify({
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
  const { cast, exercise, parties } = view;
  const { defaultLanguage } = exercise;
  return useMemo(() => {
    // A table is mostly called after whoever sits there, in their language: here it is read in one's own.
    const localTableName = (name: string) => {
      const called = [...parties, ...cast.teams].find((known) => isCalled(known.name, name));
      return read(called?.name ?? name, defaultLanguage).text;
    };
    const tables = new Map(
      cast.tables.map(({ tableId, name, isControl }) => [
        tableId,
        isControl ? t('control') : localTableName(name),
      ]),
    );
    const seats = new Map(roster.map(({ seatId, name }) => [seatId, name]));
    const table = (tableId: TableId) => tables.get(tableId) ?? tableId;
    return {
      text: (text) => read(text, defaultLanguage).text,
      table,
      tables: (ids) => ids.map(table).join(t('listSeparator')),
      seat: (seatId) => (seatId === null ? t('system') : (seats.get(seatId) ?? t('someone'))),
    };
  }, [cast, parties, roster, read, defaultLanguage, t]);
}

/** Whether a table bears that name, in whichever language it was set up. */
function isCalled(own: LocalizedText, name: string): boolean {
  return typeof own === 'string' ? own === name : Object.values(own).includes(name);
}
