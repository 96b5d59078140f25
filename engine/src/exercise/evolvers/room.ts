import type { Casting } from '../settings.js';
import { type CastState, controlTableId } from '../state-parts.js';
import { anchored, type Evolvers, stamp } from './evolver.js';

export const roomEvolvers = {
  ExerciseCreated: (state, fact) => ({
    ...state,
    exerciseId: fact.exerciseId,
    title: fact.title,
    seed: fact.seed,
    pace: fact.pace,
    mode: fact.mode,
    scoringVersion: fact.scoringVersion,
  }),
  TeamsCast: (state, fact) => ({ ...state, casting: toCastState(fact.casting) }),
  LobbyOpened: (state, fact) => ({ ...state, lifecycle: fact.machine }),
  PaceSet: (state, fact) => ({ ...state, pace: fact.pace }),

  SeatJoined: (state, { seatId, role, tableId, partyId }) => ({
    ...state,
    seats: state.seats.set(seatId, { seatId, role, tableId, partyId, isGone: false }),
  }),
  SeatMoved: (state, { seatId, tableId }) => ({
    ...state,
    seats: state.seats.update(seatId, (seat) =>
      seat
        ? { ...seat, tableId }
        : { seatId, role: 'player', tableId, partyId: null, isGone: false },
    ),
  }),
  SeatLeft: (state, { seatId }) => ({
    ...state,
    seats: state.seats.update(seatId, (seat) =>
      seat
        ? { ...seat, isGone: true }
        : { seatId, role: 'player', tableId: null, partyId: null, isGone: true },
    ),
  }),

  PersonErased: (state, { seatId }) => ({
    ...state,
    erasedSeats: state.erasedSeats.set(seatId, true),
  }),

  MessageSent: (state, fact) => ({
    ...state,
    messages: state.messages.set(String(fact.seq), {
      id: fact.seq,
      thread: fact.thread,
      from: fact.from,
      as: fact.as,
      ...stamp(fact),
      text: fact.text,
    }),
  }),
  ScoresShown: (state, { players, observers }) => ({
    ...state,
    scoresShown: { players, observers },
  }),
  RealWorldRaised: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    realWorld: { seatId: stamp(fact).seatId, reason: fact.reason, atMs: fact.atMs },
  }),
  RealWorldLifted: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    realWorld: null,
  }),
  ExerciseEnded: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: anchored(state, fact),
    endedBecause: fact.reason,
    exits: state.exits.clear(),
    armedInjects: state.armedInjects.clear(),
    armedExits: state.armedExits.clear(),
    armedDependencies: state.armedDependencies.clear(),
    hiddenExpectations: state.hiddenExpectations.clear(),
  }),
  ExerciseQuarantined: (state, fact) => ({
    ...state,
    lifecycle: fact.machine,
    clock: anchored(state, fact),
    quarantine: { code: fact.code, detail: fact.detail },
  }),
} satisfies Partial<Evolvers>;

function toCastState(casting: Casting): CastState {
  const tables = casting.tables.map((table) => ({
    tableId: table.tableId,
    name: table.name,
    language: table.language ?? null,
    teamIds: table.teamIds,
  }));
  if (casting.controlled.length > 0) {
    tables.push({
      tableId: controlTableId,
      name: 'Control',
      language: null,
      teamIds: casting.controlled,
    });
  }
  return {
    tables,
    tableOf: new Map(
      tables.flatMap(({ tableId, teamIds }) => teamIds.map((teamId) => [teamId, tableId] as const)),
    ),
  };
}
