/** The machine in control's chair: it grants what contacts are asked for and plays a card now and then. */
import type { Command } from '../exercise/commands.js';
import type { PermissionRequest } from '../exercise/exchange-state.js';
import { type ExerciseState, injectState, isPhaseActive } from '../exercise/state.js';
import type { Chance } from './chance.js';

export type ControllerAct = (state: ExerciseState) => Command | null;

/** Injects that only a controller's hand brings, each with a moment in which it might. */
export function cardsToPlay(
  state: ExerciseState,
  chance: Chance,
  lengthMs: number,
): { readonly atMs: number; readonly act: ControllerAct }[] {
  return state.playbook.scenario.injects
    .filter(({ release }) => release.kind === 'manual' || release.kind === 'deck')
    .flatMap((inject) => {
      const isPlayed = chance.isTrue(0.5);
      const atMs = chance.between(0.05, 0.9) * lengthMs;
      if (!isPlayed) return [];
      const act: ControllerAct = (now) => {
        const { status } = injectState(now, inject.id);
        const isInPlay = inject.release.kind === 'deck' || isPhaseActive(now, inject.phase);
        if (now.lifecycle.stage !== 'live' || status !== 'waiting' || !isInPlay) return null;
        return { type: 'ReleaseInject', injectId: inject.id };
      };
      return [{ atMs, act }];
    });
}

/** Positions that neither an inject nor an effect opens would never be decided. */
export function positionsToOpen(state: ExerciseState): ControllerAct[] {
  return state.playbook.scenario.positions
    .filter(({ comesWith }) => comesWith === undefined)
    .map(
      ({ id }): ControllerAct =>
        (now) =>
          now.lifecycle.stage === 'live' && !now.positions.has(id)
            ? { type: 'OpenPosition', positionId: id }
            : null,
    );
}

/** Three requests in four are granted. */
export function answerTo(request: PermissionRequest, chance: Chance): ControllerAct {
  const isGranted = chance.isTrue(0.75);
  return (now) =>
    now.requests.get(String(request.seq))?.answer === null
      ? {
          type: 'AnswerRequest',
          requestSeq: request.seq,
          isGranted,
          text: isGranted ? 'Granted.' : 'Please do not pass it on.',
        }
      : null;
}
