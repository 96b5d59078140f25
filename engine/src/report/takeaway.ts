/**
 * What everyone takes home after EndEx, worked out of the log's state: what failed and how it crossed
 * sectors and borders, who told whom and how fast, what was decided together, which clocks were missed,
 * what evaluators saw. What a rewind took back is no part of the state, and so never happened.
 */
import type { ExerciseState } from '../exercise/state.js';
import type { ObligationId, TableId } from '../protocol/ids.js';
import { type Takeaway, type TakeawayAudience, takeawayVersion } from '../protocol/takeaway.js';
import { narrowness, type TlpLabel } from '../scenario/sharing-schema.js';
import { directoryPart } from '../views/exchange-parts.js';
import { partiesPart } from '../views/shared-parts.js';
import { decisionsStory, positionsStory, reportsStory, tasksStory } from './duties-story.js';
import { momentsOf } from './moments.js';
import { scenarioTimes } from './scenario-times.js';
import { sharingStory } from './sharing-story.js';
import type { Sight } from './sight.js';
import { staffSight } from './staff-sight.js';
import { summaryOf } from './summary.js';
import { tableSight } from './table-sight.js';
import { wallSight } from './wall-sight.js';
import { worldStory } from './world-story.js';

/** @returns null for a table that is not cast */
export function takeawayOf(state: ExerciseState, audience: TakeawayAudience): Takeaway | null {
  const sight = sightOf(state, audience);
  if (sight === null) return null;
  const scenarioAt = scenarioTimes(state);
  const world = worldStory(state, sight, scenarioAt);
  const contacts = new Map<string, Takeaway['parties'][number]['name']>(
    directoryPart(state).contacts.map(({ id, name }) => [id, name]),
  );
  const sharing = sharingStory(sight, contacts, scenarioAt);
  const positions = positionsStory(sight);
  const reports = reportsStory(sight, scenarioAt, missedReports(state));
  const tasks = tasksStory(sight);
  const decisions = decisionsStory(sight, scenarioAt);
  const told = { world, sharing, positions, reports, tasks, decisions };
  return {
    takeawayVersion,
    audience,
    exercise: {
      ...exerciseOf(state),
      endedBecause: sight.endedBecause,
      tlp: highest(sight),
    },
    parties: partiesPart(state).map((party) => ({ ...party })),
    teams: sight.teams,
    tables: sight.tables,
    summary: summaryOf(state, sight, told),
    moments: momentsOf(sight, told, scenarioAt),
    ...told,
    observations: [...sight.observations]
      .sort((a, b) => a.playMs - b.playMs)
      .map((note) => ({ ...note, scenarioMs: scenarioAt(note.playMs) })),
    ratings: sight.ratings,
    scores: sight.scores,
    feedback: null,
  };
}

function sightOf(state: ExerciseState, audience: TakeawayAudience): Sight | null {
  if (audience.kind === 'staff') return staffSight(state);
  if (audience.kind === 'everybody') return wallSight(state);
  const isCast = state.casting.tables.some(({ tableId }) => tableId === audience.tableId);
  return isCast ? tableSight(state, audience.tableId) : null;
}

function exerciseOf(state: ExerciseState) {
  const { scenario } = state.playbook;
  const { exerciseId, title, lifecycle, timeline } = state;
  return {
    exerciseId,
    title,
    scenarioTitle: scenario.title,
    languages: [...scenario.languages],
    defaultLanguage: scenario.defaultLanguage,
    isProvisional: lifecycle.stage !== 'ended',
    startedAtMs: timeline.find(({ type }) => type === 'ExerciseStarted')?.atMs ?? null,
    endedAtMs: endedAtMs(state),
  };
}

/** Wall time of EndEx, ms since 1970 UTC; null where play goes on. */
export function endedAtMs({ timeline, lifecycle }: ExerciseState): number | null {
  if (lifecycle.stage !== 'ended') return null;
  return timeline.findLast(({ type }) => type === 'ExerciseEnded')?.atMs ?? null;
}

/** When clocks ran out, by table and obligation. */
function missedReports({ timeline }: ExerciseState) {
  const missed = new Map<string, number>();
  for (const fact of timeline) {
    if (fact.type !== 'ObligationMissed') continue;
    missed.set(`${fact.tableId} ${fact.obligationId}`, fact.playMs);
  }
  return (tableId: TableId, obligationId: ObligationId) =>
    missed.get(`${tableId} ${obligationId}`) ?? null;
}

/** The strictest marking of what is told; what nobody marked, such as notes, is for the community of the exercise at most. */
function highest({ injects, shares, held }: Sight): TlpLabel {
  const markings = [
    ...injects.flatMap(({ title, tlp }) => (title === null ? [] : [tlp])),
    ...shares.map(({ marking }) => marking),
    ...held.map(({ tlp }) => tlp),
  ];
  return markings.reduce<TlpLabel>(
    (so, tlp) => (narrowness(tlp) > narrowness(so) ? tlp : so),
    'GREEN',
  );
}
