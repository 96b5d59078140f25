/** What the host and the director do in a random drill: set up, run the clock, conduct, improvise. */

import type { CommandType } from '@trilogue/engine/exercise/commands';
import { injectOf } from '@trilogue/engine/exercise/state';
import type {
  AssetId,
  ExerciseId,
  ExpectationId,
  IndicatorId,
  MilestoneId,
  PhaseId,
  SeatId,
  TableId,
  TeamId,
  VariantId,
} from '@trilogue/engine/protocol/ids';
import { tlpLabels } from '@trilogue/engine/protocol/parts';
import { channelSchema } from '@trilogue/engine/scenario/inject-schema';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { assetStatuses, type Recipient } from '@trilogue/engine/scenario/world-schema';
import {
  asSeat,
  type Builders,
  type Chooser,
  director,
  host,
  others,
  players,
} from './drill-chooser.js';

type SetupType = Extract<
  CommandType,
  | 'CreateExercise'
  | 'CastTeams'
  | 'OpenLobby'
  | 'SetPace'
  | 'JoinExercise'
  | 'MoveSeat'
  | 'LeaveExercise'
  | 'StartCommsCheck'
  | 'AcknowledgeCommsCheck'
  | 'StartExercise'
  | 'PauseClock'
  | 'ResumeClock'
  | 'SetSpeed'
  | 'JumpToNext'
  | 'AdvanceClock'
  | 'RecoverClock'
  | 'RaiseRealWorld'
  | 'LiftRealWorld'
  | 'EndExercise'
>;

export const setupBuilders: Builders<SetupType> = {
  CreateExercise: ({ scenario, dice }) => ({
    actor: host,
    command: {
      type: 'CreateExercise',
      exerciseId: 'exercise1' as ExerciseId,
      scenarioId: scenario.id,
      scenarioHash: 'hash',
      title: 'Random',
      seed: dice.upTo(9),
      pace: dice.oneOf(['confirm', 'auto', 'auto']),
      mode: dice.oneOf(['coach', 'coach', 'assess']),
    },
  }),
  CastTeams: ({ scenario, dice }) => ({
    actor: director,
    command: { type: 'CastTeams', casting: castingOf(scenario, dice.upTo(30)) },
  }),
  OpenLobby: (at) => ({ actor: at.staff(), command: { type: 'OpenLobby' } }),
  SetPace: ({ dice, state }) => ({
    actor: director,
    command: {
      type: 'SetPace',
      pace: dice.isIn(80) ? (state.pace === 'auto' ? 'confirm' : 'auto') : state.pace,
    },
  }),
  JoinExercise: ({ dice, state }) => {
    const absent = [...players, ...others].filter(([seatId]) => {
      return state.seats.get(seatId as SeatId)?.isGone !== false;
    });
    const [seatId, as] = absent.length > 0 ? dice.oneOf(absent) : dice.oneOf(players);
    return dice.isIn(75) || as.startsWith('table')
      ? joining(seatId, as.startsWith('table') ? 'player' : (as as Staff), tableFor(state, as))
      : joining(seatId, as as Staff, null);
  },
  MoveSeat: (at) => ({
    actor: at.staff(),
    command: {
      type: 'MoveSeat',
      seatId: at.from(at.seated(), { seatId: 'director' as SeatId }).seatId,
      tableId: at.playedTable(),
    },
  }),
  LeaveExercise: (at) => {
    const { seatId } = at.from(at.seated(), { seatId: 'seat-a1' as SeatId });
    const leaving = at.dice.isIn(10) ? ('watcher' as SeatId) : seatId;
    const actor = at.dice.isIn(50) ? asSeat(leaving) : director;
    return { actor, command: { type: 'LeaveExercise', seatId: leaving } };
  },
  StartCommsCheck: () => ({ actor: director, command: { type: 'StartCommsCheck' } }),
  AcknowledgeCommsCheck: (at) => ({
    actor: asSeat(at.from(at.seated(), { seatId: 'director' }).seatId),
    command: { type: 'AcknowledgeCommsCheck' },
  }),
  StartExercise: (at) => ({ actor: at.staff(), command: { type: 'StartExercise' } }),
  PauseClock: (at) => ({
    actor: at.staff(),
    command: { type: 'PauseClock', reason: at.words('reason') },
  }),
  ResumeClock: () => ({ actor: director, command: { type: 'ResumeClock' } }),
  SetSpeed: ({ dice }) => ({
    actor: director,
    command: { type: 'SetSpeed', speed: 1 + dice.upTo(4) },
  }),
  JumpToNext: () => ({ actor: director, command: { type: 'JumpToNext' } }),
  AdvanceClock: () => ({ actor: host, command: { type: 'AdvanceClock' } }),
  RecoverClock: ({ state, dice }) => ({
    actor: host,
    command: { type: 'RecoverClock', lastPlayMs: state.lastPlayMs + dice.upTo(30_000) },
  }),
  RaiseRealWorld: (at) => ({
    actor: at.dice.isIn(60) ? asSeat('seat-a1') : director,
    command: { type: 'RaiseRealWorld', reason: at.words('reason') },
  }),
  LiftRealWorld: () => ({ actor: director, command: { type: 'LiftRealWorld' } }),
  EndExercise: (at) => ({
    actor: director,
    command: { type: 'EndExercise', reason: at.words('reason') },
  }),
};

