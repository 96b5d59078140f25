/** What a table may take home: its own view after EndEx, and what the wall shows without words. */
import type { ExerciseState } from '../exercise/state.js';
import { expectationKey } from '../exercise/state-parts.js';
import type { InjectId, PositionId, TableId } from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import { playerAudience } from '../views/audience.js';
import { observerProjection } from '../views/observer-view.js';
import { playerInjectBody, playerProjection } from '../views/player-projection.js';
import type { PlayerScore, PlayerView } from '../views/player-view.js';
import type { SeenPosition, SeenTask, Sight } from './sight.js';
import {
  crossingsIn,
  earliest,
  partiesAt,
  phasesIn,
  tablesIn,
  teamsIn,
  titleOf,
} from './sight-parts.js';

export function tableSight(state: ExerciseState, tableId: TableId): Sight {
  const audience = playerAudience(tableId);
  const view = playerProjection.viewOf(state, audience);
  const wall = Object.values(observerProjection.viewOf(state, { role: 'observer' }).happenings);
  const deliveries = Object.entries(view.deliveries) as [
    InjectId,
    PlayerView['deliveries'][string],
  ][];
  const labelOf = (injectId: InjectId, choiceId: string): LocalizedText | null =>
    playerInjectBody(state, audience, injectId)?.choices.find(({ id }) => id === choiceId)?.label ??
    null;
  return {
    audience: { kind: 'table', tableId },
    eyes: state.casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [],
    tables: tablesIn(state, (id) => id === tableId, true),
    teams: teamsIn(view.directory),
    phases: phasesIn(wall),
    injects: Object.values(view.injects).map(({ id, title, tlp, playMs, hasChoices }) => ({
      id,
      title,
      tlp,
      playMs,
      tableIds: [tableId],
      partyIds: partiesAt(state, tableId),
      hasChoices,
    })),
    answers: deliveries.flatMap(([injectId, { response }]) =>
      response === null ? [] : [{ tableId, injectId, playMs: response.playMs, choice: null }],
    ),
    choices: deliveries.flatMap(([injectId, { choice }]) =>
      choice === null
        ? []
        : [
            {
              tableId,
              injectId,
              playMs: choice.playMs,
              choice: labelOf(injectId, choice.choiceId),
            },
          ],
    ),
    tasks: tasksIn(state, view),
    shares: Object.values(view.shares),
    crossings: crossingsIn(wall),
    held: earliest(
      Object.values(view.holdings).map(({ itemId, title, sincePlayMs, shareSeqs }) => ({
        itemId,
        tableId,
        title,
        sincePlayMs,
        isFirstHand: shareSeqs.length === 0,
      })),
    ),
    broken: faultsIn(view, 'marking/broken')?.map((line) => ({ ...line, breach: null })) ?? null,
    needless: faultsIn(view, 'share/needless'),
    needs: null,
    positions: positionsIn(state, view),
    reports: Object.values(view.obligations).map((obligation) => ({ tableId, view: obligation })),
    indicators: Object.values(view.indicators),
    observations: Object.values(view.observations).map(
      ({ kind, importance, tableId: about, objective, momentPlayMs, text, textIn }) => ({
        kind,
        importance,
        tableId: about,
        objective,
        playMs: momentPlayMs,
        text,
        textIn: { ...textIn },
        isReleased: true,
      }),
    ),
    ratings: view.exercise.areScoresShown
      ? Object.values(view.ratings).map(({ objective, capability, isOfAll, rating }) => ({
          objective,
          capability,
          tableId: isOfAll ? null : tableId,
          rating,
        }))
      : null,
    scores: scoresIn(view),
    milestones: [],
    endings: [],
    endedBecause: null,
  };
}

function tasksIn(state: ExerciseState, { tasks, table: { tableId } }: PlayerView): SeenTask[] {
  return Object.values(tasks).map(({ injectId, expectationId, kind, about, dueAtMs, status }) => {
    // It is its own task, and it saw when it was settled.
    const found = state.expectations.get(expectationKey(injectId, tableId, expectationId));
    const subject = kindOfSubject[kind];
    return {
      tableId,
      injectId,
      kind,
      about:
        about === null || subject === undefined
          ? null
          : titleOf(state, { kind: subject, id: about }),
      duePlayMs: dueAtMs,
      settledPlayMs: found?.settledPlayMs ?? null,
      status,
    };
  });
}

/** Tasks about something that has a title of its own. */
const kindOfSubject: {
  readonly [kind: string]: 'item' | 'position' | 'obligation' | undefined;
} = { share: 'item', agree: 'position', report: 'obligation' };

function positionsIn(
  state: ExerciseState,
  { positions, draftVersions }: PlayerView,
): SeenPosition[] {
  return Object.values(positions).flatMap((view) => {
    const now = state.positions.get(view.id as PositionId);
    if (now === undefined || view.status === 'waiting') return [];
    return [
      {
        view,
        partyIds: [
          ...new Set(
            view.voices.flatMap(({ teamId }) => state.playbook.teams.get(teamId)?.party ?? []),
          ),
        ],
        status: view.status,
        openedPlayMs: now.openedPlayMs,
        settledPlayMs: view.settled?.playMs ?? null,
        versions: Object.values(draftVersions).filter(({ positionId }) => positionId === view.id),
      },
    ];
  });
}

/** Known from the lines of the score, and so once they are shown. */
function faultsIn({ exercise, scores, table: { tableId } }: PlayerView, rule: PlayerScore['rule']) {
  if (!exercise.areScoresShown || exercise.stage !== 'ended') return null;
  return Object.values(scores)
    .filter((line) => line.rule === rule)
    .map(({ about }) => ({ tableId, title: about, playMs: null, to: null }));
}

function scoresIn({ exercise, scores, injects, table: { tableId } }: PlayerView): Sight['scores'] {
  if (!exercise.areScoresShown) return null;
  const lines = Object.values(scores).map((line) => ({
    inject: line.injectId === null ? null : (injects[line.injectId]?.title ?? null),
    kind: line.kind,
    objective: line.objective,
    about: line.about,
    rule: line.rule,
    reason: line.reason,
    points: line.points,
    maximum: line.maximum,
  }));
  const sum = (key: 'points' | 'maximum') => lines.reduce((all, line) => all + line[key], 0);
  return [{ tableId, points: sum('points'), maximum: sum('maximum'), lines }];
}
