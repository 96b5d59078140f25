/** Each table at a glance: who is there, what is unread, open and overdue, its load, and who needs help. */
import { Badge } from '@mantine/core';
import type { TableId } from '@trilogue/engine/protocol/ids';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../../connection/exercise-context';
import { useMay } from '../../hooks/use-may';
import { useRoom } from '../../hooks/use-room';
import { arrivalsByTable } from '../../logic/arrivals';
import { hintOf, teamLoads } from '../../logic/team-load';
import { Panel } from '../../parts/panel';
import { desk } from '../desk-styles';
import type { Person } from './erase-person';
import { TeamRow } from './team-row';

const ViewAs = lazy(() => import('./view-as').then((module) => ({ default: module.ViewAs })));

/** How often ages and hints are looked at anew, in ms. */
const lookEveryMs = 5_000;

export function TeamsPanel() {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const may = useMay();
  const [seenAs, setSeenAs] = useState<TableId | null>(null);
  const { cast, events, deliveries, expectations, notes, messages, shares, requests } = view;
  const loads = useMemo(
    () => teamLoads({ cast, events, deliveries, expectations, notes, messages }),
    [cast, events, deliveries, expectations, notes, messages],
  );
  const playMs = playMsAt(view.clock, useNow(lookEveryMs));
  const arrivals = useMemo(
    () => arrivalsByTable({ cast, events, messages, shares, requests }, playMs),
    [cast, events, messages, shares, requests, playMs],
  );
  const seats = useSeats();
  const close = useCallback(() => setSeenAs(null), []);
  const control = cast.tables.find(({ isControl }) => isControl)?.tableId;
  const inNeed = loads.filter(
    (load) => load.tableId !== control && hintOf(load, playMs) !== 'steady',
  ).length;
  return (
    <Panel
      title={t('teams.title')}
      tools={
        inNeed === 0 ? null : (
          <Badge size="sm" radius="sm" color="red" variant="light" tt="none">
            {t('teams.inNeed', { count: inNeed })}
          </Badge>
        )
      }
    >
      <ul className={desk.list}>
        {loads.map((load) => (
          <TeamRow
            key={load.tableId}
            load={load}
            hint={load.tableId === control ? 'steady' : hintOf(load, playMs)}
            ageMinutes={minutesSince(load.unreadSinceMs, playMs)}
            arrivals={(arrivals.get(load.tableId) ?? []).join(' ')}
            name={names.table(load.tableId)}
            seats={seats.get(load.tableId) ?? nobody}
            isControl={load.tableId === control}
            mayErase={may('ErasePerson')}
            onViewAs={setSeenAs}
          />
        ))}
      </ul>
      {seenAs === null ? null : (
        <Suspense fallback={null}>
          <ViewAs tableId={seenAs} onClose={close} />
        </Suspense>
      )}
    </Panel>
  );
}

const nobody: readonly Person[] = [];

/** Players by table; the lists stay the same while nobody comes or goes. */
function useSeats(): ReadonlyMap<TableId, readonly Person[]> {
  const { roster } = useRoom();
  return useMemo(() => {
    const found = new Map<TableId, Person[]>();
    for (const person of roster) {
      if (person.tableId === null) continue;
      found.set(person.tableId, [...(found.get(person.tableId) ?? []), person]);
    }
    return found;
  }, [roster]);
}

function minutesSince(sinceMs: number | null, playMs: number): number | null {
  return sinceMs === null ? null : Math.max(0, Math.floor((playMs - sinceMs) / 60_000));
}
