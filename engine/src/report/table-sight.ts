/**
 * What a table may take home: its own view after EndEx, and what the wall shows without words. It goes
 * from hand to hand, so what is TLP:RED stands in it without words, too.
 */
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
  const red = redIn(view);
  const deliveries = Object.entries(view.deliveries) as [
    InjectId,
    PlayerView['deliveries'][string],
  ][];
  const labelOf = (injectId: InjectId, choiceId: string): LocalizedText | null =>
    (red.injects.has(injectId)
      ? null
      : playerInjectBody(state, audience, injectId)?.choices.find(({ id }) => id === choiceId)
          ?.label) ?? null;
  return {
    audience: { kind: 'table', tableId },
    eyes: state.casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [],
    tables: tablesIn(state, (id) => id === tableId, true),
    teams: teamsIn(view.directory),
    phases: phasesIn(wall),
    injects: Object.values(view.injects).map(({ id, title, tlp, playMs, hasChoices }) => ({
      id,
      title: red.injects.has(id) ? null : title,
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
    tasks: tasksIn(state, view, red),
    shares: Object.values(view.shares).map((share) => ({
      ...share,
      items: share.items.filter(({ itemId }) => !red.items.has(itemId)),
    })),
    crossings: crossingsIn(wall),
    held: earliest(
      Object.values(view.holdings)
        .filter(({ itemId }) => !red.items.has(itemId))
        .map(({ itemId, title, marking, sincePlayMs, shareSeqs }) => ({
          itemId,
          tableId,
          title,
          tlp: marking,
          sincePlayMs,
          isFirstHand: shareSeqs.length === 0,
        })),
    ),
    broken: brokenIn(state, view, red),
    needless: faultsIn(state, view, red, 'share/needless'),
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
    scores: scoresIn(state, view, red),
    milestones: [],
    endings: [],
    endedBecause: null,
  };
}

interface Red {
  readonly injects: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}

/** What this table has as TLP:RED and in no wider form. */
function redIn({ injects, holdings }: PlayerView): Red {
  const held = Object.values(holdings);
  const wider = new Set(held.flatMap(({ itemId, marking }) => (marking === 'RED' ? [] : [itemId])));
  return {
    injects: new Set(Object.values(injects).flatMap(({ id, tlp }) => (tlp === 'RED' ? [id] : []))),
    items: new Set(held.flatMap(({ itemId }) => (wider.has(itemId) ? [] : [itemId]))),
  };
}

function tasksIn(
  state: ExerciseState,
  { tasks, table: { tableId } }: PlayerView,
  red: Red,
): SeenTask[] {
  return Object.values(tasks).map(({ injectId, expectationId, kind, about, dueAtMs, status }) => {
    // It is its own task, and it saw when it was settled.
    const found = state.expectations.get(expectationKey(injectId, tableId, expectationId));
    const subject = kindOfSubject[kind];
    return {
      tableId,
      injectId,
      kind,
      about:
        about === null || subject === undefined || (subject === 'item' && red.items.has(about))
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
function faultsIn(
  state: ExerciseState,
  { exercise, scores, table: { tableId } }: PlayerView,
  red: Red,
  rule: PlayerScore['rule'],
) {
  if (!exercise.areScoresShown || exercise.stage !== 'ended') return null;
  return Object.entries(scores)
    .filter(([, line]) => line.rule === rule)
    .map(([id, { about }]) => ({
      tableId,
      title: isAboutRed(state, red, id) ? null : about,
      playMs: null,
      to: null,
    }));
}

function brokenIn(state: ExerciseState, view: PlayerView, red: Red): Sight['broken'] {
  const lines = faultsIn(state, view, red, 'marking/broken');
  return lines?.map((line) => ({ ...line, breach: null })) ?? null;
}

function scoresIn(
  state: ExerciseState,
  { exercise, scores, injects, table: { tableId } }: PlayerView,
  red: Red,
): Sight['scores'] {
  if (!exercise.areScoresShown) return null;
  const lines = Object.entries(scores).map(([id, line]) => ({
    inject:
      line.injectId === null || red.injects.has(line.injectId)
        ? null
        : (injects[line.injectId]?.title ?? null),
    kind: line.kind,
    objective: line.objective,
    about: isAboutRed(state, red, id) ? null : line.about,
    rule: line.rule,
    reason: line.injectId !== null && red.injects.has(line.injectId) ? null : line.reason,
    points: line.points,
    maximum: line.maximum,
  }));
  const sum = (key: 'points' | 'maximum') => lines.reduce((all, line) => all + line[key], 0);
  return [{ tableId, points: sum('points'), maximum: sum('maximum'), lines }];
}

/** @param id of an entry of the score */
function isAboutRed({ scores }: ExerciseState, red: Red, id: string): boolean {
  const about = scores.get(id)?.about;
  return about?.kind === 'item' && red.items.has(about.id);
}