type Staff = (typeof others)[number][1];

export function joining(seatId: string, role: 'player' | Staff, table: string | null) {
  return {
    actor: host,
    command: {
      type: 'JoinExercise',
      seatId: seatId as SeatId,
      role,
      tableId: table as TableId | null,
    },
  } as const;
}

/** The table they come to first, or the first one where that is not there. */
function tableFor({ casting }: Chooser['state'], table: string): string | null {
  if (!table.startsWith('table')) return null;
  return casting.tables.some(({ tableId }) => tableId === table) ? table : 'table-0';
}

/** Two tables or three share the teams; the last team now and then controlled, or dropped. */
export function castingOf(scenario: Scenario, pick: number) {
  const teams = scenario.teams.map(({ id }) => id);
  const last = teams.length > 2 && pick % 4 > 1 ? teams.slice(-1) : [];
  const played = teams.filter((id) => !last.includes(id));
  const count = played.length > 2 && pick % 3 === 1 ? 3 : 2;
  const tables = Array.from({ length: count }, (_, index): [string, TeamId[]] => [
    `table-${index}`,
    played.filter((_, place) => Math.floor((place * count) / played.length) === index),
  ]);
  return {
    tables: tables.map(([tableId, teamIds], index) => ({
      tableId: tableId as TableId,
      name: tableId,
      teamIds,
      ...(index === 1 && pick % 5 === 0 && { language: scenario.languages.at(-1) ?? 'en' }),
    })),
    controlled: pick % 4 === 2 ? last : [],
  };
}

type ConductType = Extract<
  CommandType,
  | 'Confirm'
  | 'ReleaseInject'
  | 'HoldInject'
  | 'UnholdInject'
  | 'MoveInject'
  | 'SkipInject'
  | 'RecallInject'
  | 'TakeExit'
  | 'ExtendDeadline'
  | 'SetAsset'
  | 'SetIndicator'
  | 'ReachMilestone'
  | 'EditInject'
  | 'ImproviseInject'
  | 'ChooseVariant'
  | 'ShowScores'
>;

