/** What happened, in order, and which moments of it are key to the story. */
import type { PartyId, TableId } from '../protocol/ids.js';
import type { Moment, Takeaway } from '../protocol/takeaway.js';
import type { ScenarioTimes } from './scenario-times.js';
import { partiesTold } from './sharing-story.js';
import type { Sight } from './sight.js';

type Bare = Pick<Moment, 'kind' | 'playMs'> & Partial<Moment>;
type Told = Pick<Takeaway, 'positions' | 'reports' | 'tasks' | 'decisions' | 'world' | 'sharing'>;

export function momentsOf(sight: Sight, told: Told, scenarioAt: ScenarioTimes): Moment[] {
  const partiesAt = (tableId: TableId): PartyId[] =>
    sight.tables.find((table) => table.tableId === tableId)?.partyIds ?? [];
  const bare: Bare[] = [
    ...sight.phases.map(({ title, playMs }) => ({
      kind: 'phase' as const,
      playMs,
      title,
      isKey: true,
    })),
    ...sight.injects.map(({ title, tlp, playMs, tableIds, partyIds, hasChoices }) => ({
      kind: 'inject' as const,
      playMs,
      title,
      tlp,
      tableIds: [...tableIds],
      partyIds: [...partyIds],
      isKey: hasChoices,
    })),
    ...sight.answers.map(({ tableId, injectId, playMs }) => ({
      kind: 'answer' as const,
      playMs,
      title:
        injectId === null ? null : (sight.injects.find(({ id }) => id === injectId)?.title ?? null),
      tableIds: [tableId],
    })),
    ...told.decisions.map(({ inject, choice, tableId, playMs }) => ({
      kind: 'choice' as const,
      playMs,
      title: choice ?? inject,
      tableIds: [tableId],
      isKey: true,
    })),
    ...sharesOf(sight, told),
    ...onceEach(told.sharing.broken ?? []).flatMap(({ tableId, title, breach, playMs }) =>
      playMs === null
        ? []
        : [
            {
              kind: 'markingBroken' as const,
              playMs,
              title,
              tableIds: [tableId],
              detail: breach,
              isKey: true,
            },
          ],
    ),
    ...told.positions.flatMap(positionMoments),
    ...reportsOf(told),
    ...tasksOf(told),
    ...assetsOf(told),
    ...sight.milestones.map((one) => ({ kind: 'milestone' as const, ...one })),
    ...sight.endings.map((one) => ({ kind: 'ending' as const, ...one, isKey: true })),
  ];
  return bare
    .map((moment) => ({
      isKey: false,
      title: null,
      tableIds: [],
      toPartyIds: [],
      detail: null,
      tlp: null,
      scenarioMs: scenarioAt(moment.playMs),
      ...moment,
      partyIds: moment.partyIds ?? [...new Set((moment.tableIds ?? []).flatMap(partiesAt))],
    }))
    .sort((a, b) => a.playMs - b.playMs);
}

/** Tables that let the same task pass at the same time are one moment, a key one where they never did it. */
function tasksOf({ tasks }: Told): Bare[] {
  const moments = new Map<string, Bare>();
  for (const { kind, inject, about, tableId, status, duePlayMs } of tasks) {
    if (status !== 'missed' && status !== 'late') continue;
    const title = about ?? inject;
    const key = JSON.stringify([kind, title, duePlayMs, status]);
    moments.set(key, {
      kind: 'taskMissed',
      playMs: duePlayMs,
      title,
      tableIds: [...new Set([...(moments.get(key)?.tableIds ?? []), tableId])],
      detail: kind,
      isKey: status === 'missed',
    });
  }
  return [...moments.values()];
}

/** One share may break a marking towards several: that is one moment. */
function onceEach(broken: NonNullable<Told['sharing']['broken']>): typeof broken {
  const keyOf = ({ tableId, playMs, title }: (typeof broken)[number]) =>
    JSON.stringify([tableId, playMs, title]);
  return [...new Map(broken.map((one) => [keyOf(one), one])).values()];
}

/** Each share that is seen; where only the crossing is, the crossing. The first over a border is key. */
function sharesOf(sight: Sight, { sharing }: Told): Bare[] {
  const known = new Set<string>();
  const isFirst = (from: readonly PartyId[], to: readonly PartyId[]) => {
    const pairs = from.flatMap((source) => to.map((target) => `${source} ${target}`));
    const isNew = pairs.some((pair) => !known.has(pair));
    for (const pair of pairs) known.add(pair);
    return isNew;
  };
  if (sight.audience.kind === 'everybody') {
    return [...sight.crossings]
      .sort((a, b) => a.playMs - b.playMs)
      .map(({ playMs, from, to }) => ({
        kind: 'share',
        playMs,
        partyIds: [...from],
        toPartyIds: [...to],
        isKey: isFirst(from, to),
      }));
  }
  const sorted = [...sight.shares].sort((a, b) => a.playMs - b.playMs);
  return sorted.map((share, index) => {
    const from = sight.tables.find(({ tableId }) => tableId === share.fromTableId)?.partyIds ?? [];
    const to = partiesTold(sight, share);
    return {
      kind: 'share',
      playMs: share.playMs,
      title: sharing.shares[index]?.items[0]?.title ?? null,
      tableIds: [share.fromTableId],
      partyIds: [...from],
      toPartyIds: to,
      tlp: share.marking,
      isKey: to.length > 0 && isFirst(from, to),
    };
  });
}

function positionMoments({
  title,
  status,
  partyIds,
  openedPlayMs,
  settledPlayMs,
}: Told['positions'][number]): Bare[] {
  const opened: Bare[] =
    openedPlayMs === null
      ? []
      : [{ kind: 'positionOpened', playMs: openedPlayMs, title, partyIds, isKey: false }];
  if (settledPlayMs === null || status === 'open') return opened;
  return [
    ...opened,
    {
      kind: status === 'agreed' ? 'positionAgreed' : 'positionFailed',
      playMs: settledPlayMs,
      title,
      partyIds,
      isKey: true,
    },
  ];
}

function reportsOf({ reports }: Told): Bare[] {
  return reports.flatMap(({ title, tableId, status, filedPlayMs, missedPlayMs }): Bare[] => {
    const common = { title, tableIds: [tableId], isKey: true, detail: status };
    if (filedPlayMs !== null) return [{ kind: 'reportFiled', playMs: filedPlayMs, ...common }];
    return status === 'missed' && missedPlayMs !== null
      ? [{ kind: 'reportMissed', playMs: missedPlayMs, ...common }]
      : [];
  });
}

function assetsOf({ world }: Told): Bare[] {
  return world.changes.map(({ assetId, playMs, from, to, cause }) => {
    const asset = world.assets.find(({ id }) => id === assetId);
    const kind =
      to === 'operational'
        ? 'assetRecovered'
        : from === 'operational'
          ? 'assetFailed'
          : 'assetChanged';
    return {
      kind,
      playMs,
      title: asset?.name ?? null,
      partyIds: asset === undefined ? [] : [asset.partyId],
      detail: to,
      isKey: kind !== 'assetChanged' || cause?.crossesBorder === true,
    };
  });
}
