/** What staff take home: everything, TLP:RED and what was hidden among it. */
import type { BrokenMarking } from '../exercise/exchange-state.js';
import { injectText } from '../exercise/inject-text.js';
import { type ExerciseState, injectIds, injectOf, injectState } from '../exercise/state.js';
import type { Expectation } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import { expectationOf, teamsAddressed } from '../scenario/playbook.js';
import {
  directoryPart,
  draftVersionView,
  obligationView,
  positionView,
  shareView,
} from '../views/exchange-parts.js';
import { observerProjection } from '../views/observer-view.js';
import { indicatorItem } from '../views/world-parts.js';
import type { Crossing, SeenInject, SeenItem, SeenPosition, SeenTask, Sight } from './sight.js';
import {
  earliest,
  heldFor,
  observationsIn,
  partiesAt,
  phasesIn,
  tablesIn,
  teamsIn,
  titleOf,
  unique,
} from './sight-parts.js';

export function staffSight(state: ExerciseState): Sight {
  const { playbook, deliveries, shares, milestones, endings } = state;
  const wall = Object.values(observerProjection.viewOf(state, { role: 'observer' }).happenings);
  const held = heldIn(state);
  const acts = [...deliveries].map(([key, delivery]) => {
    // Keys are "inject table".
    const [injectId, tableId] = key.split(' ') as never as [
      SeenTask['injectId'],
      SeenTask['tableId'],
    ];
    return { injectId, tableId, delivery };
  });
  return {
    audience: { kind: 'staff' },
    eyes: 'all',
    tables: tablesIn(state, () => true, true),
    teams: teamsIn(directoryPart(state)),
    phases: phasesIn(wall),
    injects: injectsIn(state),
    answers: acts.flatMap(({ injectId, tableId, delivery: { response } }) =>
      response === null ? [] : [{ tableId, injectId, playMs: response.playMs, choice: null }],
    ),
    choices: acts.flatMap(({ injectId, tableId, delivery: { choice } }) => {
      if (choice === null) return [];
      const label = injectOf(state, injectId)?.choices?.find(({ id }) => id === choice.choiceId);
      return [{ tableId, injectId, playMs: choice.playMs, choice: label?.label ?? null }];
    }),
    tasks: tasksIn(state),
    shares: [...shares.values()].map((share) => shareView(state, share)),
    crossings: crossingsIn(state, held),
    held,
    broken: [...state.brokenMarkings.values()].map((broken) => ({
      tableId: broken.tableId,
      title: broken.itemId === null ? null : (playbook.items.get(broken.itemId)?.title ?? null),
      breach: broken.breach,
      playMs: shares.get(String(broken.shareSeq))?.playMs ?? null,
      to: receiverOf(state, broken.to),
    })),
    needless: state.timeline.toArray().flatMap((fact) =>
      fact.type === 'OverShared'
        ? [
            {
              tableId: fact.tableId,
              title: playbook.items.get(fact.itemId)?.title ?? null,
              playMs: fact.playMs,
              to: receiverOf(state, fact.to),
            },
          ]
        : [],
    ),
    needs: needsIn(state),
    positions: positionsIn(state),
    reports: [...state.obligations.values()].flatMap(({ obligationId, tableId }) => {
      const view = obligationView(state, obligationId, tableId);
      return view === null ? [] : [{ tableId, view }];
    }),
    indicators: playbook.scenario.indicators.flatMap(({ id }) => {
      const every = playbook.scenario.teams.map((team) => team.id);
      return indicatorItem(state, every, id) ?? [];
    }),
    observations: observationsIn(state, () => true),
    ratings: [...state.confirmedRatings.values()].map(({ of, tableId, rating }) => ({
      objective:
        of.kind === 'objective' ? (playbook.objectives.get(of.objectiveId)?.title ?? null) : null,
      capability: of.kind === 'capability' ? of.capability : null,
      tableId,
      rating,
    })),
    scores: scoresIn(state),
    milestones: playbook.scenario.milestones.flatMap(({ id, title }) => {
      const playMs = milestones.get(id);
      return playMs === undefined ? [] : [{ title, playMs }];
    }),
    endings: playbook.scenario.endings.flatMap(({ id, title }) => {
      const playMs = endings.get(id);
      return playMs === undefined ? [] : [{ title, playMs }];
    }),
    endedBecause: state.endedBecause,
  };
}

function injectsIn(state: ExerciseState): SeenInject[] {
  return injectIds(state).flatMap((id) => {
    const inject = injectOf(state, id);
    const { releasedPlayMs, tableIds } = injectState(state, id);
    if (inject === undefined || releasedPlayMs === null) return [];
    return [
      {
        id,
        title: injectText(state, id, null)?.title ?? inject.title,
        tlp: inject.tlp,
        playMs: releasedPlayMs,
        tableIds,
        partyIds: unique(tableIds.flatMap((tableId) => partiesAt(state, tableId))),
        hasChoices: inject.choices !== undefined,
      },
    ];
  });
}

