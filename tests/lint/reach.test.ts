/** What the linter calls impossible never happens, in random drills whose controllers keep to the script. */
import type { Command, CommandType } from '@trilogue/engine/exercise/commands';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { type ExerciseState, isPhaseActive } from '@trilogue/engine/exercise/state';
import { lintScenario } from '@trilogue/engine/lint/lint';
import {
  defaultLintOptions,
  type LintContext,
  lintContext,
} from '@trilogue/engine/lint/lint-context';
import type { ExerciseId, TableId } from '@trilogue/engine/protocol/ids';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { director, host, players } from '../support/drill-chooser.js';
import { joining } from '../support/drill-conduct.js';
import { nextSubmission } from '../support/drill-mix.js';
import { type Move, Played, randomMoves } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';
import { runs, tried } from '../support/runs.js';

/** Codes that say of an inject or an exit that it never happens by itself. */
const certain = [
  'flow/after-phase-end',
  'flow/comes-too-late',
  'flow/exit-overtaken',
  'gate/exit-never-opens',
];

test('[LINT3] nothing happens that is called impossible, or sooner than it is called possible', () => {
  const seen = new Map<string, number>();
  const ruledOut = new Map<string, number>();
  fc.assert(
    fc.property(randomScenario, randomMoves(150), (scenario, moves) => {
      const context = lintContext(scenario, defaultLintOptions);
      const { steps } = scripted(scenario, moves);
      for (const { fact } of steps) {
        for (const [what, least] of bounds(fact, context)) {
          seen.set(what, (seen.get(what) ?? 0) + 1);
          // Play time counts whole milliseconds.
          const isSooner = fact.playMs + 1 < least * 60_000;
          expect([what, fact, isSooner]).toEqual([what, fact, false]);
        }
        if (fact.type === 'IndicatorChanged') {
          const { low, high } = context.reach.indicator(fact.indicatorId);
          const isOutside = fact.value < low || fact.value > high;
          expect([fact, low, high, isOutside]).toEqual([fact, low, high, false]);
        }
      }
      const log = steps.map(({ fact }) => fact);
      const done = new Set(log.flatMap((fact) => placeOf(fact, log, context) ?? []));
      for (const { code, path } of lintScenario(scenario)) {
        if (!certain.includes(code)) continue;
        ruledOut.set(code, (ruledOut.get(code) ?? 0) + 1);
        const isDone = [...done].some((place) => path === place || path.startsWith(`${place}.`));
        expect([code, path, isDone]).toEqual([code, path, false]);
      }
    }),
    tried(runs(150)),
  );
  console.log([...seen, ...ruledOut].map(([what, count]) => `${what} ${count}`).join(', '));
  expect([...seen.values()].every((count) => count > 20)).toBe(true);
  expect([...ruledOut.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
});

/** One table a team, by the clock, and of a controller's acts only those that the scenario asks for. */
function scripted(scenario: Scenario, moves: readonly Move[]): Played {
  const drill = new Played(scenario, undefined);
  const tables = scenario.teams.map(({ id }, index) => ({
    tableId: `table-${index}` as TableId,
    name: `Table ${index}`,
    teamIds: [id],
  }));
  drill.submit(host, {
    type: 'CreateExercise',
    exerciseId: 'exercise1' as ExerciseId,
    scenarioId: scenario.id,
    scenarioHash: 'hash',
    title: 'Random',
    seed: moves[0]?.a ?? 0,
    pace: 'auto',
    mode: 'assess',
  });
  drill.submit(host, { type: 'CastTeams', casting: { tables, controlled: [] } });
  for (const { actor, command } of [
    joining('director', 'director', null),
    { actor: director, command: { type: 'OpenLobby' } } as const,
    ...players.map(([seatId, table]) => joining(seatId, 'player', table)),
    { actor: director, command: { type: 'StartExercise' } } as const,
  ]) {
    drill.submit(actor, command);
  }
  for (const { what, a, b, c, waitMs } of moves) {
    drill.nowMs += waitMs;
    const { actor, command } = nextSubmission(drill.state, ((what * 31 + a) * 31 + b) * 31 + c);
    if (isScripted(command, drill.state)) drill.submit(actor, command);
  }
  return drill;
}

/** Controllers’ acts that change the story as written. */
const meddling = new Set<CommandType>([
  ...(['CastTeams', 'SetPace', 'EndExercise', 'Rewind', 'HoldInject', 'UnholdInject'] as const),
  ...(['MoveInject', 'SkipInject', 'RecallInject', 'EditInject', 'ImproviseInject'] as const),
  ...(['SetAsset', 'SetIndicator', 'ReachMilestone', 'AdjustScore'] as const),
  ...(['MarkExpectation', 'ExtendDeadline', 'OverridePosition', 'StartObligation'] as const),
]);

function isScripted(command: Command, state: ExerciseState): boolean {
  const { playbook } = state;
  if (command.type === 'ReleaseInject') {
    const inject = playbook.injects.get(command.injectId);
    if (inject === undefined || inject.release.kind === 'deck') return true;
    return inject.release.kind === 'manual' && isPhaseActive(state, inject.phase);
  }
  if (command.type === 'TakeExit') {
    const exit = playbook.phases.get(command.phaseId)?.phase.exits[command.exit];
    return exit?.when.kind === 'manual';
  }
  if (command.type === 'OpenPosition') {
    const opens = JSON.stringify(playbook.scenario).includes(`"position":"${command.positionId}"`);
    return playbook.positions.get(command.positionId)?.comesWith === undefined && !opens;
  }
  return !meddling.has(command.type);
}

/** What a fact brought about, with the earliest minute that the linter gives for it. */
function* bounds(fact: Fact, { reach, playbook }: LintContext): Generator<[string, number]> {
  switch (fact.type) {
    case 'InjectReleased':
      yield ['inject', reach.inject(fact.injectId)];
      break;
    case 'PhaseChanged':
      for (const phaseId of fact.entered) yield ['phase', reach.phase(phaseId)];
      for (const phaseId of fact.left) yield ['leaving', reach.withoutPhase(phaseId)];
      break;
    case 'MilestoneReached':
      yield ['milestone', reach.milestone(fact.milestoneId)];
      break;
    case 'AssetChanged':
      yield ['status', reach.status(fact.assetId, fact.status)];
      break;
    case 'PositionOpened':
      yield ['position', reach.position(fact.positionId)];
      break;
    case 'ObligationStarted':
      yield ['obligation', reach.obligation(fact.obligationId)];
      break;
    case 'EndingReached': {
      const ending = playbook.endings.get(fact.endingId);
      if (ending !== undefined) yield ['ending', reach.window(ending.when).holds];
      break;
    }
    case 'ConditionTurned': {
      const condition = playbook.watches.get(fact.watch)?.condition;
      if (condition === undefined) break;
      const { holds, fails } = reach.window(condition);
      yield fact.isTrue ? ['true', holds] : ['false', fails];
      break;
    }
    default:
  }
}

/** Where in the file stands what a fact says has happened by itself. */
function placeOf(fact: Fact, log: readonly Fact[], context: LintContext): string | null {
  const { pathOf, sites, playbook } = context;
  if (fact.type === 'InjectReleased') {
    const isBrought =
      playbook.injects.get(fact.injectId)?.release.kind === 'deck' ||
      sites.some(
        ({ effect }) => effect.kind === 'releaseInject' && effect.inject === fact.injectId,
      );
    return isBrought ? null : `${pathOf(`inject ${fact.injectId}`)}.release`;
  }
  if (fact.type !== 'PhaseChanged') return null;
  const cause = log.find(({ seq }) => seq === fact.causedBy);
  return cause?.type === 'ExitArmed'
    ? `${pathOf(`phase ${cause.phaseId}`)}.exits[${cause.exit}]`
    : null;
}
