/** What every part of the player's screen reads: the view, the seat, people's names. */
import type { SeatId } from '@trilogue/engine/protocol/ids';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../connection/exercise-context';
import type { ExerciseConnection } from '../../connection/use-exercise';

export interface Player {
  readonly connection: ExerciseConnection<PlayerView>;
  readonly view: PlayerView;
  readonly seatId: SeatId | null;
  readonly defaultLanguage: string;
  /** Whether the table may act now: live, no REAL WORLD, and not put aside. */
  readonly canAct: boolean;
}

export function usePlayer(): Player {
  const connection = useConnection<PlayerView>();
  const { view, seatId } = connection;
  if (view === null) throw new Error('the player’s parts are shown once there is a view');
  const { stage, realWorld, isAside, defaultLanguage } = view.exercise;
  const canAct = stage === 'live' && realWorld === null && !isAside;
  return { connection, view, seatId, defaultLanguage, canAct };
}

/** The party whose clock hangs on this table's wall. */
export function ownParty({ parties, table }: PlayerView) {
  const partyId = table.teams[0]?.partyId;
  return parties.find(({ id }) => id === partyId) ?? parties[0];
}

/** A seat's name as this table may know it. */
export function useNameOf(): (seatId: SeatId | null) => string {
  const { connection } = usePlayer();
  const { t } = useTranslation('player');
  const { roster, seatId: own } = connection;
  return useCallback(
    (seatId) => {
      if (seatId === null) return t('people.control');
      if (seatId === own) return t('people.you');
      return nameIn(roster, seatId) ?? t('people.someone');
    },
    [own, roster, t],
  );
}

function nameIn(roster: readonly RosterEntry[], seatId: SeatId): string | undefined {
  return roster.find((entry) => entry.seatId === seatId)?.name;
}
