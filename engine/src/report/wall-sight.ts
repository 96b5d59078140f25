/** What everybody may take home: what the wall shows, and what evaluators let out to all. */
import type { ExerciseState } from '../exercise/state.js';
import { observerProjection } from '../views/observer-view.js';
import type { Sight } from './sight.js';
import { crossingsIn, observationsIn, phasesIn, positionsOnWall, tablesIn } from './sight-parts.js';

export function wallSight(state: ExerciseState): Sight {
  const view = observerProjection.viewOf(state, { role: 'observer' });
  const wall = Object.values(view.happenings);
  const acts = (kind: 'response' | 'choice') =>
    wall.flatMap((one) =>
      one.kind === kind && 'tableId' in one
        ? [{ tableId: one.tableId, injectId: null, playMs: one.playMs, choice: null }]
        : [],
    );
  return {
    audience: { kind: 'everybody' },
    eyes: null,
    // A wall names tables, and not the teams that sit at them.
    tables: tablesIn(state, () => true, false),
    teams: [],
    phases: phasesIn(wall),
    injects: wall.flatMap((one) =>
      one.kind === 'inject'
        ? [
            {
              id: null,
              title: one.title,
              tlp: one.tlp,
              playMs: one.playMs,
              tableIds: [],
              partyIds: one.partyIds,
              hasChoices: false,
            },
          ]
        : [],
    ),
    answers: acts('response'),
    choices: acts('choice'),
    tasks: [],
    shares: [],
    crossings: crossingsIn(wall),
    held: [],
    broken: null,
    needless: null,
    needs: null,
    positions: positionsOnWall(state),
    reports: [],
    indicators: Object.values(view.indicators),
    observations:
      state.lifecycle.stage === 'ended'
        ? observationsIn(state, ({ release }) => release.kind === 'all')
        : [],
    ratings: ratingsIn(state),
    scores: view.exercise.areScoresShown
      ? Object.values(view.scores).map(({ tableId, points, maximum }) => ({
          tableId,
          points,
          maximum,
          lines: [],
        }))
      : null,
    milestones: [],
    endings: [],
    endedBecause: null,
  };
}

/** Of all tables together, once both tables and walls are shown how it went. */
function ratingsIn(state: ExerciseState): Sight['ratings'] {
  const { scoresShown, lifecycle, confirmedRatings, playbook } = state;
  if (!scoresShown.players || !scoresShown.observers || lifecycle.stage !== 'ended') return null;
  return [...confirmedRatings.values()]
    .filter(({ tableId }) => tableId === null)
    .map(({ of, rating }) => ({
      objective:
        of.kind === 'objective' ? (playbook.objectives.get(of.objectiveId)?.title ?? null) : null,
      capability: of.kind === 'capability' ? of.capability : null,
      tableId: null,
      rating,
    }));
}
