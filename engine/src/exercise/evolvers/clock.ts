import type { MomentSource } from '../../scenario/playbook.js';
import type { FactOf } from '../facts.js';
import type { ExerciseState } from '../state.js';
import { exitKey, momentKey } from '../state-parts.js';
import { anchored, type Evolvers } from './evolver.js';

export const clockEvolvers = {
  ExerciseStarted: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: { ...state.clock, anchorPlayMs: 0, anchorAtMs: fact.atMs, pause: null },
    armedMoments: armMoments(state, 'startEx', fact.playMs),
  }),
  ClockPaused: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: { ...anchored(state, fact), pause: { cause: fact.cause, reason: fact.reason } },
  }),
  ClockResumed: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: { ...anchored(state, fact), pause: null },
  }),
  SpeedSet: (state, fact) => ({
    ...state,
    clock: { ...anchored(state, fact), speed: fact.speed },
  }),
  ClockJumped: (state, fact) => ({
    ...state,
    clock: { ...state.clock, anchorPlayMs: fact.toPlayMs, anchorAtMs: fact.atMs },
  }),

  PhaseChanged: changePhase,
  ExitArmed: (state, { phaseId, exit, dueAtMs, seq }) => {
    const key = exitKey({ phaseId, exit });
    return {
      ...state,
      exits: state.exits.set(key, { phaseId, exit, dueAtMs, status: 'armed', armedBy: seq }),
      armedExits: state.armedExits.set(key, dueAtMs),
    };
  },
  ExitDisarmed: (state, { phaseId, exit }) => {
    const key = exitKey({ phaseId, exit });
    return {
      ...state,
      exits: state.exits.delete(key),
      armedExits: state.armedExits.delete(key),
    };
  },
  ExitDue: (state, { phaseId, exit, seq, playMs }) => {
    const key = exitKey({ phaseId, exit });
    return {
      ...state,
      exits: state.exits.set(key, {
        phaseId,
        exit,
        dueAtMs: state.exits.get(key)?.dueAtMs ?? playMs,
        status: 'due',
        armedBy: seq,
      }),
      armedExits: state.armedExits.delete(key),
    };
  },
} satisfies Partial<Evolvers>;

function changePhase(state: ExerciseState, fact: FactOf<'PhaseChanged'>): ExerciseState {
  let { phaseVisits, exits, armedExits, armedMoments, happenings } = state;
  for (const phaseId of fact.left) {
    phaseVisits = phaseVisits.update(phaseId, (visit) => ({
      enteredPlayMs: visit?.enteredPlayMs ?? 0,
      leftPlayMs: fact.playMs,
    }));
    const count = state.playbook.phases.get(phaseId)?.phase.exits.length ?? 0;
    for (let exit = 0; exit < count; exit++) {
      const key = exitKey({ phaseId, exit });
      exits = exits.delete(key);
      armedExits = armedExits.delete(key);
    }
  }
  for (const phaseId of fact.entered) {
    phaseVisits = phaseVisits.set(phaseId, { enteredPlayMs: fact.playMs, leftPlayMs: null });
    armedMoments = armMoments({ ...state, armedMoments }, phaseId, fact.playMs);
    happenings = happenings.set(`${fact.seq} ${phaseId}`, {
      kind: 'phase',
      phaseId,
      playMs: fact.playMs,
    });
  }
  return {
    ...state,
    phases: fact.phases,
    phaseVisits,
    exits,
    armedExits,
    armedMoments,
    happenings,
    scenarioClock: fact.scenarioClock ?? state.scenarioClock,
  };
}

/** The moments that conditions count from `since`, now that it has happened. */
function armMoments(
  { playbook, armedMoments }: ExerciseState,
  since: MomentSource,
  fromPlayMs: number,
): ExerciseState['armedMoments'] {
  return (playbook.moments.get(since) ?? []).reduce(
    (armed, afterMs) =>
      armed.set(momentKey(since, afterMs), { since, afterMs, dueAtMs: fromPlayMs + afterMs }),
    armedMoments,
  );
}