function tasksIn(state: ExerciseState): SeenTask[] {
  return [...state.expectations.values()].flatMap((found) => {
    const inject = injectOf(state, found.injectId);
    const rule = (inject && expectationOf(inject, found.expectationId)) ?? null;
    if (rule === null) return [];
    return [
      {
        tableId: found.tableId,
        injectId: found.injectId,
        kind: rule.kind,
        about: subjectTitle(state, rule),
        duePlayMs: found.dueAtMs,
        settledPlayMs: found.settledPlayMs,
        status: found.status,
      },
    ];
  });
}

function subjectTitle(state: ExerciseState, rule: Expectation): LocalizedText | null {
  switch (rule.kind) {
    case 'share':
      return titleOf(state, { kind: 'item', id: rule.item });
    case 'agree':
      return titleOf(state, { kind: 'position', id: rule.position });
    case 'report':
      return titleOf(state, { kind: 'obligation', id: rule.obligation });
    default:
      return null;
  }
}

function heldIn({ holdings, playbook }: ExerciseState): SeenItem[] {
  return earliest(
    [...holdings.values()].map(({ itemId, tableId, marking, sincePlayMs, shareSeqs }) => ({
      itemId,
      tableId,
      title: playbook.items.get(itemId)?.title ?? '',
      tlp: marking,
      sincePlayMs,
      isFirstHand: shareSeqs.length === 0,
    })),
  );
}

function crossingsIn(state: ExerciseState, held: readonly SeenItem[]): Crossing[] {
  return [...state.shares.values()].flatMap(({ tableId, to, items, playMs }) => {
    const from = partiesAt(state, tableId);
    const reached = unique(
      to.teams.flatMap((teamId) => state.playbook.teams.get(teamId)?.party ?? []),
    ).filter((partyId) => !from.includes(partyId));
    if (reached.length === 0) return [];
    const times = items
      .map(({ itemId }) => heldFor(held, tableId, itemId, playMs))
      .filter((heldMs) => heldMs !== null);
    return [
      { playMs, from, to: reached, heldForMs: times.length === 0 ? null : Math.min(...times) },
    ];
  });
}

/** Needs of teams that somebody played, for items that anybody held. */
function needsIn(state: ExerciseState): NonNullable<Sight['needs']> {
  const { playbook, casting, itemsHeldSince, needsMet, timeline } = state;
  const late = new Set(
    timeline
      .toArray()
      .flatMap((fact) =>
        fact.type === 'NeedMet' && fact.isLate
          ? [`${fact.itemId} ${fact.need} ${fact.teamId}`]
          : [],
      ),
  );
  return playbook.scenario.items.flatMap(({ id, title, needs }) => {
    const since = itemsHeldSince.get(id);
    if (since === undefined) return [];
    return needs.flatMap(({ teams, withinMinutes }, need) =>
      teamsAddressed(playbook.scenario, teams)
        .filter((teamId) => casting.tableOf.has(teamId))
        .map((teamId) => {
          const key = `${id} ${need} ${teamId}`;
          return {
            title,
            teamId,
            withinMs: Math.round(withinMinutes * 60_000),
            heldSincePlayMs: since,
            metPlayMs: needsMet.get(key) ?? null,
            isLate: late.has(key),
          };
        }),
    );
  });
}

function positionsIn(state: ExerciseState): SeenPosition[] {
  return [...state.positions].flatMap(([positionId, now]) => {
    const view = positionView(state, positionId, now);
    if (view === null || now.status === 'waiting') return [];
    return [
      {
        view,
        partyIds: unique(
          now.voices.flatMap(({ teamId }) => state.playbook.teams.get(teamId)?.party ?? []),
        ),
        status: now.status,
        openedPlayMs: now.openedPlayMs,
        settledPlayMs: now.settled?.playMs ?? null,
        versions: [...state.draftVersions.values()]
          .filter((draft) => draft.positionId === positionId)
          .map((draft) => draftVersionView(state, draft)),
      },
    ];
  });
}

function scoresIn(state: ExerciseState): NonNullable<Sight['scores']> {
  const entries = [...state.scores.values()].sort((a, b) => a.causedBy - b.causedBy);
  return state.casting.tables.map(({ tableId }) => ({
    tableId,
    ...state.scores.total(tableId),
    lines: entries
      .filter((entry) => entry.tableId === tableId)
      .map((entry) => {
        const inject = entry.injectId === null ? undefined : injectOf(state, entry.injectId);
        const rule =
          inject && entry.expectationId !== null
            ? expectationOf(inject, entry.expectationId)
            : undefined;
        return {
          inject: inject?.title ?? null,
          kind: rule?.kind ?? null,
          objective:
            entry.objectiveId === null
              ? null
              : (state.playbook.objectives.get(entry.objectiveId)?.title ?? null),
          about: titleOf(state, entry.about),
          rule: entry.rule,
          reason: entry.reason,
          points: entry.points,
          maximum: entry.maximum,
        };
      }),
  }));
}

/** A team or a contact. */
function receiverOf({ playbook }: ExerciseState, to: BrokenMarking['to']): LocalizedText | null {
  if (to === null) return null;
  return (playbook.teams.get(to as never) ?? playbook.contacts.get(to as never))?.name ?? null;
}
