/** Many rehearsals together: what is reached how often, how scores spread, how failures travel. */
import type { LocalizedText } from '../scenario/localize.js';
import type { Playbook } from '../scenario/playbook.js';
import type { RehearsalReport, Spread, TableReport } from './report.js';
import type { RunSummary } from './summary.js';
import type { TeamsOption } from './temperament.js';

export function reportOf(
  playbook: Playbook,
  given: { readonly seed: number; readonly teams: TeamsOption },
  tables: readonly (readonly string[])[],
  runs: readonly RunSummary[],
): RehearsalReport {
  const { scenario } = playbook;
  const share = (count: number) => round(runs.length === 0 ? 0 : count / runs.length);
  const reach = (
    id: string,
    title: LocalizedText,
    list: (run: RunSummary) => readonly Moment[],
  ) => {
    const minutes = runs.flatMap((run) => list(run).find(([what]) => what === id)?.[1] ?? []);
    return { id, title, reached: share(minutes.length), minute: middle(minutes) };
  };
  const body = {
    phases: [...playbook.phases.values()].map(({ phase }) =>
      reach(phase.id, phase.title, (run) => run.phases),
    ),
    injects: scenario.injects.map((inject) => ({
      ...reach(inject.id, inject.title, (run) => run.injects),
      number: inject.number,
    })),
    choices: scenario.injects.flatMap((inject) =>
      (inject.choices ?? []).map(({ id, label }) => ({
        inject: inject.id,
        choice: id,
        label,
        reached: share(countRuns(runs, (run) => run.choices, `${inject.id} ${id}`)),
      })),
    ),
    positions: scenario.positions.map(({ id, title, options }) => ({
      id,
      title,
      opened: share(countRuns(runs, (run) => run.positionsOpened, id)),
      failed: share(countRuns(runs, (run) => run.positionsSettled, `${id} failed`)),
      agreed:
        options === undefined
          ? [
              {
                option: null,
                label: title,
                reached: share(countRuns(runs, (run) => run.positionsSettled, `${id} agreed`)),
              },
            ]
          : options.map((option) => ({
              option: option.id,
              label: option.label,
              reached: share(
                countRuns(runs, (run) => run.positionsSettled, `${id} agreed ${option.id}`),
              ),
            })),
    })),
    endings: scenario.endings.map(({ id, title }) => reach(id, title, (run) => run.endings)),
  };
  return {
    scenario: scenario.id,
    title: scenario.title,
    runs: runs.length,
    ...given,
    minutes: spreadOf(runs.map(({ minutes }) => minutes)),
    facts: spreadOf(runs.map(({ facts }) => facts)),
    actions: spreadOf(runs.map(({ actions }) => actions)),
    refused: refusedShare(runs),
    ...body,
    obligations: obligationsOf(playbook, runs, share),
    items: itemsOf(playbook, runs, share),
    assets: assetsOf(playbook, runs, share),
    spread: travelOf(runs),
    tables: tablesOf(playbook, tables, runs),
    temperaments: temperamentsOf(runs),
    unreached: [
      ...body.phases.filter(isUnreached).map(({ id }) => `phase ${id}`),
      ...body.injects.filter(isUnreached).map(({ number }) => `inject ${number}`),
      ...body.choices.filter(isUnreached).map(({ inject, choice }) => `choice ${inject} ${choice}`),
      ...body.positions.flatMap(({ id, failed, agreed }) => [
        ...(failed === 0 ? [`position ${id} failed`] : []),
        ...agreed
          .filter(isUnreached)
          .map(({ option }) => `position ${id} agreed${option === null ? '' : ` ${option}`}`),
      ]),
      ...body.endings.filter(isUnreached).map(({ id }) => `ending ${id}`),
    ],
  };
}

type Moment = RunSummary['injects'][number];

function isUnreached({ reached }: { readonly reached: number }): boolean {
  return reached === 0;
}

function countRuns(
  runs: readonly RunSummary[],
  list: (run: RunSummary) => readonly string[],
  what: string,
): number {
  return runs.filter((run) => list(run).includes(what)).length;
}

function refusedShare(runs: readonly RunSummary[]): number {
  const actions = runs.reduce((sum, run) => sum + run.actions, 0);
  const refused = runs.reduce((sum, run) => sum + run.refused, 0);
  return actions === 0 ? 0 : round(refused / actions);
}

