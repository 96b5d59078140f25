/** What a row of a list expects of its recipients. */
import { scenarioLimits } from '../../scenario/limits.js';
import type { Draft, ExpectationFile } from '../draft.js';
import { quote } from '../finding.js';
import type { Tally } from '../tally.js';
import { splitJoined } from './lists.js';
import type { MselEntry } from './msel-entries.js';
import type { Choices, Making } from './msel-making.js';

/** Minutes to answer in, and points for it, where the list does not say. */
const usualWithin = 15;
const usualPoints = 10;

const responses = new Set(['acknowledge', 'respond', 'choose']);

/**
 * One expectation for each thing that is asked for; a list of another's making asks for one.
 * Findings: `msel/response-unknown`, `import/deadline-assumed`, `import/points-assumed`.
 */
export function expectationsOf(
  { texts, where }: MselEntry,
  choices: Choices | null,
  { draft, tally, isOwn }: Making,
  notes: string[],
): ExpectationFile[] {
  const kinds = isOwn && texts.response !== undefined ? splitJoined(texts.response, '|') : [];
  const hasAny = kinds.length > 0 || texts.expectedAction !== undefined || choices !== null;
  if (!hasAny || (isOwn && kinds.length === 0 && texts.expectedAction === undefined)) {
    if (texts.objective !== undefined) notes.push(`Objective: ${texts.objective}`);
    if (texts.points !== undefined) notes.push(`Points: ${texts.points}`);
    return [];
  }
  const count = Math.min(scenarioLimits.expectations, Math.max(1, kinds.length));
  const parts = (text: string | undefined) =>
    text === undefined ? [] : count > 1 ? splitJoined(text, '|') : [text];
  const [actions, withins, points, objectives] = [
    texts.expectedAction,
    texts.within,
    texts.points,
    texts.objective,
  ].map(parts);
  let hasChoose = false;
  return Array.from({ length: count }, (_, index): ExpectationFile => {
    const wanted = kinds[index]?.trim() ?? (choices !== null ? 'choose' : 'respond');
    let kind = responses.has(wanted) ? (wanted as 'acknowledge' | 'respond' | 'choose') : 'respond';
    if (kind !== wanted) {
      draft.findings.warn(
        'msel/response-unknown',
        where,
        `the response ${quote(wanted)} needs more than a list holds`,
        'it asks for a response',
      );
    }
    if (kind === 'choose' && (choices === null || hasChoose)) kind = 'respond';
    hasChoose ||= kind === 'choose';
    const action = actions?.[index];
    const objective = objectiveFor(objectives?.[index], draft);
    return {
      id: count === 1 ? kind : `${kind}-${index + 1}`,
      kind,
      withinMinutes: withinOf(withins?.[index], where, tally, notes),
      points: pointsOf(points?.[index], where, tally, notes),
      ...(action === undefined || action.trim() === '' ? {} : { action }),
      ...(objective === null ? {} : { objective }),
    };
  });
}

function withinOf(text: string | undefined, where: string, tally: Tally, notes: string[]): number {
  const minutes = Number(
    /^\s*(\d+(?:\.\d+)?)\s*(?:m|min|minutes|分)?\.?\s*$/i.exec(text ?? '')?.[1] ?? Number.NaN,
  );
  if (minutes >= 0.5 && minutes <= 1_440) return minutes;
  if (text !== undefined && text.trim() !== '') notes.push(`Within: ${text}`);
  tally.add(
    'import/deadline-assumed',
    where,
    'no deadline in minutes',
    `${usualWithin} minutes to answer`,
  );
  return usualWithin;
}

function pointsOf(text: string | undefined, where: string, tally: Tally, notes: string[]): number {
  const points = Math.round(Number(text?.trim() || Number.NaN));
  if (points >= 0 && points <= 1_000) return points;
  if (text !== undefined && text.trim() !== '') notes.push(`Points: ${text}`);
  tally.add('import/points-assumed', where, 'no points', `${usualPoints} for doing it in time`);
  return usualPoints;
}

function objectiveFor(text: string | undefined, draft: Draft): string | null {
  const title = text?.trim() ?? '';
  if (title === '') return null;
  const known = draft.parts.objectives.find((objective) => objective.title === title);
  if (known !== undefined) return known.id;
  if (draft.parts.objectives.length >= scenarioLimits.objectives) return null;
  const id = draft.objectiveIds.take(title, 'objective');
  draft.parts.objectives.push({ id, title, capability: title });
  return id;
}
