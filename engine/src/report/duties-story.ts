/** What was due and when it came: reports to authorities, tasks, decisions, joint positions. */

import type { PositionSubject } from '../exercise/command-parts.js';
import type { ObligationId, TableId } from '../protocol/ids.js';
import type { Takeaway } from '../protocol/takeaway.js';
import type { PositionView } from '../views/exchange-view.js';
import type { ScenarioTimes } from './scenario-times.js';
import type { SeenPosition, Sight } from './sight.js';

export function reportsStory(
  { reports }: Sight,
  scenarioAt: ScenarioTimes,
  missedAt: (tableId: TableId, obligationId: ObligationId) => number | null,
): Takeaway['reports'] {
  const started = [...reports].sort((a, b) => a.view.startedScenarioMs - b.view.startedScenarioMs);
  return started.map(({ tableId, view }) => {
    const { title, to, status, startedScenarioMs, dueScenarioMs, report } = view;
    const filedScenarioMs = report === null ? null : scenarioAt(report.playMs);
    const isOver = filedScenarioMs !== null && filedScenarioMs > dueScenarioMs;
    return {
      title,
      to: to.name,
      tableId,
      status,
      startedScenarioMs,
      dueScenarioMs,
      filedScenarioMs,
      filedPlayMs: report?.playMs ?? null,
      missedPlayMs: status === 'open' || status === 'waived' ? null : missedAt(tableId, view.id),
      overMs: isOver ? filedScenarioMs - dueScenarioMs : null,
    };
  });
}

export function tasksStory({ tasks, injects }: Sight): Takeaway['tasks'] {
  return tasks
    .map(({ injectId, kind, about, tableId, status, duePlayMs, settledPlayMs }) => ({
      kind,
      inject: injects.find(({ id }) => id === injectId)?.title ?? null,
      about,
      tableId,
      status,
      duePlayMs,
      settledPlayMs,
    }))
    .sort((a, b) => a.duePlayMs - b.duePlayMs);
}

export function decisionsStory(
  { choices, injects }: Sight,
  scenarioAt: ScenarioTimes,
): Takeaway['decisions'] {
  return [...choices]
    .sort((a, b) => a.playMs - b.playMs)
    .map(({ tableId, injectId, playMs, choice }) => {
      const inject = injectId === null ? undefined : injects.find(({ id }) => id === injectId);
      return {
        inject: inject?.title ?? null,
        choice,
        tableId,
        playMs,
        scenarioMs: scenarioAt(playMs),
        afterMs: inject === undefined ? null : Math.max(0, playMs - inject.playMs),
      };
    });
}

export function positionsStory({ positions }: Sight): Takeaway['positions'] {
  return [...positions]
    .sort((a, b) => (a.openedPlayMs ?? 0) - (b.openedPlayMs ?? 0))
    .map(({ view, partyIds, status, openedPlayMs, settledPlayMs, versions }) => ({
      title: view?.title ?? null,
      rule: view?.rule.kind ?? null,
      status,
      cause: view?.settled?.cause ?? null,
      partyIds: [...partyIds],
      openedPlayMs,
      settledPlayMs,
      tookMs:
        openedPlayMs === null || settledPlayMs === null
          ? null
          : Math.max(0, settledPlayMs - openedPlayMs),
      agreedOn: view === null ? null : optionAgreed(view),
      agreedText: view === null ? null : textAgreed(view, versions),
      versions: view?.version ?? 0,
      stances: view === null ? [] : stancesOn(view),
    }));
}

function optionAgreed({ agreedOn, options }: PositionView) {
  if (agreedOn?.kind !== 'option') return null;
  return options.find(({ id }) => id === agreedOn.optionId)?.label ?? null;
}

/** The text as it was agreed; the scenario's own first version has no author in play. */
function textAgreed({ agreedOn }: PositionView, versions: SeenPosition['versions']) {
  if (agreedOn?.kind !== 'version') return null;
  const found = versions.find(({ version }) => version === agreedOn.version);
  return found === undefined ? null : { text: found.text, textIn: { ...found.textIn } };
}

/** Of each voice the stance on what was agreed; where nothing was, its last one. */
function stancesOn({ stances, agreedOn }: PositionView): Takeaway['positions'][number]['stances'] {
  const isOn = (on: PositionSubject) =>
    agreedOn === null || JSON.stringify(on) === JSON.stringify(agreedOn);
  const last = new Map(
    stances
      .filter(({ on }) => isOn(on))
      .sort((a, b) => a.seq - b.seq)
      .map((entry) => [entry.teamId, entry]),
  );
  return [...last.values()].map(({ teamId, stance, reason, reasonIn, isByControl }) => ({
    teamId,
    stance,
    reason: { text: reason, textIn: { ...reasonIn } },
    isByControl,
  }));
}