function obligationsOf(
  { scenario }: Playbook,
  runs: readonly RunSummary[],
  share: (count: number) => number,
): RehearsalReport['obligations'] {
  return scenario.obligations.map(({ id, title }) => {
    const outcomes = runs.flatMap((run) => run.obligations);
    const count = (what: string) => outcomes.filter((one) => one === `${id} ${what}`).length;
    // A late report follows a missed deadline: the same clock.
    const late = count('late');
    const missed = count('missed') - late;
    const met = count('met');
    const clocks = Math.max(1, met + late + missed);
    return {
      id,
      title,
      started: share(countRuns(runs, (run) => run.obligationsStarted, id)),
      met: round(met / clocks),
      late: round(late / clocks),
      missed: round(missed / clocks),
    };
  });
}

function itemsOf(
  { scenario }: Playbook,
  runs: readonly RunSummary[],
  share: (count: number) => number,
): RehearsalReport['items'] {
  const times = (list: (run: RunSummary) => readonly string[], id: string) =>
    share(runs.flatMap(list).filter((item) => item === id).length);
  return scenario.items.map(({ id, title }) => ({
    id,
    title,
    shared: share(countRuns(runs, (run) => run.itemsShared, id)),
    broken: times((run) => run.broken, id),
    needless: times((run) => run.needless, id),
  }));
}

function assetsOf(
  { scenario }: Playbook,
  runs: readonly RunSummary[],
  share: (count: number) => number,
): RehearsalReport['assets'] {
  const counts = new Map<string, number>();
  for (const run of runs) {
    for (const [what] of run.assets) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return scenario.assets.map(({ id, name }) => ({
    id,
    name,
    reached: Object.fromEntries(
      [...counts]
        .filter(([what]) => what.startsWith(`${id} `))
        .map(([what, count]) => [what.slice(id.length + 1), share(count)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }));
}

function travelOf(runs: readonly RunSummary[]): RehearsalReport['spread'] {
  const counts = new Map<string, number>();
  for (const way of runs.flatMap((run) => run.spread)) counts.set(way, (counts.get(way) ?? 0) + 1);
  return [...counts]
    .map(([way, count]) => {
      const [from = '', to = ''] = way.split(' ');
      return { from, to, times: round(count / runs.length) };
    })
    .sort((a, b) => b.times - a.times || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}

function tablesOf(
  playbook: Playbook,
  tables: readonly (readonly string[])[],
  runs: readonly RunSummary[],
): TableReport[] {
  return tables.map((teamIds, index) => {
    const found = runs.flatMap(({ tables: all, minutes }) => {
      const table = all[index];
      return table === undefined ? [] : [{ ...table, minutes }];
    });
    const first = found[0]?.tableId ?? `table-${index + 1}`;
    const arrivals = found.reduce((sum, table) => sum + table.arrivals.length, 0);
    const minutes = found.reduce((sum, table) => sum + table.minutes, 0);
    return {
      tableId: first,
      teams: teamIds.map((teamId) => playbook.teams.get(teamId as never)?.name ?? teamId),
      points: spreadOf(found.map(({ points }) => points)),
      maximum: middle(found.map(({ maximum }) => maximum)) ?? 0,
      perTenMinutes: minutes === 0 ? 0 : round((arrivals / minutes) * 10),
      busiest: Math.max(0, ...found.map((table) => busiestTen(table.arrivals))),
      silence: spreadOf(found.map((table) => longestSilence(table.arrivals, table.minutes))),
      missed: round(
        found.reduce((sum, table) => sum + table.missed, 0) / Math.max(1, found.length),
      ),
    };
  });
}

function temperamentsOf(runs: readonly RunSummary[]): RehearsalReport['temperaments'] {
  const shares = new Map<string, number[]>();
  for (const { temperament, points, maximum } of runs.flatMap(({ tables }) => tables)) {
    if (maximum === 0) continue;
    const list = shares.get(temperament) ?? [];
    list.push(points / maximum);
    shares.set(temperament, list);
  }
  return [...shares]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => ({ name, tables: list.length, share: spreadOf(list) }));
}

function busiestTen(arrivals: readonly number[]): number {
  return Math.max(
    0,
    ...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 10).length),
  );
}

function longestSilence(arrivals: readonly number[], endMinute: number): number {
  let longest = 0;
  let last = 0;
  for (const at of [...arrivals, endMinute]) {
    longest = Math.max(longest, at - last);
    last = at;
  }
  return round(longest);
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
  return { least: at(0), low: at(0.1), median: at(0.5), high: at(0.9), most: at(1) };
}

function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
