/** The facilitator's page of one exercise: what it shows follows the exercise's stage. */
import type { FacilitatorSeat, FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { memo } from 'react';
import { Navigate, useParams } from 'react-router';
import { StaffExercise } from '../../ui/staff-exercise';
import { CastingScreen } from './casting/casting-screen';
import { ControlRoom } from './control-room/control-room';
import { EndedScreen } from './ended/ended-screen';
import { RoomProvider } from './hooks/use-room';
import { SelectionProvider } from './hooks/use-selection';
import { LobbyScreen } from './lobby/lobby-screen';

const ownPages: { readonly [R in FacilitatorSeat['role']]?: string } = {
  evaluator: 'evaluate',
  translator: 'translate',
};

export function FacilitatorPage() {
  const { exerciseId = '' } = useParams();
  return (
    <StaffExercise
      exerciseId={exerciseId}
      show={(view, seatId) => {
        const seat = seatId === null ? undefined : view.seats[seatId];
        // They have a page of their own, on which nothing can be set off by mistake.
        const own = seat === undefined ? undefined : ownPages[seat.role];
        if (own !== undefined) return <Navigate to={`/${own}/${exerciseId}`} replace />;
        return (
          <RoomProvider>
            <SelectionProvider>
              <Stage stage={view.exercise.stage} />
            </SelectionProvider>
          </RoomProvider>
        );
      }}
    />
  );
}

/** Each part of it hears of news by itself. */
const Stage = memo(function Stage({ stage }: { stage: FacilitatorView['exercise']['stage'] }) {
  switch (stage) {
    case 'draft':
      return <CastingScreen />;
    case 'lobby':
      return <LobbyScreen />;
    case 'live':
      return <ControlRoom />;
    case 'ended':
      return <EndedScreen />;
  }
});
