/** The take-away in figures. */
import type { ExerciseState } from '../exercise/state.js';
import type { Takeaway } from '../protocol/takeaway.js';
import { gotWorse } from '../views/cascade-chart.js';
import { medianOf } from './middle.js';
import type { Sight } from './sight.js';

type Told = Pick<Takeaway, 'positions' | 'reports' | 'tasks' | 'world' | 'sharing'>;

export function summaryOf(
  { lastPlayMs }: ExerciseState,
  sight: Sight,
  { world, sharing, positions, reports, tasks }: Told,
): Takeaway['summary'] {
  const failures = world.changes.filter(({ from, to }) => gotWorse(from, to));
  const isWall = sight.audience.kind === 'everybody';
  const ownTable = sight.audience.kind === 'table' ? sight.audience.tableId : null;
  // Of a table's page only what it sent itself says how fast it was.
  const own = sharing.shares.filter(
    ({ fromTableId }) => ownTable === null || fromTableId === ownTable,
  );
  const agreed = positions.filter(({ status }) => status === 'agreed');
  return {
    playMs: lastPlayMs,
    injects: sight.injects.length,
    shares: isWall ? sight.crossings.length : own.length,
    sharesAbroad: isWall
      ? sight.crossings.length
      : own.filter(({ crossesBorder }) => crossesBorder).length,
    medianHeldForMs: medianOf(own.flatMap(({ items }) => items.map(({ heldForMs }) => heldForMs))),
    positionsAgreed: agreed.length,
    positionsFailed: positions.filter(({ status }) => status === 'failed').length,
    medianAgreementMs: medianOf(agreed.map(({ tookMs }) => tookMs)),
    reports: reports.filter(({ status }) => status !== 'waived').length,
    reportsLate: reports.filter(({ status }) => status === 'late').length,
    reportsMissed: reports.filter(({ status }) => status === 'missed').length,
    tasks: tasks.filter(({ status }) => status !== 'waived').length,
    tasksMissed: tasks.filter(({ status }) => status === 'missed').length,
    assetsTroubled: world.assets.filter(({ worst }) => worst !== 'operational').length,
    assetsRecovered: world.assets.filter(
      ({ worst, atEnd }) => worst !== 'operational' && atEnd === 'operational',
    ).length,
    bordersCrossed: failures.filter(({ cause }) => cause?.crossesBorder === true).length,
    sectorsCrossed: failures.filter(({ cause }) => cause?.crossesSector === true).length,
  };
}
