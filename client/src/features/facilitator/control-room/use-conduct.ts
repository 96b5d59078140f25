/** The clock's handles as the top bar and the keys use them. */
import { useMemo } from 'react';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';
import { awaitingConfirmation, type DueMoment, nextFiring, nextMoment } from '../logic/next-up';

export function useConduct() {
  const { view, act } = useRoom();
  const may = useMay();
  const { injects, events, exits, expectations, clock } = view;
  const moments = useMemo(() => {
    const source = { injects, events, exits, expectations };
    return {
      awaiting: awaitingConfirmation(source),
      firing: nextFiring(source),
      jumpTo: nextMoment(source),
    };
  }, [injects, events, exits, expectations]);
  const isRunning = clock.status === 'running';
  return {
    ...moments,
    isRunning,
    canJump: isRunning && moments.jumpTo !== null,
    pauseOrResume: () =>
      act(isRunning ? { type: 'PauseClock', reason: '' } : { type: 'ResumeClock' }),
    mayConfirm: (moment: DueMoment) =>
      moment.kind === 'inject' ? may.inject('Confirm', moment.injectId) : may('Confirm'),
    confirm: (moment: DueMoment) => act({ type: 'Confirm', item: toDueItem(moment) }),
    jump: () => act({ type: 'JumpToNext' }),
  };
}

export type Conduct = ReturnType<typeof useConduct>;

function toDueItem(moment: DueMoment) {
  return moment.kind === 'inject'
    ? ({ kind: 'inject', injectId: moment.injectId } as const)
    : ({ kind: 'exit', phaseId: moment.phaseId, exit: moment.exit } as const);
}