export const conductBuilders: Builders<ConductType> = {
  Confirm: (at) => {
    const exits = [...at.state.exits.values()].filter(({ status }) => status === 'due');
    const exit = at.dice.isIn(30) ? at.from(exits, undefined) : undefined;
    return {
      actor: at.staff(),
      command: {
        type: 'Confirm',
        item:
          exit === undefined
            ? { kind: 'inject', injectId: at.inject('due') }
            : { kind: 'exit', phaseId: exit.phaseId, exit: exit.exit },
      },
    };
  },
  ReleaseInject: (at) => ({
    actor: at.staff(),
    command: { type: 'ReleaseInject', injectId: at.inject('waiting', 'armed', 'due', 'skipped') },
  }),
  HoldInject: (at) => ({
    actor: at.staff(),
    command: { type: 'HoldInject', injectId: at.inject('waiting', 'armed', 'due') },
  }),
  UnholdInject: (at) => {
    const held = [...at.state.injects.entries()].filter(([, { isHeld }]) => isHeld);
    const injectId = at.from(held, undefined)?.[0] ?? at.inject('armed');
    return { actor: at.staff(), command: { type: 'UnholdInject', injectId } };
  },
  MoveInject: (at) => ({
    actor: at.staff(),
    command: {
      type: 'MoveInject',
      injectId: at.inject('waiting', 'armed', 'due', 'skipped'),
      dueAtMs: at.state.lastPlayMs + at.dice.upTo(300_000),
    },
  }),
  SkipInject: (at) => ({
    actor: at.staff(),
    command: { type: 'SkipInject', injectId: at.inject('waiting', 'armed', 'due'), reason: 'skip' },
  }),
  RecallInject: (at) => ({
    actor: at.staff(),
    command: { type: 'RecallInject', injectId: at.inject('released'), reason: 'recall' },
  }),
  TakeExit: (at) => {
    const phases = [...at.state.playbook.phases.values()].filter(
      ({ phase }) => phase.exits.length > 0,
    );
    const phaseId = at.from(phases, { phase: { id: 'phase-0' as PhaseId } }).phase.id;
    return { actor: at.staff(), command: { type: 'TakeExit', phaseId, exit: 0 } };
  },
  ExtendDeadline: (at) => {
    const found = at.expectation(({ status }) => status === 'open' || status === 'missed');
    return {
      actor: at.staff(),
      command: {
        type: 'ExtendDeadline',
        injectId: found?.injectId ?? at.inject('released'),
        expectationId: found?.expectationId ?? ('expectation-0' as ExpectationId),
        tableId: found?.tableId ?? at.table(),
        byMs: 1_000 + at.dice.upTo(120_000),
      },
    };
  },
  SetAsset: (at) => ({
    actor: at.staff(),
    command: {
      type: 'SetAsset',
      assetId: at.from([...at.state.assets.keys()], 'none' as AssetId),
      status: at.dice.oneOf(assetStatuses),
    },
  }),
  SetIndicator: (at) => ({
    actor: at.staff(),
    command: {
      type: 'SetIndicator',
      indicatorId: 'trust' as IndicatorId,
      value: at.dice.upTo(110),
    },
  }),
  ReachMilestone: (at) => ({
    actor: at.staff(),
    command: {
      type: 'ReachMilestone',
      milestoneId: at.from(at.scenario.milestones, { id: 'none' as MilestoneId }).id,
    },
  }),
  EditInject: (at) => {
    const injectId = at.inject('waiting', 'armed', 'due', 'skipped');
    const title = at.dice.isIn(50) ? { title: writing(at, 'Title') } : {};
    const body = at.dice.isIn(50) ? { body: writing(at, 'Body') } : {};
    const tlp = at.dice.isIn(40) ? { tlp: at.dice.oneOf(tlpLabels) } : {};
    const untilTranslated = at.dice.isIn(40);
    return {
      actor: at.staff(),
      command: { type: 'EditInject', injectId, ...title, ...body, ...tlp, untilTranslated },
    };
  },
  ImproviseInject: (at) => {
    const { teams, parties } = at.scenario;
    const names: Recipient[] = [...teams.map(({ id }) => id), ...parties.map(({ id }) => id)];
    return {
      actor: at.staff(),
      command: {
        type: 'ImproviseInject',
        title: writing(at, 'Improvised'),
        body: writing(at, 'Improvised body'),
        channel: at.dice.oneOf(channelSchema.options),
        from: at.dice.oneOf(at.scenario.contacts).id,
        to: at.dice.isIn(40) ? ['all'] : at.dice.some(names, 1, 2),
        tlp: at.dice.oneOf(tlpLabels),
        expectations: at.dice.some(['acknowledge', 'respond'] as const, 0, 2).map((kind) => ({
          kind,
          withinMinutes: 1 + at.dice.upTo(3),
          points: 5,
        })),
        releaseNow: at.dice.isIn(70),
        untilTranslated: at.dice.isIn(40),
      },
    };
  },
  ChooseVariant: (at) => {
    const open = at.injects('waiting', 'armed', 'due', 'skipped').flatMap((id) => {
      const variants = injectOf(at.state, id)?.variants ?? [];
      return variants.map((variant) => [id, variant.id] as const);
    });
    const [injectId, variantId] = at.from(open, [at.inject('armed'), 'none' as VariantId] as const);
    return { actor: at.staff(), command: { type: 'ChooseVariant', injectId, variantId } };
  },
  ShowScores: (at) => ({
    actor: at.staff(),
    command: { type: 'ShowScores', players: at.dice.isIn(60), observers: at.dice.isIn(60) },
  }),
};

/** In one language, or in those of the scenario. */
function writing({ dice, scenario }: Chooser, what: string): string | Record<string, string> {
  const words = `${what} ${dice.upTo(99)}`;
  if (dice.isIn(50)) return words;
  const languages = dice.some(scenario.languages, 1, 2);
  return Object.fromEntries(languages.map((language) => [language, `${words} ${language}`]));
}
